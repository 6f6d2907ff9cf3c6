import type { LocalizedText } from '@qantara/kernel';
import { FormName, type Question, type QuestionKind } from '../../../contract/index.ts';
import { CHECK_WORDS, OTHER_ASKED, OTHER_WORDS } from '../languages.ts';
import { termsOfCell } from '../terms.ts';
import { formulaIn, renamedText, type Bench } from './bench.ts';
import { limitsIn, withoutLimits } from './limits.ts';
import type { SheetRow } from './lines.ts';
import type { Node } from './read-tree.ts';

const YES = /^(?:yes|true(?:\(\))?|1|oui|نعم)$/i;
const NO = /^(?:no|false(?:\(\))?|0|non|لا)$/i;

/** Words of a row in which earlier answers are named as they are called here. */
export function wordsIn(bench: Bench, row: SheetRow, column: string): LocalizedText | undefined {
  const text = row.texts.get(column);
  if (text === undefined) return undefined;
  return Object.fromEntries(Object.entries(text).map(([locale, words]) => [locale, renamedText(bench, words ?? '')]));
}

/** A number that a cell says; undefined where it says none. */
function numberIn(row: SheetRow, column: string): number | undefined {
  const value = Number(row.cells.get(column) ?? Number.NaN);
  return Number.isFinite(value) ? value : undefined;
}

/** Whether a row must be answered; a formula that says when cannot be carried. */
export function isRequired(bench: Bench, row: SheetRow, question: string): boolean {
  const said = row.cells.get('required') ?? 'no';
  if (!YES.test(said) && !NO.test(said))
    bench.notes.add('required_sometimes', { sheet: 'survey', row: row.at, column: 'required', question, word: said });
  return YES.test(said);
}

const given = <T>(name: string, value: T | undefined) => (value === undefined ? {} : { [name]: value });

/** What any row of a survey says of its question. */
export function baseOf(bench: Bench, { row, name, type }: Node, kind: QuestionKind): Question {
  const code = bench.names.codeOf(name);
  const text = wordsIn(bench, row, 'label');
  const unnamed = kind !== 'calculated' && type.row !== 'begin';
  if (text === undefined && unnamed)
    bench.notes.add('label_missing', { sheet: 'survey', row: row.at, column: 'label', question: code, word: name });
  const terms = termsOfCell(row.cells.get('qantara_terms') ?? '').slice(0, 10);
  return {
    code,
    kind,
    text: text ?? { en: name.slice(0, 200) },
    isRequired: isRequired(bench, row, code),
    choices: [],
    ...given('hint', wordsIn(bench, row, 'hint')),
    ...given('isAskedWhen', formulaIn(bench, { row, column: 'relevant', question: code })),
    ...given('formerly', FormName.safeParse(row.cells.get('qantara_formerly')).data),
    ...given('least', numberIn(row, 'qantara_least')),
    ...given('most', numberIn(row, 'qantara_most')),
    ...given('decimals', numberIn(row, 'qantara_decimals')),
    ...(terms.length > 0 ? { terms } : {}),
  };
}

/** The check that a constraint makes, besides what are limits of the question here. */
export function withCheck(bench: Bench, question: Question, row: SheetRow): Question {
  const formula = formulaIn(bench, { row, column: 'constraint', question: question.code });
  const message = wordsIn(bench, row, 'constraint_message');
  const rest = formula === undefined ? '' : withoutLimits(formula, question);
  if (rest === '') return question;
  const limits = question.kind === 'number' && message === undefined ? limitsIn(rest) : undefined;
  if (limits !== undefined) return { ...question, ...limits };
  if (message === undefined)
    bench.notes.add('check_message_added', {
      sheet: 'survey',
      row: row.at,
      column: 'constraint',
      question: question.code,
    });
  return { ...question, checks: [{ formula: rest, message: message ?? CHECK_WORDS }] };
}

function isList(question: Question, codes: readonly string[]): boolean {
  return question.choices.length === codes.length && question.choices.every(({ code }) => codes.includes(code));
}

