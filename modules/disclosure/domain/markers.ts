import type { CellState, ReleasedCell, ReleasedTable } from '../contract/index.ts';

/** What stands in a table where a number does not: known and not told, or not known. A true zero is `0`, and neither. */
export const MARKER: Record<Exclude<CellState, 'shown'>, string> = { suppressed: 'x', missing: '..' };

/** A number, or the sign of why there is none. */
export function markedNumber(value: number | null, state: CellState | null): string {
  if (state === null) return '';
  return state === 'shown' && value !== null ? String(value) : MARKER[state === 'shown' ? 'missing' : state];
}

/** The columns that every file of a released table ends with; `status` is for machines: shown, suppressed, missing. */
export const CELL_COLUMNS = ['count', 'status', 'out_of', 'out_of_status', 'ratio'] as const;

function cellsOf(cell: ReleasedCell): string[] {
  const ratio = cell.outOfState === null ? '' : (cell.ratio?.toFixed(4) ?? MARKER.suppressed);
  return [
    markedNumber(cell.count, cell.state),
    cell.state,
    markedNumber(cell.outOf, cell.outOfState),
    cell.outOfState ?? '',
    ratio,
  ];
}

/** A released table as rows of a file, the first of them its columns: markers for people, states for machines. */
export function fileRowsOf({ dimensions, cells }: ReleasedTable): string[][] {
  return [
    [...dimensions.map(({ code }) => code), ...CELL_COLUMNS],
    ...cells.map((cell) => [...cell.at, ...cellsOf(cell)]),
  ];
}
