import { StackedBar, usePage } from '@qantara/ui';
import { Progress, type Item } from '../contract/index.ts';
import { balanceByArea, balanceByLever } from './balance-of.ts';

/** How the work lies across the four areas of the framework (W7) and the levers of change (W12). */
export function PlanBalance({ items }: { items: Item[] }) {
  const { t } = usePage();
  const parts = Progress.options.map((progress) => ({ key: progress, label: t(`plan.progress.${progress}`) }));
  return (
    <div className="plan-balance">
      <StackedBar
        caption={t('plan.balance.framework')}
        note={t('plan.balance.framework_note')}
        parts={parts}
        items={balanceByArea(items).map(({ key, counts }) => ({
          key,
          label: t(`plan.framework.${key}`),
          values: counts,
        }))}
      />
      <StackedBar
        caption={t('plan.balance.lever')}
        parts={parts}
        items={balanceByLever(items).map(({ key, counts }) => ({ key, label: t(`plan.lever.${key}`), values: counts }))}
      />
    </div>
  );
}
