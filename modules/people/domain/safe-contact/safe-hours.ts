import type { ContactPoint } from '../../contract/index.ts';

type Hours = Pick<ContactPoint, 'safeDays' | 'safeFrom' | 'safeUntil'>;

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MINUTES_OF_HOUR = 60;

/** The day of the week, 1 for Monday, and the minute of it, on the clock of a time zone. */
export function clockOf(at: Date, timeZone: string): { day: number; minute: number } {
  const format = { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const parts = new Intl.DateTimeFormat('en-GB', format).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const minute = Number(part('hour')) * MINUTES_OF_HOUR + Number(part('minute'));
  return { day: DAYS.indexOf(part('weekday')) + 1, minute };
}

function minuteOf(hour: string): number {
  const [hours, minutes] = hour.split(':').map(Number);
  return (hours ?? 0) * MINUTES_OF_HOUR + (minutes ?? 0);
}

const dayBefore = (day: number): number => (day === 1 ? DAYS.length : day - 1);

/**
 * Whether a moment lies in the hours that the person called safe: from the first minute to before the last, on the named days or
 * on every day where none is named. Hours that end after midnight belong to the day on which they began.
 */
export function isInSafeHours(hours: Hours, at: Date, timeZone: string): boolean {
  const { day, minute } = clockOf(at, timeZone);
  const isOn = (one: number): boolean => hours.safeDays.length === 0 || hours.safeDays.includes(one);
  if (hours.safeFrom === null || hours.safeUntil === null) return isOn(day);
  const [from, until] = [minuteOf(hours.safeFrom), minuteOf(hours.safeUntil)];
  if (from < until) return isOn(day) && from <= minute && minute < until;
  return (isOn(day) && from <= minute) || (isOn(dayBefore(day)) && minute < until);
}
