import { dayAfter } from '@qantara/kernel';
import type { Agreement, AgreementStatus } from '../contract/index.ts';

/** What an agreement's standing follows from. Days are those of the region's calendar. */
export type Dated = Pick<Agreement, 'startsOn' | 'lastDay' | 'endedOn'> & {
  isDraft?: boolean;
  parties: Pick<Agreement['parties'][number], 'signedOn' | 'leftOn'>[];
};

/** So many days before its end somebody is told to renew it. */
const SOON_DAYS = 60;

/** The first day on which it does not run any more; null where it has no end. */
function endOf({ lastDay, endedOn }: Dated): string | null {
  const days = [lastDay === null ? null : dayAfter(lastDay, 1), endedOn].filter((day) => day !== null);
  return days.toSorted()[0] ?? null;
}

/**
 * Where an agreement stands on a day: a draft binds nobody; it runs between two at least who signed and have not left, from its first day to the day
 * before its end.
 */
export function statusOf(agreement: Dated, today: string): AgreementStatus {
  const end = endOf(agreement);
  if (end !== null && end <= today) return 'ended';
  if (agreement.isDraft === true) return 'draft';
  const bound = agreement.parties.filter(
    ({ signedOn, leftOn }) => signedOn !== null && signedOn <= today && (leftOn === null || today < leftOn),
  );
  if (bound.length < 2) return 'unsigned';
  if (today < agreement.startsOn) return 'not_yet';
  return end !== null && end <= dayAfter(today, SOON_DAYS) ? 'ending_soon' : 'running';
}
