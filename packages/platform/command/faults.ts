import type { FieldFault } from '@qantara/kernel';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

type Fault = { code: string; values: Record<string, number> };
type SizeIssue = Extract<Issue, { code: 'too_small' | 'too_big' }>;

/** What is too small or too big, by what it is: words of text, items of a list, or a number. */
const SIZES: Record<string, { too_small: string; too_big: string }> = {
  string: { too_small: 'too_short', too_big: 'too_long' },
  array: { too_small: 'too_few', too_big: 'too_many' },
};
const OF_NUMBER = { too_small: 'too_low', too_big: 'too_high' };

function sizeFault(issue: SizeIssue): Fault {
  const limit = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum);
  const size = SIZES[issue.origin];
  if (size !== undefined && issue.code === 'too_small' && limit === 1) return { code: 'required', values: {} };
  return { code: (size ?? OF_NUMBER)[issue.code], values: { limit } };
}

const NAMED_FORMATS = ['email', 'date', 'datetime', 'uuid', 'url'];

function isAbsent(input: unknown): boolean {
  return input === undefined || input === null || input === '';
}

function simpleCode(issue: Issue): string {
  if (issue.code === 'invalid_format') return NAMED_FORMATS.includes(issue.format) ? `not_${issue.format}` : 'invalid';
  if (issue.code === 'custom') return String(issue.params?.['code'] ?? 'invalid');
  if (isAbsent(issue.input)) return 'required';
  return issue.code === 'invalid_value' ? 'not_a_choice' : 'invalid';
}

function codeOf(issue: Issue): Fault {
  const isSize = issue.code === 'too_small' || issue.code === 'too_big';
  return isSize ? sizeFault(issue) : { code: simpleCode(issue), values: {} };
}

/** The fields at fault, from what the schema said; a field is named once, by its first fault. */
export function faultsOf(error: z.core.$ZodError): FieldFault[] {
  const faults = new Map<string, FieldFault>();
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) faults.set(key, { path: key, code: 'unknown' });
    if (issue.code === 'unrecognized_keys') continue;
    const path = issue.path.join('.');
    if (!faults.has(path)) faults.set(path, { path, ...codeOf(issue) });
  }
  return [...faults.values()];
}
