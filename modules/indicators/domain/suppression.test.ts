import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Figure, Row } from '../contract/index.ts';
import { figureOf, LEAST_SHOWN, suppress } from './suppression.ts';

function ratio(numerator: number, denominator: number): Figure {
  return figureOf('ratio', { numerator, denominator, value: null });
}

function aTable(cells: { numerator: number; denominator: number }[]): { total: Figure; rows: Row[] } {
  const rows = cells.map((cell, index) => ({
    key: String(index),
    label: null,
    figure: ratio(cell.numerator, cell.denominator),
  }));
  const sum = (pick: (cell: { numerator: number; denominator: number }) => number) =>
    cells.reduce((all, cell) => all + pick(cell), 0);
  return {
    total: ratio(
      sum((cell) => cell.numerator),
      sum((cell) => cell.denominator),
    ),
    rows,
  };
}

const aCell = fc
  .tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 }))
  .map(([numerator, rest]) => ({ numerator, denominator: numerator + rest }));

test('nothing that is shown tells of a few people', () => {
  fc.assert(
    fc.property(fc.array(aCell, { maxLength: 8 }), (cells) => {
      for (const { figure } of suppress(aTable(cells)).rows) {
        if (figure.state !== 'shown' || figure.numerator === null || figure.denominator === null) continue;
        for (const count of [figure.numerator, figure.denominator, figure.denominator - figure.numerator])
          assert.ok(count === 0 || count >= LEAST_SHOWN);
      }
    }),
  );
});

test('a hidden cell cannot be worked out from the total and the others', () => {
  fc.assert(
    fc.property(fc.array(aCell, { maxLength: 8 }), (cells) => {
      const published = suppress(aTable(cells));
      const hidden = published.rows.filter((row) => row.figure.state === 'suppressed');
      assert.ok(hidden.length !== 1 || published.total.state !== 'shown');
    }),
  );
});

test('a table with nothing small is published as it is', () => {
  const table = aTable([
    { numerator: 20, denominator: 40 },
    { numerator: 0, denominator: 30 },
  ]);
  assert.deepEqual(suppress(table), table);
});

test('five per cent of a hundred and twenty is six people, and is not told', () => {
  assert.equal(suppress({ total: ratio(6, 120), rows: [] }).total.state, 'suppressed');
});

test('nothing out of nothing is missing, never zero', () => {
  assert.deepEqual(ratio(0, 0), { numerator: null, denominator: null, value: null, state: 'missing' });
});

test('what is hidden of one measure is not told by the parts of two others of the same cell', () => {
  // A quarter in which 30 were sent, 25 of them were helped, and five were not.
  const of = (unit: 'ratio' | 'days' | 'count', numerator: number, denominator: number) =>
    suppress({ total: figureOf(unit, { numerator, denominator, value: 3 }), rows: [] }).total;
  const gotHelp = of('ratio', 25, 30);
  const sent = of('count', 30, 30);
  const daysToHelp = of('days', 25, 25);
  assert.equal(gotHelp.state, 'suppressed');
  assert.notEqual(
    (sent.numerator ?? Number.NaN) - (daysToHelp.denominator ?? Number.NaN),
    5,
    'five is told by taking one from the other',
  );
});
