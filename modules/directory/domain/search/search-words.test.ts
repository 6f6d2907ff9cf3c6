import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedWordsOf, searchWordsOf } from './search-words.ts';

test('singular and plural, article and what is written onto it, are one word', () => {
  assert.deepEqual(searchWordsOf('Papiers, papier'), ['papi', 'papi']);
  assert.deepEqual(searchWordsOf('المساعدات للمساعدة والمساعدة مساعده'), ['مساعد', 'مساعد', 'مساعد', 'مساعد']);
  assert.deepEqual(searchWordsOf('access bus'), ['acces', 'bus']);
});

test('words that say nothing are left out, unless nothing else was typed', () => {
  assert.deepEqual(askedWordsOf('Je cherche un logement'), ['logement']);
  assert.deepEqual(askedWordsOf('أحتاج إلى طعام'), ['طعام']);
  assert.deepEqual(askedWordsOf('help'), ['help']);
  assert.deepEqual(askedWordsOf(' ,; '), []);
});
