import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAYS_TO_BE_KEPT, keptWords, toldCount } from './gap-words.ts';

const ours = (word: string) => ({ word, isOurs: true, days: 0 });
const foreign = (word: string, days: number) => ({ word, isOurs: false, days });

test('words are kept when the directory has them all, in one order whatever was typed first', () => {
  assert.equal(keptWords([ours('repas'), ours('chaud')]), 'chaud repas');
});

test('a word that might name somebody keeps all of them away, until many days have brought it', () => {
  assert.equal(keptWords([ours('amal'), foreign('benali', 1)]), '');
  assert.equal(keptWords([foreign('piscine', DAYS_TO_BE_KEPT)]), 'piscine');
});

test('a number is never kept, however often it comes', () => {
  assert.equal(keptWords([foreign('21670555200', 400)]), '');
});

test('a few are told as a few, and none as none', () => {
  assert.deepEqual([0, 1, 4, 5].map(toldCount), [0, null, null, 5]);
});
