import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { COMPARISONS, readCondition, writeCondition, type ConditionRow } from './simple-condition.ts';

const aRow = fc.record({
  question: fc.constantFrom('age', 'needs', 'has_children'),
  comparison: fc.constantFrom(...COMPARISONS),
  value: fc.oneof(fc.integer({ min: 0, max: 120 }).map(String), fc.constantFrom('yes', 'food', 'طعام', "l'aide")),
});

const asKept = ({ question, comparison, value }: ConditionRow): ConditionRow => {
  if (comparison.endsWith('answered')) return { question, comparison, value: '' };
  return { question, comparison, value: comparison.endsWith('includes') ? value.replaceAll("'", '’') : value };
};

test('a condition made of comparisons comes back as it was', () => {
  const conditions = fc.record({
    join: fc.constantFrom('all', 'any'),
    rows: fc.array(aRow, { minLength: 2, maxLength: 4 }),
  });
  fc.assert(
    fc.property(conditions, (condition) => {
      const formula = writeCondition(condition) ?? '';
      assert.deepEqual(readCondition(formula), { join: condition.join, rows: condition.rows.map(asKept) });
    }),
  );
});

test('what says more is left to the formula', () => {
  for (const formula of ['${a} + 1 > 2', '${a} = 1 and (${b} = 2 or ${c} = 3)', 'today() > ${a}', '${a} < 3'])
    assert.equal(readCondition(formula), null);
});

test('no comparison is no condition', () => assert.equal(writeCondition({ join: 'all', rows: [] }), undefined));
