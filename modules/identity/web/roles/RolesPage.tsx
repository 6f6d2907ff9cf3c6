import {
  apiOf,
  ButtonLink,
  DataTable,
  EmptyState,
  NumberText,
  PageTitle,
  StatusBadge,
  usePage,
  type Column,
} from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes, type RoleCard } from '../../contract/index.ts';
import { needsOrganisation, scopeOf } from '../../domain/index.ts';
import { roleMeans, roleNameOf } from './role-words.ts';
import { countWaitingRoles, WaitingRequests } from './WaitingRequests.tsx';
import rolesCss from './roles.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: rolesCss }];
}

/** Every role, and what waits for the reader's word. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { roles } = await apiOf(context, identityRoutes).listRoles({});
  return { roles, waiting: await countWaitingRoles(context) };
}

function Kind({ role }: { role: RoleCard }) {
  const { t } = usePage();
  if (role.isRetired) return <StatusBadge tone="stopped" label={t('identity.roles.retired')} />;
  if (role.isShipped) return <StatusBadge tone="neutral" label={t('identity.roles.shipped')} />;
  return <StatusBadge tone="active" label={t('identity.roles.composed')} />;
}

/** The roles of the region, and how many hold each. */
export default function RolesPage() {
  const { roles, waiting } = useLoaderData<typeof loader>();
  const page = usePage();
  const { t, href, can } = page;
  const columns: Column<RoleCard>[] = [
    {
      key: 'role',
      heading: t('identity.field.role'),
      cell: ({ role, name, description }) => (
        <>
          <Link to={href(`/roles/${role}`)}>{roleNameOf(page, { role, roleName: name })}</Link>
          <br />
          <small className="role-means">{roleMeans(page, role, description)}</small>
        </>
      ),
    },
    {
      key: 'scope',
      heading: t('identity.roles.marks.scope'),
      cell: ({ permissions }) =>
        needsOrganisation(permissions) ? t(`identity.scope.${scopeOf(permissions)}`) : t('identity.scope.nobody'),
    },
    {
      key: 'holders',
      heading: t('identity.roles.holders'),
      cell: ({ holders }) => <NumberText value={holders} />,
      isNumber: true,
    },
    { key: 'kind', heading: t('identity.accounts.state'), cell: (role) => <Kind role={role} /> },
  ];
  return (
    <>
      <PageTitle title={t('identity.roles.title')} lead={<p>{t('identity.roles.lead')}</p>}>
        {can('role:ask') ? (
          <ButtonLink to={href('/roles/new')} kind="action">
            {t('identity.roles.compose')}
          </ButtonLink>
        ) : null}
        <ButtonLink to={href('/role-requests')}>{t('identity.requests.title')}</ButtonLink>
      </PageTitle>
      <WaitingRequests count={waiting} />
      <DataTable
        caption={t('identity.roles.title')}
        hidesCaption
        columns={columns}
        rows={roles}
        keyOf={({ role }) => role}
        empty={<EmptyState title={t('identity.roles.title')} />}
      />
    </>
  );
}
