import { solve, type Constraint } from 'yalps';
import type { ReleasedCell, ReleasedTable } from '../contract/index.ts';
import { partsOf } from './grid/table-grid.ts';

/** StatCan rounds every count of the census to this. */
const BASE = 5;

type Sum = { whole: string; parts: string[] };
const keyOf = (at: readonly string[]): string => JSON.stringify(at);

/** The sums that a reader can check: those of which every number is told. */
function toldSums({ dimensions, cells }: ReleasedTable): Sum[] {
  const isTold = new Set(cells.filter(({ count }) => count !== null).map(({ at }) => keyOf(at)));
  return dimensions
    .filter(({ overlaps }) => !overlaps)
    .flatMap((dimension) => {
      const parts = partsOf(dimension);
      const axis = dimensions.indexOf(dimension);
      return cells.flatMap(({ at }) => {
        const codes = parts.get(at[axis] ?? '') ?? [];
        const sum = { whole: keyOf(at), parts: codes.map((code) => keyOf(at.with(axis, code))) };
        return codes.length > 0 && [sum.whole, ...sum.parts].every((key) => isTold.has(key)) ? [sum] : [];
      });
    });
}

/** Up or down to the next five, so that the sums still hold; nothing where no such choice is found. */
function roundTogether(counts: Map<string, number>, sums: readonly Sum[]): Map<string, number> | null {
  const floors = new Map([...counts].map(([key, count]) => [key, Math.floor(count / BASE)]));
  const free = [...counts].filter(([, count]) => count % BASE !== 0).map(([key]) => key);
  const constraints: [string, Constraint][] = free.map((key) => [`up ${key}`, { max: 1 }]);
  const columns = new Map(
    free.map((key) => [
      key,
      [
        [`up ${key}`, 1],
        ['near', nearness(counts, key)],
      ] as [string, number][],
    ]),
  );
  for (const [index, { whole, parts }] of sums.entries()) {
    const equal = (floors.get(whole) ?? 0) - parts.reduce((sum, key) => sum + (floors.get(key) ?? 0), 0);
    constraints.push([`sum ${index}`, { equal }]);
    for (const [key, sign] of [[whole, -1] as const, ...parts.map((part) => [part, 1] as const)])
      columns.get(key)?.push([`sum ${index}`, sign]);
  }
  const found = solve({ objective: 'near', constraints, variables: columns });
  const isWhole = found.status === 'optimal' && found.variables.every(([, up]) => Math.abs(up - Math.round(up)) < 1e-6);
  if (!isWhole) return null;
  const ups = new Map(found.variables);
  return new Map([...floors].map(([key, floor]) => [key, BASE * (floor + Math.round(ups.get(key) ?? 0))]));
}

/** How much nearer the five above is than the five below. */
const nearness = (counts: Map<string, number>, key: string): number => 2 * ((counts.get(key) ?? 0) % BASE) - BASE;

const roundAlone = (count: number): number => BASE * Math.round(count / BASE);

function roundedBy(cells: readonly ReleasedCell[], number: 'count' | 'outOf', sums: readonly Sum[]) {
  const counts = new Map(
    cells.flatMap((cell) => (cell[number] === null ? [] : [[keyOf(cell.at), cell[number]] as const])),
  );
  const isKnown = ({ whole, parts }: Sum): boolean => [whole, ...parts].every((key) => counts.has(key));
  const together = roundTogether(counts, sums.filter(isKnown));
  return {
    addsUp: together !== null,
    of: together ?? new Map([...counts].map(([key, count]) => [key, roundAlone(count)])),
  };
}

/**
 * Every told number as a multiple of five, so that totals still add up where that can be (controlled rounding); it says where it cannot.
 * It looks at nothing but what may be told already, so that it can tell no more. A count stays within what it is out of.
 */
export function roundTable(table: ReleasedTable): ReleasedTable {
  const sums = toldSums(table);
  const counts = roundedBy(table.cells, 'count', sums);
  const outOfs = roundedBy(table.cells, 'outOf', sums);
  const cells = table.cells.map((cell) => {
    const count = counts.of.get(keyOf(cell.at)) ?? null;
    const outOf = outOfs.of.get(keyOf(cell.at)) ?? null;
    const within = count !== null && outOf !== null && count > outOf ? outOf : count;
    const ratio = within === null || outOf === null || outOf === 0 ? null : within / outOf;
    return { ...cell, count: within, outOf, ratio };
  });
  const addsUp =
    counts.addsUp && outOfs.addsUp && cells.every((cell) => cell.count === (counts.of.get(keyOf(cell.at)) ?? null));
  return { ...table, cells, addsUp };
}
