import { LocalText, StatusBadge, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { PlanId, Service } from '../contract/index.ts';
import { toneOfProgress } from './tones.ts';

/** What plans below do for one node of this one. */
export function ServedBy({ services, pathOf }: { services: Service[]; pathOf: (planId: PlanId) => string }) {
  const { t, href } = usePage();
  if (services.length === 0) return null;
  return (
    <details className="plan-served">
      <summary>{t('plan.served.title', { count: services.length })}</summary>
      <ul>
        {services.map(({ itemId, planId, planName, number, title, progress }) => (
          <li key={itemId}>
            <Link to={`${href(pathOf(planId))}#i${number}`}>
              <LocalText value={title} quiet />
            </Link>{' '}
            {progress === null ? null : (
              <StatusBadge tone={toneOfProgress(progress)} label={t(`plan.progress.${progress}`)} />
            )}{' '}
            <small>
              <LocalText value={planName} quiet />
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}
