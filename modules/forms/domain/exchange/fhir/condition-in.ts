import type { Question } from '../../../contract/index.ts';
import { writeCondition, type ConditionRow } from '../../expression/index.ts';
import { codingOf } from './enable-when.ts';
import type { EnableWhen, Item } from './resources.ts';

const quoted = (value: string): string => (value.includes("'") ? `"${value.replaceAll('"', '”')}"` : `'${value}'`);

/** Of two answers the first is what FHIR's true means. */
const TWO: Partial<Record<Question['kind'], readonly [string, string]>> = {
  yes_no: ['yes', 'no'],
  consent: ['agreed', 'not_agreed'],
};

function valueIn(row: EnableWhen, question: Question): string | undefined {
  const { answerBoolean, answerCoding, answerDecimal, answerInteger } = row;
  if (answerBoolean !== undefined) return TWO[question.kind]?.[answerBoolean ? 0 : 1];
  if (answerCoding !== undefined) {
    const same = question.choices.find((choice) => {
      const coding = codingOf(choice);
      return coding.code === answerCoding.code && (answerCoding.system ?? coding.system) === coding.system;
    });
    return same?.code;
  }
  const number = answerDecimal ?? answerInteger;
  return number === undefined ? (row.answerDate ?? row.answerString) : String(number);
}

const SIZES: Partial<Record<EnableWhen['operator'], ConditionRow['comparison']>> = {
  '>=': 'at_least',
  '<=': 'at_most',
};

function simpleRow(row: EnableWhen, question: Question, value: string): ConditionRow | undefined {
  if (row.operator === '=')
    return { question: question.code, comparison: question.kind === 'several' ? 'includes' : 'is', value };
  const comparison = SIZES[row.operator];
  return comparison === undefined ? undefined : { question: question.code, comparison, value };
}

type Row = ConditionRow | string | undefined;

function rowIn(row: EnableWhen, question: Question | undefined): Row {
  if (question === undefined) return undefined;
  const answer = `\${${question.code}}`;
  if (row.operator === 'exists') {
    const comparison = row.answerBoolean === false ? 'not_answered' : 'answered';
    return { question: question.code, comparison, value: '' };
  }
  const value = valueIn(row, question);
  if (value === undefined) return undefined;
  const said = /^-?\d+(\.\d+)?$/.test(value) ? value : quoted(value);
  if (row.operator === '>' || row.operator === '<') return `${answer} ${row.operator} ${said}`;
  if (row.operator === '!=')
    return question.kind === 'several' ? undefined : `(${answer} != '' and ${answer} != ${said})`;
  return simpleRow(row, question, value);
}

const written = (row: ConditionRow | string): string =>
  typeof row === 'string' ? row : (writeCondition({ join: 'all', rows: [row] }) ?? '');

/**
 * `enableWhen` as a condition; undefined where there is none, null where it says what no condition here does. What is unanswered is
 * never unequal in FHIR, and is said so.
 */
export function conditionIn(
  item: Item,
  questionOf: (linkId: string) => Question | undefined,
): string | undefined | null {
  const rows = item.enableWhen ?? [];
  if (rows.length === 0) return undefined;
  const read = rows.map((row) => rowIn(row, questionOf(row.question)));
  const whole = read.filter((row) => row !== undefined);
  if (whole.length < read.length || (rows.length > 1 && item.enableBehavior === undefined)) return null;
  return whole.map(written).join(item.enableBehavior === 'any' ? ' or ' : ' and ');
}
