import type { FieldFault, Problem, Translate } from '@qantara/kernel';

const STATUS: Record<string, number> = {
  invalid_input: 422,
  command_reused: 422,
  not_signed_in: 401,
  not_allowed: 403,
  cross_site: 403,
  too_many_requests: 429,
  too_large: 413,
  busy: 503,
  broken: 500,
};

/** The HTTP status of a refusal: what does not exist (or may not be known to exist) is 404, the rest a conflict. */
export function statusOf(code: string): number {
  return STATUS[code] ?? (code.endsWith('_not_found') ? 404 : 409);
}

function labelOf(path: string, module: string, t: Translate): string {
  const name = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';
  for (const key of [`${module}.field.${name}`, `field.${name}`]) if (t(key) !== key) return t(key);
  return name;
}

/** A refusal as RFC 9457 problem details, in the reader's language, naming each field at fault. */
export function problemOf(
  refused: { code: string; fields: FieldFault[]; values: Record<string, string | number> },
  module: string,
  t: Translate,
): Problem {
  return {
    type: `/problems/${refused.code}`,
    title: t(`refusal.${refused.code}`, refused.values),
    status: statusOf(refused.code),
    code: refused.code,
    detail: t(`refusal.${refused.code}`, refused.values),
    values: refused.values,
    errors: refused.fields.map((fault) => ({
      pointer: `#/${fault.path.replaceAll('.', '/')}`,
      code: fault.code,
      detail: t(`validation.${fault.code}`, { field: labelOf(fault.path, module, t), ...fault.values }),
      values: fault.values ?? {},
    })),
  };
}
