import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { readSheetCode, RANDOM_OF_CODE, sheetCodeOf, writeSheetCode } from './sheet-code.ts';

const LETTERS = '34679ACDEFGHJKLMNPQRTUVWXY258';
const codes = fc
  .array(fc.integer({ min: 0, max: 28 }), { minLength: RANDOM_OF_CODE, maxLength: RANDOM_OF_CODE })
  .map(sheetCodeOf);

test('a code is read as it was printed, however it is typed', () => {
  fc.assert(
    fc.property(codes, (code) => {
      assert.equal(readSheetCode(writeSheetCode(code)), code);
      assert.equal(readSheetCode(` ${code.toLowerCase().slice(0, 3)} ${code.slice(3)}`), code);
    }),
  );
});

test('one wrong letter, and two that changed places, are always found', () => {
  fc.assert(
    fc.property(codes, fc.integer({ min: 0, max: 7 }), fc.constantFrom(...LETTERS.split('')), (code, at, letter) => {
      const wrong = `${code.slice(0, at)}${letter}${code.slice(at + 1)}`;
      assert.equal(readSheetCode(wrong) === undefined, wrong !== code);
      const [one, other] = [code[at], code[at + 1]];
      if (at === 7 || one === other) return;
      assert.equal(readSheetCode(`${code.slice(0, at)}${other}${one}${code.slice(at + 2)}`), undefined);
    }),
  );
});

test('what is no code is none', () => {
  for (const typed of ['', 'ABC', 'O1IO1IO1', '٣٤٦٧', 'x'.repeat(40)]) assert.equal(readSheetCode(typed), undefined);
});
