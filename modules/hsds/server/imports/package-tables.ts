import { refuse } from '@qantara/kernel';
import { decodeText, formatOf, tableOf, type ImportReport, type TableName } from '../../domain/index.ts';
import { parseTable, type ParsedRow } from './parse-table.ts';
import type { PackageFiles } from './read-files.ts';

/** What a package holds, whatever it is made of: rows by table, read one after the other and as often as asked. */
export type PackageTables = {
  format: string;
  rows: (table: TableName) => AsyncIterable<ParsedRow>;
};

/** The tables of an HSDS package of any version. Refuses `import_format_unknown` where its chief tables are not there. */
export function tabularPackage(files: PackageFiles, report: ImportReport): PackageTables {
  const tables = new Map<TableName, string[]>();
  for (const name of files.names) {
    const table = tableOf(name);
    if (table === undefined) {
      if (name !== 'datapackage.json') report.ignoredFiles.push(name);
    } else tables.set(table, [...(tables.get(table) ?? []), name]);
  }
  if (!tables.has('organization') || !tables.has('service')) refuse('import_format_unknown');
  async function* rows(table: TableName): AsyncGenerator<ParsedRow> {
    for (const name of tables.get(table) ?? []) {
      const { text, encoding } = decodeText(await files.open(name));
      if (encoding !== 'utf-8') report.encodings.push({ file: name, encoding });
      for await (const parsed of parseTable(name, text)) {
        if (parsed.fault !== undefined) {
          const { at, code, value } = parsed.fault;
          report.refuseRow({ file: name, row: at }, code, { value });
        }
        yield parsed;
      }
    }
  }
  return { format: formatOf(files.names), rows };
}
