import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { isStale } from './staleness.ts';
import { expectedOf, goalOf, progressOf, statusOf, type Aim } from './target-status.ts';

const YEAR = { startsOn: '2026-01-01', dueOn: '2027-01-01', today: '2026-07-02' };

function anAim(current: number | null, change: Partial<Aim> = {}): Aim {
  return { ...YEAR, baseline: 0.4, goal: 0.6, current, better: 'up', ...change };
}

test('a quarter more than a baseline of forty in a hundred is fifty', () => {
  assert.equal(goalOf({ targetKind: 'relative', target: 0.25, baseline: 0.4 }), 0.5);
});

test('a change from a baseline that nobody knows aims at nothing that can be told', () => {
  assert.equal(goalOf({ targetKind: 'relative', target: 0.25, baseline: null }), null);
});

test('half way to the goal at half time is on track', () => {
  assert.equal(statusOf(anAim(0.5)), 'on_track');
});

test('a third of what is expected is off track, two thirds is at risk', () => {
  assert.equal(statusOf(anAim(0.43)), 'off_track');
  assert.equal(statusOf(anAim(0.467)), 'at_risk');
});

test('a figure that is missing is no data, never a failure and never zero', () => {
  assert.equal(statusOf(anAim(null)), 'no_data');
  assert.equal(progressOf(anAim(null)), null);
});

test('fewer days is as good as more help: a falling target is judged alike', () => {
  assert.equal(statusOf(anAim(3, { baseline: 5, goal: 3, better: 'down' })), 'achieved');
  assert.equal(statusOf(anAim(6, { baseline: 5, goal: 3, better: 'down' })), 'off_track');
});

test('a level that was there at the start is kept or not kept: falling below it is never an achievement', () => {
  assert.equal(statusOf(anAim(0.69, { baseline: 1, goal: 0.9 })), 'off_track');
  assert.equal(statusOf(anAim(0.95, { baseline: 1, goal: 0.9 })), 'achieved');
});

test('a goal that is reached is achieved, wherever it began; short of it, without a beginning, nothing can be said', () => {
  assert.equal(statusOf(anAim(0.6, { baseline: null })), 'achieved');
  assert.equal(statusOf(anAim(0.5, { baseline: null })), 'no_data');
});

test('before its time a target has not started', () => {
  assert.equal(statusOf(anAim(0.4, { today: '2025-12-31' })), 'not_started');
});

test('the nearer to the goal, the better or the same the status, at any moment', () => {
  const order = ['off_track', 'at_risk', 'on_track', 'achieved'];
  const share = fc.double({ min: 0, max: 1.2, noNaN: true });
  fc.assert(
    fc.property(share, share, fc.integer({ min: 0, max: 364 }), (a, b, day) => {
      const today = new Date(Date.parse('2026-01-01') + day * 86_400_000).toISOString().slice(0, 10);
      const ranks = [Math.min(a, b), Math.max(a, b)].map((part) =>
        order.indexOf(statusOf(anAim(0.4 + part * 0.2, { today }))),
      );
      assert.ok((ranks[0] ?? 0) <= (ranks[1] ?? 0));
    }),
  );
});

test('what is to stay as it is, is kept within its tolerance and lost outside it, on either side', () => {
  const kept = { baseline: 0.5, goal: 0.5, tolerance: 0.02 };
  for (const current of [0.48, 0.5, 0.52]) assert.equal(statusOf(anAim(current, kept)), 'achieved');
  for (const current of [0.47, 0.53]) assert.equal(statusOf(anAim(current, kept)), 'off_track');
});

test('a path that was set is what is expected, not the even pace', () => {
  const path = [{ on: '2026-07-02', value: 0.42 }];
  assert.ok(Math.abs(expectedOf(anAim(0.42, { path })) - 0.1) < 1e-9);
  assert.equal(statusOf(anAim(0.42, { path })), 'on_track');
  assert.equal(statusOf(anAim(0.42)), 'off_track');
});

test('between two days of a path the way is even, and after the last day all of it is expected', () => {
  const path = [{ on: '2026-03-02', value: 0.5 }];
  assert.ok(Math.abs(expectedOf(anAim(0.5, { path, today: '2026-01-31' })) - 0.25) < 1e-9);
  assert.equal(expectedOf(anAim(0.5, { path, today: '2028-01-01' })), 1);
});

test('a figure that is too old says nothing, even where it was at the goal', () => {
  const old = { asOf: '2026-02-10', everyMonths: 3 };
  assert.equal(statusOf(anAim(0.6, { ...old, today: '2026-06-25' })), 'achieved');
  assert.equal(statusOf(anAim(0.6, { ...old, today: '2026-06-28' })), 'no_recent_data');
  assert.equal(isStale({ asOf: '2026-02-10', everyMonths: 3, today: '2026-06-28' }), true);
});
