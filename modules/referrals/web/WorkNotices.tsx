import { LocalText, Notice, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { CameBack } from '../contract/index.ts';

/** One thing that waits besides the list, with the way to it; nothing where there is none of it. */
export function WaitingNotice({ name, count, path }: { name: WaitingName; count: number; path: string }) {
  const { t, href } = usePage();
  if (count === 0) return null;
  return (
    <Notice kind={name === 'open_requests' ? 'info' : 'warning'} title={t(`referrals.work.${name}`, { count })}>
      <p>
        <Link to={href(path)}>{t(`referrals.work.${name}_link`)}</Link>
      </p>
    </Notice>
  );
}
export type WaitingName = 'waiting' | 'emergencies' | 'open_requests' | 'nobodys';

/** What came back from a partner because nothing lets it go on: who asked decides. */
export function CameBackNotice({ cameBack }: { cameBack: CameBack[] }) {
  const { t, href } = usePage();
  if (cameBack.length === 0) return null;
  return (
    <Notice kind="warning" title={t('referrals.came_back.title')}>
      <ul>
        {cameBack.map(({ onwardId, referralId, needName, reasonCode }) => (
          <li key={onwardId}>
            <Link to={href(`/work/referrals/${referralId}`)}>
              <LocalText value={needName} quiet />
            </Link>{' '}
            {t(`referrals.reason.${reasonCode}`)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
