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

async function* readRecords(file: string, text: string): AsyncGenerator<ParsedRow> {
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
  let header: string[] | undefined;
  let at = 0;
  for await (const record of records as AsyncIterable<string[]>) {
    at += 1;
    if (header === undefined) {
      header = record.slice(0, MOST_COLUMNS).map(columnName);
      continue;
    }
    const row = parsed(file, { header, record, at });
    if (row !== undefined) yield row;
  }
}

/**
 * The rows of a CSV table, one after the other (RFC 4180, and what people make of it: semicolons, tabs, short rows, blank
 * lines). A line with more cells than the header has is a fault; where the text is no table any more, that is one, and the
 * last.
 */
export async function* parseTable(file: string, text: string): AsyncGenerator<ParsedRow> {
  try {
    yield* readRecords(file, text);
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    yield { fault: { at: (fault as { lines?: number }).lines ?? 1, code: 'bad_file', value: fault.code } };
  }
}
