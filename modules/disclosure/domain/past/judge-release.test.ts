import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CountedTable, Cut, Policy, TableDimension } from '../../contract/index.ts';
import { auditRelease } from './audit-release.ts';
import type { PastRelease } from './joint-grid.ts';
import { judgeRelease } from './judge-release.ts';

const POLICY: Policy = { least: 11, showsZero: true, leastPopulation: 0, rounding: 'none' };

/** A table of one dimension, with its total where `all` stands in it. */
function listed(code: string, counts: Record<string, number>): CountedTable {
  const hasTotal = 'all' in counts;
  const dimension: TableDimension = {
    code,
    overlaps: false,
    nodes: Object.keys(counts).map((one) => ({
      code: one,
      parent: hasTotal && one !== 'all' ? 'all' : null,
      population: null,
    })),
  };
  const cells = Object.entries(counts).map(([at, count]) => ({ at: [at], count, outOf: null, value: null }));
  return { dimensions: [dimension], cells };
}

type Told = { table: CountedTable; cut?: Cut; policy?: Policy; snapshot?: string };

/** Tells them one after the other; what is not told says why. */
function tellAll(all: readonly Told[]): { past: PastRelease[]; outcomes: string[] } {
  const past: PastRelease[] = [];
  const outcomes = all.map(({ table, cut = {}, policy = POLICY, snapshot = 'one' }) => {
    const incoming = { table, cut, policy, snapshot };
    const judged = judgeRelease(incoming, past);
    if ('whyNot' in judged) return judged.whyNot;
    past.push({ ...incoming, ...judged });
    return judged.released.cells.map(({ count, state }) => (state === 'shown' ? String(count) : 'x')).join(' ');
  });
  return { past, outcomes };
}

const one = (count: number): CountedTable => listed('measure', { asked: count });

