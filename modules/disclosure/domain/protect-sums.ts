import type { CountedTable, Policy, TableDimension } from '../contract/index.ts';
import type { Grid } from './grid/grid.ts';
import { protectGrid } from './grid/protect-grid.ts';
import { gridOf } from './grid/table-grid.ts';

/** Money by cell, and by whom: whole amounts in the smallest coin, one for each association that got some. */
export type SumCell = { at: string[]; amounts: readonly number[] };

/**
 * When one is so large in a sum that who knows it, or is the second, knows too much: the first `largest` hold more than `share` of
 * it, or the rest is less than `nearness` of the largest (p%). Defaults of sdcTable: (2, 85 %); p% of 10.
 */
export type DominanceRule = { largest: number; share: number; nearness: number };
export const DOMINANCE: DominanceRule = { largest: 2, share: 0.85, nearness: 0.1 };

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

/** Whether a sum tells of one association: (n,k) and p% together. A sum of nothing tells of nobody. */
export function isDominated(amounts: readonly number[], rule: DominanceRule = DOMINANCE): boolean {
  const inOrder = amounts.filter((amount) => amount > 0).toSorted((a, b) => b - a);
  const total = sumOf(inOrder);
  const [first = 0, second = 0] = inOrder;
  if (total === 0) return false;
  if (inOrder.length <= rule.largest) return true;
  return sumOf(inOrder.slice(0, rule.largest)) > rule.share * total || total - first - second < rule.nearness * first;
}

const ASKS_NOTHING: Policy = { least: 3, showsZero: true, leastPopulation: 0, rounding: 'none' };

/** How far apart the bounds of any hidden sum must stay: so much of the largest that one got in it. */
function judged(
  grid: Grid & { places: { count: number | null }[] },
  cells: readonly SumCell[],
  rule: DominanceRule,
): Grid {
  const byCell = new Map(grid.places.map(({ count }, index) => [count, cells[index]?.amounts ?? []]));
  return {
    relations: grid.relations,
    cells: grid.cells.map((cell, index) => {
      const amounts = byCell.get(index);
      const width = Math.max(1, Math.ceil(rule.nearness * Math.max(0, ...(amounts ?? []))));
      return { ...cell, width, isSensitive: amounts !== undefined && isDominated(amounts, rule) };
    }),
  };
}

/** One cell of money as it may be told; null is suppressed. */
export type ToldSum = { at: string[]; sum: number | null };

/** Sums of money that tell nobody's own: dominance first, then companions and the audit as for counts. */
export function protectSums(
  table: { dimensions: TableDimension[]; cells: SumCell[] },
  rule: DominanceRule = DOMINANCE,
): ToldSum[] {
  const counted: CountedTable = {
    dimensions: table.dimensions,
    cells: table.cells.map(({ at, amounts }) => ({ at, count: sumOf(amounts), outOf: null, value: null })),
  };
  const grid = gridOf(counted, ASKS_NOTHING);
  const { isHidden } = protectGrid(judged(grid, table.cells, rule));
  return table.cells.map(({ at, amounts }, index) => {
    const place = grid.places[index]?.count ?? null;
    return { at, sum: place === null || isHidden[place] === true ? null : sumOf(amounts) };
  });
}
