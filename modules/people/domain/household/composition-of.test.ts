import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { ageOn, compositionOf, isChild } from '../index.ts';

const NOTHING = { year: null, month: null, day: null, estimatedAge: null, estimatedOn: null };
const on = (day: string) => new Date(`${day}T00:00:00Z`);

test('an age is as exact as the birth is known', () => {
  const born = { ...NOTHING, year: 2008, month: 11, day: 22 };
  assert.deepEqual(ageOn(born, on('2026-11-21')), { least: 17, most: 17 });
  assert.deepEqual(ageOn(born, on('2026-11-22')), { least: 18, most: 18 });
  assert.deepEqual(ageOn({ ...NOTHING, year: 2008 }, on('2026-11-22')), { least: 17, most: 18 });
  assert.deepEqual(ageOn({ ...NOTHING, year: 2008, month: 12 }, on('2026-11-22')), { least: 17, most: 17 });
  assert.equal(ageOn(NOTHING, on('2026-11-22')), null);
  assert.deepEqual(ageOn({ ...NOTHING, year: 2026 }, on('2026-11-22')), { least: 0, most: 0 });
});

test('somebody about whom it is not known whether they are of age is neither a child nor an adult', () => {
  assert.deepEqual([isChild({ least: 17, most: 18 }), isChild(null)], [null, null]);
  const composed = compositionOf([{ least: 2, most: 3 }, { least: 40, most: 41 }, { least: 17, most: 18 }, null]);
  assert.deepEqual(composed, {
    size: 4,
    adults: 1,
    children: 1,
    childrenByAge: [{ age: 'not_known', count: 1 }],
    unknown: 2,
  });
});

test('everybody is counted once, whatever is known of their ages', () => {
  const age = fc.option(
    fc.record({ least: fc.nat(90), span: fc.nat(7) }).map(({ least, span }) => ({ least, most: least + span })),
  );
  fc.assert(
    fc.property(fc.array(age, { maxLength: 12 }), (ages) => {
      const { size, adults, children, unknown, childrenByAge } = compositionOf(ages);
      assert.equal(size, ages.length);
      assert.equal(adults + children + unknown, size);
      assert.equal(
        childrenByAge.reduce((sum, { count }) => sum + count, 0),
        children,
      );
    }),
  );
});
