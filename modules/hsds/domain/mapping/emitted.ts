import type { TableRow } from '../reading/tables.ts';

export type Cells = Record<string, string>;

/** A row of an HSDS table that a row of another table makes, and the columns that its values stood in. */
export type Emitted = { at: Pick<TableRow, 'file' | 'row'>; cells: Cells; columns: Cells };

/** One value that was left out for a reason, of a row that is kept. */
export type LeftOut = {
  at: Pick<TableRow, 'file' | 'row'>;
  column: string;
  code: 'private' | 'contradicted';
  value: string;
};
