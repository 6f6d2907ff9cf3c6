import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OpeningHours } from '../contract/index.ts';
import { hoursLines, timesToday, weekdayName, weekdayNow } from './opening-hours.ts';

function on(weekday: number | null, opensAt: string | null = '09:00', closesAt: string | null = '17:00'): OpeningHours {
  return { weekday, opensAt, closesAt, description: null };
}

test('days that follow each other with the same hours are one line', () => {
  const lines = hoursLines([on(1), on(2), on(3), on(5), on(6, '10:00', '12:00')]);
  assert.deepEqual(
    lines.map(({ days, times }) => [days, times]),
    [
      [[1, 2, 3], ['09:00–17:00']],
      [[5], ['09:00–17:00']],
      [[6], ['10:00–12:00']],
    ],
  );
});

test('today is open, closed, or not known', () => {
  assert.deepEqual(timesToday([on(1), on(1, '18:00', '20:00')], 1), ['09:00–17:00', '18:00–20:00']);
  assert.deepEqual(timesToday([on(1)], 2), []);
  assert.equal(timesToday([on(null, null, null)], 2), null);
});

test('the day of the week is the one where the region is', () => {
  const late = new Date('2026-03-01T23:30:00Z');
  assert.equal(weekdayNow(late, 'UTC'), 7);
  assert.equal(weekdayNow(late, 'Africa/Tunis'), 1);
  assert.equal(weekdayName(1, 'fr'), 'lundi');
});
