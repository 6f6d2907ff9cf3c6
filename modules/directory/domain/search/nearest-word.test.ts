import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { editDistance, letterPairsOf, nearestWord } from './nearest-word.ts';

test('mistakes of every script are read as what was meant', () => {
  assert.equal(nearestWord('logemnt', ['logement', 'legume']), 'logement');
  assert.equal(nearestWord('foud', ['food', 'four', 'fund']), 'food');
  assert.equal(nearestWord('طعم', ['طعام', 'عمل', 'علم']), 'طعام');
  assert.equal(nearestWord('مستسفي', ['مستشفي', 'مستقبل']), 'مستشفي');
  assert.equal(nearestWord('muhammad', ['mohamed', 'amandine']), 'mohamed');
});

test('what is too far is nobody’s mistake', () => {
  assert.equal(nearestWord('zzqq', ['food']), undefined);
  assert.equal(nearestWord('ab', ['ac']), undefined);
});

const word = fc.string({ unit: fc.constantFrom(...Array.from('abcdeطعمل')), minLength: 1, maxLength: 9 });

test('the steps from one word to another are those back, and none to itself', () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      assert.equal(editDistance(one, other), editDistance(other, one));
      assert.equal(editDistance(one, one), 0);
      assert.ok(editDistance(one, other) <= Math.max(one.length, other.length));
    }),
  );
});

test('one mistake leaves letters side by side in common, so that the word is among the candidates', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from('abcdeطعمل')), minLength: 3, maxLength: 9 }),
      fc.nat(),
      (typed, at) => {
        const place = at % typed.length;
        const missing = typed.slice(0, place) + typed.slice(place + 1);
        assert.ok(letterPairsOf(missing).some((pair) => letterPairsOf(typed).includes(pair)));
      },
    ),
  );
});
