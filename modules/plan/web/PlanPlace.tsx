import { LocalText, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { Plan, PlanId } from '../contract/index.ts';

/** Where a plan stands among the others: the one it is under, and those under it. */
export function PlanPlace({ plan, pathOf }: { plan: Plan; pathOf: (planId: PlanId) => string }) {
  const { t, href } = usePage();
  const { above, below } = plan;
  if (above === null && below.length === 0) return null;
  const over = above === null ? [] : [{ ...above, key: 'plan.page.under' }];
  return (
    <ul className="plan-place">
      {[...over, ...below.map((one) => ({ ...one, key: 'plan.page.over' }))].map(({ planId, name, key }) => (
        <li key={planId}>
          {t(key)}{' '}
          <Link to={href(pathOf(planId))}>
            <LocalText value={name} quiet />
          </Link>
        </li>
      ))}
    </ul>
  );
}
