import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';

/** A line of a table as it came, the heading being the first, or why it is none. */
export type RawRecord =
  | { at: number; cells: string[]; fault?: undefined }
  | { at: number; fault: { at: number; code: 'bad_file'; value: string } };

const MOST_ROW = 1_000_000;
const CHUNK = 65_536;

/** Spreadsheets of French and Arabic settings separate with semicolons, exports of databases with tabs. */
function delimiterOf(text: string): string {
  const head = text.slice(0, text.search(/\r|\n|$/));
  const count = (mark: string) => head.split(mark).length - 1;
  return [',', ';', '\t', '|'].toSorted((one, other) => count(other) - count(one))[0] ?? ',';
}

function* chunksOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; start += CHUNK) yield text.slice(start, start + CHUNK);
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
