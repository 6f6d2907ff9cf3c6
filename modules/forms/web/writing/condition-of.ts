import { refuse } from '@qantara/kernel';
import type { FormValues } from '@qantara/ui';
import { COMPARISONS, writeCondition, type Comparison } from '../../domain/index.ts';

/** How many comparisons a page lays out. */
export const CONDITION_ROWS = 3;

type Sent = Pick<FormValues, 'text'>;

function isComparison(word: string): word is Comparison {
  return (COMPARISONS as readonly string[]).includes(word);
}

const NEEDS_NO_VALUE: readonly string[] = ['answered', 'not_answered'];

function rowAt(values: Sent, at: number) {
  const question = values.text(`when.${at}.question`);
  if (question === undefined) return [];
  const comparison = values.text(`when.${at}.comparison`) ?? '';
  const value = values.text(`when.${at}.value`) ?? '';
  if (!isComparison(comparison))
    return refuse('invalid_input', { fields: [{ path: `when.${at}.comparison`, code: 'required' }] });
  if (value === '' && !NEEDS_NO_VALUE.includes(comparison))
    refuse('invalid_input', { fields: [{ path: `when.${at}.value`, code: 'required' }] });
  return [{ question, comparison, value }];
}

/**
 * The condition that a page says, under the name of its field: the formula where one was written, else the comparisons. Refuses
 * `invalid_input` for a comparison without what it compares with.
 */
export function conditionOf(values: Sent, name: string): { isAskedWhen?: string } {
  const formula = values.text(name);
  if (formula !== undefined) return { isAskedWhen: formula };
  const rows = Array.from({ length: CONDITION_ROWS }, (_one, at) => rowAt(values, at)).flat();
  const written = writeCondition({ join: values.text('when.join') === 'any' ? 'any' : 'all', rows });
  return written === undefined ? {} : { isAskedWhen: written };
}
