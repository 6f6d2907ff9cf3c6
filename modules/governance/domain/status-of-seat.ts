import { dayAfter } from '@qantara/kernel';
import type { SeatStatus } from '../contract/index.ts';

/** So many days before a term ends somebody has time to renew it. */
const SOON_DAYS = 90;

type Term = { startsOn: string; lastDay: string | null };

/** How a seat stands on a day. Somebody who follows without a gap keeps it filled: then nothing ends soon. */
export function statusOfSeat(terms: readonly Term[], today: string): SeatStatus {
  const sitting = terms.find(({ startsOn, lastDay }) => startsOn <= today && (lastDay === null || today <= lastDay));
  if (sitting === undefined) return terms.some(({ startsOn }) => startsOn > today) ? 'to_come' : 'empty';
  const { lastDay } = sitting;
  if (lastDay === null || lastDay > dayAfter(today, SOON_DAYS)) return 'filled';
  return terms.some(({ startsOn }) => startsOn === dayAfter(lastDay, 1)) ? 'filled' : 'ending_soon';
}

/** Whether two terms share a day: two people never sit in one seat at once. */
export function termsMeet(one: Term, other: Term): boolean {
  const endsBefore = (first: Term, second: Term): boolean => first.lastDay !== null && first.lastDay < second.startsOn;
  return !endsBefore(one, other) && !endsBefore(other, one);
}
