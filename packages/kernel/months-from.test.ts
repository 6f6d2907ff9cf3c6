import assert from 'node:assert/strict';
import test from 'node:test';
import { monthsFrom } from './months-from.ts';

test('months later or earlier it is the same day, or the last one of a shorter month, at the same time', () => {
  for (const [from, months, there] of [
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-08-31', -6, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-22', 12, '2027-11-22'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
  ] as const)
    assert.equal(monthsFrom(new Date(`${from}T09:30:00.250Z`), months).toISOString(), `${there}T09:30:00.250Z`);
});
