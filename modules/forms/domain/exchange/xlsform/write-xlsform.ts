import { textIn, type Locale, type LocalizedText } from '@qantara/kernel';
import type {
  ExchangeNotice,
  FindingRule,
  FormBody,
  FormPurpose,
  FormState,
  Question,
  Section,
} from '../../../contract/index.ts';
import { questionsOf } from '../../body/questions-of.ts';
import { LANGUAGE_HEADINGS } from '../languages.ts';
import { Names } from '../names.ts';
import { Notes } from '../notes.ts';
import { termsInCell } from '../terms.ts';
import {
  cell,
  CHOICE_COLUMNS,
  FINDING_COLUMNS,
  SETTING_COLUMNS,
  sheetOf,
  SURVEY_COLUMNS,
  textCells,
  type WrittenRow,
} from './columns.ts';
import { baseRow, formulaOut, writeChoices, writeQuestion, type Writing } from './write-question.ts';

/** A form to send out. */
export type SentForm = {
  state?: FormState;
  code: string;
  version: number;
  title: LocalizedText;
  purpose: FormPurpose;
  body: FormBody;
};

function namesOf(body: FormBody): { names: Names; rowNames: Map<string, string> } {
  const questions = questionsOf(body);
  const names = new Names(questions.map(({ code }) => code));
  const rows = questions.flatMap((matrix) =>
    (matrix.rows ?? []).map((row) => ({ matrix: matrix.code, row: row.code })),
  );
  const rowNames = new Map(rows.map(({ matrix, row }) => [`${matrix}.${row}`, names.free(`${matrix}_${row}`)]));
  return { names, rowNames };
}

/** A table of questions is a group of single choices from the same list. */
function writeMatrix(writing: Writing, question: Question): void {
  const { code, rows = [] } = question;
  if (question.checks !== undefined) writing.notes.add('checks_left_out', { question: code });
  const { required: _required, ...base } = baseRow(writing, question);
  writing.survey.push({
    ...base,
    type: 'begin_group',
    appearance: 'table-list',
    qantara_kind: 'matrix',
    qantara_list: code,
  });
  for (const row of rows)
    writing.survey.push({
      type: `select_one ${code}`,
      name: writing.rowNames.get(`${code}.${row.code}`) ?? `${code}_${row.code}`,
      ...textCells('label', row.text),
      ...cell('required', question.isRequired ? 'yes' : undefined),
      qantara_row: row.code,
    });
  writing.survey.push({ type: 'end_group' });
  writeChoices(writing, question);
}

function writeGroup(writing: Writing, question: Question): void {
  if (question.checks !== undefined) writing.notes.add('checks_left_out', { question: question.code });
  writing.survey.push({ ...baseRow(writing, question), type: 'begin_repeat', qantara_kind: 'group' });
  for (const inner of question.questions ?? []) writeOne(writing, inner);
  writing.survey.push({ type: 'end_repeat' });
}

function writeOne(writing: Writing, question: Question): void {
  if (question.kind === 'matrix') writeMatrix(writing, question);
  else if (question.kind === 'group') writeGroup(writing, question);
  else writeQuestion(writing, question);
}

function writeSection(writing: Writing, section: Section, name: string): void {
  writing.survey.push({
    type: 'begin_group',
    name,
    ...textCells('label', section.title),
    ...cell('relevant', formulaOut(writing, section.isAskedWhen)),
    appearance: 'field-list',
  });
  for (const question of section.questions) writeOne(writing, question);
  writing.survey.push({ type: 'end_group' });
}

function findingRow(rule: FindingRule): WrittenRow {
  return {
    need: rule.needCode,
    has_need_when: rule.hasNeedWhen,
    ...cell('wants_help_when', rule.wantsHelpWhen),
    ...cell('is_danger_when', rule.isDangerWhen),
  };
}

function settingsOf(form: SentForm, language: Locale): WrittenRow {
  return {
    form_title: textIn(form.title, language).text,
    form_id: form.code,
    version: String(form.version),
    default_language: LANGUAGE_HEADINGS[language],
    ...textCells('qantara_title', form.title),
    qantara_purpose: form.purpose,
    ...cell('qantara_terms', termsInCell(form.body.terms)),
  };
}

/** The sheets of a form by their names, each with its heading. */
export type XlsformSheets = { name: string; rows: string[][] }[];

/** A form as the sheets of an XLSForm, with a report of what other programs will not see of it. */
export function writeXlsform(
  form: SentForm,
  language: Locale = 'ar',
): { sheets: XlsformSheets; notices: ExchangeNotice[] } {
  const { names, rowNames } = namesOf(form.body);
  const writing: Writing = { notes: new Notes(), survey: [], choices: [], rowNames };
  form.body.sections.forEach((section, at) => writeSection(writing, section, names.free(`section_${at + 1}`)));
  const findings = (form.body.findings ?? []).map(findingRow);
  if (findings.length > 0) writing.notes.add('findings_left_out', { sheet: 'qantara_findings' });
  const sheets = [
    { name: 'survey', rows: sheetOf(SURVEY_COLUMNS, writing.survey) },
    { name: 'choices', rows: sheetOf(CHOICE_COLUMNS, writing.choices) },
    { name: 'settings', rows: sheetOf(SETTING_COLUMNS, [settingsOf(form, language)]) },
    ...(findings.length > 0 ? [{ name: 'qantara_findings', rows: sheetOf(FINDING_COLUMNS, findings) }] : []),
  ];
  return { sheets, notices: writing.notes.notices };
}
