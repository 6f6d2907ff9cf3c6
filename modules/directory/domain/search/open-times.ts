import { dayAfter } from '@qantara/kernel';
import type { OpeningHours } from '../../contract/index.ts';

/** A day as openings ask about it: `2026-11-22`, and what follows from it. */
export type CalendarDay = {
  date: string;
  /** 1 Monday to 7 Sunday (ISO 8601). */
  weekday: number;
  day: number;
  daysInMonth: number;
};

/** When: a day of the region's calendar, and the time of its clock; without a time, at some time of that day. */
export type Moment = { today: CalendarDay; yesterday: CalendarDay; time: string | null };

const DAY = 86_400_000;
const instantOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** A date as a day of the calendar. */
export function calendarDay(date: string): CalendarDay {
  const at = new Date(instantOf(date));
  return {
    date,
    weekday: ((at.getUTCDay() + 6) % 7) + 1,
    day: at.getUTCDate(),
    daysInMonth: new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate(),
  };
}

/** A moment of the region's calendar and clock. */
export function momentOf(date: string, time: string | null): Moment {
  return { today: calendarDay(date), yesterday: calendarDay(dayAfter(date, -1)), time };
}

/** Whole weeks between the weeks (Monday first) of two dates. */
function weeksBetween(from: string, to: string): number {
  const monday = (date: string) => instantOf(date) - (calendarDay(date).weekday - 1) * DAY;
  return Math.round((monday(to) - monday(from)) / (7 * DAY));
}

function isNth(nth: number | null, { day, daysInMonth }: CalendarDay): boolean {
  if (nth === null) return true;
  return nth > 0 ? Math.ceil(day / 7) === nth : Math.ceil((daysInMonth - day + 1) / 7) === -nth;
}

function isItsDay(opening: OpeningHours, on: CalendarDay): boolean {
  if (opening.monthDay !== null)
    return opening.monthDay > 0 ? on.day === opening.monthDay : on.day === on.daysInMonth + opening.monthDay + 1;
  return opening.weekday === on.weekday && isNth(opening.nth, on);
}

function isItsWeek({ every, since }: OpeningHours, on: CalendarDay): boolean {
  if (every === 1) return true;
  return since !== null && weeksBetween(since, on.date) % every === 0;
}

function isWithin({ since, validFrom, validTo }: OpeningHours, on: CalendarDay): boolean {
  return (
    (since === null || since <= on.date) &&
    (validFrom === null || validFrom <= on.date) &&
    (validTo === null || on.date <= validTo)
  );
}

/** Closed for a time: a closure without any day says nothing, as it would mean for ever. */
function closes(closure: OpeningHours, opening: OpeningHours, on: CalendarDay): boolean {
  const isDated = closure.since !== null || closure.validFrom !== null || closure.validTo !== null;
  const isItsPlace = closure.locationId === null || closure.locationId === opening.locationId;
  return closure.isClosed && isDated && isItsPlace && isWithin(closure, on);
}

/** Whether these hours are kept on this day: its rule fits, it is valid, and nothing closes it. */
export function appliesOn(opening: OpeningHours, on: CalendarDay, all: readonly OpeningHours[]): boolean {
  if (opening.isClosed || opening.opensAt === null || opening.closesAt === null) return false;
  if (!isItsDay(opening, on) || !isItsWeek(opening, on) || !isWithin(opening, on)) return false;
  return !all.some((closure) => closes(closure, opening, on));
}

/**
 * Whether these hours hold at a moment. An end at or before the beginning is on the next day (22:00 to 02:00; 00:00 to 00:00 is
 * the whole day); hours of which only one end is said are not taken for open, as nobody knows when they end.
 */
function holdsAt(opening: OpeningHours, at: Moment, all: readonly OpeningHours[]): boolean {
  const { opensAt, closesAt } = opening;
  if (opensAt === null || closesAt === null) return false;
  const isToday = appliesOn(opening, at.today, all);
  if (at.time === null) return isToday;
  const isOvernight = closesAt <= opensAt;
  if (isToday && at.time >= opensAt && (isOvernight || at.time < closesAt)) return true;
  return isOvernight && at.time < closesAt && appliesOn(opening, at.yesterday, all);
}

/** Whether a service is open at a moment; at some of its places where these are named: hours without a place are of all. */
export function isOpenAt(openings: readonly OpeningHours[], at: Moment, places: readonly string[] | null): boolean {
  return openings.some(
    (opening) =>
      (places === null || opening.locationId === null || places.includes(opening.locationId)) &&
      holdsAt(opening, at, openings),
  );
}