/** What a choice of one is here, by the column that this program writes: yes or no, and an agreement, have their answers already. */
function asOwnKind(question: Question, own: string | undefined): Question {
  if (own === 'yes_no' && isList(question, ['yes', 'no'])) return { ...question, kind: 'yes_no', choices: [] };
  if (own === 'consent' && isList(question, ['agreed', 'not_agreed']))
    return { ...question, kind: 'consent', choices: [] };
  return question;
}

function otherOf(question: Question, bench: Bench): Question {
  const asks = question.kind === 'one' ? `\${${question.code}} = 'other'` : `selected(\${${question.code}}, 'other')`;
  const code = bench.names.free(`${question.code.slice(0, 50)}_other`);
  return { code, kind: 'text', text: OTHER_ASKED, isRequired: false, choices: [], isAskedWhen: asks };
}

/** A question with choices; with `or_other` the choice and the question that it stands for. */
export function selectOf(bench: Bench, node: Node): Question[] {
  const { type, row } = node;
  if (type.row !== 'select') return [];
  const base = baseOf(bench, node, type.kind);
  const list = bench.lists.get(type.list);
  const place = { sheet: 'survey', row: row.at, column: 'type', question: base.code, word: type.list };
  if (type.isElsewhere || list === undefined) bench.notes.add('choices_elsewhere', place);
  if (row.cells.has('choice_filter'))
    bench.notes.add('choices_filtered', {
      ...place,
      column: 'choice_filter',
      word: row.cells.get('choice_filter') ?? '',
    });
  const choices = structuredClone(list?.choices ?? []);
  const question = asOwnKind({ ...base, choices }, row.cells.get('qantara_kind'));
  if (!type.hasOther) return [withCheck(bench, question, row)];
  bench.notes.add('other_added', place);
  const open = { ...question, choices: [...choices, { code: 'other', text: OTHER_WORDS }] };
  return [withCheck(bench, open, row), otherOf(open, bench)];
}

function parametersOf(row: SheetRow): Map<string, string> {
  const pairs = (row.cells.get('parameters') ?? '').split(/[\s,;]+/).map((pair) => pair.split('='));
  return new Map(pairs.map(([name = '', value = '']) => [name.toLowerCase(), value]));
}

const MOST_POINTS = 11;

type Range = { least: number | undefined; most: number | undefined; step: number };

function rangeIn(row: SheetRow): Range {
  const parameters = parametersOf(row);
  const numberOf = (name: string) => {
    const value = Number(parameters.get(name) ?? Number.NaN);
    return Number.isFinite(value) ? value : undefined;
  };
  return { least: numberOf('start'), most: numberOf('end'), step: numberOf('step') ?? 1 };
}

function isScale({ least = 0, most = 0, step }: Range, own: string | undefined): boolean {
  return own === 'scale' || (step === 1 && Number.isInteger(least) && most - least < MOST_POINTS);
}

function scaleOf(bench: Bench, node: Node, limits: Partial<Question>): Question {
  const base = { ...baseOf(bench, node, 'scale'), ...limits };
  const least = wordsIn(bench, node.row, 'qantara_least_end');
  const most = wordsIn(bench, node.row, 'qantara_most_end');
  return least === undefined || most === undefined ? base : { ...base, ends: { least, most } };
}

/** A range: a scale where it has few whole steps, else a number between two. */
export function rangeOf(bench: Bench, node: Node): Question {
  const range = rangeIn(node.row);
  const limits = { ...given('least', range.least), ...given('most', range.most) };
  if (isScale(range, node.row.cells.get('qantara_kind'))) return scaleOf(bench, node, limits);
  const base = { ...baseOf(bench, node, 'number'), ...limits };
  const place = { sheet: 'survey', row: node.row.at, column: 'type', question: base.code, word: 'range' };
  bench.notes.add('type_changed', place);
  return { ...base, ...(Number.isInteger(range.step) ? {} : { decimals: 6 }) };
}
