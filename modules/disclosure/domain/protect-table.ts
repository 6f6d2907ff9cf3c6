import type {
  CellState,
  CountedCell,
  CountedTable,
  Detail,
  Policy,
  ReleasedCell,
  ReleasedTable,
} from '../contract/index.ts';
import { protectGrid } from './grid/protect-grid.ts';
import { gridOf, type CellPlaces } from './grid/table-grid.ts';
import { roundTable } from './round-table.ts';

const stateOf = (place: number | null, isHidden: readonly boolean[]): CellState => {
  if (place === null) return 'missing';
  return isHidden[place] === true ? 'suppressed' : 'shown';
};

function releaseCell(cell: CountedCell, places: CellPlaces, isHidden: readonly boolean[]): ReleasedCell {
  const state = stateOf(places.count, isHidden);
  const outOfState = cell.outOf === null ? null : stateOf(places.outOf, isHidden);
  const isWhole = state === 'shown' && (outOfState === null || outOfState === 'shown');
  return derive({
    at: cell.at,
    state,
    count: state === 'shown' ? cell.count : null,
    outOfState,
    outOf: outOfState === 'shown' ? cell.outOf : null,
    ratio: null,
    value: isWhole ? cell.value : null,
  });
}

/** A ratio is worked out from the two numbers that are told, or there is none. */
export function derive(cell: ReleasedCell): ReleasedCell {
  const { count, outOf } = cell;
  return { ...cell, ratio: count === null || outOf === null || outOf === 0 ? null : count / outOf };
}

/** The table as it may be published once it is known what is hidden. */
export function toReleased(
  table: CountedTable,
  policy: Policy,
  told: { places: readonly CellPlaces[]; isHidden: readonly boolean[]; detail: Detail },
): ReleasedTable {
  const cells = table.cells.map((cell, index) => {
    const places = told.places[index] ?? { count: null, outOf: null, leftOut: null };
    return releaseCell(cell, places, told.isHidden);
  });
  const released = { dimensions: table.dimensions, cells, detail: told.detail, addsUp: true };
  return policy.rounding === 'none' ? released : roundTable(released);
}

/**
 * What may be published of a table that nothing was told of before: no cell of a few, none that could be worked out, and everything
 * derived from what is told alone. Throws where its totals do not add up. Who publishes a dataset again and again asks `releaseTable`,
 * which remembers.
 */
export function protectTable(table: CountedTable, policy: Policy): ReleasedTable {
  const grid = gridOf(table, policy);
  return toReleased(table, policy, { ...protectGrid(grid), places: grid.places });
}
