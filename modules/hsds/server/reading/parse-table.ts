import { plainCell } from '@qantara/kernel';
import { parseRecords, type RawRecord } from '@qantara/platform';
import type { RowRefusalCode } from '../../contract/index.ts';
import type { TableRow } from '../../domain/index.ts';

/** A line of a table, or why it is none. */
export type ParsedRow =
  | { row: TableRow; fault?: undefined }
  | { row?: undefined; fault: { at: number; code: RowRefusalCode; value: string } };

const MOST_COLUMNS = 300;

/** A column's name as tables are read by: small letters, underscores, no punctuation. */
export function columnName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
    .replaceAll(/[^\p{L}\p{N}_.]/gu, '');
}

function cellsOf(header: string[], record: string[]): Record<string, string> {
  // No prototype: a column may be called `__proto__`.
  const cells: Record<string, string> = Object.create(null);
  for (const [at, name] of header.entries()) cells[name] ??= plainCell(record[at] ?? '');
  return cells;
}

function parsed(file: string, of: { header: string[]; record: string[]; at: number }): ParsedRow | undefined {
  const { header, record, at } = of;
  if (record.every((cell) => cell.trim() === '')) return undefined;
  const extra = record.slice(header.length).join('');
  if (extra.trim() !== '') return { fault: { at, code: 'bad_row', value: extra } };
  return { row: { file, row: at, cells: cellsOf(header, record) } };
}

/** Lines as rows under the names of their columns. A line with more cells than the heading has is a fault. */
export async function* rowsOf(
  file: string,
  records: AsyncIterable<RawRecord>,
  nameColumns: (header: string[]) => string[] = (header) => header.map(columnName),
): AsyncGenerator<ParsedRow> {
  let header: string[] | undefined;
  for await (const record of records) {
    if (record.fault !== undefined) yield { fault: record.fault };
    else if (header === undefined) header = nameColumns(record.cells.slice(0, MOST_COLUMNS));
    else {
      const row = parsed(file, { header, record: record.cells, at: record.at });
      if (row !== undefined) yield row;
    }
  }
}

/** The rows of a CSV table of HSDS. */
export function parseTable(file: string, text: string): AsyncGenerator<ParsedRow> {
  return rowsOf(file, parseRecords(text));
}
