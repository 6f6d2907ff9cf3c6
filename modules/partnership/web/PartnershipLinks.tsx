import { usePage } from '@qantara/ui';
import { Link } from 'react-router';

const PAGES = ['readiness', 'issues', 'cooperations'] as const;

/** The registers of the partnership, one beside the other. */
export function PartnershipLinks() {
  const { t, href, can } = usePage();
  return (
    <ul>
      {can('governance:write') ? (
        <li>
          <Link to={href('/work/partnership')}>{t('partnership.ties.title')}</Link>
        </li>
      ) : null}
      {PAGES.map((page) => (
        <li key={page}>
          <Link to={href(`/work/partnership/${page}`)}>{t(`partnership.${page}.title`)}</Link>
        </li>
      ))}
    </ul>
  );
}
