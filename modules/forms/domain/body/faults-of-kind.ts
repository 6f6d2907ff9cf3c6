import type { FieldFault } from '@qantara/kernel';
import type { Question, QuestionKind } from '../../contract/index.ts';

type Rule = (question: Question) => FieldFault[];

const needed = (path: string): FieldFault => ({ path, code: 'required' });

const FEWEST_CHOICES = 2;
/** More points than this cannot be told apart by whoever answers, nor laid out on a telephone. */
const MOST_POINTS = 11;

function choicesOf(question: Question): FieldFault[] {
  const codes = question.choices.map(({ code }) => code);
  const twice = codes.findIndex((code, index) => codes.indexOf(code) < index);
  return [
    ...(codes.length < FEWEST_CHOICES ? [{ path: 'choices', code: 'too_few', values: { limit: FEWEST_CHOICES } }] : []),
    ...(twice === -1 ? [] : [{ path: `choices.${twice}.code`, code: 'code_twice' }]),
  ];
}

function limitsOf({ least, most }: Question): FieldFault[] {
  return least !== undefined && most !== undefined && least > most
    ? [{ path: 'most', code: 'too_low', values: { limit: least } }]
    : [];
}

function scaleOf({ least, most }: Question): FieldFault[] {
  if (least === undefined || most === undefined) return [needed(least === undefined ? 'least' : 'most')];
  const points = most - least + 1;
  if (points > MOST_POINTS) return [{ path: 'most', code: 'too_high', values: { limit: least + MOST_POINTS - 1 } }];
  return points < 2 ? [{ path: 'most', code: 'too_low', values: { limit: least + 1 } }] : [];
}

const matrixOf: Rule = (question) => [
  ...choicesOf(question),
  ...((question.rows ?? []).length === 0 ? [needed('rows')] : []),
];
const nothing: Rule = () => [];

const RULES: Record<QuestionKind, Rule> = {
  yes_no: nothing,
  one: choicesOf,
  several: (question) => [...choicesOf(question), ...limitsOf(question)],
  rank: (question) => [...choicesOf(question), ...limitsOf(question)],
  scale: scaleOf,
  matrix: matrixOf,
  text: nothing,
  long_text: nothing,
  number: limitsOf,
  date: nothing,
  place: nothing,
  file: nothing,
  photo: nothing,
  signature: nothing,
  consent: nothing,
  group: (question) => [
    ...((question.questions ?? []).length === 0 ? [needed('questions')] : []),
    ...limitsOf(question),
  ],
  note: nothing,
  calculated: ({ calculation }) => (calculation === undefined ? [needed('calculation')] : []),
};

/** What a question of this kind needs and has not; paths are within the question. */
export function faultsOfKind(question: Question): FieldFault[] {
  return RULES[question.kind](question);
}
