import { refuse, Refusal, decodeText } from '@qantara/kernel';
import { Unnester, type ImportReport, type TableName } from '../../domain/index.ts';
import type { PackageTables } from './package-tables.ts';
import type { ParsedRow } from './parse-table.ts';
import type { PackageFiles } from './read-files.ts';

/** JSON is held whole while it is read: more would not be bounded memory. */
const MOST_BYTES = 100_000_000;
const MOST_LINE = 20_000_000;
const MOST_ROWS = 1_000_000;

type Ground = { unnester: Unnester; report: ImportReport };

function parsed(text: string, at: { file: string; row: number }, report: ImportReport): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    report.refuseRow(at, 'bad_json', { value: text.slice(0, 100) });
    return undefined;
  }
}

function take({ unnester, report }: Ground, json: unknown, at: { file: string; row: number }): void {
  if (json === undefined) return;
  if (!unnester.take(json, at)) report.refuseRow(at, 'bad_json');
  if (unnester.size > MOST_ROWS) refuse('import_too_large');
}

/** Each line is a record of its own: a broken one is left out, and said by its number. */
function takeLines(ground: Ground, file: string, text: string): void {
  let row = 0;
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end === -1 ? undefined : end).trim();
    row += 1;
    start = end === -1 ? text.length : end + 1;
    if (line.length > MOST_LINE) ground.report.refuseRow({ file, row }, 'too_long');
    else if (line !== '') take(ground, parsed(line, { file, row }, ground.report), { file, row });
  }
}

const isObject = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

function takeDocument(ground: Ground, file: string, json: unknown): void {
  const items = isObject(json) && Array.isArray(json['contents']) ? json['contents'] : json;
  if (!Array.isArray(items)) return take(ground, items, { file, row: 1 });
  for (const [index, item] of items.entries()) take(ground, item, { file, row: index + 1 });
}

/** What is one record a line is no JSON as a whole, but its first line is. */
function isLines(name: string, text: string): boolean {
  if (/\.(?:ndjson|jsonl)$/.test(name)) return true;
  const [first = ''] = text.trimStart().split('\n', 1);
  if (first.length === text.trim().length || !first.trimEnd().endsWith('}')) return false;
  try {
    JSON.parse(first);
    return true;
  } catch {
    return false;
  }
}

function takeFile(ground: Ground, name: string, text: string): void {
  if (isLines(name, text)) return takeLines(ground, name, text);
  takeDocument(ground, name, parsed(text, { file: name, row: 1 }, ground.report));
}

const SAID = 'HSDS JSON';

/**
 * The tables that HSDS JSON makes: services or organisations with what is nested in them, pages of a list, lines, objects of
 * lists. Refuses `import_too_large` beyond a hundred megabytes or a million records, and `import_format_unknown` where
 * nothing in it is a record.
 */
export async function jsonPackage(files: PackageFiles, names: string[], report: ImportReport): Promise<PackageTables> {
  const unnester = new Unnester();
  let bytes = 0;
  for (const name of names) {
    const content = await files.open(name);
    bytes += content.length;
    if (bytes > MOST_BYTES) refuse('import_too_large');
    const { text, encoding } = decodeText(content);
    if (encoding !== 'utf-8') report.encodings.push({ file: name, encoding });
    takeFile({ unnester, report }, name, text.replace(/^\ufeff/, ''));
  }
  if (unnester.size === 0 && report.rowsRefused === 0) throw new Refusal('import_format_unknown');
  async function* rows(table: TableName): AsyncGenerator<ParsedRow> {
    for (const { at, row } of unnester.rowsOf(table)) {
      const cells: Record<string, string> = Object.create(null);
      for (const [field, value] of Object.entries(row))
        cells[field] = String(value).replaceAll('\u0000', '').toWellFormed();
      yield { row: { ...at, cells } };
    }
  }
  return { format: SAID, rows, progress: (read) => ({ read, total: unnester.total }) };
}
