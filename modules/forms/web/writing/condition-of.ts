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

function rowAt(values: Sent, prefix: string, at: number) {
  const question = values.text(`${prefix}.${at}.question`);
  if (question === undefined) return [];
  const comparison = values.text(`${prefix}.${at}.comparison`) ?? '';
  const value = values.text(`${prefix}.${at}.value`) ?? '';
  if (!isComparison(comparison))
    return refuse('invalid_input', { fields: [{ path: `${prefix}.${at}.comparison`, code: 'required' }] });
  if (value === '' && !NEEDS_NO_VALUE.includes(comparison))
    refuse('invalid_input', { fields: [{ path: `${prefix}.${at}.value`, code: 'required' }] });
  return [{ question, comparison, value }];
}

/**
 * The formula that the fields of a condition say: the one that was written, else the comparisons; undefined where there is neither.
 * Refuses `invalid_input` for a comparison without what it compares with.
 */
export function formulaOfFields(values: Sent, { name, prefix = 'when' }: { name: string; prefix?: string }) {
  const formula = values.text(name);
  if (formula !== undefined) return formula;
  const rows = Array.from({ length: CONDITION_ROWS }, (_one, at) => rowAt(values, prefix, at)).flat();
  return writeCondition({ join: values.text(`${prefix}.join`) === 'any' ? 'any' : 'all', rows });
}

/** When something is asked, as a page says it under the name of its field. Refuses as `formulaOfFields` does. */
export function conditionOf(values: Sent, name: string): { isAskedWhen?: string } {
  const formula = formulaOfFields(values, { name });
  return formula === undefined ? {} : { isAskedWhen: formula };
}
