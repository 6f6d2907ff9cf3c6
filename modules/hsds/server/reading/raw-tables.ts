import type { FoundTable } from '../../contract/index.ts';
import { decodeText } from '@qantara/kernel';
import { tableOf, type ImportReport } from '../../domain/index.ts';
import { parseRecords, readWorkbook, type RawRecord } from '@qantara/platform';
import { columnName, rowsOf, type ParsedRow } from './parse-table.ts';
import type { PackageFiles } from './read-files.ts';

/** A table as it was sent: a CSV file, or a sheet of a workbook. */
export type RawTable = {
  /** What reports call it: `services.csv`, `list.xlsx: Sheet1`. */
  name: string;
  /** The name by which it may be a table of HSDS. */
  ownName: string;
  /** The cells of its heading. */
  header: string[];
  records: () => AsyncGenerator<RawRecord>;
};

const isText = (name: string): boolean => /\.(?:csv|tsv|txt)$/.test(name);
const isWorkbook = (name: string): boolean => name.endsWith('.xlsx');
export const isXml = (name: string): boolean => name.endsWith('.xml');
export const isJson = (name: string): boolean => /\.(?:json|ndjson|jsonl)$/.test(name) && name !== 'datapackage.json';

async function headerOf(records: AsyncGenerator<RawRecord>): Promise<string[]> {
  for await (const record of records) return record.fault === undefined ? record.cells : [];
  return [];
}

async function* textRecords(
  files: PackageFiles,
  name: string,
  onEncoding: (encoding: string) => void,
): AsyncGenerator<RawRecord> {
  const { text, encoding } = decodeText(await files.open(name));
  onEncoding(encoding);
  yield* parseRecords(text);
}

/** A text of one column is no table: it is what somebody wrote to go with them. */
const isTable = (name: string, header: string[]): boolean =>
  header.length > 0 && (!name.endsWith('.txt') || header.length > 1);

async function tablesOf(files: PackageFiles, name: string, report: ImportReport): Promise<RawTable[]> {
  if (isText(name)) {
    let isNoted = false;
    const onEncoding = (encoding: string) => {
      if (encoding !== 'utf-8' && !isNoted) report.encodings.push({ file: name, encoding });
      isNoted = true;
    };
    const records = () => textRecords(files, name, onEncoding);
    return [{ name, ownName: name, header: await headerOf(records()), records }];
  }
  if (!isWorkbook(name)) return [];
  const tables: RawTable[] = [];
  for (const sheet of readWorkbook(await files.open(name)))
    tables.push({
      name: `${name}: ${sheet.name}`,
      ownName: sheet.name,
      header: await headerOf(sheet.records()),
      records: sheet.records,
    });
  return tables;
}

/** Every table that was sent; what is none is noted as ignored. */
export async function openTables(files: PackageFiles, report: ImportReport): Promise<RawTable[]> {
  const tables: RawTable[] = [];
  for (const name of files.names) {
    const found = (await tablesOf(files, name, report)).filter(({ header }) => isTable(name, header));
    tables.push(...found);
    if (found.length === 0 && !isJson(name) && name !== 'datapackage.json') report.ignoredFiles.push(name);
  }
  return tables;
}

/** Whether tables are a package of HSDS: its two chief tables are there, with the column that nothing of it can do without. */
export function isHsds(tables: RawTable[]): boolean {
  return ['organization', 'service'].every((chief) =>
    tables.some(({ ownName, header }) => tableOf(ownName) === chief && header.map(columnName).includes('id')),
  );
}

/** `A`, `B`, … `AA`, as a spreadsheet calls its columns. */
function letterOf(at: number): string {
  return at < 26 ? String.fromCodePoint(65 + at) : `${letterOf(Math.floor(at / 26) - 1)}${letterOf(at % 26)}`;
}

/** The columns under names of their own: as the heading has them, by their letters where it has none. */
export function titlesOf(header: string[]): string[] {
  const seen = new Map<string, number>();
  return header.slice(0, 300).map((cell, at) => {
    const said = cell.replaceAll(/\s+/g, ' ').trim().slice(0, 250);
    const title = said === '' ? letterOf(at) : said;
    const count = (seen.get(title) ?? 0) + 1;
    seen.set(title, count);
    return count === 1 ? title : `${title} (${letterOf(at)})`;
  });
}

/** The rows of a table under the titles of its columns. */
export function titledRows(table: RawTable): AsyncGenerator<ParsedRow> {
  return rowsOf(table.name, table.records(), titlesOf);
}

const SHOWN = 3;
const MOST_SHOWN = 120;

type Column = FoundTable['columns'][number];

function note(column: Column, cell: string | undefined): void {
  const value = (cell ?? '').trim();
  if (value === '') return;
  column.filled += 1;
  const shown = value.slice(0, MOST_SHOWN);
  if (column.values.length < SHOWN && !column.values.includes(shown)) column.values.push(shown);
}

async function described(table: RawTable): Promise<FoundTable> {
  const columns = titlesOf(table.header).map((column): Column => ({ column, filled: 0, values: [] }));
  let rows = 0;
  for await (const { row } of titledRows(table)) {
    rows += 1;
    for (const one of columns) note(one, row?.cells[one.column]);
  }
  return { table: table.name, rows, columns };
}

/** The tables with their columns and the first different values in each, for a person to say what they are. */
export async function describeTables(tables: RawTable[]): Promise<FoundTable[]> {
  const found: FoundTable[] = [];
  for (const table of tables.slice(0, 50)) found.push(await described(table));
  return found;
}
