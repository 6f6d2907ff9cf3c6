import type { FormBody, Question, QuestionKind } from '@qantara/forms/contract';
import { ENTRIES_ON_PAPER, numbersOf } from '@qantara/forms/domain';
import type { LocalizedText } from '@qantara/kernel';

/** One place of a sheet where something may stand, in the order of the paper. */
export type KeyedField = {
  /** `rent`, `grid.day`, `members.0.age`. */
  path: string;
  question: Question;
  /** As it is numbered on paper. */
  number: number | null;
  /** The row of a matrix. */
  row: LocalizedText | null;
  /** Of a group: its question, and which entry this is, from 1. */
  entry: { group: LocalizedText; number: number } | null;
};

/** What asks nothing, and what stays on the paper itself. */
const NOT_KEYED: readonly QuestionKind[] = ['note', 'calculated', 'file', 'photo', 'signature'];

type Place = Pick<KeyedField, 'number' | 'entry'> & { prefix: string };

function fieldsOf(question: Question, { prefix, number, entry }: Place): KeyedField[] {
  if (NOT_KEYED.includes(question.kind)) return [];
  const path = `${prefix}${question.code}`;
  const field = { path, question, number, row: null, entry };
  if (question.kind !== 'matrix') return [field];
  return (question.rows ?? []).map(({ code, text }) => ({ ...field, path: `${path}.${code}`, row: text }));
}

function fieldsOfGroup(group: Question, number: number | null): KeyedField[] {
  return Array.from({ length: ENTRIES_ON_PAPER }, (_one, at) =>
    (group.questions ?? []).flatMap((question) =>
      fieldsOf(question, { prefix: `${group.code}.${at}.`, number, entry: { group: group.text, number: at + 1 } }),
    ),
  ).flat();
}

/** Every field of a sheet of this form. */
export function keyedFields(body: FormBody): KeyedField[] {
  const numbers = numbersOf(body);
  return body.sections
    .flatMap(({ questions }) => questions)
    .flatMap((question) => {
      const number = numbers.get(question.code) ?? null;
      if (question.kind === 'group') return fieldsOfGroup(question, number);
      return fieldsOf(question, { prefix: '', number, entry: null });
    });
}
