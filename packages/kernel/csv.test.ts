import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvOf } from './csv.ts';

test('a name that a spreadsheet would run as a formula is text', () => {
  assert.equal(csvOf([['=1+1', '@x', '-1', 'a']]), "\uFEFF'=1+1,'@x,'-1,a\r\n");
});

test('what is missing is an empty cell, zero is zero, quotes and commas stay inside their cell', () => {
  assert.equal(csvOf([[null, 0, 'a, "b"']]), '\uFEFF,0,"a, ""b"""\r\n');
});
