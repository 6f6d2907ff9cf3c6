import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OpeningHours } from '../../contract/index.ts';
import { askedMoment } from './asked-moment.ts';
import { isOpenAt, momentOf } from './open-times.ts';

const NONE: OpeningHours = {
  locationId: null,
  weekday: 1,
  nth: null,
  monthDay: null,
  every: 1,
  since: null,
  opensAt: '09:00',
  closesAt: '17:00',
  validFrom: null,
  validTo: null,
  isClosed: false,
  description: null,
};

/** March 2026 begins on a Sunday, so that its Mondays are the 2nd, 9th, 16th, 23rd and 30th. */
function isOpen(
  changed: Partial<OpeningHours> | Partial<OpeningHours>[],
  date: string,
  time: string | null = '10:00',
): boolean {
  const all = (Array.isArray(changed) ? changed : [changed]).map((one) => ({ ...NONE, ...one }));
  return isOpenAt(all, momentOf(date, time), null);
}

test('a weekday from its opening on, until just before it closes', () => {
  assert.deepEqual(
    ['08:59', '09:00', '16:59', '17:00'].map((time) => isOpen({}, '2026-03-02', time)),
    [false, true, true, false],
  );
  assert.equal(isOpen({}, '2026-03-03'), false);
  assert.equal(isOpen({}, '2026-03-02', null), true, 'some time of that day');
});

test('past midnight belongs to the day before', () => {
  const night = { opensAt: '22:00', closesAt: '02:00' };
  assert.equal(isOpen(night, '2026-03-02', '23:00'), true);
  assert.equal(isOpen(night, '2026-03-03', '01:59'), true);
  assert.equal(isOpen(night, '2026-03-03', '02:00'), false);
  assert.equal(isOpen(night, '2026-03-02', '01:00'), false, 'Sunday night was closed');
  assert.equal(isOpen({ opensAt: '00:00', closesAt: '00:00' }, '2026-03-02', '13:00'), true, 'the whole day');
  assert.equal(isOpen({ opensAt: '20:00', closesAt: '00:00' }, '2026-03-02', '23:59'), true);
});

test('the nth weekday of a month, counted from either end', () => {
  assert.deepEqual(
    ['2026-03-02', '2026-03-09', '2026-03-30'].map((date) => isOpen({ nth: 2 }, date)),
    [false, true, false],
  );
  assert.equal(isOpen({ nth: -1 }, '2026-03-30'), true);
  assert.equal(isOpen({ nth: -1 }, '2026-03-23'), false);
  assert.equal(isOpen({ nth: 5 }, '2026-03-30'), true);
});

test('a day of the month, its last too', () => {
  assert.equal(isOpen({ weekday: null, monthDay: 15 }, '2026-03-15'), true);
  assert.equal(isOpen({ weekday: null, monthDay: -1 }, '2026-02-28'), true);
  assert.equal(isOpen({ weekday: null, monthDay: 31 }, '2026-04-30'), false);
});

test('every second week, counted from the week in which it began', () => {
  const other = { every: 2, since: '2026-02-25' };
  assert.deepEqual(
    ['2026-02-23', '2026-03-02', '2026-03-09'].map((date) => isOpen(other, date)),
    [false, false, true],
  );
  assert.equal(isOpen({ every: 2 }, '2026-03-02'), false, 'nobody knows which weeks');
});

test('only within its days, and not while it is closed', () => {
  assert.equal(isOpen({ validFrom: '2026-03-03' }, '2026-03-02'), false);
  assert.equal(isOpen({ validTo: '2026-03-02' }, '2026-03-02'), true);
  const closure = { weekday: null, isClosed: true, opensAt: null, closesAt: null };
  assert.equal(isOpen([{}, { ...closure, validFrom: '2026-03-01', validTo: '2026-03-02' }], '2026-03-02'), false);
  assert.equal(isOpen([{}, { ...closure, validTo: '2026-03-01' }], '2026-03-02'), true);
  assert.equal(isOpen([{}, closure], '2026-03-02'), true, 'a closure without a day says nothing');
});

test('hours with one end only are no promise', () => {
  assert.equal(isOpen({ closesAt: null }, '2026-03-02'), false);
});

test('what is asked is read on the clock of the region', () => {
  const clock = { now: new Date('2026-03-01T23:30:00Z'), timeZone: 'Africa/Tunis' };
  assert.deepEqual(askedMoment({ openAt: 'now' }, clock), momentOf('2026-03-02', '00:30'));
  assert.deepEqual(askedMoment({ openAt: 'MO', openTime: '10:00' }, clock), momentOf('2026-03-02', '10:00'));
  assert.deepEqual(askedMoment({ openAt: 'SU' }, clock), momentOf('2026-03-08', null));
  assert.deepEqual(askedMoment({ openAt: '2026-04-01T18:00' }, clock), momentOf('2026-04-01', '18:00'));
  assert.equal(askedMoment({}, clock), null);
});
