import { listAccountsThatMay } from '@qantara/identity/server';
import { notify } from '@qantara/notifications/server';
import { dropWaiting } from './delivery-store.ts';
import { endOverdue, listTurnedOff, noteTold, type In } from './webhook-store.ts';

/** Ends those whose time is over, and tells administrators of those that were turned off because nobody took their messages. */
export async function tidyWebhooks(ctx: In): Promise<void> {
  for (const webhookId of await endOverdue(ctx)) {
    await dropWaiting(ctx, webhookId);
    ctx.emit({ type: 'webhook.ran_out', subject: webhookId });
  }
  const off = await listTurnedOff(ctx.db);
  if (off.length === 0) return;
  const administrators = await listAccountsThatMay(ctx, 'account:create');
  for (const webhookId of off) {
    for (const accountId of administrators)
      await notify(ctx, {
        template: 'webhook.turned_off',
        to: { kind: 'account', accountId },
        values: { link: `/admin/webhooks/${webhookId}` },
        subject: webhookId,
        urgency: 'soon',
      });
    await noteTold(ctx, webhookId);
    ctx.emit({ type: 'webhook.turned_off', subject: webhookId });
  }
}
