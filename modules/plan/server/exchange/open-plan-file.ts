import { isTooDeep, decodeText, plainCell, Refusal, refuse } from '@qantara/kernel';
import { openZip, parseRecords, readWorkbook, type RawRecord } from '@qantara/platform';
import { MOST_NODES, MOST_PLAN_FILE } from '../../contract/index.ts';
import { rawOfJson, rawOfTables, readDocument, type Line, type ReadPlan, type ReadTable } from '../../domain/index.ts';

const MOST_UNPACKED = 40_000_000;
const MOST_CHARACTERS = 20_000_000;
/** A table may have blank lines and a heading besides its rows. */
const MOST_LINES = MOST_NODES * 2;
type SentFile = { fileName: string; content: Uint8Array };
type Named = { name: string; records: () => AsyncIterable<RawRecord>; isCsv: boolean };

async function linesOf({ records, isCsv }: Named): Promise<Line[]> {
  const lines: Line[] = [];
  let characters = 0;
  for await (const record of records()) {
    if (record.fault !== undefined) return refuse('plan_file_unreadable');
    const cells = isCsv ? record.cells.map(plainCell) : record.cells;
    characters += cells.reduce((sum, cell) => sum + cell.length, 0);
    if (lines.length >= MOST_LINES || characters > MOST_CHARACTERS) refuse('plan_file_too_large');
    lines.push({ at: record.at, cells });
  }
  return lines;
}

/** `town/nodes.csv`, or `nodes (1).csv` as browsers name a second download, holds the table `nodes`. */
function tableName(path: string): string | undefined {
  return /(?:^|[/\\])(plan|levels|nodes|targets)(?: ?\(\d+\))?\.csv$/i.exec(path)?.[1]?.toLowerCase();
}

const csvOf = (name: string, content: Uint8Array): Named => ({
  name,
  isCsv: true,
  records: () => parseRecords(decodeText(content).text),
});

const isZip = (content: Uint8Array): boolean => content[0] === 0x50 && content[1] === 0x4b;

function tablesIn({ fileName, content }: SentFile): Named[] {
  if (!isZip(content)) {
    const name = tableName(fileName);
    return name === undefined ? refuse('plan_file_unreadable') : [csvOf(name, content)];
  }
  const { names, open } = openZip(content, tableName, MOST_UNPACKED);
  if (names.length > 0) return names.map((name) => csvOf(name, open(name)));
  return readWorkbook(content, MOST_UNPACKED).map(({ name, records }) => ({ name, records, isCsv: false }));
}

function jsonIn(text: string): unknown {
  if (isTooDeep(text)) return refuse('plan_file_unreadable');
  try {
    return JSON.parse(text);
  } catch {
    return refuse('plan_file_unreadable');
  }
}

function told(fault: unknown): never {
  if (!(fault instanceof Refusal)) throw fault;
  if (fault.code === 'import_too_large') return refuse('plan_file_too_large');
  return fault.code === 'import_unreadable' ? refuse('plan_file_unreadable') : refuse(fault.code);
}

async function readTables(files: readonly SentFile[]): Promise<ReadPlan> {
  const tables: ReadTable[] = [];
  for (const named of files.flatMap(tablesIn)) {
    if (tables.some(({ name }) => name === named.name)) return refuse('plan_file_unreadable');
    tables.push({ name: named.name, lines: await linesOf(named) });
  }
  return readDocument(rawOfTables(tables));
}

async function readFiles(files: readonly SentFile[]): Promise<ReadPlan> {
  const [first] = files;
  if (first !== undefined && files.length === 1 && !isZip(first.content)) {
    const { text } = decodeText(first.content);
    if (/^\s*[{[]/.test(text)) return readDocument(rawOfJson(jsonIn(text)));
  }
  return readTables(files);
}

/**
 * The plan in a file, or in the tables of several: JSON, a workbook, CSV or a zip of CSV. Refuses `plan_file_unreadable` for what holds
 * none, and `plan_file_too_large`.
 */
export async function openPlanFile(files: readonly SentFile[]): Promise<ReadPlan> {
  if (files.reduce((sum, { content }) => sum + content.length, 0) > MOST_PLAN_FILE) refuse('plan_file_too_large');
  return readFiles(files).catch(told);
}
