import type { FieldFault } from '@qantara/kernel';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

function sizeFault(issue: Issue): { code: string; values: Record<string, number> } {
  const small = issue.code === 'too_small';
  const limit = Number(small ? issue.minimum : issue.code === 'too_big' ? issue.maximum : 0);
  const origin = 'origin' in issue ? String(issue.origin) : '';
  if (small && limit === 1 && (origin === 'string' || origin === 'array')) return { code: 'required', values: {} };
  if (origin === 'string') return { code: small ? 'too_short' : 'too_long', values: { limit } };
  if (origin === 'array') return { code: small ? 'too_few' : 'too_many', values: { limit } };
  return { code: small ? 'too_low' : 'too_high', values: { limit } };
}

function codeOf(issue: Issue): { code: string; values: Record<string, number> } {
  switch (issue.code) {
    case 'too_small':
    case 'too_big':
      return sizeFault(issue);
    case 'invalid_type':
      return { code: issue.input === undefined || issue.input === null ? 'required' : 'invalid', values: {} };
    case 'invalid_value':
      return { code: issue.input === undefined || issue.input === '' ? 'required' : 'not_a_choice', values: {} };
    case 'invalid_format':
      return { code: `not_${issue.format}`.replace(/^not_(?!email|date|datetime|uuid|url).*/, 'invalid'), values: {} };
    case 'custom':
      return { code: String(issue.params?.['code'] ?? 'invalid'), values: {} };
    default:
      return { code: 'invalid', values: {} };
  }
}

/** The fields at fault, from what the schema said; a field is named once, by its first fault. */
export function faultsOf(error: z.core.$ZodError): FieldFault[] {
  const faults = new Map<string, FieldFault>();
  for (const issue of error.issues) {
    const path = issue.path.join('.');
    if (!faults.has(path)) faults.set(path, { path, ...codeOf(issue) });
  }
  return [...faults.values()];
}
