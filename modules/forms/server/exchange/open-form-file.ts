import { isTooDeep, decodeText, plainCell, Refusal, refuse, type Locale } from '@qantara/kernel';
import { openZip, parseRecords, readWorkbook, type RawRecord } from '@qantara/platform';
import { MOST_FORM_FILE, type ExchangeFormat } from '../../contract/index.ts';
import { readQuestionnaire, readXlsform, type BroughtForm, type Line, type Sheets } from '../../domain/index.ts';

const MOST_LINES = 12_000;
const MOST_UNPACKED = 40_000_000;
const MOST_CHARACTERS = 20_000_000;

/** A form as a file said it, and what kind of file that was. */
export type OpenedForm = { format: ExchangeFormat; form: BroughtForm };

async function linesOf(records: AsyncIterable<RawRecord>, isCsv: boolean): Promise<Line[]> {
  const lines: Line[] = [];
  let characters = 0;
  for await (const record of records) {
    if (record.fault !== undefined) return refuse('form_file_unreadable');
    const cells = isCsv ? record.cells.map(plainCell) : record.cells;
    characters += cells.reduce((sum, cell) => sum + cell.length, 0);
    if (lines.length >= MOST_LINES || characters > MOST_CHARACTERS) refuse('form_file_too_large');
    lines.push({ at: record.at, cells });
  }
  return lines;
}

type Named = { name: string; records: () => AsyncIterable<RawRecord> };

async function sheetsOf(tables: readonly Named[], isCsv: boolean): Promise<Sheets> {
  const read = async (name: string) => {
    const table = tables.find((one) => one.name.trim().toLowerCase() === name);
    return table === undefined ? [] : linesOf(table.records(), isCsv);
  };
  return {
    survey: await read('survey'),
    choices: await read('choices'),
    settings: await read('settings'),
    findings: await read('qantara_findings'),
  };
}

/** `household/survey.csv` holds the sheet `survey`. */
function sheetName(path: string): string | undefined {
  return /(?:^|[/\\])([a-z_]{1,40})\.csv$/i.exec(path)?.[1]?.toLowerCase();
}

function zippedTables(content: Uint8Array): Named[] {
  const { names, open } = openZip(content, sheetName, MOST_UNPACKED);
  return names.map((name) => ({ name, records: () => parseRecords(decodeText(open(name)).text) }));
}

const isZip = (content: Uint8Array): boolean => content[0] === 0x50 && content[1] === 0x4b;

/** What a file is, by what is in it and its name. */
export function formatOf(fileName: string, content: Uint8Array): ExchangeFormat {
  if (!isZip(content)) return 'fhir_questionnaire';
  return /\.zip$/i.test(fileName) ? 'xlsform_csv' : 'xlsform';
}

function told(fault: unknown): never {
  if (!(fault instanceof Refusal)) throw fault;
  if (fault.code === 'import_too_large') return refuse('form_file_too_large');
  return fault.code === 'import_unreadable' ? refuse('form_file_unreadable') : refuse(fault.code);
}

function resourceIn(content: Uint8Array): unknown {
  const { text } = decodeText(content);
  if (isTooDeep(text)) return refuse('form_file_unreadable');
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refuse('form_file_unreadable');
  }
}

type Said = { fileName: string; content: Uint8Array; language: Locale };

async function readForm(
  format: ExchangeFormat,
  { fileName, content, language }: Said,
): Promise<BroughtForm | undefined> {
  if (format === 'fhir_questionnaire') return readQuestionnaire(resourceIn(content), { language, fileName });
  const isCsv = format === 'xlsform_csv';
  const tables: Named[] = isCsv ? zippedTables(content) : readWorkbook(content, MOST_UNPACKED);
  return readXlsform(await sheetsOf(tables, isCsv), { language, fileName });
}

/** The form in a file. Refuses `form_file_unreadable` for what holds no form, and `form_file_too_large`. */
export async function openFormFile(said: Said): Promise<OpenedForm> {
  if (said.content.length > MOST_FORM_FILE) refuse('form_file_too_large');
  const format = formatOf(said.fileName, said.content);
  const form = await readForm(format, said).catch(told);
  return form === undefined ? refuse('form_file_unreadable') : { format, form };
}
