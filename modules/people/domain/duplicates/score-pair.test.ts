import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Birth } from '../../contract/index.ts';
import { birthInterval, mayBeOneBirth } from '../names/birth-interval.ts';
import { LEAST_SCORE, scorePair, type Compared } from './score-pair.ts';

const NOTHING: Birth = { year: null, month: null, day: null, estimatedAge: null, estimatedOn: null };
const aBirth: fc.Arbitrary<Birth> = fc.oneof(
  fc.constant(NOTHING),
  fc.integer({ min: 1940, max: 2020 }).map((year) => ({ ...NOTHING, year })),
  fc
    .tuple(fc.integer({ min: 1940, max: 2020 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => ({ ...NOTHING, year, month })),
  fc
    .tuple(fc.integer({ min: 1940, max: 2020 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, day]) => ({ ...NOTHING, year, month, day })),
  fc.integer({ min: 0, max: 100 }).map((estimatedAge) => ({ ...NOTHING, estimatedAge, estimatedOn: '2026-11-22' })),
);
const NAMES = ['Mohamed Trabelsi', 'محمد الطرابلسي', 'Mohamed Trabesi', 'Karim Bouzid', 'Karim', 'سعاد المنصوري'];
const aRecord: fc.Arbitrary<Compared> = fc.record({
  names: fc.subarray(NAMES),
  birth: aBirth,
  areaId: fc.option(fc.constantFrom('north', 'south')),
  contactKeys: fc.subarray(['tel:50555123', 'mail:a@example.org']),
  isRestricted: fc.boolean(),
  isOwn: fc.boolean(),
});

test('the score and its reasons are the same whichever record comes first', () => {
  fc.assert(
    fc.property(aRecord, aRecord, (one, other) => assert.deepEqual(scorePair(one, other), scorePair(other, one))),
  );
});

test('a record that is not to be found is in no pair, unless whoever asks looks after both', () => {
  fc.assert(
    fc.property(aRecord, aRecord, (one, other) => {
      const found = scorePair(one, other);
      if (one.isRestricted || other.isRestricted) assert.equal(found !== null, one.isOwn && other.isOwn);
      else assert.ok(found !== null && found.score >= 0 && found.score <= 100);
    }),
  );
});

test('what is known of more of a birth lies within what is known of less', () => {
  fc.assert(
    fc.property(aBirth, (birth) => {
      if (birth.year === null) return;
      const whole = birthInterval({ ...birth, month: null, day: null });
      const known = birthInterval(birth);
      assert.ok(whole !== null && known !== null && whole.from <= known.from && known.until <= whole.until);
      assert.ok(mayBeOneBirth(birth, { ...NOTHING, year: birth.year }));
    }),
  );
});

const somebody = (of: Partial<Compared>): Compared => ({
  names: [],
  birth: NOTHING,
  areaId: null,
  contactKeys: [],
  isRestricted: false,
  isOwn: true,
  ...of,
});

test('one name in two scripts and one number are one person; a first name in one area is not', () => {
  const arabic = somebody({
    names: ['محمد الطرابلسي'],
    contactKeys: ['tel:50555123'],
    birth: { ...NOTHING, year: 1980 },
  });
  const latin = somebody({
    names: ['Mohamed Trabelsi'],
    contactKeys: ['tel:50555123'],
    birth: { ...NOTHING, year: 1980 },
  });
  const pair = scorePair(arabic, latin);
  assert.deepEqual(pair, { score: 90, reasons: ['same_name', 'same_contact', 'birth_fits'] });
  const first = scorePair(
    somebody({ names: ['Karim Bouzid'], areaId: 'north' }),
    somebody({ names: ['Karim Haddad'], areaId: 'north' }),
  );
  assert.ok(first !== null && first.score < LEAST_SCORE);
});

test('a family on one telephone is not one person where their births differ', () => {
  const mother = somebody({ names: ['Samira Trabelsi'], contactKeys: ['tel:1'], birth: { ...NOTHING, year: 1970 } });
  const child = somebody({ names: ['Karim Trabelsi'], contactKeys: ['tel:1'], birth: { ...NOTHING, year: 2005 } });
  assert.ok((scorePair(mother, child)?.score ?? 100) < LEAST_SCORE);
});
