import { listAccountsThatMay } from '@qantara/identity/server';
import { notify } from '@qantara/notifications/server';
import type { AnyCtx } from '@qantara/platform';
import type { NewScreening } from './screening-store.ts';

/** As much of an identifier as somebody reads out over the telephone. */
const MARK = 8;

/**
 * Tells colleagues of danger that is near, in the transaction in which it was said: those who take requests, while nobody has taken it,
 * and then those of the organisation that was told. Whoever noted it down knows it already.
 */
export async function tellDanger(
  ctx: AnyCtx,
  { screeningId, personId }: { screeningId: string; personId: string },
  takenBy: NewScreening['takenBy'],
): Promise<void> {
  const colleagues =
    takenBy === null
      ? await listAccountsThatMay(ctx, 'circle:intake')
      : await listAccountsThatMay(ctx, 'screening:record', takenBy.organisationId);
  const link = takenBy === null ? '/work/requests' : `/work/people/${personId}`;
  for (const accountId of colleagues.filter((one) => one !== takenBy?.accountId))
    await notify(ctx, {
      template: 'danger.seen',
      to: { kind: 'account', accountId },
      values: { link, mark: screeningId.slice(-MARK) },
      subject: screeningId,
      urgency: 'now',
    });
}
