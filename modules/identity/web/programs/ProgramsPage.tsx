import type { LocalizedText } from '@qantara/kernel';
import { listAllOrganisations } from '@qantara/organisations/web';
import {
  apiOf,
  Bdi,
  ButtonLink,
  DataTable,
  DateText,
  EmptyState,
  LocalText,
  PageTitle,
  StatusBadge,
  usePage,
} from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes, type Program } from '../../contract/index.ts';
import { roleNameOf } from '../roles/role-words.ts';

/** Every program, and the names of their organisations. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { programs } = await apiOf(context, identityRoutes).listPrograms({});
  const names: Record<string, LocalizedText> = Object.fromEntries(
    (await listAllOrganisations(context)).map(({ organisationId, name }) => [organisationId, name]),
  );
  return { programs, names };
}

/** The programs of organisations that call this region's interfaces. */
export default function ProgramsPage() {
  const { programs, names } = useLoaderData<typeof loader>();
  const page = usePage();
  const { t, href, can } = page;
  const columns = [
    {
      key: 'name',
      heading: t('identity.field.programName'),
      cell: ({ programId, name }: Program) => (
        <Link to={href(`/admin/programs/${programId}`)}>
          <Bdi>{name}</Bdi>
        </Link>
      ),
    },
    {
      key: 'organisation',
      heading: t('field.organisationId'),
      cell: ({ organisationId }: Program) => <LocalText value={names[organisationId]} quiet />,
    },
    { key: 'role', heading: t('identity.field.role'), cell: (program: Program) => roleNameOf(page, program) },
    {
      key: 'state',
      heading: t('identity.accounts.state'),
      cell: ({ role, closedAt }: Program) => {
        if (closedAt !== null) return <StatusBadge tone="stopped" label={t('identity.accounts.closed')} />;
        return role === null ? (
          <StatusBadge tone="waiting" label={t('identity.accounts.waits')} />
        ) : (
          <StatusBadge tone="active" label={t('identity.accounts.open')} />
        );
      },
    },
    {
      key: 'seen',
      heading: t('identity.programs.last_seen'),
      cell: ({ lastSeenAt }: Program) =>
        lastSeenAt === null ? t('identity.programs.never_seen') : <DateText value={lastSeenAt} style="dateTime" />,
    },
  ];
  return (
    <>
      <PageTitle title={t('identity.programs.title')} lead={<p>{t('identity.programs.lead')}</p>}>
        {can('account:create') ? (
          <ButtonLink to={href('/admin/programs/new')} kind="action">
            {t('identity.programs.add')}
          </ButtonLink>
        ) : null}
      </PageTitle>
      <DataTable
        caption={t('identity.programs.title')}
        hidesCaption
        columns={columns}
        rows={programs}
        keyOf={({ programId }) => programId}
        empty={<EmptyState title={t('identity.programs.empty')} />}
      />
    </>
  );
}
