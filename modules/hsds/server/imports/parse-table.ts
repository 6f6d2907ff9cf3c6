import { CsvError, parse } from 'csv-parse/sync';
import type { RowRefusalCode } from '../contract/index.ts';
import type { TableRow } from '../domain/index.ts';

export type ParsedTable = {
  rows: TableRow[];
  /** Lines that are no rows of the table, each with why. */
  faults: { row: number; code: RowRefusalCode; value: string }[];
};

const MOST_ROW = 1_000_000;
const MOST_COLUMNS = 300;

/** Spreadsheets of French and Arabic settings separate with semicolons, exports of databases with tabs. */
function delimiterOf(text: string): string {
  const head = text.slice(0, text.search(/\r|\n|$/));
  const count = (mark: string) => head.split(mark).length - 1;
  return [',', ';', '\t'].toSorted((one, other) => count(other) - count(one))[0] ?? ',';
}

function headerOf(record: string[]): string[] {
  return record.slice(0, MOST_COLUMNS).map((name) =>
    name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_')
      .replaceAll(/[^\p{L}\p{N}_.]/gu, ''),
  );
}

function recordsOf(text: string): string[][] {
  return parse(text, {
    delimiter: delimiterOf(text),
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MOST_ROW,
    skip_empty_lines: false,
  });
}

function readRows(file: string, [head = [], ...records]: string[][]): ParsedTable {
  const header = headerOf(head);
  const table: ParsedTable = { rows: [], faults: [] };
  for (const [index, record] of records.entries()) {
    const row = index + 2;
    if (record.every((cell) => cell.trim() === '')) continue;
    const extra = record.slice(header.length).join('');
    if (extra.trim() !== '') table.faults.push({ row, code: 'bad_row', value: extra });
    // No prototype: a column may be called `__proto__`.
    else
      table.rows.push({
        file,
        row,
        cells: Object.assign(
          Object.create(null),
          Object.fromEntries(header.map((name, at) => [name, record[at] ?? ''])),
        ),
      });
  }
  return table;
}

/**
 * The rows of a CSV table (RFC 4180, and what people make of it: semicolons, tabs, short rows, blank lines). A line with
 * more cells than the header has is refused; text that is no table at all is refused whole, never thrown.
 */
export function parseTable(file: string, text: string): ParsedTable {
  try {
    return readRows(file, recordsOf(text));
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    const lines = (fault as { lines?: number }).lines;
    return { rows: [], faults: [{ row: lines ?? 1, code: 'bad_file', value: fault.code }] };
  }
}
