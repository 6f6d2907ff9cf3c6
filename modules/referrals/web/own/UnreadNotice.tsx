import { Bdi, DateText, Notice, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { UnreadPerson } from '../../contract/index.ts';

/** Whose words wait to be read, the longest waiting first. */
export function UnreadNotice({ people }: { people: UnreadPerson[] }) {
  const { t, href } = usePage();
  if (people.length === 0) return null;
  return (
    <Notice kind="warning" title={t('referrals.messages.unread', { count: people.length })}>
      <ul>
        {people.map(({ personId, displayName, at }) => (
          <li key={personId}>
            <Link to={href(`/work/people/${personId}/messages`)}>
              <Bdi>{displayName ?? t('people.card.unnamed')}</Bdi>
            </Link>
            {' · '}
            <DateText value={at} style="dateTime" />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
