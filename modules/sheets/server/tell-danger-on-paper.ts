import { markOf } from '@qantara/kernel';
import { listAccountsThatMay } from '@qantara/identity/server';
import { notify } from '@qantara/notifications/server';
import type { AnyCtx, DeliveredEvent } from '@qantara/platform';

/**
 * Danger that stands on paper waits for no second keying: of two readings the more protective holds until somebody has decided, the
 * second as well as the first. It is told once, to the colleagues of whoever read it, who knows; the sheet stands first on the list
 * that they are led to.
 */
export async function tellDangerOnPaper(ctx: AnyCtx, event: DeliveredEvent): Promise<void> {
  const { accountId: knower, organisationId, isFirstDanger } = event.data;
  if (isFirstDanger !== true || typeof organisationId !== 'string') return;
  const colleagues = await listAccountsThatMay(ctx, 'screening:record', organisationId);
  for (const accountId of colleagues.filter((one) => one !== knower))
    await notify(ctx, {
      template: 'danger.seen',
      to: { kind: 'account', accountId },
      values: { link: '/work/sheets', mark: markOf(event.subject) },
      subject: event.subject,
      urgency: 'now',
    });
}
