import assert from 'node:assert/strict';
import test from 'node:test';
import { judgedYear, type KnownYear } from './index.ts';

const NOTHING: KnownYear = { state: 'missing', value: null, asOf: null };
const known = (value: number, asOf: string): KnownYear => ({ state: 'shown', value, asOf });

const judged = (years: Record<number, KnownYear>, change: object = {}) =>
  judgedYear({
    dueOn: '2029-12-31',
    today: '2026-11-23',
    addsUp: true,
    better: 'down',
    goal: 80,
    knownOf: (year) => years[year] ?? NOTHING,
    ...change,
  });

test('a count is judged by a year that is over, never by the part of one that runs', () => {
  const years = { 2025: known(120, '2025-12-30'), 2026: known(50, '2026-11-20') };
  assert.equal(judged(years), 2025);
  assert.equal(judged(years, { today: '2027-01-15' }), 2026, 'in January too: of the new year there is nothing yet');
  assert.equal(judged({ 2026: known(50, '2026-11-20') }), null, 'nor where there was no year before');
  assert.equal(judged({ 2025: { ...known(0, ''), asOf: null }, 2026: known(50, '2026-11-20') }), null);
});

test('what its source says of the whole year is a year; what was to grow and has reached its goal has reached it', () => {
  assert.equal(judged({ 2025: known(90, '2025-12-31'), 2026: known(70, '2026-12-31') }), 2026);
  const years = { 2025: known(90, '2025-12-30'), 2026: known(110, '2026-11-20') };
  assert.equal(judged(years, { better: 'up', goal: 110 }), 2026);
  assert.equal(judged(years, { better: 'up', goal: 111 }), 2025);
});

test('once a target is due it is judged by the year in which it was, for good', () => {
  const years = { 2025: known(100, '2025-12-30'), 2026: known(120, '2026-12-30'), 2027: known(0, '2027-01-10') };
  const change = { dueOn: '2026-12-31', today: '2027-01-15' };
  assert.equal(judged(years, change), 2026);
  assert.equal(judged(years, { ...change, addsUp: false }), 2026);
});

test('a share or a rate is of the year that runs, and in its first weeks of the one before', () => {
  const years = { 2025: known(0.4, '2025-12-30'), 2026: known(0.5, '2026-11-20') };
  assert.equal(judged(years, { addsUp: false }), 2026);
  assert.equal(judged({ 2025: known(0.4, '2025-12-30') }, { addsUp: false }), 2025);
});
