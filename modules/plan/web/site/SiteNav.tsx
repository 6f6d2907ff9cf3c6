import { NavLinks, usePage } from '@qantara/ui';
import type { PlanId } from '../../contract/index.ts';

const PARTS = ['late', 'who', 'changes', 'places', 'report'] as const;

/** The pages about one published plan, the same on each of them: on a telephone, on a wide window and on paper. */
export function SiteNav({ planId }: { planId: PlanId }) {
  const { t } = usePage();
  const base = `/plans/${planId}`;
  return (
    <div className="plan-site">
      <NavLinks
        label={t('plan.site.nav')}
        items={[
          { path: base, label: t('plan.site.plan') },
          ...PARTS.map((part) => ({ path: `${base}/${part}`, label: t(`plan.site.${part}`) })),
        ]}
      />
    </div>
  );
}
