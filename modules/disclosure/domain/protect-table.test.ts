import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { CountedTable, Policy, ReleasedTable, TableDimension } from '../contract/index.ts';
import { fileRowsOf } from './markers.ts';
import { isLooser, presetOf, PRESETS } from './presets.ts';
import { isDominated, protectSums } from './protect-sums.ts';
import { protectTable } from './protect-table.ts';
import { TableDoesNotAddUp } from './grid/table-grid.ts';

const EXACT: Policy = { least: 11, showsZero: true, leastPopulation: 0, rounding: 'none' };

const axis = (code: string, leaves: readonly string[], hasTotal = true): TableDimension => ({
  code,
  overlaps: false,
  nodes: [
    ...(hasTotal ? [{ code: 'all', parent: null, population: null }] : []),
    ...leaves.map((leaf) => ({ code: leaf, parent: hasTotal ? 'all' : null, population: null })),
  ],
});

/** A table of two dimensions from its inner numbers. */
function crossed(counts: number[][], hasTotals = true): CountedTable {
  const rows = counts.map((_, index) => `r${index}`);
  const columns = (counts[0] ?? []).map((_, index) => `c${index}`);
  const pick = (codes: string[], at: string): number[] =>
    codes.flatMap((code, index) => (at === 'all' || at === code ? [index] : []));
  const dimensions = [axis('row', rows, hasTotals), axis('column', columns, hasTotals)];
  const codesOf = ({ nodes }: TableDimension): string[] => nodes.map(({ code }) => code);
  const [down = [], along = []] = dimensions.map(codesOf);
  const sum = (row: string, column: string): number =>
    pick(rows, row).reduce(
      (all, r) => all + pick(columns, column).reduce((one, c) => one + (counts[r]?.[c] ?? 0), 0),
      0,
    );
  const cells = down.flatMap((row) =>
    along.map((column) => ({ at: [row, column], count: sum(row, column), outOf: null, value: null })),
  );
  return { dimensions, cells };
}

const stateAt = ({ cells }: ReleasedTable, ...at: string[]): string | undefined =>
  cells.find((cell) => cell.at.join() === at.join())?.state;

const hiddenIn = ({ cells }: ReleasedTable): string[] =>
  cells.filter(({ state }) => state === 'suppressed').map(({ at }) => at.join());

