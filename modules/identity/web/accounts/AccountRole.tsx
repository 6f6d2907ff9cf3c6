import type { LocalizedText } from '@qantara/kernel';
import { Bdi, ButtonLink, DescriptionList, LocalText, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { ManagedAccount } from '../../contract/index.ts';
import { RequestHistory } from '../roles/RequestHistory.tsx';
import { roleNameOf } from '../roles/role-words.ts';

function Requests({ managed }: { managed: ManagedAccount }) {
  const { t, href } = usePage();
  const { roleRequests } = managed;
  if (roleRequests.length === 0) return null;
  const waits = roleRequests.some(({ state }) => state === 'asked');
  return (
    <>
      <RequestHistory requests={roleRequests} />
      {waits ? (
        <p>
          <Link to={href('/role-requests')}>{t('identity.requests.look')}</Link>
        </p>
      ) : null}
    </>
  );
}

/** What a colleague may do here: their role and how they came to it, and their teams. */
export function AccountRole({ managed, area }: { managed: ManagedAccount; area: LocalizedText | null }) {
  const page = usePage();
  const { t, href, can, text, formats } = page;
  const { account, teams } = managed;
  return (
    <section aria-labelledby="role">
      <h2 id="role">{t('identity.field.role')}</h2>
      <DescriptionList
        dense
        items={[
          {
            label: t('identity.field.role'),
            value:
              account.role === null ? (
                t('identity.roles.none_yet')
              ) : (
                <Link to={href(`/roles/${account.role}`)}>{roleNameOf(page, account)}</Link>
              ),
          },
          ...(area === null ? [] : [{ label: t('field.areaId'), value: <LocalText value={area} /> }]),
          {
            label: t('identity.teams.title'),
            value:
              teams.length === 0 ? (
                t('identity.teams.in_none')
              ) : (
                <Bdi>{formats.list(teams.map(({ name }) => text(name).text))}</Bdi>
              ),
          },
        ]}
      />
      <Requests managed={managed} />
      {account.disabledAt === null && can('role:ask') ? (
        <p className="actions">
          <ButtonLink to={href(`/admin/accounts/${account.accountId}/role`)}>{t('identity.give.open')}</ButtonLink>
        </p>
      ) : null}
    </section>
  );
}
