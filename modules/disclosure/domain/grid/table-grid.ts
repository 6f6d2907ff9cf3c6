import type { CountedCell, CountedTable, Policy, TableDimension } from '../../contract/index.ts';
import { isFew, type Grid, type GridCell } from './grid.ts';

/** The three numbers of a cell by their place in the grid; a number that is not known has none. */
export type CellPlaces = { count: number | null; outOf: number | null; leftOut: number | null };
export type TableGrid = Grid & { places: CellPlaces[] };

/** A table whose totals are not the sums of their parts was counted wrongly: nothing can be said of it. */
export class TableDoesNotAddUp extends Error {}

const keyOf = (at: readonly string[]): string => JSON.stringify(at);

/** The parts of each place of a dimension. */
export function partsOf({ nodes }: TableDimension): Map<string, string[]> {
  const parts = new Map<string, string[]>();
  for (const { code, parent } of nodes) if (parent !== null) parts.set(parent, [...(parts.get(parent) ?? []), code]);
  return parts;
}

/** Where an area has too few residents nothing is told of it, whatever was counted. */
function isTooSmallAt({ dimensions }: CountedTable, policy: Policy): (at: readonly string[]) => boolean {
  const small = dimensions.map(
    ({ nodes }) =>
      new Set(
        nodes
          .filter(({ population }) => population !== null && population < policy.leastPopulation)
          .map(({ code }) => code),
      ),
  );
  return (at) => at.some((code, index) => small[index]?.has(code) === true);
}

/** Counts below the least group tell of a few; of nobody only where zeros are not told either. */
const tellsOfFew = (count: number | null, { least, showsZero }: Policy): boolean =>
  count !== null && count < least && (count > 0 || !showsZero);

/** A grid that is being put together, and by which rules its numbers are judged. */
export type Building = { grid: Grid; policy: Policy };

export function addNumber({ grid, policy }: Building, cell: Pick<GridCell, 'count' | 'fate' | 'isSensitive'>): number {
  grid.cells.push({ ...cell, width: policy.least - 1 });
  return grid.cells.length - 1;
}

/** The numbers of one cell: those counted, all, and those left out of them. */
export function addCell(
  building: Building,
  { count, outOf, isKnown }: Pick<CountedCell, 'count' | 'outOf' | 'isKnown'>,
  isHidden: boolean,
): CellPlaces {
  const { grid, policy } = building;
  const isOfFew = isHidden || isFew(outOf ?? 0, policy.least - 1);
  const open = (number: number | null, isSensitive: boolean): number | null =>
    number === null
      ? null
      : addNumber(building, {
          count: number,
          fate: isKnown === true ? 'told' : 'open',
          isSensitive: isKnown !== true && (isSensitive || tellsOfFew(number, policy)),
        });
  const places: CellPlaces = { count: open(count, isOfFew), outOf: open(outOf, isHidden), leftOut: null };
  if (places.count === null || places.outOf === null) return places;
  const leftOut = (outOf ?? 0) - (count ?? 0);
  if (leftOut < 0) throw new TableDoesNotAddUp('more were counted than there are');
  places.leftOut = addNumber(building, { count: leftOut, fate: 'latent', isSensitive: false });
  grid.relations.push({ whole: places.outOf, parts: [places.count, places.leftOut] });
  return places;
}

type Sum = { whole: number; parts: readonly number[]; isComplete: boolean };

/** A whole and those of its parts that are there; what they lack is one number more, which nobody prints. */
function relate(building: Building, { whole, parts, isComplete }: Sum): void {
  const { grid } = building;
  const sum = parts.reduce((total, part) => total + (grid.cells[part]?.count ?? 0), 0);
  const rest = (grid.cells[whole]?.count ?? 0) - sum;
  if (rest < 0 || (isComplete && rest > 0)) throw new TableDoesNotAddUp('a total is not the sum of its parts');
  const lacking = isComplete ? [] : [addNumber(building, { count: rest, fate: 'latent', isSensitive: false })];
  if (parts.length > 0) grid.relations.push({ whole, parts: [...parts, ...lacking] });
}

type Line = { whole: CellPlaces; parts: (CellPlaces | undefined)[]; overlaps: boolean };

function relateNumber(building: Building, { whole, parts, overlaps }: Line, number: 'count' | 'outOf'): void {
  const total = whole[number];
  if (total === null) return;
  const known = parts.flatMap((part) => part?.[number] ?? []);
  if (overlaps) for (const part of known) relate(building, { whole: total, parts: [part], isComplete: false });
  else relate(building, { whole: total, parts: known, isComplete: known.length === parts.length });
}

/**
 * A table as an attacker writes it down: each number, those left out beside those counted, and every sum over every hierarchy. A part
 * that is missing is the rest of its total. Throws where the totals do not add up.
 */
export function gridOf(table: CountedTable, policy: Policy): TableGrid {
  const grid: TableGrid = { cells: [], relations: [], places: [] };
  const building: Building = { grid, policy };
  const isTooSmall = isTooSmallAt(table, policy);
  const byKey = new Map<string, CellPlaces>();
  for (const cell of table.cells) {
    if (byKey.has(keyOf(cell.at))) throw new TableDoesNotAddUp('a cell stands there twice');
    const places = addCell(building, cell, isTooSmall(cell.at));
    grid.places.push(places);
    byKey.set(keyOf(cell.at), places);
  }
  for (const [axis, dimension] of table.dimensions.entries()) {
    const parts = partsOf(dimension);
    for (const { at } of table.cells) {
      const codes = parts.get(at[axis] ?? '');
      const whole = byKey.get(keyOf(at));
      if (codes === undefined || whole === undefined) continue;
      const line = {
        whole,
        parts: codes.map((code) => byKey.get(keyOf(at.with(axis, code)))),
        overlaps: dimension.overlaps,
      };
      relateNumber(building, line, 'count');
      relateNumber(building, line, 'outOf');
    }
  }
  return grid;
}
