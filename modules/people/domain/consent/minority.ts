import type { Birth, Minority } from '../../contract/index.ts';
import { birthInterval } from '../names/birth-interval.ts';

/** The day, so many years later; who is born on 29 February comes of age on 1 March. */
function yearsAfter(day: Date, years: number): Date {
  return new Date(Date.UTC(day.getUTCFullYear() + years, day.getUTCMonth(), day.getUTCDate()));
}

/**
 * Whether somebody is of age on a day. Where their birth is known in part they may not be, and are then treated as a child is
 * (Convention on the Rights of the Child, General Comment 6, §31: the benefit of the doubt). Nothing known is no doubt raised:
 * the page says what to do.
 */
export function minorityOn(birth: Birth, on: { day: string; ageOfMajority: number }): Minority {
  const interval = birthInterval(birth);
  if (interval === null) return 'unknown';
  const today = new Date(`${on.day}T00:00:00Z`);
  const lastDay = new Date(interval.until.getTime() - 86_400_000);
  if (yearsAfter(lastDay, on.ageOfMajority) <= today) return 'adult';
  return yearsAfter(interval.from, on.ageOfMajority) > today ? 'minor' : 'perhaps';
}
