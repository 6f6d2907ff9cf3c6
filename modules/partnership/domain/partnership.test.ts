import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { Dimension } from '../contract/index.ts';
import { aroundCircle, daysOpen, lateSteps, notLookedAt, standingOf, tellPairs } from './index.ts';

const looked = (levels: number[]) =>
  levels.map((level, index) => ({ dimension: Dimension.options[index] ?? 'training', level }));

test('ready is only who was looked at in everything and where everything works', () => {
  assert.equal(standingOf(looked([2, 3, 2, 2, 3, 2, 2])), 'ready');
  assert.equal(standingOf(looked([2, 3, 2, 2, 3, 2])), 'not_known');
  assert.equal(standingOf(looked([2, 1])), 'on_the_way');
  assert.equal(standingOf([]), 'not_known');
  assert.deepEqual(notLookedAt(looked([2, 3, 2, 2, 3])), ['finance', 'training']);
});

test('a step is late while the thing does not work and its day has passed', () => {
  const step = (level: number, stepDueOn: string | null) => ({ level, stepDueOn });
  const steps = [step(1, '2026-01-01'), step(2, '2026-01-01'), step(1, '2027-01-01'), step(0, null)];
  assert.equal(lateSteps(steps, '2026-06-01'), 1);
});

test('days are counted to the day it was settled, or to today', () => {
  assert.equal(daysOpen({ raisedOn: '2026-01-01', settledOn: null }, '2026-01-11'), 10);
  assert.equal(daysOpen({ raisedOn: '2026-01-01', settledOn: '2026-01-04' }, '2026-06-01'), 3);
  assert.equal(daysOpen({ raisedOn: '2026-02-01', settledOn: null }, '2026-01-11'), 0);
});

test('no number of referrals between two organisations is of a few, nor follows from the others', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 40 }), { maxLength: 8 }), (counts) => {
      const pairs = counts.map((count, index) => ({ oneId: 'a', otherId: String(index), count }));
      const told = tellPairs(pairs);
      const shown = pairs.map((pair) => told(pair));
      for (const number of shown) assert.ok(number === null || number === 0 || number > 10);
      const all = counts.reduce((sum, count) => sum + count, 0);
      if (all > 10) assert.notEqual(shown.filter((number) => number === null).length, 1);
    }),
  );
});

test('two of whom nothing was counted sent nothing to one another', () => {
  assert.equal(tellPairs([{ oneId: 'a', otherId: 'b', count: 30 }])({ oneId: 'a', otherId: 'c' }), 0);
});

test('dots stand around the circle, the first at the top', () => {
  assert.deepEqual(aroundCircle(4, 100), [
    { x: 0, y: -100 },
    { x: 100, y: 0 },
    { x: 0, y: 100 },
    { x: -100, y: 0 },
  ]);
});
