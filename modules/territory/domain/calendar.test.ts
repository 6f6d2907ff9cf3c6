import assert from 'node:assert/strict';
import test from 'node:test';
import { dayAfter, dayIn } from '@qantara/kernel';
import fc from 'fast-check';
import { addWorkingDays, addWorkingHours, calendarOf, isWorkingDay, USUAL_WEEK, type Calendar } from './calendar.ts';

const ZONES = ['UTC', 'Africa/Casablanca', 'Europe/Paris', 'Asia/Beirut', 'America/St_Johns', 'Australia/Lord_Howe'];
const name = { ar: 'عيد', fr: 'Fête', en: 'Feast' };

function aCalendar(timeZone: string, days: string[] = []): Calendar {
  return calendarOf(
    [{ week: USUAL_WEEK, holidays: days.map((onDay) => ({ onDay, name, isWorked: false })) }],
    timeZone,
  );
}

const anyCalendar = fc
  .record({
    timeZone: fc.constantFrom(...ZONES),
    workingDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    opens: fc.integer({ min: 0, max: 19 }),
    hours: fc.integer({ min: 4, max: 12 }),
    // A fortnight in which nobody works, and days here and there.
    feast: fc.integer({ min: 0, max: 330 }),
    others: fc.array(fc.integer({ min: 0, max: 365 }), { maxLength: 12 }),
  })
  .map(({ timeZone, workingDays, opens, hours, feast, others }): Calendar => {
    const fortnight = Array.from({ length: 14 }, (_, index) => feast + index);
    const days = [...fortnight, ...others].map((after) => dayAfter('2026-01-01', after));
    const time = (hour: number) => `${String(Math.min(hour, 23)).padStart(2, '0')}:${hour > 23 ? '59' : '00'}`;
    const week = { workingDays, opensAt: time(opens), closesAt: time(opens + hours) };
    return calendarOf([{ week, holidays: days.map((onDay) => ({ onDay, name, isWorked: false })) }], timeZone);
  });
const aMoment = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });

/** Working days after the first and up to the last, counted one by one. */
function countWorked(calendar: Calendar, from: string, to: string): number {
  let count = 0;
  for (let day = dayAfter(from, 1); day <= to; day = dayAfter(day, 1)) count += isWorkingDay(calendar, day) ? 1 : 0;
  return count;
}

function clock({ timeZone }: Calendar, moment: Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    moment,
  );
}

test('so many working days later is a working day, and exactly so many lie between', () => {
  fc.assert(
    fc.property(anyCalendar, aMoment, fc.integer({ min: 1, max: 20 }), (calendar, from, days) => {
      const due = addWorkingDays(calendar, from, days);
      const taken = dayIn(calendar.timeZone, addWorkingDays(calendar, from, 0));
      const day = dayIn(calendar.timeZone, due);
      assert.ok(isWorkingDay(calendar, day), day);
      assert.equal(countWorked(calendar, taken, day), days);
      assert.ok(due > from);
    }),
  );
});

test('a moment that is due lies within working hours, whatever hour it was sent at and however the clock leaps', () => {
  fc.assert(
    fc.property(anyCalendar, aMoment, fc.integer({ min: 1, max: 60 }), (calendar, from, count) => {
      const leaps = calendar.week.opensAt < '04:00';
      for (const due of [addWorkingDays(calendar, from, count), addWorkingHours(calendar, from, count)]) {
        assert.ok(isWorkingDay(calendar, dayIn(calendar.timeZone, due)));
        if (!leaps) assert.ok(clock(calendar, due) >= calendar.week.opensAt, clock(calendar, due));
        assert.ok(clock(calendar, due) <= calendar.week.closesAt);
      }
    }),
  );
});

test('what is sent later is never due sooner, and more days are never due sooner than fewer', () => {
  fc.assert(
    fc.property(
      anyCalendar,
      fc.tuple(aMoment, aMoment),
      fc.integer({ min: 0, max: 15 }),
      (calendar, [one, other], days) => {
        const [first, last] = one < other ? [one, other] : [other, one];
        assert.ok(addWorkingDays(calendar, first, days) <= addWorkingDays(calendar, last, days));
        assert.ok(addWorkingDays(calendar, first, days) < addWorkingDays(calendar, first, days + 1));
        assert.ok(addWorkingHours(calendar, first, 4) <= addWorkingHours(calendar, last, 4));
      },
    ),
  );
});

test('the night in which the clock changes moves no deadline on the wall', () => {
  const paris = aCalendar('Europe/Paris');
  // The clock goes forward on Sunday 2026-03-29 and back on Sunday 2026-10-25.
  assert.equal(addWorkingDays(paris, new Date('2026-03-27T09:30:00Z'), 1).toISOString(), '2026-03-30T08:30:00.000Z');
  assert.equal(addWorkingDays(paris, new Date('2026-10-23T08:30:00Z'), 1).toISOString(), '2026-10-26T09:30:00.000Z');
});

test('what is sent at midnight of the region is sent on the day that begins there', () => {
  const beirut = aCalendar('Asia/Beirut');
  // Thursday 00:00 in Beirut is Wednesday 22:00 in UTC: it is taken at eight on Thursday.
  assert.equal(addWorkingDays(beirut, new Date('2026-01-14T22:00:00Z'), 1).toISOString(), '2026-01-16T06:00:00.000Z');
});

test('a fortnight of holidays is nobody’s delay', () => {
  const days = Array.from({ length: 14 }, (_, index) => dayAfter('2026-08-03', index));
  const due = addWorkingDays(aCalendar('UTC', days), new Date('2026-07-31T10:00:00Z'), 2);
  assert.equal(due.toISOString(), '2026-08-18T10:00:00.000Z');
});

test('an area has the days of the one it lies in, but for what it says itself', () => {
  const region = { week: USUAL_WEEK, holidays: [{ onDay: '2026-05-01', name, isWorked: false }] };
  const town = { week: null, holidays: [{ onDay: '2026-05-04', name, isWorked: false }] };
  const port = { week: null, holidays: [{ onDay: '2026-05-01', name, isWorked: true }] };
  const calendar = calendarOf([port, town, region], 'UTC');
  assert.equal(isWorkingDay(calendar, '2026-05-01'), true, 'the port works on the feast of the region');
  assert.equal(isWorkingDay(calendar, '2026-05-04'), false);
  assert.equal(isWorkingDay(calendarOf([town, region], 'UTC'), '2026-05-01'), false);
});
