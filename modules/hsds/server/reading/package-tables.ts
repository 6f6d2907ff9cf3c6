import type { Locale } from '@qantara/kernel';
import { formatOf, tableOf, type ImportReport, type TableName } from '../../domain/index.ts';
import { rowsOf, type ParsedRow } from './parse-table.ts';
import type { RawTable } from './raw-tables.ts';

export type Progress = { read: number; total: number | null };

/** What a package holds, whatever it is made of: rows by table, read one after the other and as often as asked. */
export type PackageTables = {
  format: string;
  rows: (table: TableName) => AsyncIterable<ParsedRow> | Iterable<ParsedRow>;
  /** What has to be read before any row can be given, saying now and then how far it is. */
  prepare?: () => AsyncIterable<Progress>;
  /** The language of its texts, where that is known before they are read. */
  language?: Locale;
  /** How far the reading is, and how much there is to read, as far as that is known. */
  progress: (rowsRead: number) => Progress;
};

async function countLines(tables: RawTable[]): Promise<number> {
  let lines = 0;
  for (const table of tables) for await (const _row of rowsOf(table.name, table.records())) lines += 1;
  return lines;
}

/** The tables of an HSDS package of any version. */
export async function tabularPackage(raw: RawTable[], report: ImportReport): Promise<PackageTables> {
  const tables = new Map<TableName, RawTable[]>();
  for (const one of raw) {
    const table = tableOf(one.ownName);
    if (table === undefined) report.ignoredFiles.push(one.name);
    else tables.set(table, [...(tables.get(table) ?? []), one]);
  }
  const told = new Set<string>();
  const total = await countLines([...tables.values()].flat());
  async function* rows(table: TableName): AsyncGenerator<ParsedRow> {
    for (const { name, records } of tables.get(table) ?? [])
      for await (const parsed of rowsOf(name, records())) {
        if (parsed.fault !== undefined && !told.has(`${name} ${parsed.fault.at}`)) {
          const { at, code, value } = parsed.fault;
          told.add(`${name} ${at}`);
          report.refuseRow({ file: name, row: at }, code, { value });
        }
        yield parsed;
      }
  }
  return { format: formatOf(raw.map(({ ownName }) => ownName)), rows, progress: (read) => ({ read, total }) };
}
