import type { Locale, LocalizedText } from '@qantara/kernel';
import { localeNamed } from '../languages.ts';
import type { Notes } from '../notes.ts';

/** A line of a sheet by the number that a spreadsheet shows; the first one is the heading. */
export type Line = { at: number; cells: readonly string[] };

/** The sheets of an XLSForm. `qantara_findings` is ours; other programs leave it aside. */
export type Sheets = { survey: Line[]; choices: Line[]; settings: Line[]; findings: Line[] };

/** A row under its headings. */
export type SheetRow = {
  at: number;
  /** What stands in a column, by the name of it that this program uses. */
  cells: ReadonlyMap<string, string>;
  texts: ReadonlyMap<string, LocalizedText>;
};

/** The same column under the names that a decade of tools gave it. */
const ALIASES: Record<string, string> = {
  relevance: 'relevant',
  skip_logic: 'relevant',
  calculate: 'calculation',
  caption: 'label',
  constraint_msg: 'constraint_message',
  id_string: 'form_id',
  title: 'form_title',
  list: 'list_name',
  count: 'repeat_count',
  readonly: 'read_only',
};
const TRANSLATED = new Set([
  'label',
  'hint',
  'constraint_message',
  'required_message',
  'guidance_hint',
  'qantara_title',
  'qantara_least_end',
  'qantara_most_end',
]);

type Column = { name: string; locale: Locale | undefined; heading: string; at: number };

const plainName = (word: string): string => {
  const name = word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
  return ALIASES[name] ?? name;
};

/** `label::Arabic (ar)`, `label:Arabic`, `bind::relevant`, `list name`: a column, and its language where it has one. */
function columnOf(heading: string, at: number): Column {
  const [first = '', ...rest] = heading.split(/\s*::?\s*/);
  const isBind = plainName(first) === 'bind' && rest.length > 0;
  const name = plainName(isBind ? (rest[0] ?? '') : first);
  const language = isBind ? rest.slice(1).join(':') : rest.join(':');
  return {
    name: language === '' || TRANSLATED.has(name) ? name : plainName(heading),
    locale: localeNamed(language),
    heading,
    at,
  };
}

type Reading = { sheet: string; language: Locale; notes: Notes };

function noteLanguages(columns: readonly Column[], { sheet, notes }: Reading): Column[] {
  const seen = new Map<string, string>();
  return columns.filter(({ name, locale, heading }) => {
    if (!TRANSLATED.has(name) || !heading.includes(':') || /^bind/i.test(heading)) return true;
    if (locale === undefined) notes.add('language_unknown', { sheet, row: 1, column: heading, word: heading });
    else if (seen.has(`${name} ${locale}`))
      notes.add('language_merged', { sheet, row: 1, column: heading, word: seen.get(`${name} ${locale}`) ?? '' });
    else seen.set(`${name} ${locale}`, heading);
    return locale !== undefined;
  });
}

const MOST_TEXT = 20_000;

function clipped(value: string, place: { sheet: string; row: number; column: string }, notes: Notes): string {
  const said = value.trim();
  if (said.length <= MOST_TEXT) return said;
  notes.add('too_many', place);
  return said.slice(0, MOST_TEXT).toWellFormed().trim();
}

function rowOf(line: Line, columns: readonly Column[], reading: Reading): SheetRow {
  const cells = new Map<string, string>();
  const texts = new Map<string, LocalizedText>();
  for (const { name, locale = reading.language, at } of columns) {
    const place = { sheet: reading.sheet, row: line.at, column: name };
    const said = clipped(line.cells[at] ?? '', place, reading.notes);
    if (said === '') continue;
    if (!TRANSLATED.has(name)) cells.set(name, cells.get(name) ?? said);
    else texts.set(name, { [locale]: said, ...texts.get(name) });
  }
  return { at: line.at, cells, texts };
}

/** The rows of a sheet; blank ones are none. Headings in no language of ours, and two of one language, are noted. */
export function rowsOf(lines: readonly Line[], reading: Reading): SheetRow[] {
  const [heading, ...rest] = lines;
  const all = (heading?.cells ?? []).map(columnOf).filter(({ heading: words }) => words.trim() !== '');
  const columns = noteLanguages(all, reading);
  return rest
    .map((line) => rowOf(line, columns, reading))
    .filter(({ cells, texts }) => cells.size > 0 || texts.size > 0);
}