describe('one table', () => {
  test('two by two with one small cell hides all four, and keeps its totals', () => {
    const released = protectTable(
      crossed([
        [3, 40],
        [50, 60],
      ]),
      EXACT,
    );
    assert.deepEqual(hiddenIn(released).toSorted(), ['r0,c0', 'r0,c1', 'r1,c0', 'r1,c1']);
    assert.equal(released.detail, 'whole');
  });

  test('where no total is told the small cell alone is hidden', () => {
    assert.deepEqual(
      hiddenIn(
        protectTable(
          crossed(
            [
              [3, 40],
              [50, 60],
            ],
            false,
          ),
          EXACT,
        ),
      ),
      ['r0,c0'],
    );
  });

  test('a share that tells of six is not told: 5 % of 120 (CMS)', () => {
    const table = {
      dimensions: [axis('need', ['food'], false)],
      cells: [{ at: ['food'], count: 6, outOf: 120, value: 0.05 }],
    };
    const [cell] = protectTable(table, EXACT).cells;
    assert.deepEqual(
      { count: cell?.count, ratio: cell?.ratio, value: cell?.value, outOf: cell?.outOf },
      { count: null, ratio: null, value: null, outOf: 120 },
    );
  });

  test('nor is one that tells of the six who are left out', () => {
    const table = {
      dimensions: [axis('need', ['food'], false)],
      cells: [{ at: ['food'], count: 114, outOf: 120, value: null }],
    };
    const [cell] = protectTable(table, EXACT).cells;
    assert.ok(cell?.count === null || cell?.outOf === null);
    assert.equal(cell?.ratio, null);
  });

  test('a true zero is told, unless the policy hides zeros too', () => {
    const table = crossed([
      [0, 40],
      [50, 60],
    ]);
    assert.deepEqual(hiddenIn(protectTable(table, EXACT)), []);
    assert.ok(hiddenIn(protectTable(table, { ...EXACT, showsZero: false })).includes('r0,c0'));
  });

  test('of an area with too few residents nothing is told', () => {
    const dimension: TableDimension = {
      code: 'area',
      overlaps: false,
      nodes: [
        { code: 'all', parent: null, population: 900 },
        { code: 'big', parent: 'all', population: 500 },
        { code: 'other', parent: 'all', population: 370 },
        { code: 'hamlet', parent: 'all', population: 30 },
      ],
    };
    const counts = { all: 160, big: 90, other: 50, hamlet: 20 };
    const cells = Object.entries(counts).map(([code, count]) => ({ at: [code], count, outOf: null, value: null }));
    const released = protectTable({ dimensions: [dimension], cells }, PRESETS.public);
    assert.equal(stateAt(released, 'hamlet'), 'suppressed');
    assert.equal(hiddenIn(released).length, 2);
  });

  test('what is missing is not zero, and a missing part is not worked out from its total', () => {
    const table = crossed([
      [30, 40],
      [50, 60],
    ]);
    const cells = table.cells.map((cell) => (cell.at.join() === 'r0,c0' ? { ...cell, count: null } : cell));
    assert.equal(stateAt(protectTable({ ...table, cells }, EXACT), 'r0,c0'), 'missing');
  });

  test('where the detail of a total of few cannot be told, nothing that gives it away is', () => {
    const released = protectTable(
      crossed([
        [2, 1],
        [1, 2],
      ]),
      EXACT,
    );
    assert.deepEqual(
      released.cells.filter(({ state }) => state === 'shown'),
      [],
    );
  });

  test('totals that are not the sums of their parts are not judged', () => {
    const table = crossed([
      [30, 40],
      [50, 60],
    ]);
    const cells = table.cells.map((cell) => (cell.at.join() === 'all,all' ? { ...cell, count: 999 } : cell));
    assert.throws(() => protectTable({ ...table, cells }, EXACT), TableDoesNotAddUp);
  });

  test('rounded to five, totals still add up, and no number that was hidden comes back', () => {
    const counts = fc.array(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 3, maxLength: 3 }), {
      minLength: 3,
      maxLength: 4,
    });
    fc.assert(
      fc.property(counts, (given) => {
        const table = crossed(given);
        const exact = protectTable(table, EXACT);
        const rounded = protectTable(table, { ...EXACT, rounding: 'controlled_5' });
        assert.deepEqual(hiddenIn(rounded), hiddenIn(exact));
        assert.ok(rounded.cells.every(({ count }) => count === null || count % 5 === 0));
        assert.ok(rounded.addsUp);
      }),
      { numRuns: 60 },
    );
  });

  test('no small number is ever told, whatever the table', () => {
    const counts = fc.array(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 5 }), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(
        counts.filter((rows) => new Set(rows.map(({ length }) => length)).size === 1),
        (given) => {
          for (const { count } of protectTable(crossed(given), EXACT).cells)
            assert.ok(count === null || count === 0 || count >= 11);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('a file says x and suppressed, .. and missing, 0 and shown', () => {
    const dimensions = [axis('need', ['a', 'b', 'c'], false)];
    const cells = [3, null, 0].map((count, index) => ({
      at: [['a', 'b', 'c'][index] ?? ''],
      count,
      outOf: null,
      value: null,
    }));
    const rows = fileRowsOf(protectTable({ dimensions, cells }, EXACT));
    assert.deepEqual(
      rows.map((row) => row.slice(0, 3)),
      [
        ['need', 'count', 'status'],
        ['a', 'x', 'suppressed'],
        ['b', '..', 'missing'],
        ['c', '0', 'shown'],
      ],
    );
  });
});

describe('money', () => {
  test('a sum of which one association has nearly all tells of it', () => {
    assert.ok(isDominated([900, 50, 30]));
    assert.ok(isDominated([400, 300]));
    assert.ok(!isDominated([300, 280, 260, 250]));
    assert.ok(!isDominated([]));
  });

  test('and is hidden with another, so that the total does not give it away', () => {
    const dimensions = [axis('theme', ['a', 'b', 'c'])];
    const fair = [300, 280, 260, 250];
    const cells = [
      { at: ['all'], amounts: [...fair, ...fair, 9000, 50] },
      { at: ['a'], amounts: fair },
      { at: ['b'], amounts: fair },
      { at: ['c'], amounts: [9000, 50] },
    ];
    const told = protectSums({ dimensions, cells });
    assert.equal(told.find(({ at }) => at[0] === 'c')?.sum, null);
    assert.ok(told.filter(({ sum }) => sum === null).length >= 2);
  });
});

describe('policies', () => {
  test('telling of smaller groups, of zeros, of smaller places or without rounding is looser', () => {
    assert.ok(isLooser(PRESETS.internal, PRESETS.public));
    assert.ok(!isLooser(PRESETS.sensitive, PRESETS.public));
    assert.ok(isLooser({ ...PRESETS.sensitive, showsZero: true }, PRESETS.sensitive));
    assert.equal(presetOf(PRESETS.public), 'public');
    assert.equal(presetOf({ ...PRESETS.public, least: 12 }), null);
  });
});
