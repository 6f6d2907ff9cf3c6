import type { CountedTable, ReleasedTable } from '@qantara/disclosure/contract';
import type { Figure } from '../../contract/index.ts';
import { figureOf } from '../figures.ts';
import { ELSEWHERE, HIDDEN, MISSING } from './outcome-table.ts';

export const ALL_NEEDS = 'needs';

/** Needs that help is wanted with, by need; one that the region does not offer any more is in the rest. */
export function wantedTable(needs: readonly string[], counts: ReadonlyMap<string, number>): CountedTable {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const named = needs.map((need): [string, number] => [need, counts.get(need) ?? 0]);
  const rest = all - named.reduce((sum, [, count]) => sum + count, 0);
  const parts: [string, number][] = rest > 0 ? [...named, [ELSEWHERE, rest]] : named;
  return {
    dimensions: [
      {
        code: 'need',
        overlaps: false,
        nodes: [
          { code: ALL_NEEDS, parent: null, population: null },
          ...parts.map(([code]) => ({ code, parent: ALL_NEEDS, population: null })),
        ],
      },
    ],
    cells: [[ALL_NEEDS, all] as const, ...parts].map(([code, count]) => ({
      at: [code],
      count,
      outOf: null,
      value: null,
    })),
  };
}

/** How many of a need were wanted, as it is told. */
export function wantedFigure({ cells }: ReleasedTable, need: string): Figure {
  const cell = cells.find(({ at }) => at[0] === need);
  if (cell === undefined) return MISSING;
  return cell.count === null ? HIDDEN : figureOf('count', { numerator: cell.count, denominator: 0, value: null });
}
