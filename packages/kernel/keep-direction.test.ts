import assert from 'node:assert/strict';
import test from 'node:test';
import { isolate } from './format.ts';
import { keptDirection } from './keep-direction.ts';
import { translatorFor } from './translate.ts';

const RLO = '\u202e';

test('a name that turns the direction turns nothing of the sentence that it stands in', () => {
  const t = translatorFor('en', { 'greet.line': 'Dear {name}, 100 – welcome' });
  for (const name of [`A${RLO}B`, `A\u2067B`, `A\u2069${RLO}B`, `\u202aA\u202bB`, `A\u2068B`])
    assert.equal(t('greet.line', { name }), 'Dear AB, 100 – welcome');
});

test('what is isolated stays so, and does not end its isolation itself', () => {
  assert.equal(isolate(`A\u2069${RLO}B`), '\u2068AB\u2069');
  assert.equal(keptDirection(isolate('سلمى')), '\u2068سلمى\u2069');
});

test('marks that only help a reader are kept: joiners and the marks of a direction', () => {
  for (const text of ['نمی\u200cخواهم', 'C++\u200e', 'سلمى\u200f!', '\u061c12'])
    assert.equal(keptDirection(text), text);
});
