import { dayAfter, dayIn, type LocalizedText } from '@qantara/kernel';
import type { AreaDays, Week } from '../contract/index.ts';

/** The days of one area: its week, and the days that are not worked although the week says so. */
export type Calendar = { timeZone: string; week: Week; holidays: ReadonlyMap<string, LocalizedText> };

/** Where nobody has said anything: Monday to Friday, eight to five. */
export const USUAL_WEEK: Week = { workingDays: [1, 2, 3, 4, 5], opensAt: '08:00', closesAt: '17:00' };

/** More days than any fortnight of holidays takes: a calendar without a working day must not hang a page. */
const MOST_DAYS = 1500;
const HOUR = 3_600_000;

/** What is said at an area and above it, the nearest first: the nearest week, and every holiday that nothing nearer takes back. */
export function calendarOf(nearestFirst: readonly Omit<AreaDays, 'areaId'>[], timeZone: string): Calendar {
  const holidays = new Map<string, LocalizedText>();
  for (const { holidays: own } of nearestFirst.toReversed())
    for (const { onDay, name, isWorked } of own) {
      if (isWorked) holidays.delete(onDay);
      else holidays.set(onDay, name);
    }
  return { timeZone, week: nearestFirst.find(({ week }) => week !== null)?.week ?? USUAL_WEEK, holidays };
}

/** The day of the week of a day, Monday being 1. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
}

export function isWorkingDay({ week, holidays }: Calendar, day: string): boolean {
  return week.workingDays.includes(weekdayOf(day)) && !holidays.has(day);
}

const CLOCKS = new Map<string, Intl.DateTimeFormat>();

/** Making one costs more than a hundred readings of it. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock =
    CLOCKS.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  CLOCKS.set(timeZone, clock);
  return clock;
}

/** What the clock on the wall says at a moment, as if it were UTC. */
function wallClock(timeZone: string, moment: Date): number {
  const parts = clockOf(timeZone).formatToParts(moment);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const seconds = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return seconds + moment.getUTCMilliseconds();
}

/** The moment at which the clock on the wall says this; where the clock leaps over it, the moment of the leap. */
function momentAt(timeZone: string, wall: number): Date {
  const shiftAt = (moment: number): number => wallClock(timeZone, new Date(moment)) - moment;
  const early = wall - shiftAt(wall - 24 * HOUR);
  const late = wall - shiftAt(wall + 24 * HOUR);
  const fits = [Math.min(early, late), Math.max(early, late)].find((at) => at + shiftAt(at) === wall);
  return new Date(fits ?? Math.max(early, late));
}

const wallOf = (day: string, time: string): number => Date.parse(`${day}T${time}:00Z`);
const dayOfWall = (wall: number): string => new Date(wall).toISOString().slice(0, 10);

function nextWorkingDay(calendar: Calendar, day: string): string {
  let next = dayAfter(day, 1);
  for (let tried = 0; !isWorkingDay(calendar, next) && tried < MOST_DAYS; tried += 1) next = dayAfter(next, 1);
  return next;
}

/** The same wall-clock time if it is worked, else the next moment that is. */
function firstWorked(calendar: Calendar, wall: number): number {
  const { opensAt, closesAt } = calendar.week;
  const day = dayOfWall(wall);
  if (isWorkingDay(calendar, day)) {
    if (wall < wallOf(day, opensAt)) return wallOf(day, opensAt);
    if (wall < wallOf(day, closesAt)) return wall;
  }
  return wallOf(nextWorkingDay(calendar, day), opensAt);
}

/** The moment so many working days later, at the same time of day. What comes outside working hours is taken as come at the next opening. */
export function addWorkingDays(calendar: Calendar, from: Date, days: number): Date {
  const { timeZone } = calendar;
  const begun = firstWorked(calendar, wallClock(timeZone, from));
  let day = dayOfWall(begun);
  for (let left = days; left > 0; left -= 1) day = nextWorkingDay(calendar, day);
  return momentAt(timeZone, wallOf(day, '00:00') + (begun - wallOf(dayOfWall(begun), '00:00')));
}

/** The moment after so many hours of work, by the clock on the wall. */
export function addWorkingHours(calendar: Calendar, from: Date, hours: number): Date {
  const { timeZone, week } = calendar;
  let wall = firstWorked(calendar, wallClock(timeZone, from));
  let left = hours * HOUR;
  for (;;) {
    const closes = wallOf(dayOfWall(wall), week.closesAt);
    if (left <= closes - wall) return momentAt(timeZone, wall + left);
    left -= closes - wall;
    wall = wallOf(nextWorkingDay(calendar, dayOfWall(wall)), week.opensAt);
  }
}

/** The holidays that stood between two moments on days that are worked otherwise, for whoever asks why it takes so long. */
export function holidaysBetween(calendar: Calendar, from: Date, to: Date): { onDay: string; name: LocalizedText }[] {
  const { timeZone, week, holidays } = calendar;
  const [first, last] = [dayIn(timeZone, from), dayIn(timeZone, to)];
  return [...holidays]
    .filter(([onDay]) => onDay >= first && onDay <= last && week.workingDays.includes(weekdayOf(onDay)))
    .map(([onDay, name]) => ({ onDay, name }))
    .toSorted((one, other) => one.onDay.localeCompare(other.onDay));
}
