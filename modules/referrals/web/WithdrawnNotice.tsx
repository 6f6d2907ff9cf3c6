import { isolate, markOf } from '@qantara/kernel';
import { DateText, LocalText, Notice, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { WithdrawnReferral } from '../contract/index.ts';

/** Consents that were taken back of what this partner was sent: by the mark of the referral, never by a name. */
export function WithdrawnNotice({ withdrawn }: { withdrawn: WithdrawnReferral[] }) {
  const { t, href } = usePage();
  if (withdrawn.length === 0) return null;
  return (
    <Notice kind="warning" title={t('referrals.withdrawn.title', { count: withdrawn.length })}>
      <p>{t('referrals.withdrawn.text')}</p>
      <ul>
        {withdrawn.map((one) => (
          <li key={one.referralId}>
            <Link to={href(`/work/referrals/${one.referralId}`)}>
              {t('referrals.withdrawn.referral', { mark: isolate(markOf(one.referralId)) })}
            </Link>
            {' · '}
            <LocalText value={one.needName} quiet />
            {' · '}
            <LocalText value={one.fromOrganisationName} quiet />
            {' · '}
            <DateText value={one.withdrawnAt} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
