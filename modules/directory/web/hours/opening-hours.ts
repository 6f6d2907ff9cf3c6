import type { Locale, LocalizedText } from '@qantara/kernel';
import type { OpeningHours } from '../../contract/index.ts';
import { appliesOn, calendarDay, regionClock } from '../../domain/index.ts';

/** Days that follow each other and have the same hours, or one rule that is no plain week, as one line. */
export type HoursLine = { days: number[]; times: string[]; notes: LocalizedText[]; rule: OpeningHours | null };

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** `09:00–17:00`; what is not said is left open. */
export function timesOf({ opensAt, closesAt }: Pick<OpeningHours, 'opensAt' | 'closesAt'>): string {
  return [opensAt, closesAt].map((time) => time ?? '…').join('–');
}

/** Hours of every week of the year, as most are; others need their rule said. */
function isPlain(hours: OpeningHours): boolean {
  return (
    hours.weekday !== null &&
    hours.nth === null &&
    hours.every === 1 &&
    hours.validFrom === null &&
    hours.validTo === null &&
    !hours.isClosed
  );
}

function ofDay(hours: OpeningHours[], day: number): Pick<HoursLine, 'times' | 'notes'> {
  const own = hours.filter((one) => one.weekday === day);
  return {
    times: own.filter((one) => one.opensAt !== null || one.closesAt !== null).map(timesOf),
    notes: own.flatMap((one) => one.description ?? []),
  };
}

function weekLines(hours: OpeningHours[]): HoursLine[] {
  const lines: HoursLine[] = [];
  for (const day of DAYS) {
    const { times, notes } = ofDay(hours, day);
    const last = lines.at(-1);
    if (times.length === 0 && notes.length === 0) continue;
    if (last?.days.at(-1) === day - 1 && last.times.join() === times.join() && notes.length === 0) last.days.push(day);
    else lines.push({ days: [day], times, notes, rule: null });
  }
  return lines;
}

/** The week in as few lines as it takes, then the rules that are no plain week; what is over by `today` is left out. */
export function hoursLines(hours: OpeningHours[], today: string): HoursLine[] {
  const rules = hours.filter(
    (one) =>
      !isPlain(one) &&
      (one.weekday !== null || one.monthDay !== null || one.isClosed) &&
      (one.validTo === null || one.validTo >= today),
  );
  return [
    ...weekLines(hours.filter(isPlain)),
    ...rules.map((rule) => ({
      days: rule.weekday === null ? [] : [rule.weekday],
      times: rule.opensAt === null && rule.closesAt === null ? [] : [timesOf(rule)],
      notes: rule.description === null ? [] : [rule.description],
      rule,
    })),
  ];
}

/** How a rule says its days. */
export function ruleKind({
  isClosed,
  monthDay,
  nth,
  every,
}: OpeningHours): 'closed' | 'month_day' | 'nth' | 'weeks' | 'day' {
  if (isClosed) return 'closed';
  if (monthDay !== null) return 'month_day';
  if (nth !== null) return 'nth';
  return every > 1 ? 'weeks' : 'day';
}

/** From when until when: the message that says it, or none. */
export function periodKind({ validFrom, validTo }: OpeningHours): 'between' | 'from' | 'until' | null {
  if (validFrom !== null) return validTo === null ? 'from' : 'between';
  return validTo === null ? null : 'until';
}

/** A weekday's name, 1 Monday to 7 Sunday. */
export function weekdayName(day: number, locale: Locale): string {
  // The first of January 2024 was a Monday.
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, day)));
}

/** The day it is now where the region is. */
export function dateNow(now: Date, timeZone: string): string {
  return regionClock(now, timeZone).date;
}

/** The hours that are kept on a day: a list, empty where it is closed; null where no day's hours are known. */
export function timesOn(hours: OpeningHours[], date: string): string[] | null {
  const known = hours.filter((one) => one.opensAt !== null || one.closesAt !== null);
  if (known.length === 0) return null;
  const on = calendarDay(date);
  return known
    .filter((one) =>
      appliesOn({ ...one, opensAt: one.opensAt ?? '00:00', closesAt: one.closesAt ?? '24:00' }, on, hours),
    )
    .map(timesOf)
    .toSorted();
}
