import { withTables, type AnyCtx } from '@qantara/platform';
import type { WebhookCriteria } from '../contract/index.ts';
import { beginWebhook, endWebhook, tryWebhook, type BegunWebhook } from './keep-webhooks.ts';
import type { WebhooksTables } from './tables.gen.ts';
import { findWebhook, listWebhooksOf, type WebhookRow } from './webhook-store.ts';

/** A Subscription as the room that speaks FHIR keeps it here: what was sent, and how it stands. */
export type KeptSubscription = {
  subscriptionId: string;
  state: WebhookRow['state'];
  fault: string | null;
  version: number;
  changedAt: Date;
  endsAt: Date | null;
  resource: Record<string, unknown>;
};

const own = (ctx: AnyCtx) => withTables<WebhooksTables>(ctx);

function toSubscription(row: WebhookRow): KeptSubscription {
  return {
    subscriptionId: row.webhook_id,
    state: row.state,
    fault: row.last_fault,
    version: row.version,
    changedAt: row.changed_at,
    endsAt: row.ends_at,
    resource: row.resource as Record<string, unknown>,
  };
}

/** The caller's own, and nobody else's: another program's is not there. */
export async function findSubscription(ctx: AnyCtx, subscriptionId: string): Promise<KeptSubscription | undefined> {
  const row = await findWebhook(own(ctx).db, subscriptionId);
  const isOwn = row?.format === 'fhir' && row.account_id === ctx.actor.accountId;
  return row !== undefined && isOwn ? toSubscription(row) : undefined;
}

/** Every one of the caller's own, newest first; there are twenty at most that have not ended. */
export async function listSubscriptions(ctx: AnyCtx): Promise<KeptSubscription[]> {
  const rows = await listWebhooksOf(own(ctx).db, ctx.actor.accountId ?? '');
  return rows.filter(({ format }) => format === 'fhir').map(toSubscription);
}

export type BegunSubscription = Pick<BegunWebhook, 'channel' | 'endpoint' | 'types' | 'headers' | 'endsAt'> & {
  criteria: WebhookCriteria;
  resource: Record<string, unknown>;
};

/** Begins one for the calling program. Refuses as `beginWebhook` does. */
export async function beginSubscription(ctx: AnyCtx, begun: BegunSubscription): Promise<string> {
  const programId = ctx.actor.accountId ?? '';
  const { webhook } = await beginWebhook(own(ctx), { ...begun, programId, format: 'fhir' });
  return webhook.webhookId;
}

/** Ends one of the caller's own. */
export async function endSubscription(ctx: AnyCtx, webhookId: string): Promise<void> {
  await endWebhook(own(ctx), { webhookId });
}

/** The receiver is there again: what waits is due now. */
export async function retrySubscription(ctx: AnyCtx, webhookId: string): Promise<void> {
  await tryWebhook(own(ctx), { webhookId });
}
