import { Breadcrumbs, usePage } from '@qantara/ui';
import type { PlanFacts } from '../../contract/index.ts';

/** The way back from a part of a plan to the plan and to all of them. */
export function PlanTrail({ plan }: { plan: Pick<PlanFacts, 'planId' | 'name'> }) {
  const { t, text } = usePage();
  return (
    <Breadcrumbs
      items={[
        { path: '/plan/write', label: t('plan.list.title') },
        { path: `/plan/write/${plan.planId}`, label: text(plan.name).text },
      ]}
    />
  );
}
