import { LOCALES, type LocalizedText } from '@qantara/kernel';
import { LANGUAGE_HEADINGS } from '../languages.ts';

/** A row to be written, under the names of its columns. */
export type WrittenRow = Record<string, string>;

const inAll = (name: string): string[] => LOCALES.map((locale) => `${name}::${LANGUAGE_HEADINGS[locale]}`);

/** The columns of each sheet in their order. Those that begin with `qantara` are ours; other programs leave them aside. */
export const SURVEY_COLUMNS: readonly string[] = [
  'type',
  'name',
  ...inAll('label'),
  ...inAll('hint'),
  'required',
  'relevant',
  'constraint',
  ...inAll('constraint_message'),
  'calculation',
  'appearance',
  'parameters',
  'qantara_kind',
  'qantara_list',
  'qantara_row',
  'qantara_least',
  'qantara_most',
  'qantara_decimals',
  ...inAll('qantara_least_end'),
  ...inAll('qantara_most_end'),
  'qantara_formerly',
  'qantara_terms',
];
export const CHOICE_COLUMNS: readonly string[] = [
  'list_name',
  'name',
  ...inAll('label'),
  'qantara_exclusive',
  'qantara_code',
  'qantara_terms',
];
export const SETTING_COLUMNS: readonly string[] = [
  'form_title',
  'form_id',
  'version',
  'default_language',
  ...inAll('qantara_title'),
  'qantara_purpose',
  'qantara_terms',
];
export const FINDING_COLUMNS: readonly string[] = ['need', 'has_need_when', 'wants_help_when', 'is_danger_when'];

/** A text in the columns of its languages. */
export function textCells(name: string, text: LocalizedText | undefined): WrittenRow {
  const said = LOCALES.flatMap((locale) => {
    const words = text?.[locale] ?? '';
    return words === '' ? [] : [[`${name}::${LANGUAGE_HEADINGS[locale]}`, words] as const];
  });
  return Object.fromEntries(said);
}

/** A cell where there is something to write. */
export function cell(name: string, value: string | number | undefined): WrittenRow {
  return value === undefined || value === '' ? {} : { [name]: String(value) };
}

/** Rows as the lines of a sheet, its heading first. */
export function sheetOf(columns: readonly string[], rows: readonly WrittenRow[]): string[][] {
  return [[...columns], ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
}
