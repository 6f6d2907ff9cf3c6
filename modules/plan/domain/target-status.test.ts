import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { goalOf, progressOf, statusOf, type Aim } from './target-status.ts';

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
