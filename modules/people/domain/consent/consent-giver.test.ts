import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { AloneReason, ChildAssent, Minority, ProxyRelation, type Birth } from '../../contract/index.ts';
import { birthOf } from '../corrections/birth-of.ts';
import { faultOfGiver, type Giver } from './consent-giver.ts';
import { minorityOn } from './minority.ts';

const born = (birth: Partial<Birth>): Birth => ({
  year: null,
  month: null,
  day: null,
  estimatedAge: null,
  estimatedOn: null,
  ...birth,
});
const on = { day: '2026-11-22', ageOfMajority: 18 };

test('who is of age is so from the birthday on; what is known in part is doubted in favour of the child', () => {
  assert.equal(minorityOn(born({ year: 2008, month: 11, day: 22 }), on), 'adult');
  assert.equal(minorityOn(born({ year: 2008, month: 11, day: 23 }), on), 'minor');
  assert.equal(minorityOn(born({ year: 2008, month: 11 }), on), 'perhaps');
  assert.equal(minorityOn(born({ year: 2008 }), on), 'perhaps');
  assert.equal(minorityOn(born({ year: 2007 }), on), 'adult');
  assert.equal(minorityOn(born({ year: 2009 }), on), 'minor');
  assert.equal(minorityOn(born({ estimatedAge: 19, estimatedOn: '2026-11-01' }), on), 'perhaps');
  assert.equal(minorityOn(born({ estimatedAge: 40, estimatedOn: '2026-11-01' }), on), 'adult');
  assert.equal(minorityOn(born({}), on), 'unknown');
});

test('a region whose law sets another age decides by it', () => {
  assert.equal(minorityOn(born({ year: 2006 }), { ...on, ageOfMajority: 21 }), 'minor');
});

const aGiver: fc.Arbitrary<Giver> = fc.record({
  proxyRelation: fc.option(fc.constantFrom(...ProxyRelation.options)),
  proxyName: fc.constantFrom('', 'Samia Haddad'),
  childAssent: fc.option(fc.constantFrom(...ChildAssent.options, 'disagreed' as const)),
  aloneReason: fc.option(fc.constantFrom(...AloneReason.options)),
});

test('no child’s consent stands without a guardian who is named and the child’s own word, or a stated reason to decide alone', () => {
  fc.assert(
    fc.property(aGiver, fc.constantFrom(...Minority.options), (giver, minority) => {
      if (faultOfGiver(giver, minority) !== null) return;
      const isNamed = giver.proxyRelation === null || giver.proxyName !== '';
      assert.ok(isNamed, 'nobody decides without a name');
      if (minority !== 'minor' && minority !== 'perhaps') return;
      const byGuardian =
        giver.proxyRelation !== null &&
        giver.proxyRelation !== 'mandate_holder' &&
        giver.childAssent !== null &&
        giver.childAssent !== 'disagreed';
      assert.ok(byGuardian || (giver.proxyRelation === null && giver.aloneReason !== null));
    }),
  );
});

test('for an adult no parent decides', () => {
  const giver: Giver = { proxyRelation: 'parent', proxyName: 'X', childAssent: 'agreed', aloneReason: null };
  assert.equal(faultOfGiver(giver, 'adult'), 'proxy_not_entitled');
  assert.equal(faultOfGiver({ ...giver, proxyRelation: 'mandate_holder', childAssent: null }, 'adult'), null);
  assert.equal(faultOfGiver({ ...giver, childAssent: null }, 'unknown'), 'child_word_needed');
});

test('a birth is read as it is written here, and one that cannot be is not guessed', () => {
  assert.deepEqual(birthOf('7/3/1999'), { year: 1999, month: 3, day: 7 });
  assert.deepEqual(birthOf('1999-03-07'), { year: 1999, month: 3, day: 7 });
  assert.deepEqual(birthOf(' 1999 '), { year: 1999, month: null, day: null });
  for (const unclear of ['31/2/1999', 'spring 1999', '99', '13/13/1999', '']) assert.equal(birthOf(unclear), null);
});
