import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OpeningHours } from '../../contract/index.ts';
import { dateNow, hoursLines, timesOn, weekdayName } from './opening-hours.ts';

const NONE: OpeningHours = {
  locationId: null,
  weekday: null,
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
const on = (weekday: number, opensAt = '09:00', closesAt = '17:00'): OpeningHours => ({
  ...NONE,
  weekday,
  opensAt,
  closesAt,
});

// The second of March 2026 is a Monday.
const MONDAY = '2026-03-02';

test('days that follow each other with the same hours are one line', () => {
  const lines = hoursLines([on(1), on(2), on(3), on(5), on(6, '10:00', '12:00')], MONDAY);
  assert.deepEqual(
    lines.map(({ days, times }) => [days, times]),
    [
      [[1, 2, 3], ['09:00–17:00']],
      [[5], ['09:00–17:00']],
      [[6], ['10:00–12:00']],
    ],
  );
});

test('a rule that is no plain week is a line of its own, as long as it is not over', () => {
  const rules = [
    { ...on(1), nth: 1 },
    { ...on(2), validTo: '2026-01-01' },
    { ...NONE, isClosed: true, validFrom: MONDAY },
  ];
  assert.deepEqual(
    hoursLines(rules, MONDAY).map(({ rule }) => rule),
    [rules[0], rules[2]],
  );
});

test('today is open, closed, or not known', () => {
  assert.deepEqual(timesOn([on(1, '18:00', '20:00'), on(1)], MONDAY), ['09:00–17:00', '18:00–20:00']);
  assert.deepEqual(timesOn([on(2)], MONDAY), []);
  assert.deepEqual(timesOn([{ ...on(1), nth: 2 }], MONDAY), [], 'only the second Monday');
  assert.equal(timesOn([{ ...NONE, opensAt: null, closesAt: null }], MONDAY), null);
});

test('the day is the one where the region is', () => {
  const late = new Date('2026-03-01T23:30:00Z');
  assert.equal(dateNow(late, 'UTC'), '2026-03-01');
  assert.equal(dateNow(late, 'Africa/Tunis'), MONDAY);
  assert.equal(weekdayName(1, 'fr'), 'lundi');
});
