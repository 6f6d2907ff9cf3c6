import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { overPeriod, yearToDate, type Said } from './over-period.ts';

test('a year to date begins with the first value and carries on over what is missing: none, 1, 2, none, 3, none', () => {
  assert.deepEqual(yearToDate([null, 1, 2, null, 3, null]), [null, 1, 3, 3, 6, 6]);
});

const month = (number: number, parts: Partial<Said>): Said => ({
  startsOn: `2026-${String(number).padStart(2, '0')}-01`,
  endsOn: `2026-${String(number + 1).padStart(2, '0')}-01`,
  numerator: null,
  denominator: null,
  value: null,
  ...parts,
});

test('months of a count are added up', () => {
  const months = [month(3, { numerator: 5 }), month(2, { value: 4 }), month(1, { numerator: 3 })];
  assert.deepEqual(overPeriod('count', months), {
    startsOn: '2026-01-01',
    endsOn: '2026-04-01',
    numerator: 12,
    denominator: null,
    value: 12,
  });
});

test('a share of months is a share of sums: 1 of 10 and 90 of 90 is 91 of 100, and not the mean of both', () => {
  const months = [month(2, { numerator: 90, denominator: 90 }), month(1, { numerator: 1, denominator: 10 })];
  const { numerator, denominator, value } = overPeriod('ratio', months) ?? month(1, {});
  assert.deepEqual([numerator, denominator, value], [91, 100, null]);
});

test('a rate has the events of all months over the people of the last, who are the same people', () => {
  const months = [month(2, { numerator: 4, denominator: 1010 }), month(1, { numerator: 6, denominator: 1000 })];
  const { numerator, denominator } = overPeriod('rate', months) ?? month(1, {});
  assert.deepEqual([numerator, denominator], [10, 1010]);
});

test('what came without its parts is not put together, and a whole year speaks for its months', () => {
  const bare = [month(2, { value: 0.4 }), month(1, { value: 0.2 })];
  assert.equal(overPeriod('ratio', bare)?.value, 0.4);
  const year = { ...month(1, { value: 0.3 }), endsOn: '2027-01-01' };
  assert.equal(overPeriod('ratio', [...bare, year])?.value, 0.3);
  assert.equal(overPeriod('count', []), undefined);
});

test('a share over a period lies between the least and the greatest of its months', () => {
  const aMonth = fc.tuple(fc.nat({ max: 50 }), fc.integer({ min: 1, max: 50 }));
  fc.assert(
    fc.property(fc.array(aMonth, { minLength: 2, maxLength: 11 }), (parts) => {
      const months = parts.map(([counted, more], index) =>
        month(11 - index, { numerator: counted, denominator: counted + more }),
      );
      const all = overPeriod('ratio', months);
      const share = (one: Said | undefined) => (one?.numerator ?? 0) / (one?.denominator ?? 1);
      const shares = months.map(share);
      assert.ok(share(all) >= Math.min(...shares) - 1e-9 && share(all) <= Math.max(...shares) + 1e-9);
    }),
  );
});
