import type { Choice, FormBody, Question } from '../../../contract/index.ts';
import { FormulaFault, readCondition, writeCondition, type ConditionRow } from '../../expression/index.ts';
import type { Coding, EnableWhen } from './resources.ts';

/** A choice as FHIR codes it: by its first standard code, else by its own. */
export function codingOf(choice: Choice): Coding {
  const [term] = choice.terms ?? [];
  return term === undefined ? { code: choice.code } : { system: term.system, code: term.code };
}

/** What conditions of a form can name: questions by code, and the group that each stands in. */
export type Known = { questions: ReadonlyMap<string, Question>; groupOf: ReadonlyMap<string, string> };

/** What conditions of a body may name. */
export function knownIn(body: FormBody): Known {
  const questions = new Map<string, Question>();
  const groupOf = new Map<string, string>();
  for (const question of body.sections.flatMap((section) => section.questions)) {
    questions.set(question.code, question);
    for (const inner of question.questions ?? []) {
      questions.set(inner.code, inner);
      groupOf.set(inner.code, question.code);
    }
  }
  return { questions, groupOf };
}

const isNumber = (value: string): boolean => /^-?\d+(?:\.\d+)?$/.test(value);

type Said = Partial<
  Pick<EnableWhen, 'answerBoolean' | 'answerCoding' | 'answerDecimal' | 'answerInteger' | 'answerString'>
>;
type SaidRow = Said & Pick<EnableWhen, 'operator'>;
type Saying = (question: Question, value: string) => Said | undefined;

const asTwo =
  (yes: string, no: string): Saying =>
  (_question, value) =>
    value === yes || value === no ? { answerBoolean: value === yes } : undefined;

const asChoice: Saying = ({ choices }, value) => {
  const choice = choices.find(({ code }) => code === value);
  return choice === undefined ? undefined : { answerCoding: codingOf(choice) };
};

const asNumber: Saying = ({ kind, decimals }, value) => {
  if (!isNumber(value)) return undefined;
  return kind === 'number' && decimals !== undefined && decimals > 0
    ? { answerDecimal: Number(value) }
    : Number.isInteger(Number(value))
      ? { answerInteger: Number(value) }
      : undefined;
};

const asString: Saying = (_question, value) => (isNumber(value) ? undefined : { answerString: value });

const SAYINGS: Partial<Record<Question['kind'], Saying>> = {
  yes_no: asTwo('yes', 'no'),
  consent: asTwo('agreed', 'not_agreed'),
  one: asChoice,
  several: asChoice,
  number: asNumber,
  scale: asNumber,
  text: asString,
  long_text: asString,
};

const OPERATORS: Partial<Record<ConditionRow['comparison'], EnableWhen['operator']>> = {
  is: '=',
  includes: '=',
  at_least: '>=',
  at_most: '<=',
};

function answerOf(question: Question, { comparison, value }: ConditionRow): Said | undefined {
  const isOfList = question.kind === 'several';
  if (isOfList !== (comparison === 'includes')) return undefined;
  const isSize = comparison === 'at_least' || comparison === 'at_most';
  if (isSize && question.kind !== 'number' && question.kind !== 'scale') return undefined;
  return SAYINGS[question.kind]?.(question, value);
}

/** What is unanswered is not `!= x` in FHIR and is here: such a row is no row there. */
function rowOut(question: Question, row: ConditionRow): SaidRow | undefined {
  if (row.comparison === 'answered' || row.comparison === 'not_answered')
    return { operator: 'exists', answerBoolean: row.comparison === 'answered' };
  const operator = OPERATORS[row.comparison];
  const said = operator === undefined ? undefined : answerOf(question, row);
  return operator === undefined || said === undefined ? undefined : { operator, ...said };
}

/** How conditions of items are said; `all` is always said, for programs that take it for granted do not exist. */
export type Enabling = { enableWhen: EnableWhen[]; enableBehavior: 'all' | 'any' };

function simple(formula: string) {
  try {
    const condition = readCondition(formula);
    return condition !== null && writeCondition(condition) === formula ? condition : undefined;
  } catch (fault) {
    if (fault instanceof FormulaFault) return undefined;
    throw fault;
  }
}

type Place = { known: Known; group: string | undefined; linkOf: (code: string) => string };

/** A condition as `enableWhen`; undefined where FHIR would not say exactly the same. */
export function enablingOf(formula: string, { known, group, linkOf }: Place): Enabling | undefined {
  const condition = simple(formula);
  if (condition === undefined) return undefined;
  const rows = condition.rows.map((row): EnableWhen | undefined => {
    const question = known.questions.get(row.question);
    const isNear = known.groupOf.get(row.question) === undefined || known.groupOf.get(row.question) === group;
    const said = question === undefined || !isNear ? undefined : rowOut(question, row);
    return said === undefined ? undefined : { question: linkOf(row.question), ...said };
  });
  const whole = rows.filter((row) => row !== undefined);
  return whole.length < rows.length ? undefined : { enableWhen: whole, enableBehavior: condition.join };
}
