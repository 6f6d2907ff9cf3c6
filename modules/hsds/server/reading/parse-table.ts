import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { RowRefusalCode } from '../../contract/index.ts';
import { plainCell, type TableRow } from '../../domain/index.ts';

/** A line of a table, or why it is none. */
export type ParsedRow =
  | { row: TableRow; fault?: undefined }
  | { row?: undefined; fault: { at: number; code: RowRefusalCode; value: string } };

const MOST_ROW = 1_000_000;
const MOST_COLUMNS = 300;
const CHUNK = 65_536;

/** Spreadsheets of French and Arabic settings separate with semicolons, exports of databases with tabs. */
function delimiterOf(text: string): string {
  const head = text.slice(0, text.search(/\r|\n|$/));
  const count = (mark: string) => head.split(mark).length - 1;
  return [',', ';', '\t', '|'].toSorted((one, other) => count(other) - count(one))[0] ?? ',';
}

/** A column's name as tables are read by: small letters, underscores, no punctuation. */
export function columnName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
    .replaceAll(/[^\p{L}\p{N}_.]/gu, '');
}

function* chunksOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; start += CHUNK) yield text.slice(start, start + CHUNK);
}

/** A line of a table as it came, the heading being the first, or why it is none. */
export type RawRecord =
  | { at: number; cells: string[]; fault?: undefined }
  | { at: number; fault: { at: number; code: RowRefusalCode; value: string } };

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

async function* recordsOf(text: string): AsyncGenerator<RawRecord> {
  const records = Readable.from(chunksOf(text)).pipe(
    parse({
      delimiter: delimiterOf(text),
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: MOST_ROW,
      skip_empty_lines: false,
    }),
  );
  let at = 0;
  for await (const cells of records as AsyncIterable<string[]>) {
    at += 1;
    yield { at, cells };
  }
}

/**
 * The lines of a CSV text, one after the other (RFC 4180, and what people make of it: semicolons, tabs, blank lines). Where
 * the text is no table any more, that is a fault, and the last.
 */
export async function* parseRecords(text: string): AsyncGenerator<RawRecord> {
  try {
    yield* recordsOf(text);
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    const at = (fault as { lines?: number }).lines ?? 1;
    yield { at, fault: { at, code: 'bad_file', value: fault.code } };
  }
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
