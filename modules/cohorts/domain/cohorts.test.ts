import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { Criteria } from '../contract/index.ts';
import { fitOf, holdsOf, LEAST_SHOWN, shownCount, statusOf, type Facts } from './index.ts';

const NOTHING: Facts = { age: null, areaIds: [], languages: [], gender: null, needs: null, agesAtHome: null };

test('criteria that ask nothing fit everybody, also of whom nothing is known', () => {
  assert.equal(fitOf(Criteria.parse({}), NOTHING), 'fits');
});

test('an age known in part fits where every age that it may be does, and does not where none does', () => {
  const years = fc.nat(90);
  fc.assert(
    fc.property(fc.tuple(years, fc.nat(7)), fc.option(years), fc.option(years), ([least, span], ageFrom, ageTo) => {
      const all = Array.from({ length: span + 1 }, (_one, index) => least + index);
      const inside = all.filter((age) => age >= (ageFrom ?? 0) && age <= (ageTo ?? 200)).length;
      const criteria = Criteria.parse({ ageFrom, ageTo });
      const { age } = holdsOf(criteria, { ...NOTHING, age: { least, most: least + span } });
      if (ageFrom !== null && ageTo !== null && ageTo < ageFrom) return;
      assert.equal(age, inside === all.length ? true : inside === 0 ? false : null);
    }),
  );
});

test('one thing that does not hold is enough for no; what is not known is never guessed', () => {
  const criteria = Criteria.parse({ ageFrom: 60, languages: ['ar'] });
  assert.equal(fitOf(criteria, { ...NOTHING, languages: ['ar'] }), 'unknown');
  assert.equal(fitOf(criteria, { ...NOTHING, languages: ['fr'] }), 'no');
  const child = Criteria.parse({ childUnder: 6 });
  assert.equal(fitOf(child, { ...NOTHING, agesAtHome: [] }), 'no');
  assert.equal(fitOf(child, { ...NOTHING, agesAtHome: [null] }), 'unknown');
  assert.equal(fitOf(child, { ...NOTHING, agesAtHome: [{ least: 5, most: 6 }] }), 'unknown');
  assert.equal(fitOf(child, { ...NOTHING, agesAtHome: [null, { least: 4, most: 5 }] }), 'fits');
});

test('a count is said to others from 11 on, or where it is none', () => {
  fc.assert(
    fc.property(fc.nat(40), (count) => {
      assert.equal(shownCount(count, true), count);
      assert.equal(shownCount(count, false), count > 0 && count < LEAST_SHOWN ? null : count);
    }),
  );
});

test('a cohort runs from its first day to its last', () => {
  const days = { startsOn: '2026-01-01', lastDay: '2026-12-31' };
  const on = ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((day) => statusOf(days, day));
  assert.deepEqual(on, ['not_yet', 'running', 'running', 'ended']);
  assert.equal(statusOf({ ...days, lastDay: null }, '2050-01-01'), 'running');
});
