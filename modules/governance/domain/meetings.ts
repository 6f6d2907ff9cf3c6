/** Whether enough of the filled seats are there for a decision to stand. A body of empty seats decides nothing. */
export function hasQuorum(seats: { present: number; filled: number }, percent: number): boolean {
  return seats.filled > 0 && seats.present * 100 >= percent * seats.filled;
}

/** The same day so many months later; the last day of a shorter month. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}

type Rhythm = { everyMonths: number | null; began: string; held: readonly string[]; planned: readonly string[] };

/** Whether a body should have met by now: its rhythm has run out since it last met, and no meeting is to come. */
export function isLate({ everyMonths, began, held, planned }: Rhythm, today: string): boolean {
  if (everyMonths === null || planned.some((day) => day >= today)) return false;
  return monthsAfter(held.toSorted().at(-1) ?? began, everyMonths) < today;
}
