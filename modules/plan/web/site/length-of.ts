const DAYS_OF_MONTH = 365.25 / 12;
/** Two months are still counted in days; after that nobody counts them. */
const MOST_DAYS = 60;

/** How long something has been late, as people say it. */
export function lengthOf(days: number): { unit: 'days' | 'months'; count: number } {
  if (days <= MOST_DAYS) return { unit: 'days', count: days };
  return { unit: 'months', count: Math.floor(days / DAYS_OF_MONTH) };
}
