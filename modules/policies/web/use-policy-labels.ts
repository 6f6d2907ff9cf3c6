import { usePage } from '@qantara/ui';
import { NewPolicy } from '../contract/index.ts';

/** The labels of fields that stand in components, for the summary of what was refused. */
export function usePolicyLabels(): Record<string, string> {
  const { t } = usePage();
  return Object.fromEntries(Object.keys(NewPolicy.shape).map((name) => [name, t(`policies.field.${name}`)]));
}
