import { newId, refuse } from '@qantara/kernel';
import { findProgram, listAllPrograms } from '@qantara/identity/server';
import type {
  Delivery,
  MadeWebhook,
  NewWebhook,
  WatchedWebhook,
  Webhook,
  WebhookChannel,
  WebhookCriteria,
  WebhookFormat,
} from '../contract/index.ts';
import { dropWaiting, hurryWaiting, listDeliveries, toDelivery } from './delivery-store.ts';
import { newWebhookSecret } from './sign-message.ts';
import {
  findWebhook,
  insertWebhook,
  listWebhookRows,
  listWebhooksOf,
  lockWebhook,
  saveWebhook,
  toWebhook,
  type In,
} from './webhook-store.ts';

const MOST_OF_A_PROGRAM = 20;
const SHOWN = 50;
/** Standard Webhooks, "Secret rotation": both hold for a day. */
const FORMER_HOLDS_MS = 86_400_000;

export type BegunWebhook = {
  programId: string;
  format: WebhookFormat;
  channel: WebhookChannel;
  endpoint: string;
  types: readonly string[];
  criteria: WebhookCriteria;
  /** What the receiver asked to be sent along. */
  headers?: readonly string[];
  resource?: object;
  endsAt?: Date | null;
};

/** Begins one; nothing is sent before its first message is taken. Refuses `program_not_found`, `account_already_disabled`, `too_many_webhooks`. */
export async function beginWebhook(ctx: In, begun: BegunWebhook): Promise<MadeWebhook> {
  const program = (await findProgram(ctx, begun.programId)) ?? refuse('program_not_found');
  if (program.closedAt !== null) refuse('account_already_disabled');
  const others = await listWebhooksOf(ctx.db, begun.programId);
  if (others.filter(({ ended_at: ended }) => ended === null).length >= MOST_OF_A_PROGRAM) refuse('too_many_webhooks');
  const secret = newWebhookSecret();
  const { vault, now } = ctx;
  const row = await insertWebhook(ctx.db, {
    webhook_id: newId(now.getTime()),
    account_id: begun.programId,
    format: begun.format,
    channel: begun.channel,
    endpoint: begun.endpoint,
    types: [...begun.types],
    criteria: JSON.stringify(begun.criteria),
    secret: vault.seal(secret),
    headers: begun.headers === undefined ? null : vault.seal(JSON.stringify(begun.headers)),
    resource: begun.resource === undefined ? null : JSON.stringify(begun.resource),
    state: 'requested',
    created_at: now,
    ends_at: begun.endsAt ?? null,
    changed_at: now,
  });
  const data = { program: begun.programId, types: [...begun.types], format: begun.format, channel: begun.channel };
  ctx.emit({ type: 'webhook.made', subject: row.webhook_id, data, after: { endpoint: begun.endpoint } });
  return { webhook: toWebhook(row), secret };
}

/** A webhook of a program in the words of this product. */
export function makeWebhook(ctx: In, given: NewWebhook): Promise<MadeWebhook> {
  return beginWebhook(ctx, { ...given, format: 'plain', channel: 'rest-hook', criteria: {} });
}

export async function listWebhooks(ctx: In): Promise<{ webhooks: (Webhook & { programName: string })[] }> {
  const rows = await listWebhookRows(ctx.db);
  const names = new Map((await listAllPrograms(ctx)).map(({ programId, name }) => [programId as string, name]));
  return { webhooks: rows.map((row) => ({ ...toWebhook(row), programName: names.get(row.account_id) ?? '' })) };
}

/** One webhook and what it was told lately. Refuses `webhook_not_found`. */
export async function getWebhook(ctx: In, { webhookId }: { webhookId: string }): Promise<WatchedWebhook> {
  const row = (await findWebhook(ctx.db, webhookId)) ?? refuse('webhook_not_found');
  const program = await findProgram(ctx, row.account_id);
  const deliveries: Delivery[] = (await listDeliveries(ctx.db, webhookId, SHOWN)).map(toDelivery);
  return { webhook: toWebhook(row), programName: program?.name ?? '', deliveries };
}

/** Another secret; for a day messages carry the signatures of both. */
export async function renewSecret(ctx: In, { webhookId }: { webhookId: string }): Promise<MadeWebhook> {
  const row = await lockWebhook(ctx.db, webhookId);
  const secret = newWebhookSecret();
  const saved = await saveWebhook(ctx, webhookId, {
    secret: ctx.vault.seal(secret),
    former_secret: row.secret,
    former_until: new Date(ctx.now.getTime() + FORMER_HOLDS_MS),
  });
  ctx.emit({ type: 'webhook.secret_renewed', subject: webhookId });
  return { webhook: toWebhook(saved), secret };
}

/** The other end is there again, or for the first time: what waits is due now. */
export async function tryWebhook(ctx: In, { webhookId }: { webhookId: string }): Promise<Webhook> {
  const row = await lockWebhook(ctx.db, webhookId);
  await hurryWaiting(ctx, webhookId);
  const saved = await saveWebhook(ctx, webhookId, { state: row.state === 'active' ? 'active' : 'requested' });
  ctx.emit({ type: 'webhook.tried', subject: webhookId });
  return toWebhook(saved);
}

/** Nothing more is sent there; what waited is dropped. */
export async function endWebhook(ctx: In, { webhookId }: { webhookId: string }): Promise<Webhook> {
  await lockWebhook(ctx.db, webhookId);
  await dropWaiting(ctx, webhookId);
  const saved = await saveWebhook(ctx, webhookId, { state: 'off', ended_at: ctx.now });
  ctx.emit({ type: 'webhook.ended', subject: webhookId });
  return toWebhook(saved);
}
