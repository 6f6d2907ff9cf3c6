const DAY_MS = 86_400_000;
const DAYS_OF_MONTH = 365.25 / 12;
/** A report that is late by half its time again is no longer news. */
const PATIENCE = 1.5;

/** Whether what was last heard is too old to judge by: older than one and a half times the agreed frequency. */
export function isStale({ asOf, everyMonths, today }: { asOf: string; everyMonths: number; today: string }): boolean {
  const days = (Date.parse(today.slice(0, 10)) - Date.parse(asOf.slice(0, 10))) / DAY_MS;
  return days > PATIENCE * everyMonths * DAYS_OF_MONTH;
}
