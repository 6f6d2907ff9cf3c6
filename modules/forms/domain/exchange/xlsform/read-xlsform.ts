import type { Locale, LocalizedText } from '@qantara/kernel';
import { FindingRule, type FormBody } from '../../../contract/index.ts';
import { broughtForm, type BroughtForm } from '../brought-form.ts';
import { localeNamed } from '../languages.ts';
import { Notes } from '../notes.ts';
import { termsOfCell } from '../terms.ts';
import { nameAll } from './bench.ts';
import { rowsOf, type SheetRow, type Sheets } from './lines.ts';
import { readChoices } from './read-choices.ts';
import { sectionsOf } from './read-sections.ts';
import { readTree } from './read-tree.ts';

const SETTINGS = new Set(['form_title', 'form_id', 'version', 'default_language', 'qantara_purpose', 'qantara_terms']);

function noteSettings(settings: SheetRow, notes: Notes): void {
  for (const column of settings.cells.keys())
    if (!SETTINGS.has(column))
      notes.add('setting_left_out', { sheet: 'settings', row: settings.at, column, word: column });
}

/** What a form is called: in every language by our own columns, else in the one of the form. */
function titleOf(settings: SheetRow, language: Locale): LocalizedText {
  const own = settings.texts.get('qantara_title');
  const said = settings.cells.get('form_title') ?? settings.cells.get('form_id') ?? 'XLSForm';
  return own ?? { [language]: said };
}

const FINDING_FIELDS = [
  ['need', 'needCode'],
  ['has_need_when', 'hasNeedWhen'],
  ['wants_help_when', 'wantsHelpWhen'],
  ['is_danger_when', 'isDangerWhen'],
] as const;

function findingsOf(rows: readonly SheetRow[]): FindingRule[] {
  return rows.slice(0, 60).flatMap(({ cells }) => {
    const rule = Object.fromEntries(
      FINDING_FIELDS.flatMap(([column, field]) => (cells.has(column) ? [[field, cells.get(column)]] : [])),
    );
    const parsed = FindingRule.safeParse(rule);
    return parsed.success ? [parsed.data] : [];
  });
}

type Said = { language: Locale; fileName: string };

/** The first row of settings, and the language of what names none. */
function settingsIn(sheets: Sheets, said: Said, notes: Notes): { cells: SheetRow; language: Locale } {
  const [found] = rowsOf(sheets.settings, { sheet: 'settings', language: said.language, notes });
  const cells = found ?? { at: 1, cells: new Map(), texts: new Map() };
  const language = localeNamed(cells.cells.get('default_language') ?? '') ?? said.language;
  noteSettings(cells, notes);
  return { cells, language };
}

function bodyOf(sheets: Sheets, settings: SheetRow, { language, notes }: { language: Locale; notes: Notes }): FormBody {
  const survey = rowsOf(sheets.survey, { sheet: 'survey', language, notes }).filter(({ cells }) => cells.has('type'));
  const choices = rowsOf(sheets.choices, { sheet: 'choices', language, notes });
  const nodes = readTree(survey, notes);
  const sections = sectionsOf(nameAll(nodes, { notes, lists: readChoices(choices, notes) }), nodes);
  const findings = findingsOf(rowsOf(sheets.findings, { sheet: 'qantara_findings', language, notes }));
  const terms = termsOfCell(settings.cells.get('qantara_terms') ?? '').slice(0, 10);
  return { sections, ...(findings.length > 0 ? { findings } : {}), ...(terms.length > 0 ? { terms } : {}) };
}

/**
 * An XLSForm as a form: every question of it, with a report of what could not be carried and where it stands. What a person must
 * decide comes along in the draft (`undecided`, or as a formula that cannot be run), so that it is not published before. Undefined
 * where the sheets are no form or break a limit.
 */
export function readXlsform(sheets: Sheets, said: Said): BroughtForm | undefined {
  const notes = new Notes();
  const { cells: settings, language } = settingsIn(sheets, said, notes);
  const body = bodyOf(sheets, settings, { language, notes });
  const code = settings.cells.get('form_id') ?? said.fileName.replace(/\.[a-z]+$/i, '');
  const purpose = settings.cells.get('qantara_purpose');
  return broughtForm({ code, title: titleOf(settings, language), purpose, body }, notes);
}
