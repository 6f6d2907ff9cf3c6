import type { FormBody } from '@qantara/forms/contract';
import { foldText } from '@qantara/kernel';
import { keyedFields, type KeyedField } from './keyed-fields.ts';
import type { Mark, Marks } from './read-mark.ts';

/** A field that two colleagues read differently; undefined where one of them found it empty. */
export type FieldDifference = { field: KeyedField; first: Mark | undefined; second: Mark | undefined };

function isSame(one: Mark | undefined, other: Mark | undefined, isText: boolean): boolean {
  if (isText && typeof one === 'string' && typeof other === 'string')
    return one === other || (foldText(one) === foldText(other) && foldText(one) !== '');
  return JSON.stringify(one) === JSON.stringify(other);
}

const at = (marks: Marks, path: string): Mark | undefined => (Object.hasOwn(marks, path) ? marks[path] : undefined);

/**
 * Where two keyings of a sheet differ, and how many fields at least one of them found something in. Words that differ in capitals,
 * accents or spaces alone are the same words.
 */
export function compareKeyings(
  body: FormBody,
  first: Marks,
  second: Marks,
): { compared: number; differences: FieldDifference[] } {
  const filled = keyedFields(body)
    .map((field) => ({ field, first: at(first, field.path), second: at(second, field.path) }))
    .filter((one) => one.first !== undefined || one.second !== undefined);
  const differences = filled.filter(
    (one) => !isSame(one.first, one.second, ['text', 'long_text'].includes(one.field.question.kind)),
  );
  return { compared: filled.length, differences };
}
