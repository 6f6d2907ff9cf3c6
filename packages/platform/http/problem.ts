import { refusalStatus, type FieldFault, type Problem, type Translate } from '@qantara/kernel';

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
    status: refusalStatus(refused.code),
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
