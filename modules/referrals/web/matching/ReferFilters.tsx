import { searchWith, usePage } from '@qantara/ui';
import { Link } from 'react-router';

/** What may be asked for besides the need, or no more. */
export function ReferFilters() {
  const { t, search } = usePage();
  const isAsked = new URLSearchParams(search).has('wheelchair');
  return (
    <p>
      <Link to={searchWith(search, { wheelchair: isAsked ? null : 'true', page: null })}>
        {t(isAsked ? 'referrals.refer.no_access' : 'referrals.refer.wheelchair')}
      </Link>
    </p>
  );
}
