import type { Locale, LocalizedText } from '@qantara/kernel';
import type { OpeningHours } from '../contract/index.ts';

/** Days that follow each other and have the same hours, as one line. */
export type HoursLine = { days: number[]; times: string[]; notes: LocalizedText[] };

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** `09:00–17:00`; what is not said is left open. */
export function timesOf({ opensAt, closesAt }: Pick<OpeningHours, 'opensAt' | 'closesAt'>): string {
  return [opensAt, closesAt].map((time) => time ?? '…').join('–');
}

function ofDay(hours: OpeningHours[], day: number): Omit<HoursLine, 'days'> {
  const own = hours.filter((one) => one.weekday === day);
  return {
    times: own.filter((one) => one.opensAt !== null || one.closesAt !== null).map(timesOf),
    notes: own.flatMap((one) => one.description ?? []),
  };
}

/** The week in as few lines as it takes; days without hours are left out. */
export function hoursLines(hours: OpeningHours[]): HoursLine[] {
  const lines: HoursLine[] = [];
  for (const day of DAYS) {
    const { times, notes } = ofDay(hours, day);
    const last = lines.at(-1);
    if (times.length === 0 && notes.length === 0) continue;
    if (last?.days.at(-1) === day - 1 && last.times.join() === times.join() && notes.length === 0) last.days.push(day);
    else lines.push({ days: [day], times, notes });
  }
  return lines;
}

/** A weekday's name, 1 Monday to 7 Sunday. */
export function weekdayName(day: number, locale: Locale): string {
  // The first of January 2024 was a Monday.
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, day)));
}

/** Which day of the week it is now where the region is. */
export function weekdayNow(now: Date, timeZone: string): number {
  const name = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone }).format(now);
  return ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(name) + 1;
}

/** Today's hours: a list, empty where it is closed; null where no weekday's hours are known. */
export function timesToday(hours: OpeningHours[], today: number): string[] | null {
  if (hours.every((one) => one.weekday === null || (one.opensAt === null && one.closesAt === null))) return null;
  return ofDay(hours, today).times;
}
