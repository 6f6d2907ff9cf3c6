/**
 * The least number of people that is said to others: from 1 to 10 nothing is (CMS Cell Size Suppression Policy, as
 * `indicators/domain/figures.ts`). None is no person, and may be said.
 */
export const LEAST_SHOWN = 11;

/** A count as it may be said to a reader; null is "fewer than 11". Who runs the cohort knows its members by name, and how many. */
export function shownCount(count: number, isKnownByName: boolean): number | null {
  return isKnownByName || count === 0 || count >= LEAST_SHOWN ? count : null;
}
