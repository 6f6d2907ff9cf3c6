import { textIn, type InputOf, type LocalizedText } from '@qantara/kernel';
import { listAllOrganisations } from '@qantara/organisations/web';
import {
  answerForm,
  apiOf,
  Bdi,
  CommandForm,
  DataTable,
  EmptyState,
  LocalizedTextField,
  LocalText,
  PageTitle,
  SelectField,
  StatusBadge,
  SubmitButton,
  usePage,
  type Column,
} from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes, type Team } from '../../contract/index.ts';

/** Every team, and the organisations that could have one. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { teams } = await apiOf(context, identityRoutes).listTeams({});
  const organisations = await listAllOrganisations(context);
  const names: Record<string, LocalizedText> = Object.fromEntries(
    organisations.map(({ organisationId, name }) => [organisationId, name]),
  );
  return { teams, organisations, names };
}

/** Makes a team and goes on to it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const given = values.toObject() as InputOf<typeof identityRoutes.createTeam>;
    const { teamId } = await apiOf(context, identityRoutes).createTeam(given, { commandId });
    return redirect(`/${params['locale']}/teams/${teamId}`);
  });
}

function NewTeam() {
  const { organisations } = useLoaderData<typeof loader>();
  const { t, locale } = usePage();
  const choices = organisations
    .map(({ organisationId, name }) => ({ value: organisationId as string, label: textIn(name, locale).text }))
    .toSorted((one, other) => one.label.localeCompare(other.label, locale));
  return (
    <section aria-labelledby="new-team">
      <h2 id="new-team">{t('identity.teams.new')}</h2>
      <CommandForm id="team">
        <LocalizedTextField name="name" label={t('identity.teams.name')} required />
        <SelectField name="organisationId" label={t('field.organisationId')} options={choices} required />
        <SubmitButton>{t('identity.teams.new_go')}</SubmitButton>
      </CommandForm>
    </section>
  );
}

/** Teams of organisations, for roles whose scope is the team. */
export default function TeamsPage() {
  const { teams, names } = useLoaderData<typeof loader>();
  const { t, href, can, formats } = usePage();
  const columns: Column<Team>[] = [
    {
      key: 'name',
      heading: t('identity.teams.name'),
      cell: ({ teamId, name, isClosed }) => (
        <>
          <Link to={href(`/teams/${teamId}`)}>
            <LocalText value={name} />
          </Link>{' '}
          {isClosed ? <StatusBadge tone="stopped" label={t('identity.teams.closed')} /> : null}
        </>
      ),
    },
    {
      key: 'organisation',
      heading: t('field.organisationId'),
      cell: ({ organisationId }) => <LocalText value={names[organisationId]} quiet />,
    },
    {
      key: 'members',
      heading: t('identity.teams.members'),
      cell: ({ members }) =>
        members.length === 0 ? (
          t('identity.teams.nobody')
        ) : (
          <Bdi>{formats.list(members.map(({ displayName }) => displayName))}</Bdi>
        ),
    },
  ];
  return (
    <>
      <PageTitle title={t('identity.teams.title')} lead={<p>{t('identity.teams.lead')}</p>} />
      <DataTable
        caption={t('identity.teams.title')}
        hidesCaption
        columns={columns}
        rows={teams}
        keyOf={({ teamId }) => teamId}
        empty={<EmptyState title={t('identity.teams.none')} />}
      />
      {can('team:write') ? <NewTeam /> : null}
    </>
  );
}
