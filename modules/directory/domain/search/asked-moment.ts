import { dayAfter } from '@qantara/kernel';
import { DAY_CODES } from '../records/weekday.ts';
import { calendarDay, momentOf, type Moment } from './open-times.ts';

/** When somebody asks for: now, a date with or without a time, or the next such weekday. */
export type AskedTime = { openAt?: string | undefined; openTime?: string | undefined };

/** The day and the time of the clock in the region at this instant. */
export function regionClock(now: Date, timeZone: string): { date: string; time: string } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(now);
  const [date = '', time = ''] = parts.split(', ');
  return { date, time };
}

function nextDay(code: string, today: string): string {
  const weekday = DAY_CODES.indexOf(code as (typeof DAY_CODES)[number]) + 1;
  return dayAfter(today, (weekday - calendarDay(today).weekday + 7) % 7);
}

/**
 * The moment that is asked for, on the region's own clock; null where none is. `now`; `2026-11-22` and `2026-11-22T10:00`;
 * `MO` to `SU`, which is today when today is that day. A time beside it counts where none is in it.
 */
export function askedMoment({ openAt, openTime }: AskedTime, of: { now: Date; timeZone: string }): Moment | null {
  if (openAt === undefined) return null;
  const here = regionClock(of.now, of.timeZone);
  if (openAt === 'now') return momentOf(here.date, here.time);
  const said = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/.exec(openAt);
  const date = said?.[1] ?? nextDay(openAt, here.date);
  return momentOf(date, said?.[2] ?? openTime ?? null);
}
