import type { LocalizedText } from '@qantara/kernel';
import { listAllOrganisations } from '@qantara/organisations/web';
import { apiOf, Bdi, ButtonLink, DataTable, EmptyState, LocalText, PageTitle, Pagination, usePage } from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes, type Account } from '../contract/index.ts';
import { AccountState } from './accounts/AccountState.tsx';
import { roleNameOf } from './roles/role-words.ts';
import { countWaitingRoles, WaitingRequests } from './roles/WaitingRequests.tsx';

/** One page of accounts, and the names of their organisations. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const page = new URL(request.url).searchParams.get('page') ?? '1';
  const accounts = await apiOf(context, identityRoutes).listAccounts({ page, perPage: 50 });
  const organisations = await listAllOrganisations(context);
  const names: Record<string, LocalizedText> = Object.fromEntries(
    organisations.map(({ organisationId, name }) => [organisationId, name]),
  );
  return { accounts, names, waiting: await countWaitingRoles(context) };
}

/** Every account of the region, and what can be done with each. */
export default function AccountsPage() {
  const { accounts, names, waiting } = useLoaderData<typeof loader>();
  const page = usePage();
  const { t, href, can } = page;
  const columns = [
    {
      key: 'displayName',
      heading: t('identity.field.displayName'),
      cell: ({ displayName, accountId, email }: Account) => (
        <>
          <Link to={href(`/admin/accounts/${accountId}`)}>
            <Bdi>{displayName}</Bdi>
          </Link>
          <br />
          <small>
            <Bdi latin>{email}</Bdi>
          </small>
        </>
      ),
    },
    {
      key: 'role',
      heading: t('identity.field.role'),
      cell: (account: Account) => roleNameOf(page, account),
    },
    {
      key: 'organisation',
      heading: t('field.organisationId'),
      cell: ({ organisationId }: Account) =>
        organisationId === null ? t('identity.account.none') : <LocalText value={names[organisationId]} quiet />,
    },
    {
      key: 'state',
      heading: t('identity.accounts.state'),
      cell: (account: Account) => <AccountState account={account} />,
    },
  ];
  return (
    <>
      <PageTitle title={t('identity.accounts.title')} lead={<p>{t('identity.accounts.lead')}</p>}>
        {can('account:create') ? (
          <ButtonLink to={href('/admin/accounts/new')} kind="action">
            {t('identity.accounts.add')}
          </ButtonLink>
        ) : null}
      </PageTitle>
      <WaitingRequests count={waiting} />
      <DataTable
        caption={t('identity.accounts.title')}
        hidesCaption
        columns={columns}
        rows={accounts.items}
        keyOf={({ accountId }) => accountId}
        empty={<EmptyState title={t('identity.accounts.empty')} />}
      />
      <Pagination {...accounts} />
    </>
  );
}
