import type { FindingRule } from '@qantara/forms/contract';
import { formulaOfFields } from '@qantara/forms/web';
import { refuse } from '@qantara/kernel';
import type { FormValues } from '@qantara/ui';

/** The three things that a rule says of a need, under the names of their fields. */
export const RULE_PARTS = ['hasNeedWhen', 'wantsHelpWhen', 'isDangerWhen'] as const;

/**
 * The rules with that of one need as its page says it: in the place of the one before, or at the end; gone where everything is
 * empty. Refuses `invalid_input` where help or danger is said of what is never a need.
 */
export function findingsWith(
  rules: readonly FindingRule[],
  needCode: string,
  values: Pick<FormValues, 'text'>,
): FindingRule[] {
  const said = RULE_PARTS.flatMap((part) => {
    const formula = formulaOfFields(values, { name: part, prefix: part });
    return formula === undefined ? [] : [[part, formula] as const];
  });
  const { hasNeedWhen, ...more } = Object.fromEntries(said) as Partial<Record<(typeof RULE_PARTS)[number], string>>;
  const at = rules.findIndex((rule) => rule.needCode === needCode);
  const others = rules.filter((rule) => rule.needCode !== needCode);
  if (hasNeedWhen === undefined) {
    if (said.length > 0) refuse('invalid_input', { fields: [{ path: 'hasNeedWhen', code: 'required' }] });
    return others;
  }
  return others.toSpliced(at === -1 ? others.length : at, 0, { needCode, hasNeedWhen, ...more });
}
