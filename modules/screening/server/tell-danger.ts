import { markOf } from '@qantara/kernel';
import { listAccountsThatMay } from '@qantara/identity/server';
import { notify } from '@qantara/notifications/server';
import type { AnyCtx, DeliveredEvent } from '@qantara/platform';

/** Danger that was said longer ago is on the list of requests, first of all; nobody is woken for it. */
const NEAR_FOR_MS = 86_400_000;

/**
 * Tells colleagues of danger that is near: those who take requests, while nobody has taken it, else those of the organisation that
 * was told. Whoever noted it down knows it already. It follows the screening, so that whoever asks for help waits for none of it.
 */
export async function tellDanger(ctx: AnyCtx, event: DeliveredEvent): Promise<void> {
  const { subject: screeningId, personId, data, at } = event;
  if (data['isUrgent'] !== true || personId === null || ctx.now.getTime() - at.getTime() > NEAR_FOR_MS) return;
  const { accountId: knower, organisationId } = data;
  const isTaken = typeof organisationId === 'string';
  const colleagues = isTaken
    ? await listAccountsThatMay(ctx, 'screening:record', organisationId)
    : await listAccountsThatMay(ctx, 'circle:intake');
  const link = isTaken ? `/work/people/${personId}` : '/work/requests';
  for (const accountId of colleagues.filter((one) => one !== knower))
    await notify(ctx, {
      template: 'danger.seen',
      to: { kind: 'account', accountId },
      values: { link, mark: markOf(screeningId) },
      subject: screeningId,
      urgency: 'now',
    });
}
