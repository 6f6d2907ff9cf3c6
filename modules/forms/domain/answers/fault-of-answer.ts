import type { FieldFault } from '@qantara/kernel';
import type { Answer, Question } from '../../contract/index.ts';
import { PREFER_NOT_TO_SAY } from './prefer-not-to-say.ts';

type Fault = Omit<FieldFault, 'path'> & { part?: string };
type Rule = (question: Question, answer: Answer) => Fault | undefined;

const NOT_A_CHOICE: Fault = { code: 'not_a_choice' };
const INVALID: Fault = { code: 'invalid' };
const LONGEST = { text: 500, long_text: 20_000 };
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const codesOf = (question: Question) => question.choices.map((choice) => choice.code);
const oneOf = (codes: readonly string[]): Rule => {
  return (_question, answer) => (typeof answer === 'string' && codes.includes(answer) ? undefined : NOT_A_CHOICE);
};

function fitsCount(question: Question, count: number): Fault | undefined {
  const { least, most } = question;
  if (least !== undefined && count < least) return { code: 'too_few', values: { limit: least } };
  return most !== undefined && count > most ? { code: 'too_many', values: { limit: most } } : undefined;
}

function fitsSize(question: Question, value: number): Fault | undefined {
  const { least, most } = question;
  if (least !== undefined && value < least) return { code: 'too_low', values: { limit: least } };
  return most !== undefined && value > most ? { code: 'too_high', values: { limit: most } } : undefined;
}

function fitsCodes(question: Question, answer: Answer): Fault | undefined {
  const codes = codesOf(question);
  const isList = Array.isArray(answer) && answer.every((code) => typeof code === 'string' && codes.includes(code));
  if (!isList || new Set<unknown>(answer).size < answer.length) return NOT_A_CHOICE;
  const isAlone = question.choices.some(
    ({ code, isExclusive }) => isExclusive === true && answer.includes(code as never),
  );
  if (isAlone) return answer.length === 1 ? undefined : { code: 'stands_alone' };
  return fitsCount(question, answer.length);
}

function fitsDecimals(value: number, most: number): boolean {
  return Math.abs(value - Number(value.toFixed(most))) < Number.EPSILON * Math.max(1, Math.abs(value));
}

function fitsNumber(question: Question, answer: Answer): Fault | undefined {
  if (typeof answer !== 'number' || !Number.isFinite(answer)) return { code: 'not_number' };
  const decimals = question.kind === 'scale' ? 0 : (question.decimals ?? 0);
  if (!fitsDecimals(answer, decimals)) return { code: 'too_many_decimals', values: { limit: decimals } };
  return fitsSize(question, answer);
}

function fitsText(question: Question, answer: Answer): Fault | undefined {
  if (typeof answer !== 'string') return INVALID;
  const limit = question.most ?? LONGEST[question.kind === 'long_text' ? 'long_text' : 'text'];
  return answer.length > limit ? { code: 'too_long', values: { limit } } : undefined;
}

function fitsDay(_question: Question, answer: Answer): Fault | undefined {
  const isDay = typeof answer === 'string' && DAY.test(answer) && !Number.isNaN(Date.parse(answer));
  return isDay && new Date(answer).toISOString().startsWith(answer) ? undefined : { code: 'not_date' };
}

function partsOf(answer: Answer): Record<string, unknown> | undefined {
  return typeof answer === 'object' && !Array.isArray(answer) ? answer : undefined;
}

function fitsMatrix(question: Question, answer: Answer): Fault | undefined {
  const parts = partsOf(answer);
  if (parts === undefined) return INVALID;
  const codes: unknown[] = [...codesOf(question), PREFER_NOT_TO_SAY];
  const wrong = (question.rows ?? []).find(({ code }) => parts[code] !== undefined && !codes.includes(parts[code]));
  if (wrong !== undefined) return { ...NOT_A_CHOICE, part: wrong.code };
  const open = question.isRequired ? question.rows?.find(({ code }) => parts[code] === undefined) : undefined;
  return open === undefined ? undefined : { code: 'required', part: open.code };
}

function isWithin(value: unknown, most: number): boolean {
  return typeof value === 'number' && Math.abs(value) <= most;
}

function fitsPlace(_question: Question, answer: Answer): Fault | undefined {
  const parts = partsOf(answer);
  if (parts === undefined) return INVALID;
  const isArea = typeof parts['areaId'] === 'string' && UUID.test(parts['areaId']);
  const isPoint = isWithin(parts['latitude'], 90) && isWithin(parts['longitude'], 180);
  return isArea || isPoint ? undefined : INVALID;
}

const isFileId: Rule = (_question, answer) => (typeof answer === 'string' && UUID.test(answer) ? undefined : INVALID);

function fitsEntries(question: Question, answer: Answer): Fault | undefined {
  const isList = Array.isArray(answer) && answer.every((entry) => typeof entry === 'object');
  return isList ? fitsCount(question, answer.length) : INVALID;
}

const RULES: Record<Question['kind'], Rule> = {
  yes_no: oneOf(['yes', 'no']),
  one: (question, answer) => oneOf(codesOf(question))(question, answer),
  several: fitsCodes,
  rank: fitsCodes,
  scale: fitsNumber,
  matrix: fitsMatrix,
  text: fitsText,
  long_text: fitsText,
  number: fitsNumber,
  date: fitsDay,
  place: fitsPlace,
  file: isFileId,
  photo: isFileId,
  signature: isFileId,
  consent: oneOf(['agreed', 'not_agreed']),
  group: fitsEntries,
  note: () => INVALID,
  calculated: () => INVALID,
};

/** What is wrong with an answer to this question, by its kind and limits alone; `prefer_not_to_say` fits every question. */
export function faultOfAnswer(question: Question, answer: Answer): Fault | undefined {
  return answer === PREFER_NOT_TO_SAY ? undefined : RULES[question.kind](question, answer);
}
