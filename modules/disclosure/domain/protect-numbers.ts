import type { CountedCell, Detail, Policy } from '../contract/index.ts';
import type { Grid } from './grid/grid.ts';
import { protectGrid } from './grid/protect-grid.ts';
import { addCell, addNumber, type Building, type CellPlaces } from './grid/table-grid.ts';

/**
 * What was counted; what is held back already is told by no policy, what is known hides nothing, and what is not printed can be worked out
 * at best.
 */
export type CountedNumber = Pick<CountedCell, 'count' | 'outOf' | 'isKnown'> & {
  isHeld?: boolean;
  isPrinted?: boolean;
};
/** A number is the sum of others and of what lies in none of them, by their place in the list; of those counted, of all, or of both. */
export type NumberSum = { whole: number; parts: readonly number[]; of: readonly ('count' | 'outOf')[] };

type Cells = { building: Building; places: readonly CellPlaces[]; owned: Map<number, number[]> };
type Line = { whole: number; cell: number; parts: readonly number[] };

const countIn = ({ cells }: Grid, cell: number): number => cells[cell]?.count ?? 0;

/** Sources round and weight, so that parts may be more than their whole: then what they make is judged beside it, and told with it. */
function wholeOf({ building, owned }: Cells, { whole, cell, parts }: Line): number {
  const { grid } = building;
  const sum = parts.reduce((total, part) => total + countIn(grid, part), 0);
  if (sum <= countIn(grid, cell)) return cell;
  const { fate, isSensitive } = grid.cells[cell] ?? { fate: 'open', isSensitive: true };
  const made = addNumber(building, { count: sum, fate, isSensitive });
  owned.set(whole, [...(owned.get(whole) ?? []), made]);
  return made;
}

function relate(cells: Cells, line: Line): void {
  const { building } = cells;
  const { grid } = building;
  const whole = wholeOf(cells, line);
  const rest = countIn(grid, whole) - line.parts.reduce((total, part) => total + countIn(grid, part), 0);
  const lacking = rest > 0 ? [addNumber(building, { count: rest, fate: 'latent', isSensitive: false })] : [];
  grid.relations.push({ whole, parts: [...line.parts, ...lacking] });
}

/** The numbers of one that nobody prints. */
function addLatent(building: Building, { count, outOf }: CountedNumber): CellPlaces {
  const add = (number: number | null): number | null =>
    number === null ? null : addNumber(building, { count: number, fate: 'latent', isSensitive: false });
  return { count: add(count), outOf: add(outOf), leftOut: null };
}

/**
 * Which of many numbers may not be told, where they hang together in other ways than the cells of one table do, such as places and the
 * stretches of time of which each was said: none of a few, and none that an attacker could work out from all the others.
 */
export function protectNumbers(
  { numbers, sums }: { numbers: readonly CountedNumber[]; sums: readonly NumberSum[] },
  policy: Policy,
): { isHidden: boolean[]; detail: Detail } {
  const building: Building = { grid: { cells: [], relations: [] }, policy };
  const places = numbers.map((one) =>
    one.isPrinted === false ? addLatent(building, one) : addCell(building, one, one.isHeld === true),
  );
  const cells: Cells = { building, places, owned: new Map() };
  for (const { whole, parts, of } of sums)
    for (const number of of) {
      const cell = places[whole]?.[number] ?? null;
      const within = parts.flatMap((part) => places[part]?.[number] ?? []);
      if (cell !== null && within.length > 0) relate(cells, { whole, cell, parts: within });
    }
  const protection = protectGrid(building.grid);
  const isHidden = numbers.map((_, index) => {
    const { count, outOf } = places[index] ?? { count: null, outOf: null };
    const own = [count, outOf, ...(cells.owned.get(index) ?? [])];
    return own.some((cell) => cell !== null && protection.isHidden[cell] === true);
  });
  return { isHidden, detail: protection.detail };
}
