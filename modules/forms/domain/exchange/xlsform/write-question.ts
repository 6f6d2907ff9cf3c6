import { LOCALES, type LocalizedText } from '@qantara/kernel';
import type { Choice, Question, QuestionKind } from '../../../contract/index.ts';
import { PREFER_NOT_TO_SAY } from '../../answers/prefer-not-to-say.ts';
import { CONSENT_WORDS, DECLINE_WORDS, YES_NO_WORDS } from '../languages.ts';
import type { Notes } from '../notes.ts';
import { termsInCell } from '../terms.ts';
import { cell, textCells, type WrittenRow } from './columns.ts';
import { limitsAsConstraint } from './limits.ts';

/** What is being written. */
export type Writing = {
  notes: Notes;
  survey: WrittenRow[];
  choices: WrittenRow[];
  /** How an answer that formulas name as `matrix.row` is called in the file. */
  rowNames: ReadonlyMap<string, string>;
};

const TYPES: Partial<Record<QuestionKind, string>> = {
  text: 'text',
  long_text: 'text',
  date: 'date',
  place: 'geopoint',
  file: 'file',
  photo: 'image',
  signature: 'image',
  scale: 'range',
  note: 'note',
  calculated: 'calculate',
};
const LOOKS: Partial<Record<QuestionKind, string>> = { long_text: 'multiline', signature: 'signature' };
const SELECTS: Partial<Record<QuestionKind, string>> = {
  yes_no: 'select_one',
  consent: 'select_one',
  one: 'select_one',
  several: 'select_multiple',
  rank: 'rank',
};

function typeOf({ kind, code, decimals }: Question): string {
  const select = SELECTS[kind];
  if (select !== undefined) return `${select} ${code}`;
  if (kind === 'number') return decimals === undefined || decimals === 0 ? 'integer' : 'decimal';
  return TYPES[kind] ?? 'text';
}

/** A formula with the rows of matrices as the file names them. */
export function formulaOut(writing: Writing, formula: string | undefined): string | undefined {
  return formula?.replaceAll(/\$\{\s*([a-z][a-z0-9_]*\.[a-z][a-z0-9_]*)\s*\}/g, (whole, name: string) => {
    const known = writing.rowNames.get(name);
    return known === undefined ? whole : `\${${known}}`;
  });
}

const isOwnList = (kind: QuestionKind): readonly Choice[] | undefined =>
  kind === 'yes_no' ? YES_NO_WORDS : kind === 'consent' ? CONSENT_WORDS : undefined;

function choiceRow(writing: Writing, list: string, choice: Choice): WrittenRow {
  const name = choice.code.replaceAll(/\s+/g, '_');
  if (name !== choice.code)
    writing.notes.add('choice_code_changed', { sheet: 'choices', column: 'name', question: list, word: choice.code });
  return {
    list_name: list,
    name,
    ...textCells('label', choice.text),
    ...cell('qantara_exclusive', choice.isExclusive === true ? 'yes' : undefined),
    ...cell('qantara_code', name === choice.code ? undefined : choice.code),
    ...cell('qantara_terms', termsInCell(choice.terms)),
  };
}

/** The choices of a question, and with them what every question here may be answered with. */
export function writeChoices(writing: Writing, question: Question): void {
  const choices = isOwnList(question.kind) ?? question.choices;
  for (const choice of choices) writing.choices.push(choiceRow(writing, question.code, choice));
  writing.choices.push({ list_name: question.code, name: PREFER_NOT_TO_SAY, ...textCells('label', DECLINE_WORDS) });
}

function joinedMessages(messages: readonly LocalizedText[]): LocalizedText {
  const said = LOCALES.map((locale) => {
    const words = messages.flatMap((message) => message[locale] ?? []).filter((word) => word !== '');
    return [locale, words.join(' / ')] as const;
  });
  return Object.fromEntries(said.filter(([, words]) => words !== ''));
}

function constraintOf(writing: Writing, question: Question): WrittenRow {
  const checks = question.checks ?? [];
  const limits = limitsAsConstraint(question);
  if (checks.length > 1) writing.notes.add('checks_joined', { question: question.code });
  const formulas = checks.map(({ formula }) => formulaOut(writing, formula) ?? '');
  const check = formulas.length < 2 ? (formulas[0] ?? '') : formulas.map((formula) => `(${formula})`).join(' and ');
  const constraint = limits === '' || check === '' ? `${limits}${check}` : `${limits} and (${check})`;
  const messages = checks.map(({ message }) => message);
  const message = messages.length < 2 ? messages[0] : joinedMessages(messages);
  return { ...cell('constraint', constraint), ...textCells('constraint_message', message) };
}

/** What the row of any question says. */
export function baseRow(writing: Writing, question: Question): WrittenRow {
  return {
    name: question.code,
    ...textCells('label', question.text),
    ...textCells('hint', question.hint),
    ...cell('required', question.isRequired ? 'yes' : undefined),
    ...cell('relevant', formulaOut(writing, question.isAskedWhen)),
    ...cell('qantara_least', question.least),
    ...cell('qantara_most', question.most),
    ...cell('qantara_formerly', question.formerly),
    ...cell('qantara_terms', termsInCell(question.terms)),
  };
}

function rangeCells({ kind, least, most }: Question): WrittenRow {
  return kind === 'scale' && least !== undefined && most !== undefined
    ? { parameters: `start=${least} end=${most} step=1` }
    : {};
}

function noteLosses({ notes }: Writing, question: Question): void {
  const { code, kind } = question;
  if (kind === 'place') notes.add('place_as_point', { question: code });
  if (question.ends !== undefined) notes.add('ends_left_out', { question: code });
  if (SELECTS[kind] === undefined && kind !== 'note' && kind !== 'calculated') notes.add('decline_left_out');
}

/** Writes a question that is neither a group nor a matrix. */
export function writeQuestion(writing: Writing, question: Question): void {
  noteLosses(writing, question);
  writing.survey.push({
    ...baseRow(writing, question),
    type: typeOf(question),
    qantara_kind: question.kind,
    ...constraintOf(writing, question),
    ...cell('calculation', formulaOut(writing, question.calculation)),
    ...cell('appearance', LOOKS[question.kind]),
    ...rangeCells(question),
    ...cell('qantara_decimals', question.decimals),
    ...textCells('qantara_least_end', question.ends?.least),
    ...textCells('qantara_most_end', question.ends?.most),
  });
  if (SELECTS[question.kind] !== undefined) writeChoices(writing, question);
}
