import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { sql, type Insertable, type Kysely, type Selectable } from 'kysely';
import type { NewsType, Webhook, WebhookCriteria, WebhookId } from '../contract/index.ts';
import type { WebhooksTables } from './tables.gen.ts';

type Db = Kysely<WebhooksTables>;
export type WebhookRow = Selectable<WebhooksTables['webhooks.webhook']>;
export type In = Ctx<WebhooksTables>;

const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

export function toWebhook(row: WebhookRow): Webhook {
  return {
    webhookId: row.webhook_id as WebhookId,
    programId: row.account_id,
    format: row.format,
    channel: row.channel,
    endpoint: row.endpoint,
    types: row.types as NewsType[],
    state: row.state,
    failingSince: iso(row.failing_since),
    lastFault: row.last_fault,
    createdAt: row.created_at.toISOString(),
    endsAt: iso(row.ends_at),
    endedAt: iso(row.ended_at),
  };
}

export function criteriaOf(row: WebhookRow): WebhookCriteria {
  return row.criteria as WebhookCriteria;
}

export async function insertWebhook(db: Db, row: Insertable<WebhooksTables['webhooks.webhook']>): Promise<WebhookRow> {
  return db.insertInto('webhooks.webhook').values(row).returningAll().executeTakeFirstOrThrow();
}

export async function listWebhookRows(db: Db): Promise<WebhookRow[]> {
  return db.selectFrom('webhooks.webhook').selectAll().orderBy('created_at', 'desc').orderBy('webhook_id').execute();
}

/** The webhooks of one program, newest first. */
export async function listWebhooksOf(db: Db, programId: string): Promise<WebhookRow[]> {
  return db
    .selectFrom('webhooks.webhook')
    .selectAll()
    .where('account_id', '=', programId)
    .orderBy('created_at', 'desc')
    .orderBy('webhook_id')
    .execute();
}

export async function findWebhook(db: Db, webhookId: string): Promise<WebhookRow | undefined> {
  return db.selectFrom('webhooks.webhook').selectAll().where('webhook_id', '=', webhookId).executeTakeFirst();
}

/** One that has not ended, held until the transaction does. Refuses `webhook_not_found`, `webhook_ended`. */
export async function lockWebhook(db: Db, webhookId: string): Promise<WebhookRow> {
  const row = await db
    .selectFrom('webhooks.webhook')
    .selectAll()
    .where('webhook_id', '=', webhookId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return refuse('webhook_not_found');
  return row.ended_at === null ? row : refuse('webhook_ended');
}

/** Those who wait for news of this kind. */
export async function listListeners({ db, now }: In, type: NewsType): Promise<WebhookRow[]> {
  return db
    .selectFrom('webhooks.webhook')
    .selectAll()
    .where(sql<boolean>`${type} = any (types)`)
    .where('ended_at', 'is', null)
    .where('state', 'in', ['active', 'error'])
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', now)]))
    .orderBy('webhook_id')
    .execute();
}

export type WebhookChanges = Partial<
  Pick<
    WebhookRow,
    | 'state'
    | 'failing_since'
    | 'last_fault'
    | 'ended_at'
    | 'ends_at'
    | 'secret'
    | 'former_secret'
    | 'former_until'
    | 'endpoint'
    | 'headers'
    | 'resource'
    | 'types'
  >
> & { criteria?: string };

/** Changes one, and counts the change. */
export async function saveWebhook({ db, now }: In, webhookId: string, changes: WebhookChanges): Promise<WebhookRow> {
  return db
    .updateTable('webhooks.webhook')
    .set((eb) => ({ ...changes, version: eb('version', '+', 1), changed_at: now }))
    .where('webhook_id', '=', webhookId)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Those behind whom nobody was seen yet, and that are to be asked now: often at first, then as often as a message is tried. */
export async function listRequested({ db, now }: In): Promise<WebhookRow[]> {
  return db
    .selectFrom('webhooks.webhook')
    .selectAll()
    .where('state', '=', 'requested')
    .where('ended_at', 'is', null)
    .where(sql<boolean>`(failing_since is null or changed_at < ${new Date(now.getTime() - 5 * 60_000)})`)
    .orderBy('webhook_id')
    .limit(50)
    .execute();
}

/** Those that were turned off because nobody took their messages, while nobody was told of it. */
export async function listTurnedOff(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('webhooks.webhook')
    .select('webhook_id')
    .where('state', '=', 'off')
    .where('failing_since', 'is not', null)
    .where('told_at', 'is', null)
    .orderBy('webhook_id')
    .limit(50)
    .execute();
  return rows.map((row) => row.webhook_id);
}

export async function noteTold({ db, now }: In, webhookId: string): Promise<void> {
  await db.updateTable('webhooks.webhook').set({ told_at: now }).where('webhook_id', '=', webhookId).execute();
}

/** Webhooks whose time is over end. */
export async function endOverdue({ db, now }: In): Promise<string[]> {
  const { rows } = await sql<{ webhook_id: string }>`
    update webhooks.webhook set state = 'off', ended_at = ${now}, changed_at = ${now}, version = version + 1
    where ended_at is null and ends_at <= ${now} returning webhook_id`.execute(db);
  return rows.map((row) => row.webhook_id);
}
