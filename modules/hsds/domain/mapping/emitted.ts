import type { TableRow } from '../reading/tables.ts';

export type Cells = Record<string, string>;

/** A row of an HSDS table that a row of another table makes, and the columns that its values stood in. */
export type Emitted = {
  at: Pick<TableRow, 'file' | 'row'>;
  cells: Cells;
  columns: Cells;
  /** What was typed, where it was read as something else: what is refused is told as it stands in the file. */
  typed?: Cells;
};

/** The typed words of those cells that do not say them as they stand. */
export function typedOf(cells: Cells, typed: Cells): { typed?: Cells } {
  const other = Object.entries(typed).filter(([field, value]) => !value.includes(cells[field] ?? ''));
  return other.length === 0 ? {} : { typed: Object.fromEntries(other) };
}

/** One value that was left out for a reason, of a row that is kept. */
export type LeftOut = {
  at: Pick<TableRow, 'file' | 'row'>;
  column: string;
  code: 'private' | 'contradicted';
  value: string;
};
