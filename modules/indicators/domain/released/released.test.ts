import assert from 'node:assert/strict';
import test from 'node:test';
import { PRESETS, protectTable } from '@qantara/disclosure/domain';
import fc from 'fast-check';
import type { Figure, Recipe, Row } from '../../contract/index.ts';
import { figureOf, LEAST_SHOWN } from '../figures.ts';
import {
  heldBack,
  outcomeFigure,
  outcomeTableBy,
  tellCuts,
  tellRows,
  type OutcomeCounts,
  type RecipeCounts,
} from './index.ts';

const isFew = (count: number): boolean => count > 0 && count < LEAST_SHOWN;
const ratio = (numerator: number, denominator: number): Figure =>
  figureOf('ratio', { numerator, denominator, value: null });

function aTable(cells: { numerator: number; denominator: number }[]): { total: Figure; rows: Row[] } {
  const rows = cells.map(({ numerator, denominator }, index) => ({
    key: String(index),
    label: null,
    figure: ratio(numerator, denominator),
  }));
  const sum = (pick: (cell: { numerator: number; denominator: number }) => number) =>
    cells.reduce((all, cell) => all + pick(cell), 0);
  return {
    total: ratio(
      sum(({ numerator }) => numerator),
      sum(({ denominator }) => denominator),
    ),
    rows,
  };
}

const aCell = fc
  .tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 }))
  .map(([numerator, rest]) => ({ numerator, denominator: numerator + rest }));

const aPlace = fc
  .tuple(fc.nat({ max: 60 }), fc.nat({ max: 40 }), fc.nat({ max: 40 }))
  .map(([helped, notHelped, open]) => ({ helped, closed: helped + notHelped, sent: helped + notHelped + open }));

const OF = {
  closure: { recipe: 'closure_rate', unit: 'ratio', factor: 1 },
  help: { recipe: 'got_help_rate', unit: 'ratio', factor: 1 },
} as const;

test('closure and help of a place never tell together of a few: those counted, left out, or between the two', () => {
  fc.assert(
    fc.property(fc.array(aPlace, { minLength: 1, maxLength: 6 }), (places) => {
      const parts: OutcomeCounts[] = places.map((place, index) => ({ key: `p${index}`, ...place }));
      const sum = (pick: (part: OutcomeCounts) => number) => parts.reduce((all, part) => all + pick(part), 0);
      const all = {
        key: '',
        sent: sum(({ sent }) => sent),
        closed: sum(({ closed }) => closed),
        helped: sum(({ helped }) => helped),
      };
      const nodes = parts.map(({ key }) => ({ code: key, population: null }));
      const told = protectTable(outcomeTableBy({ code: 'area', whole: 'all', nodes }, all, parts), PRESETS.public);
      for (const { key } of parts) {
        const closure = outcomeFigure(told, OF.closure, [key]);
        const help = outcomeFigure(told, OF.help, [key]);
        for (const { numerator, denominator } of [closure, help])
          if (numerator !== null && denominator !== null)
            assert.ok(![numerator, denominator, denominator - numerator].some(isFew));
        if (closure.numerator !== null && help.numerator !== null)
          assert.ok(!isFew(closure.numerator - help.numerator));
      }
    }),
    { numRuns: 60 },
  );
});

test('nothing that is told by name tells of a few people', () => {
  fc.assert(
    fc.property(fc.array(aCell, { maxLength: 8 }), (cells) => {
      for (const { figure } of tellRows(aTable(cells)).rows) {
        if (figure.numerator === null || figure.denominator === null) continue;
        assert.ok(![figure.numerator, figure.denominator, figure.denominator - figure.numerator].some(isFew));
      }
    }),
  );
});

test('a hidden cell cannot be worked out from the total and the others', () => {
  fc.assert(
    fc.property(fc.array(aCell, { maxLength: 8 }), (cells) => {
      const told = tellRows(aTable(cells));
      const hidden = told.rows.filter(({ figure }) => figure.state === 'suppressed');
      assert.ok(hidden.length !== 1 || told.total.state !== 'shown');
    }),
  );
});

