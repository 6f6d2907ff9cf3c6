const MONTH_ENDS = 28;

/** The day so many months later; a month that is shorter ends on its own last day. */
export function monthsAfter(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(wanted > MONTH_ENDS ? Math.min(wanted, last) : wanted);
  return date.toISOString().slice(0, 10);
}

/** How many days lie between two days, the later one last. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
