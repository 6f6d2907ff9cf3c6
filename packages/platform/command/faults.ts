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

/** What was said at a path: of a number the schema itself has only seen what it made of it. */
function saidAt(said: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    said,
  );
}

const isMadeOfNothing = (issue: Issue, said: unknown): boolean =>
  Number.isNaN(issue.input) && isAbsent(saidAt(said, issue.path));

function simpleCode(issue: Issue, said: unknown): string {
  if (issue.code === 'invalid_format') return NAMED_FORMATS.includes(issue.format) ? `not_${issue.format}` : 'invalid';
  if (issue.code === 'custom') return String(issue.params?.['code'] ?? 'invalid');
  if (isAbsent(issue.input) || isMadeOfNothing(issue, said)) return 'required';
  return issue.code === 'invalid_value' ? 'not_a_choice' : 'invalid';
}

function codeOf(issue: Issue, said: unknown): Fault {
  const isSize = issue.code === 'too_small' || issue.code === 'too_big';
  return isSize ? sizeFault(issue) : { code: simpleCode(issue, said), values: {} };
}

/** The fields at fault, from what the schema said of what was sent; a field is named once, by its first fault. */
export function faultsOf(error: z.core.$ZodError, said: unknown): FieldFault[] {
  const faults = new Map<string, FieldFault>();
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) faults.set(key, { path: key, code: 'unknown' });
    if (issue.code === 'unrecognized_keys') continue;
    const path = issue.path.join('.');
    if (!faults.has(path)) faults.set(path, { path, ...codeOf(issue, said) });
  }
  return [...faults.values()];
}
