/** Made once for each zone: making one costs more than all that is asked of it in a request. */
const DAYS = new Map<string, Intl.DateTimeFormat>();

/** The calendar day that it is at a moment in a time zone, `2026-11-22`. */
export function dayIn(timeZone: string, moment: Date): string {
  const days = DAYS.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  DAYS.set(timeZone, days);
  return days.format(moment);
}
