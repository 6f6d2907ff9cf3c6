import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { evaluate, FormulaFault, readExpression, type Value } from './index.ts';

const ANSWERS: Record<string, Value> = {
  age: 34,
  name: 'Amal',
  needs: ['food', 'rent'],
  born: '1992-03-14',
  empty: null,
};

function work(formula: string, self: Value = null): Value {
  const answerTo = (code: string, part: string | null): Value =>
    part === null ? (Object.hasOwn(ANSWERS, code) ? (ANSWERS[code] ?? null) : null) : `${code}/${part}`;
  return evaluate(readExpression(formula), { answerTo, self, today: '2026-11-22' });
}

const VECTORS: [string, Value][] = [
  ['1 + 2 * 3', 7],
  ['(1 + 2) * 3', 9],
  ['7 mod 4 - 1', 2],
  ['-3 + 5', 2],
  ['9 div 2', 4.5],
  ['1 div 0', null],
  ["${age} >= 18 and selected(${needs}, 'food')", true],
  ["selected(${needs}, 'foo')", false],
  ['count-selected(${needs})', 2],
  ["${needs} = 'rent'", true],
  ["${empty} = ''", true],
  ["${empty} != 'yes'", true],
  ['${empty} < 18', false],
  ['${empty} >= 18', false],
  ['${empty} + 1', null],
  ["coalesce(${empty}, 'none')", 'none'],
  ['int((today() - ${born}) div 365.25)', 34],
  ["'2026-11-22' + 14", '2026-12-06'],
  ["if(${age} > 60, 'old', 'young')", 'young'],
  ["concat(${name}, ' ', ${age})", 'Amal 34'],
  ["string-length('سبيل')", 4],
  ['round(2.345, 2)', 2.35],
  ['sum(${needs})', 0],
  ['min(3, ${age}, ${empty})', 3],
  ['max(${empty})', null],
  ['not(true() or false())', false],
  ['${grid.row}', 'grid/row'],
  ['1 < 2 = true()', true],
];

for (const [formula, expected] of VECTORS) {
  test(`${formula} comes to ${JSON.stringify(expected)}`, () => assert.deepEqual(work(formula), expected));
}

test('a check asks about its own answer', () => assert.equal(work('. > 3 and . <= 5', 4), true));

const UNREADABLE: [string, string, number][] = [
  ['${age} >', 'formula_unfinished', 8],
  ['${age} ? 3', 'formula_sign', 7],
  ['(1 + 2', 'formula_unfinished', 6],
  ["regex(., '^a+$')", 'formula_function', 0],
  ['selected(${needs})', 'formula_arguments', 0],
  ['${Age} = 1', 'formula_sign', 0],
  ['1 2', 'formula_unfinished', 2],
  [`${'('.repeat(200)}1${')'.repeat(200)}`, 'formula_too_deep', 60],
];

for (const [formula, code, at] of UNREADABLE) {
  test(`what cannot be read says why and where: ${formula.slice(0, 20)}`, () => {
    assert.throws(
      () => readExpression(formula),
      (fault: unknown) => {
        assert.ok(fault instanceof FormulaFault);
        assert.deepEqual([fault.code, fault.at], [code, at]);
        return true;
      },
    );
  });
}

const anyFormula = fc
  .array(
    fc.constantFrom(
      '${age}',
      '${needs}',
      '1',
      '0',
      "'a'",
      '+',
      '-',
      '*',
      'div',
      'mod',
      '=',
      '<',
      'and',
      'or',
      'not',
      '(',
      ')',
      ',',
      '.',
      'today',
      'if',
      'round',
    ),
  )
  .map((words) => words.join(' '));

test('whatever is written, it is either refused with a place or comes to something, never an infinite number', () => {
  fc.assert(
    fc.property(anyFormula, (formula) => {
      try {
        const value = work(formula);
        assert.ok(typeof value !== 'number' || Number.isFinite(value));
      } catch (fault) {
        assert.ok(fault instanceof FormulaFault);
        assert.ok(fault.at <= formula.length);
      }
    }),
    { numRuns: 2000 },
  );
});
