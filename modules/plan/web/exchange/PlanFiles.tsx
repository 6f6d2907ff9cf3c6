import { usePage } from '@qantara/ui';
import { Link } from 'react-router';
import { PlanFileFormat, type PlanId } from '../../contract/index.ts';

/** The plan to take along, whole or as tables, and the way to the policies that serve it. */
export function PlanFiles({ planId, base }: { planId: PlanId; base: '/plans' | '/plan/manage' }) {
  const { t, href } = usePage();
  const policies = base === '/plans' ? '/policies' : '/work/policies';
  return (
    <nav aria-label={t('plan.files.title')}>
      <ul className="plan-ways">
        {PlanFileFormat.options.map((format) => (
          <li key={format}>
            <a href={href(`${base}/${planId}/files/${format}`)} download>
              {t(`plan.file_format.${format}`)}
            </a>
          </li>
        ))}
        <li>
          <Link to={href(`${policies}?planId=${planId}`)}>{t('plan.page.policies')}</Link>
        </li>
      </ul>
    </nav>
  );
}
