import type { Question, SimpleAnswer } from '@qantara/forms/contract';
import { faultOfAnswer, PREFER_NOT_TO_SAY } from '@qantara/forms/domain';
import { latinDigits, type FieldFault } from '@qantara/kernel';

/** What stands for what cannot be read, or can be no answer; it is typed so, too. */
export const ILLEGIBLE = '?';
/** What is typed for a choice that is left without a place, in a ranking. */
const NO_PLACE = '-';
const DECLINED = '0';

/** What a colleague read in one field. */
export type Mark = SimpleAnswer;
/** By the path of the field; what was left empty on paper is not there. */
export type Marks = Record<string, Mark>;

type Fault = Omit<FieldFault, 'path'>;
type Read = { mark: Mark } | { fault: Fault };
type Reader = (text: string, question: Question) => Read;

const NOT_A_CHOICE: Read = { fault: { code: 'not_a_choice' } };

function codeAt(codes: readonly string[], figure: string, mayDecline = true): Read {
  if (figure === DECLINED && mayDecline) return { mark: PREFER_NOT_TO_SAY };
  const code = /^\d{1,3}$/.test(figure) ? codes[Number(figure) - 1] : undefined;
  return code === undefined ? NOT_A_CHOICE : { mark: code };
}

const codesOf = ({ choices }: Question) => choices.map(({ code }) => code);

/** Figures of choices: `1 3 4`, or `134` where no choice has two figures. */
function figuresIn(text: string, count: number): string[] {
  const parts = text.split(/[\s,،;.+/-]+/).filter((part) => part !== '');
  return count < 10 ? parts.flatMap((part) => Array.from(part)) : parts;
}

const several: Reader = (text, question) => {
  const codes = codesOf(question);
  const figures = figuresIn(text, codes.length);
  if (figures.length === 1 && figures[0] === DECLINED) return { mark: PREFER_NOT_TO_SAY };
  const read = figures.map((figure) => codeAt(codes, figure, false));
  const chosen = read.flatMap((one) => ('mark' in one ? [one.mark] : []));
  // In the order of the form, so that two colleagues who type the same figures otherwise agree.
  return chosen.length < read.length ? NOT_A_CHOICE : { mark: codes.filter((code) => chosen.includes(code)) };
};

/** The place that stands beside each choice, in the order of the choices: `2 1 3`. */
const ranking: Reader = (text, question) => {
  const codes = codesOf(question);
  if (text === DECLINED) return { mark: PREFER_NOT_TO_SAY };
  const parts = text.split(/[\s,،;./]+/).filter((part) => part !== '');
  const places = parts.length === 1 && codes.length < 10 ? Array.from(parts[0] ?? '') : parts;
  const placed = places.flatMap((place, at) => (place === NO_PLACE ? [] : [{ place: Number(place), code: codes[at] }]));
  const isWrong = placed.some(({ place, code }) => code === undefined || !Number.isInteger(place) || place < 1);
  if (isWrong || new Set(placed.map(({ place }) => place)).size < placed.length) return NOT_A_CHOICE;
  return { mark: placed.toSorted((one, other) => one.place - other.place).map(({ code }) => code ?? '') };
};

const number: Reader = (text, { kind, least = 0 }) => {
  // On a scale that has a nought of its own, it is an answer.
  if (text === DECLINED && kind === 'scale' && least > 0) return { mark: PREFER_NOT_TO_SAY };
  const value = Number(text.replace(/[\s\u00a0\u202f]/g, '').replace(/[,٫]/, '.'));
  return Number.isNaN(value) ? { fault: { code: 'not_number' } } : { mark: value };
};

/** `3 5 1984`, `3/5/1984` or `03051984`: the day, the month, the year. */
const day: Reader = (text) => {
  const [, date = '', month = '', year = ''] =
    /^(\d{2})(\d{2})(\d{4})$/.exec(text) ?? /^(\d{1,2})\D+(\d{1,2})\D+(\d{4})$/.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return year === '' ? { fault: { code: 'not_date' } } : { mark: iso };
};

const words: Reader = (text) => ({ mark: text });

const READERS: Partial<Record<Question['kind'], Reader>> = {
  yes_no: (text) => codeAt(['yes', 'no'], text),
  one: (text, question) => codeAt(codesOf(question), text),
  several,
  rank: ranking,
  scale: number,
  matrix: (text, question) => codeAt(codesOf(question), text),
  number,
  date: day,
  consent: (text) => codeAt(['agreed', 'not_agreed'], text, false),
};

const TEXT_KINDS: readonly Question['kind'][] = ['text', 'long_text', 'place'];

function fitting(question: Question, mark: Mark): Read {
  // A matrix and a place are judged once they are put together.
  if (question.kind === 'matrix' || question.kind === 'place') return { mark };
  const fault = faultOfAnswer(question, mark);
  return fault === undefined
    ? { mark }
    : { fault: { code: fault.code, ...(fault.values && { values: fault.values }) } };
}

/** What was typed for one field, as a mark; nothing where the field is empty on paper. Figures may be typed in Arabic digits. */
export function readMark(question: Question, typed: string): Read | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  if (text === ILLEGIBLE || text === '؟') return { mark: ILLEGIBLE };
  const reader = READERS[question.kind] ?? words;
  const read = reader(TEXT_KINDS.includes(question.kind) ? text : latinDigits(text), question);
  return 'fault' in read ? read : fitting(question, read.mark);
}
