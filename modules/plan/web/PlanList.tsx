import { lastDayOf } from '@qantara/indicators/domain';
import { EmptyState, LocalText, StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import { Link } from 'react-router';
import type { PlanFacts, PlanId, PlanState } from '../contract/index.ts';

const TONE: Record<PlanState, StatusTone> = { draft: 'waiting', published: 'active', archived: 'stopped' };

/** Plans, each with the level and the area it is of, its years and whether it is in force. */
export function PlanList({ plans, pathOf }: { plans: PlanFacts[]; pathOf: (planId: PlanId) => string }) {
  const { t, href, formats } = usePage();
  if (plans.length === 0) return <EmptyState title={t('plan.list.none')} />;
  return (
    <ul className="plan-plans">
      {plans.map((plan) => (
        <li key={plan.planId}>
          <Link to={href(pathOf(plan.planId))}>
            <LocalText value={plan.name} quiet />
          </Link>{' '}
          <StatusBadge tone={TONE[plan.state]} label={t(`plan.state.${plan.state}`)} />
          <p className="hint">
            {t(`plan.reach.${plan.reach}`)} <LocalText value={plan.areaName} quiet />{' '}
            {t('plan.page.period', { start: formats.date(plan.startsOn), end: formats.date(lastDayOf(plan)) })}
          </p>
        </li>
      ))}
    </ul>
  );
}