test('a table with nothing small is told as it is', () => {
  const table = aTable([
    { numerator: 20, denominator: 40 },
    { numerator: 0, denominator: 30 },
  ]);
  assert.deepEqual(tellRows(table), table);
});

test('five per cent of a hundred and twenty is six people, and is not told', () => {
  assert.equal(tellRows({ total: ratio(6, 120), rows: [] }).total.state, 'suppressed');
});

test('rows that lack somebody are told beside a total that has them, unless those are a few', () => {
  const rows = aTable([{ numerator: 20, denominator: 60 }]).rows;
  assert.equal(tellRows({ total: ratio(40, 120), rows }).rows[0]?.figure.value, 1 / 3);
  assert.equal(tellRows({ total: ratio(23, 64), rows }).rows[0]?.figure.state, 'suppressed');
});

test('a record that came between the rows and their total does not stop the page', () => {
  const rows = aTable([{ numerator: 21, denominator: 61 }]).rows;
  assert.equal(tellRows({ total: ratio(20, 60), rows }).rows[0]?.figure.state, 'shown');
});

test('what is hidden of one measure is not told by the parts of two others of the same cell', () => {
  // A quarter in which 30 were sent, 25 of them were helped, and five were not.
  const of = (unit: 'ratio' | 'days' | 'count', numerator: number, denominator: number) =>
    tellRows({ total: figureOf(unit, { numerator, denominator, value: 3 }), rows: [] }).total;
  assert.equal(of('ratio', 25, 30).state, 'suppressed');
  assert.notEqual(
    (of('count', 30, 30).numerator ?? Number.NaN) - (of('days', 25, 25).denominator ?? Number.NaN),
    5,
    'five is told by taking one from the other',
  );
});

test('nothing out of nothing is missing, never zero', () => {
  assert.deepEqual(ratio(0, 0), { numerator: null, denominator: null, value: null, state: 'missing' });
});

test('a recipe is held back where a few stand between it and another', () => {
  const counts = (accepted: number, inTime: number, silent: number): Map<Recipe, RecipeCounts> =>
    new Map([
      ['accepted_rate', { numerator: accepted, denominator: 100, value: null }],
      ['got_help_rate', { numerator: 50, denominator: 150, value: null }],
      ['answered_in_time_rate', { numerator: inTime, denominator: 150, value: null }],
      ['silent_rate', { numerator: silent, denominator: 150, value: null }],
    ]);
  assert.deepEqual([...heldBack(counts(70, 60, 30), LEAST_SHOWN)], []);
  assert.deepEqual([...heldBack(counts(55, 60, 30), LEAST_SHOWN)], ['accepted_rate']);
  assert.deepEqual([...heldBack(counts(70, 95, 30), LEAST_SHOWN)], ['answered_in_time_rate']);
  assert.deepEqual([...heldBack(counts(70, 60, 45), LEAST_SHOWN)], ['silent_rate']);
});

const cutOf = (cut: string, numerator: number, isTold = true) => ({
  startsOn: '2025-01-01',
  endsOn: '2026-01-01',
  cut,
  numerator,
  denominator: 500,
  value: numerator / 500,
  isTold,
});

test('a measure is told by one trait at a time, never by two together, of its newest period, and of its parts those that are told', () => {
  const older = { ...cutOf('sex:f', 300), startsOn: '2024-01-01', endsOn: '2025-01-01' };
  const told = tellCuts([
    cutOf('', 400),
    older,
    cutOf('sex:f', 350),
    cutOf('sex:m', 250, false),
    cutOf('age:15-29|sex:f', 90),
  ]);
  assert.deepEqual(
    told.map(({ group, startsOn, rows }) => [group, startsOn, rows.map(({ cut, figure }) => [cut, figure.value])]),
    [
      [
        'sex',
        '2025-01-01',
        [
          ['sex:f', 0.7],
          ['sex:m', null],
        ],
      ],
    ],
  );
  assert.equal(told[0]?.rows[1]?.figure.state, 'suppressed');
});
