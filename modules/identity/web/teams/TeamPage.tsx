import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CommandForm,
  ConfirmDialog,
  LocalizedTextField,
  Notice,
  PageTitle,
  SelectField,
  SubmitButton,
  usePage,
  type FormValues,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes, type AccountId, type Team, type TeamId } from '../../contract/index.ts';
import { RefusalNotice } from '../RefusalNotice.tsx';
import teamsCss from './teams.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: teamsCss }];
}

/** One team, and who could join it. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  return apiOf(context, identityRoutes).getTeam({ teamId: (params['teamId'] ?? '') as TeamId });
}

type Doing = {
  api: ReturnType<typeof apiOf<typeof identityRoutes>>;
  teamId: TeamId;
  values: FormValues;
  command: { commandId: string };
};

const accountIn = (values: FormValues) => (values.text('accountId') ?? '') as AccountId;

const STEPS: Record<string, (doing: Doing) => Promise<unknown>> = {
  add: ({ api, teamId, values, command }) => api.addToTeam({ teamId, accountId: accountIn(values) }, command),
  remove: ({ api, teamId, values, command }) => api.removeFromTeam({ teamId, accountId: accountIn(values) }, command),
  rename: ({ api, teamId, values, command }) =>
    api.renameTeam({ teamId, name: (values.toObject()['name'] ?? {}) as Team['name'] }, command),
  close: ({ api, teamId, command }) => api.closeTeam({ teamId }, command),
};

/** Puts somebody in or takes them out, gives another name, or closes the team. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, identityRoutes);
    const teamId = (params['teamId'] ?? '') as TeamId;
    await STEPS[values.text('intent') ?? '']?.({ api, teamId, values, command: { commandId } });
    return redirect(request.url);
  });
}

function Members({ mayChange }: { mayChange: boolean }) {
  const { team } = useLoaderData<typeof loader>();
  const { t } = usePage();
  if (team.members.length === 0) return <p>{t('identity.teams.nobody')}</p>;
  return (
    <ul className="team-members">
      {team.members.map(({ accountId, displayName }) => (
        <li key={accountId}>
          <Bdi>{displayName}</Bdi>
          {mayChange ? (
            <CommandForm id={`remove-${accountId}`} className="">
              <input type="hidden" name="accountId" value={accountId} />
              <SubmitButton intent="remove" kind="plain">
                {t('identity.teams.remove')}
              </SubmitButton>
            </CommandForm>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Changes() {
  const { team, others } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      {others.length === 0 ? (
        <p>{t('identity.teams.all_in')}</p>
      ) : (
        <CommandForm id="add">
          <SelectField
            name="accountId"
            label={t('field.accountId')}
            options={others.map(({ accountId, displayName }) => ({ value: accountId, label: displayName }))}
            required
          />
          <SubmitButton intent="add">{t('identity.teams.add')}</SubmitButton>
        </CommandForm>
      )}
      <div className="actions team-changes">
        <ConfirmDialog label={t('identity.teams.rename')} title={t('identity.teams.rename')}>
          <CommandForm id="rename">
            <LocalizedTextField name="name" label={t('identity.teams.name')} defaultValue={team.name} required />
            <SubmitButton intent="rename">{t('identity.teams.rename')}</SubmitButton>
          </CommandForm>
        </ConfirmDialog>
        <ConfirmDialog label={t('identity.teams.close')} title={t('identity.teams.close')} kind="danger">
          <CommandForm id="close">
            <p>{t('identity.teams.close_text')}</p>
            <SubmitButton intent="close" kind="danger">
              {t('identity.teams.close')}
            </SubmitButton>
          </CommandForm>
        </ConfirmDialog>
      </div>
    </>
  );
}

/** Who works in a team. */
export default function TeamPage() {
  const { team } = useLoaderData<typeof loader>();
  const { t, can, text } = usePage();
  const mayChange = can('team:write') && !team.isClosed;
  return (
    <>
      <Breadcrumbs items={[{ path: '/teams', label: t('identity.teams.title') }]} />
      <PageTitle title={text(team.name).text} lead={<p>{t('identity.teams.lead')}</p>} />
      <RefusalNotice title={t('identity.account.not_done')} shownForms={['add', 'rename']} />
      {team.isClosed ? (
        <Notice>
          <p>{t('identity.teams.closed_text')}</p>
        </Notice>
      ) : null}
      <section aria-labelledby="members">
        <h2 id="members">{t('identity.teams.members')}</h2>
        <Members mayChange={mayChange} />
        {mayChange ? <Changes /> : null}
      </section>
    </>
  );
}
