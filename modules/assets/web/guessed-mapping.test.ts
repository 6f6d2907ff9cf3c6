import assert from 'node:assert/strict';
import test from 'node:test';
import { guessedMapping } from './guessed-mapping.ts';

test('what properties are called says what they may be; the surest word first', () => {
  const guessed = guessedMapping(['name', 'name:ar', 'NOM', 'الهاتف', 'height']);
  assert.equal(guessed.nameAr, 'name:ar');
  assert.equal(guessed.nameFr, 'NOM');
  assert.equal(guessed.nameEn, 'name');
  assert.equal(guessed.phoneProperty, 'الهاتف');
  assert.equal(guessed.keyProperty, '');
});
