import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { DataCategory, SharingPurpose } from '../contract/index.ts';
import { bondCovers, statusOf, type Bond, type Dated, type Passing } from './index.ts';

const day = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const aBond: fc.Arbitrary<Bond> = fc.record({
  purposes: fc.subarray([...SharingPurpose.options], { minLength: 1 }),
  categories: fc.subarray([...DataCategory.options], { minLength: 1 }),
  runsFrom: day,
  runsUntil: fc.option(day),
});
const aPassing: fc.Arbitrary<Passing> = fc.record({
  purpose: fc.constantFrom(...SharingPurpose.options),
  categories: fc.subarray([...DataCategory.options], { minLength: 1 }),
  on: day,
});

test('an agreement lets pass what it names, for what it names, on its days, and nothing else', () => {
  fc.assert(
    fc.property(aBond, aPassing, (bond, passing) => {
      const isNamed =
        bond.purposes.includes(passing.purpose) && passing.categories.every((one) => bond.categories.includes(one));
      const isItsDay = bond.runsFrom <= passing.on && (bond.runsUntil ?? '9999-12-31') > passing.on;
      assert.equal(bondCovers(bond, passing), isNamed && isItsDay);
    }),
  );
});

test('what an agreement lets pass it lets pass in part', () => {
  fc.assert(
    fc.property(aBond, aPassing, (bond, passing) => {
      const part = { ...passing, categories: passing.categories.slice(1) };
      assert.ok(!bondCovers(bond, passing) || bondCovers(bond, part));
    }),
  );
});

const SIGNED = { signedOn: '2026-01-01', leftOn: null };
const CHARTER: Dated = { startsOn: '2026-02-01', lastDay: '2026-12-31', endedOn: null, parties: [SIGNED, SIGNED] };

test('an agreement waits for two signatures, then for its first day, and runs to the end of its last', () => {
  assert.equal(statusOf({ ...CHARTER, parties: [SIGNED, { signedOn: null, leftOn: null }] }, '2026-03-01'), 'unsigned');
  assert.equal(statusOf(CHARTER, '2026-01-31'), 'not_yet');
  assert.equal(statusOf(CHARTER, '2026-02-01'), 'running');
  assert.equal(statusOf(CHARTER, '2026-12-31'), 'ending_soon');
  assert.equal(statusOf(CHARTER, '2027-01-01'), 'ended');
});

test('it is ended by whoever ends it, and by everybody but one having left', () => {
  assert.equal(statusOf({ ...CHARTER, endedOn: '2026-06-01' }, '2026-05-31'), 'ending_soon');
  assert.equal(statusOf({ ...CHARTER, endedOn: '2026-06-01' }, '2026-06-01'), 'ended');
  const left = { signedOn: '2026-01-01', leftOn: '2026-06-01' };
  assert.equal(statusOf({ ...CHARTER, parties: [SIGNED, left] }, '2026-05-01'), 'running');
  assert.equal(statusOf({ ...CHARTER, parties: [SIGNED, left] }, '2026-06-01'), 'unsigned');
});

test('one that has no last day runs until somebody ends it', () => {
  assert.equal(statusOf({ ...CHARTER, lastDay: null }, '2040-01-01'), 'running');
});
