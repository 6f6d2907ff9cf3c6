import { newId } from '@qantara/kernel';
import type { DeliveredEvent } from '@qantara/platform';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { Delivery } from '../contract/index.ts';
import type { WebhooksTables } from './tables.gen.ts';
import type { In } from './webhook-store.ts';

type Db = Kysely<WebhooksTables>;
export type DeliveryRow = Selectable<WebhooksTables['webhooks.delivery']>;

export function toDelivery(row: DeliveryRow): Delivery {
  return {
    deliveryId: row.delivery_id,
    type: row.type,
    number: row.number,
    happenedAt: row.happened_at.toISOString(),
    state: row.state,
    attempts: row.attempts,
    dueAt: row.due_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    lastStatus: row.last_status,
    lastFault: row.last_fault,
  };
}

/** Puts one event in the line of a webhook, once, with the number that follows. */
export async function addDelivery(
  { db, now }: In,
  webhookId: string,
  { eventId, type, subject, at }: Pick<DeliveredEvent, 'eventId' | 'type' | 'subject' | 'at'>,
): Promise<void> {
  await sql`
    with bumped as (
      update webhooks.webhook set sent_count = sent_count + 1
      where webhook_id = ${webhookId} and ended_at is null and not exists (
        select from webhooks.delivery where webhook_id = ${webhookId} and event_id = ${eventId})
      returning sent_count)
    insert into webhooks.delivery (delivery_id, webhook_id, event_id, type, subject_id, number, happened_at, state, due_at)
    select ${newId(now.getTime())}, ${webhookId}, ${eventId}, ${type}, ${subject}, bumped.sent_count, ${at}, 'waiting', ${now}
    from bumped on conflict do nothing`.execute(db);
}

const AT_ONCE = 20;

/** Takes what is due: whoever takes it holds it alone, another server passes over it. */
export async function claimDue({ db, now }: In): Promise<DeliveryRow[]> {
  const { rows } = await sql<DeliveryRow>`
    update webhooks.delivery set state = 'sending', claimed_at = ${now}, attempts = attempts + 1
    where delivery_id in (
      select one.delivery_id from webhooks.delivery as one where one.state = 'waiting' and one.due_at <= ${now}
      order by one.due_at, one.delivery_id limit ${AT_ONCE} for update skip locked)
    returning *`.execute(db);
  return rows;
}

/** What some server took long ago and said nothing of is due again: a message that arrives twice says so by its identifier. */
export async function freeSilent({ db, now }: In, before: Date): Promise<void> {
  await db
    .updateTable('webhooks.delivery')
    .set({ state: 'waiting', claimed_at: null, due_at: now })
    .where('state', '=', 'sending')
    .where('claimed_at', '<', before)
    .execute();
}

export type Settled = {
  state: 'waiting' | 'sent' | 'failed' | 'dropped';
  dueAt?: Date;
  status: number | null;
  fault: string | null;
};

export async function settleDelivery(
  { db, now }: In,
  { delivery_id: deliveryId, due_at: dueAt }: Pick<DeliveryRow, 'delivery_id' | 'due_at'>,
  settled: Settled,
): Promise<void> {
  await db
    .updateTable('webhooks.delivery')
    .set({
      state: settled.state,
      claimed_at: null,
      due_at: settled.dueAt ?? dueAt,
      ended_at: settled.state === 'waiting' ? null : now,
      last_status: settled.status,
      last_fault: settled.fault,
    })
    .where('delivery_id', '=', deliveryId)
    .where('state', '=', 'sending')
    .execute();
}

/** What waited for a webhook that has ended goes nowhere. */
export async function dropWaiting({ db, now }: In, webhookId: string): Promise<void> {
  await db
    .updateTable('webhooks.delivery')
    .set({ state: 'dropped', ended_at: now })
    .where('webhook_id', '=', webhookId)
    .where('state', '=', 'waiting')
    .execute();
}

/** What waits is due now: somebody says that the other end is there again. */
export async function hurryWaiting({ db, now }: In, webhookId: string): Promise<void> {
  await db
    .updateTable('webhooks.delivery')
    .set({ due_at: now })
    .where('webhook_id', '=', webhookId)
    .where('state', '=', 'waiting')
    .execute();
}

export async function listDeliveries(db: Db, webhookId: string, most: number): Promise<DeliveryRow[]> {
  return db
    .selectFrom('webhooks.delivery')
    .selectAll()
    .where('webhook_id', '=', webhookId)
    .orderBy('number', 'desc')
    .limit(most)
    .execute();
}

/** What became of messages is remembered for a month. */
export async function forgetEnded({ db, now }: In): Promise<void> {
  await db
    .deleteFrom('webhooks.delivery')
    .where('ended_at', '<', new Date(now.getTime() - 30 * 86_400_000))
    .execute();
}
