import { FormValues, type TypedValues } from '@qantara/ui/form-values';
import type { Answer, Answers, FormBody, Question, SimpleAnswer } from '../../contract/index.ts';
import { PREFER_NOT_TO_SAY } from '../../domain/index.ts';

/** Where a field of the answering page stands in what is sent. */
export const ANSWERS = 'answers';
/** The boxes "I prefer not to say", by the path of the question. */
export const DECLINED = 'declined';
/** The identifiers of papers that were given before, by the path of the question; a chosen file stands under the answer itself. */
export const GIVEN = 'given';
/** How many entries of a group are laid out. */
export const ENTRIES = 'entries';

type Reader = (values: FormValues, name: string, question: Question) => Answer | undefined;

const text: Reader = (values, name) => values.text(name);

/** An answer that should be a number and is none is kept as it was typed, so that it is refused and not lost. */
const number: Reader = (values, name) => {
  const value = values.number(name);
  return value === undefined || Number.isNaN(value) ? values.text(name) : value;
};

const givenFile: Reader = (values, name) => values.text(`${GIVEN}${name.slice(ANSWERS.length)}`);

const codes: Reader = (values, name) => {
  const chosen = values.all(name);
  if (chosen.length === 1 && chosen[0] === PREFER_NOT_TO_SAY) return PREFER_NOT_TO_SAY;
  return chosen.length === 0 ? undefined : chosen.filter((code) => code !== PREFER_NOT_TO_SAY);
};

/** The places that were given to the choices, as the list of the choices in that order. */
const ranking: Reader = (values, name, { choices }) => {
  const placed = choices
    .map(({ code }, index) => ({ code, place: values.number(`${name}.${index}`) }))
    .flatMap(({ code, place }) => (place === undefined || Number.isNaN(place) ? [] : [{ code, place }]));
  const isTwice = new Set(placed.map(({ place }) => place)).size < placed.length;
  const order = placed.toSorted((one, other) => one.place - other.place).map(({ code }) => code);
  if (order.length === 0) return undefined;
  return isTwice ? [...order, ...order] : order;
};

const rows: Reader = (values, name, question) => {
  const given = (question.rows ?? []).flatMap(({ code }) => {
    const value = values.text(`${name}.${code}`);
    return value === undefined ? [] : [[code, value] as const];
  });
  return given.length === 0 ? undefined : Object.fromEntries(given);
};

const place: Reader = (values, name) => {
  const areaId = values.text(`${name}.areaId`);
  return areaId === undefined ? undefined : { areaId };
};

const READERS: Record<Question['kind'], Reader> = {
  yes_no: text,
  one: text,
  several: codes,
  rank: ranking,
  scale: (values, name, question) =>
    values.text(name) === PREFER_NOT_TO_SAY ? PREFER_NOT_TO_SAY : number(values, name, question),
  matrix: rows,
  text,
  long_text: text,
  number,
  date: (values, name) => values.date(name),
  place,
  file: givenFile,
  photo: givenFile,
  signature: givenFile,
  consent: text,
  group: () => undefined,
  note: () => undefined,
  calculated: () => undefined,
};

function readOne(values: FormValues, path: string, question: Question): Answer | undefined {
  if (values.flag(`${DECLINED}.${path}`)) return PREFER_NOT_TO_SAY;
  return READERS[question.kind](values, `${ANSWERS}.${path}`, question);
}

/** How many entries of a group stand on the page. */
export function entriesOf(values: FormValues, group: Question): number {
  const sent = values.number(`${ENTRIES}.${group.code}`);
  const least = group.least ?? 0;
  return Math.min(Math.max(Number.isInteger(sent) ? (sent ?? 0) : 0, least), group.most ?? 50, 50);
}

type Entry = Record<string, SimpleAnswer>;

function readGroup(values: FormValues, group: Question): Answer | undefined {
  if (values.flag(`${DECLINED}.${group.code}`)) return PREFER_NOT_TO_SAY;
  const count = entriesOf(values, group);
  const entries = Array.from({ length: count }, (_one, index): Entry => {
    const given = (group.questions ?? []).flatMap((question) => {
      const answer = readOne(values, `${group.code}.${index}.${question.code}`, question);
      return answer === undefined ? [] : [[question.code, answer as SimpleAnswer] as const];
    });
    return Object.fromEntries(given);
  });
  return entries.length === 0 ? undefined : entries;
}

/** What was sent from the answering page of a form, as answers. Nothing is judged here. */
export function answersOf(values: FormValues, body: FormBody): Answers {
  const given = body.sections.flatMap(({ questions }) =>
    questions.flatMap((question) => {
      const answer = question.kind === 'group' ? readGroup(values, question) : readOne(values, question.code, question);
      return answer === undefined ? [] : [[question.code, answer] as const];
    }),
  );
  return Object.fromEntries(given);
}

/** What was typed before, as the values of a form. */
export function valuesOfTyped(typed: TypedValues): FormValues {
  const form = new FormData();
  for (const [name, value] of Object.entries(typed)) for (const one of [value].flat()) form.append(name, one);
  return new FormValues(form);
}