describe('one after the other', () => {
  test('the same table told again is told the same', () => {
    const table = listed('need', { all: 100, food: 40, home: 55, other: 5 });
    const { outcomes } = tellAll([{ table }, { table }]);
    assert.equal(outcomes[0], outcomes[1]);
  });

  test('a cut that holds another and three people more is not told, nor one that lacks three', () => {
    const wide = { table: one(53), cut: { area: ['a', 'b', 'c'] } };
    const narrow = { table: one(50), cut: { area: ['a', 'b'] } };
    assert.deepEqual(tellAll([narrow, wide]).outcomes, ['50', 'together']);
    assert.deepEqual(tellAll([wide, narrow]).outcomes, ['53', 'together']);
  });

  test('a cut with enough people more is told', () => {
    const cuts = [50, 75].map((count, index) => ({
      table: one(count),
      cut: { area: ['a', 'b', 'c'].slice(0, index + 2) },
    }));
    assert.deepEqual(tellAll(cuts).outcomes, ['50', '75']);
  });

  test('three cuts that overlap are not told where what two of them share is a few', () => {
    const cuts = [
      { table: one(50), cut: { area: ['a', 'b'] } },
      { table: one(50), cut: { area: ['b', 'c'] } },
      { table: one(97), cut: { area: ['a', 'b', 'c'] } },
    ];
    assert.deepEqual(tellAll(cuts).outcomes, ['50', '50', 'together']);
  });

  test('quarters give no year away that hid them: the year less three of them is a few', () => {
    const year = { table: one(100), cut: { period: ['q1', 'q2', 'q3', 'q4'] } };
    const quarters = { table: listed('period', { q1: 30, q2: 30, q3: 36, q4: 4 }), cut: { measure: ['asked'] } };
    const { outcomes } = tellAll([year, quarters]);
    const hidden = (outcomes[1] ?? '').split(' ').filter((cell) => cell === 'x');
    assert.ok(hidden.length >= 2, outcomes[1]);
  });

  test('what was told of other years changes nothing of this one, until something is told of both', () => {
    const of = (period: string[], table: CountedTable) => ({ table, cut: { period } });
    const last = of(['2024'], listed('need', { all: 300, food: 120, home: 180 }));
    const moved = { ...of(['2024'], listed('need', { all: 340, food: 160, home: 180 })), snapshot: 'two' };
    const now = { ...of(['2025'], listed('need', { all: 100, food: 40, home: 55, other: 5 })), snapshot: 'two' };
    assert.equal(tellAll([last, moved, now]).outcomes.at(-1), tellAll([now]).outcomes[0]);
    const [first, both] = [of(['2024'], one(50)), of(['2024', '2025'], one(53))];
    assert.deepEqual(tellAll([first, of(['2023'], one(80)), both]).outcomes, ['50', '80', 'together']);
  });

  test('records that moved by a few leave the earlier release standing', () => {
    const before = { table: listed('need', { all: 100, food: 40, home: 60 }), snapshot: 'one' };
    const after = { table: listed('need', { all: 103, food: 43, home: 60 }), snapshot: 'two' };
    assert.deepEqual(tellAll([before, after]).outcomes.slice(1), ['small_change']);
  });

  test('records that moved by enough are told anew', () => {
    const before = { table: listed('need', { all: 100, food: 40, home: 60 }), snapshot: 'one' };
    const after = { table: listed('need', { all: 120, food: 60, home: 60 }), snapshot: 'two' };
    assert.deepEqual(tellAll([before, after]).outcomes, ['100 40 60', '120 60 60']);
  });

  test('a correction takes away as a new record adds: by a few it is not told, by enough it is', () => {
    const before = { table: listed('need', { all: 100, food: 40, home: 60 }), snapshot: 'one' };
    const few = { table: listed('need', { all: 96, food: 36, home: 60 }), snapshot: 'two' };
    const many = { table: listed('need', { all: 100, food: 20, home: 80 }), snapshot: 'two' };
    assert.deepEqual(tellAll([before, few]).outcomes.slice(1), ['small_change']);
    assert.deepEqual(tellAll([before, many]).outcomes.slice(1), ['100 20 80']);
  });

  test('a cell that was hidden is not told later beside its old total', () => {
    const before = { table: listed('need', { all: 100, food: 5, home: 35, other: 60 }), snapshot: 'one' };
    const after = { table: listed('need', { all: 112, food: 17, home: 35, other: 60 }), snapshot: 'two' };
    const { past } = tellAll([before, after]);
    for (const release of past) {
      const others = past.filter((other) => other !== release);
      assert.ok(auditRelease(release, others, 50).cells.every(({ isAllowed }) => isAllowed));
    }
  });

  test('a stricter policy hides from now on; a looser one tells no more than both together may', () => {
    const table = listed('need', { all: 100, food: 40, home: 52, other: 8 });
    const loose = { ...POLICY, least: 5 };
    const { outcomes } = tellAll([{ table, policy: loose }, { table }, { table, policy: loose }]);
    assert.equal(outcomes[0], '100 40 52 8');
    assert.ok((outcomes[1] ?? '').endsWith('x'));
    assert.equal(outcomes[2], outcomes[0]);
  });

  test('cuts of different moments that have no whole in common cannot be compared', () => {
    const before = { table: one(50), cut: { area: ['a', 'b'] }, snapshot: 'one' };
    const after = { table: one(90), cut: { area: ['b', 'c'] }, snapshot: 'two' };
    assert.deepEqual(tellAll([before, after]).outcomes.slice(1), ['not_comparable']);
  });

  test('the audit of a release says between which numbers each hidden one lies', () => {
    const { past } = tellAll([{ table: listed('need', { all: 100, food: 5, home: 35, other: 60 }) }]);
    const [release] = past;
    assert.ok(release !== undefined);
    const { cells, suppressed } = auditRelease(release, [], 50);
    assert.equal(suppressed, 2);
    assert.deepEqual(
      cells.map(({ at, low, high, isAllowed }) => [at[0], low, high, isAllowed]),
      [
        ['food', 0, 40, true],
        ['home', 0, 40, true],
      ],
    );
  });
});
