/** Hours in which somebody is not disturbed, on the clock of the region; those that end after midnight are of both days. */
export type QuietHours = { from: string; until: string };

const MINUTE = 60_000;
const MINUTES_OF_HOUR = 60;
/** Longer than any night, also one in which the clock goes back. */
const LONGEST = 26 * MINUTES_OF_HOUR;

const clocks = new Map<string, Intl.DateTimeFormat>();

function minuteOfDay(at: Date, timeZone: string): number {
  const known = clocks.get(timeZone);
  const clock =
    known ?? new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  if (known === undefined) clocks.set(timeZone, clock);
  const [hours = '0', minutes = '0'] = clock.format(at).split(':');
  return Number(hours) * MINUTES_OF_HOUR + Number(minutes);
}

function minuteOf(hour: string): number {
  const [hours = '0', minutes = '0'] = hour.split(':');
  return Number(hours) * MINUTES_OF_HOUR + Number(minutes);
}

/** Whether a moment lies in the quiet hours: from their first minute to before their last. */
export function isQuiet({ from, until }: QuietHours, at: Date, timeZone: string): boolean {
  const minute = minuteOfDay(at, timeZone);
  const [first, last] = [minuteOf(from), minuteOf(until)];
  return first < last ? first <= minute && minute < last : first <= minute || minute < last;
}

/**
 * The first whole minute at which it is quiet no more; the moment itself where it is not quiet. Looked for minute by minute, so that a
 * night in which the clock is changed ends when its clock says so.
 */
export function endOfQuiet(hours: QuietHours, at: Date, timeZone: string): Date {
  if (!isQuiet(hours, at, timeZone)) return at;
  const start = Math.floor(at.getTime() / MINUTE) * MINUTE;
  for (let minutes = 1; minutes <= LONGEST; minutes += 1) {
    const moment = new Date(start + minutes * MINUTE);
    if (!isQuiet(hours, moment, timeZone)) return moment;
  }
  return new Date(start + LONGEST * MINUTE);
}
