import type { Frequency } from '../../contract/index.ts';

const MONTHS: Record<Frequency, number> = {
  month: 1,
  quarter: 3,
  half_year: 6,
  year: 12,
  two_years: 24,
  five_years: 60,
};
/** So many months lie between two words of a source. */
export const monthsOf = (frequency: Frequency): number => MONTHS[frequency];

const DAYS_OF_MONTH = 365.25 / 12;

/** Whether the newest period ended longer ago than one and a half of the frequency; of what never came, that is so too. */
export function isStale(frequency: Frequency, newestEndsOn: string | null, today: string): boolean {
  if (newestEndsOn === null) return true;
  const days = (Date.parse(today) - Date.parse(newestEndsOn)) / 86_400_000;
  return days > 1.5 * MONTHS[frequency] * DAYS_OF_MONTH;
}
