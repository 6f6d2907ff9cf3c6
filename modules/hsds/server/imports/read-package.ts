import { readFile } from 'node:fs/promises';
import { setImmediate as breathe } from 'node:timers/promises';
import { refuse, type Locale } from '@qantara/kernel';
import type { Area } from '@qantara/territory/contract';
import { z } from 'zod';
import {
  decodeText,
  formatOf,
  ImportReport,
  readHsds,
  tableOf,
  type NeedTerms,
  type ReadPackage,
  type TableName,
  type TableRow,
} from '../domain/index.ts';
import { parseTable } from './parse-table.ts';
import type { PackageFiles } from './read-files.ts';

/** A package that has been read and checked, of which nothing is written yet. */
export type Checked = { content: ReadPackage; report: ImportReport; format: string; rowsTotal: number };

const MOST_ROWS = 1_000_000;
const NEED_TERMS = new URL('../../../db/seeds/taxonomy-to-needs.json', import.meta.url);
const NeedTermsFile = z.array(
  z.object({ needCode: z.string(), codes: z.array(z.string()), words: z.array(z.string()) }),
);

/** Which terms of other taxonomies mean which of our needs. */
export async function loadNeedTerms(): Promise<NeedTerms> {
  return NeedTermsFile.parse(JSON.parse(await readFile(NEED_TERMS, 'utf8')));
}

/** Reads every table of a package; `onRows` hears how many rows there are so far. */
async function readTables(files: PackageFiles, report: ImportReport, onRows: (rows: number) => void) {
  const tables = new Map<TableName, TableRow[]>();
  let rowsTotal = 0;
  for (const [name, bytes] of [...files].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const table = tableOf(name);
    if (table === undefined) {
      if (name !== 'metadata.csv') report.ignoredFiles.push(name);
      continue;
    }
    const { text, encoding } = decodeText(bytes);
    if (encoding !== 'utf-8') report.encodings.push({ file: name, encoding });
    const parsed = parseTable(name, text);
    for (const { row, code, value } of parsed.faults) report.refuseRow({ file: name, row }, code, { value });
    rowsTotal += parsed.rows.length + parsed.faults.length;
    if (rowsTotal > MOST_ROWS) refuse('import_too_large');
    tables.set(table, [...(tables.get(table) ?? []), ...parsed.rows]);
    onRows(rowsTotal);
    // Others are answered between two files.
    await breathe();
  }
  return { tables, rowsTotal };
}

/**
 * Reads and checks a whole package before anything of it is written. Refuses `import_format_unknown` where no table of
 * HSDS is in it and `import_empty` where no service can be taken from it.
 */
export async function readPackage(
  files: PackageFiles,
  given: { areas: Area[]; language: Locale | null; needCodes: ReadonlySet<string> },
  onRows: (rows: number) => void,
): Promise<Checked> {
  const report = new ImportReport();
  if (!['organizations', 'services'].every((table) => [...files.keys()].some((name) => tableOf(name) === table)))
    refuse('import_format_unknown');
  const terms = (await loadNeedTerms()).filter(({ needCode }) => given.needCodes.has(needCode));
  const { tables, rowsTotal } = await readTables(files, report, onRows);
  const content = readHsds(tables, report, { areas: given.areas, language: given.language, terms });
  if (content.services.length === 0) refuse('import_empty');
  return { content, report, format: formatOf([...files.keys()]), rowsTotal };
}
