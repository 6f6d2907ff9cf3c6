import { usePage } from '@qantara/ui';
import type { Item } from '../contract/index.ts';

/** How far a part of the plan is, and how much of it that is known of: a share alone would hide what nobody told. */
export function RolledUp({ item }: { item: Item }) {
  const { t, formats } = usePage();
  const { progress, coverage } = item.rolledUp;
  if (progress === null) return null;
  const values = { share: formats.percent(progress), known: formats.percent(coverage) };
  return <p className="hint plan-rolled">{t(coverage < 1 ? 'plan.rolled.part' : 'plan.rolled.whole', values)}</p>;
}
