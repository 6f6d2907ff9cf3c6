import type { Locale, LocalizedText } from '@qantara/kernel';
import { FindingRule } from '../../../contract/index.ts';
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

function noteSettings(settings: SheetRow | undefined, notes: Notes): void {
  for (const column of settings?.cells.keys() ?? [])
    if (!SETTINGS.has(column))
      notes.add('setting_left_out', { sheet: 'settings', row: settings?.at ?? null, column, word: column });
}

/** What a form is called: in every language by our own columns, else in the one of the form. */
function titleOf(settings: SheetRow | undefined, language: Locale): LocalizedText {
  const own = settings?.texts.get('qantara_title');
  const said = settings?.cells.get('form_title') ?? settings?.cells.get('form_id') ?? 'XLSForm';
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

/**
 * An XLSForm as a form: every question of it, with a report of what could not be carried and where it stands. What a person must
 * decide comes along in the draft (`undecided`, or as a formula that cannot be run), so that it is not published before. Undefined
 * where the sheets are no form or break a limit.
 */
export function readXlsform(sheets: Sheets, said: { language: Locale; fileName: string }): BroughtForm | undefined {
  const notes = new Notes();
  const [settings] = rowsOf(sheets.settings, { sheet: 'settings', language: said.language, notes });
  const language = localeNamed(settings?.cells.get('default_language') ?? '') ?? said.language;
  const survey = rowsOf(sheets.survey, { sheet: 'survey', language, notes }).filter(({ cells }) => cells.has('type'));
  const choices = rowsOf(sheets.choices, { sheet: 'choices', language, notes });
  if (survey.length === 0) return undefined;
  noteSettings(settings, notes);
  const nodes = readTree(survey, notes);
  const bench = nameAll(nodes, { notes, lists: readChoices(choices, notes) });
  const sections = sectionsOf(bench, nodes);
  const findings = findingsOf(rowsOf(sheets.findings, { sheet: 'qantara_findings', language, notes }));
  const terms = termsOfCell(settings?.cells.get('qantara_terms') ?? '').slice(0, 10);
  const body = {
    sections,
    ...(findings.length > 0 ? { findings } : {}),
    ...(terms.length > 0 ? { terms } : {}),
  };
  const code = settings?.cells.get('form_id') ?? said.fileName.replace(/\.[a-z]+$/i, '');
  return broughtForm(
    { code, title: titleOf(settings, language), purpose: settings?.cells.get('qantara_purpose'), body },
    notes,
  );
}
