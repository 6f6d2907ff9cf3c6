import { newId, type Locale, type Translate } from '@qantara/kernel';
import { logFault } from '@qantara/platform';
import { nextDelivery, TURNED_OFF_AFTER_MS, type News } from '../domain/index.ts';
import { claimDue, dropWaiting, freeSilent, settleDelivery, type DeliveryRow } from './delivery-store.ts';
import { sendMessage, type Tried } from './send-message.ts';
import {
  findWebhook,
  listRequested,
  saveWebhook,
  type In,
  type WebhookChanges,
  type WebhookRow,
} from './webhook-store.ts';

export type Words = Readonly<Record<Locale, Translate>>;

/** Longer than any receiver is waited for. */
const SILENT_MS = 5 * 60_000;
const LONGEST_RUN_MS = 45_000;

/** How a webhook stands after a try. */
function standingAfter({ now }: In, webhook: WebhookRow, { outcome, fault }: Tried): WebhookChanges {
  if (outcome === 'taken') return { state: 'active', failing_since: null, last_fault: null };
  const since = webhook.failing_since ?? now;
  const isOver = outcome === 'gone' || now.getTime() - since.getTime() > TURNED_OFF_AFTER_MS;
  if (isOver) return { state: 'off', ended_at: now, failing_since: since, last_fault: fault };
  return { state: webhook.state === 'requested' ? 'requested' : 'error', failing_since: since, last_fault: fault };
}

async function noteStanding(ctx: In, webhook: WebhookRow, tried: Tried): Promise<void> {
  const changes = standingAfter(ctx, webhook, tried);
  const isSame = changes.state === webhook.state && changes.last_fault === webhook.last_fault;
  // One that nobody was seen behind yet is asked again a while after this try.
  if (!isSame || webhook.state === 'requested') await saveWebhook(ctx, webhook.webhook_id, changes);
  if (changes.state === 'off') await dropWaiting(ctx, webhook.webhook_id);
}

const newsOf = (row: DeliveryRow): News => ({
  eventId: row.event_id,
  type: row.type,
  subjectId: row.subject_id,
  number: row.number,
  happenedAt: row.happened_at.toISOString(),
});

async function sendOne(ctx: In, words: Words, row: DeliveryRow): Promise<void> {
  const webhook = await findWebhook(ctx.db, row.webhook_id);
  if (webhook === undefined || webhook.ended_at !== null)
    return settleDelivery(ctx, row, { state: 'dropped', status: null, fault: null });
  const tried = await sendMessage(ctx, webhook, { id: row.event_id, news: newsOf(row), words });
  const { status, fault } = tried;
  const dueAt = tried.outcome === 'again' ? nextDelivery(row.attempts, ctx.now) : null;
  const state = tried.outcome === 'taken' ? 'sent' : dueAt === null ? 'failed' : 'waiting';
  await settleDelivery(ctx, row, { state, status, fault, ...(dueAt === null ? {} : { dueAt }) });
  await noteStanding(ctx, webhook, tried);
}

/** Those that nobody was seen behind yet are asked whether somebody is there. */
async function shakeHands(ctx: In, words: Words): Promise<void> {
  for (const webhook of await listRequested(ctx)) {
    const tried = await sendMessage(ctx, webhook, { id: newId(ctx.now.getTime()), news: null, words });
    await noteStanding(ctx, webhook, tried);
  }
}

/** A fault of ours in one message holds up no other: it stays taken, and is due again after a while. */
async function carefully(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (fault) {
    logFault('webhooks.send', fault);
  }
}

/** Sends what is due, in no transaction: waiting for somebody outside holds nobody up. */
export async function sendDeliveries(ctx: In, words: Words): Promise<void> {
  const began = Date.now();
  const moment = (): In => ({ ...ctx, now: new Date(ctx.now.getTime() + (Date.now() - began)) });
  await freeSilent(ctx, new Date(ctx.now.getTime() - SILENT_MS));
  await carefully(shakeHands(ctx, words));
  while (Date.now() - began < LONGEST_RUN_MS) {
    const now = moment();
    const due = await claimDue(now);
    if (due.length === 0) return;
    await Promise.all(due.map((row) => carefully(sendOne(now, words, row))));
  }
}
