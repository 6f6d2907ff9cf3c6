import { textIn, type InputOf } from '@qantara/kernel';
import { listAllOrganisations } from '@qantara/organisations/web';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  ButtonLink,
  DateText,
  DescriptionList,
  LocalText,
  NumberText,
  PageTitle,
  usePage,
  type FormValues,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { governanceRoutes, type Meeting, type MeetingId } from '../contract/index.ts';
import { MeetingBadge } from './MeetingBadge.tsx';
import { MeetingForms } from './MeetingForms.tsx';

const idOf = (params: Record<string, string | undefined>): MeetingId => (params['meetingId'] ?? '') as MeetingId;

/** The meeting, and for whoever keeps it the organisations that may bring an item or come as guests. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const meeting = await apiOf(context, governanceRoutes).getMeeting({ meetingId: idOf(params) });
  return { meeting, organisations: meeting.mayKeep ? await listAllOrganisations(context) : [] };
}

type Api = ReturnType<typeof apiOf<typeof governanceRoutes>>;
type Doing = { api: Api; meetingId: MeetingId; values: FormValues; command: { commandId: string } };
type Routes = typeof governanceRoutes;

/** What each button of the page does. */
const STEPS: Record<string, (doing: Doing) => Promise<unknown>> = {
  item: ({ api, meetingId, values, command }) =>
    api.addAgendaItem({ ...(values.toObject() as InputOf<Routes['addAgendaItem']>), meetingId }, command),
  hold: ({ api, meetingId, values, command }) =>
    api.holdMeeting({ ...(values.toObject() as InputOf<Routes['holdMeeting']>), meetingId }, command),
  cancel: ({ api, meetingId, command }) => api.cancelMeeting({ meetingId }, command),
  decision: ({ api, meetingId, values, command }) =>
    api.addDecision({ ...(values.toObject() as InputOf<Routes['addDecision']>), meetingId }, command),
  minutes: ({ api, meetingId, values, command }) =>
    api.writeMinutes({ ...(values.toObject() as InputOf<Routes['writeMinutes']>), meetingId }, command),
  approve: ({ api, meetingId, values, command }) =>
    api.approveMinutes({ meetingId, version: values.number('version') }, command),
  publish: ({ api, meetingId, command }) => api.publishMinutes({ meetingId }, command),
  commitment: async ({ api, meetingId, values, command }) => {
    const { bodyId } = await api.getMeeting({ meetingId });
    const given = values.toObject() as InputOf<Routes['addCommitment']>;
    await api.addCommitment({ ...given, meetingId, bodyId }, command);
  },
};

/** Plans on, writes down who was there, decides, writes minutes, approves them. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const doing = { api: apiOf(context, governanceRoutes), meetingId: idOf(params), values, command: { commandId } };
    await STEPS[values.text('intent') ?? '']?.(doing);
    return redirect(new URL(request.url).pathname);
  });
}

function Facts({ meeting }: { meeting: Meeting }) {
  const { t } = usePage();
  const { place, link, present, seatsFilled, hasQuorum } = meeting;
  return (
    <DescriptionList
      items={[
        { label: t('governance.when'), value: <DateText value={meeting.startsAt} style="dateTime" /> },
        { label: t('governance.field.lastsMinutes'), value: <NumberText value={meeting.lastsMinutes} /> },
        ...(place === null ? [] : [{ label: t('governance.field.place'), value: <bdi>{place}</bdi> }]),
        ...(link === null ? [] : [{ label: t('governance.field.link'), value: <a href={link}>{link}</a> }]),
        ...(seatsFilled === null
          ? []
          : [
              {
                label: t('governance.standing.present'),
                value: t(hasQuorum === true ? 'governance.with_quorum' : 'governance.without_quorum', {
                  present,
                  filled: seatsFilled,
                }),
              },
            ]),
      ]}
    />
  );
}

function WhoWasThere({ meeting }: { meeting: Meeting }) {
  const { t } = usePage();
  return (
    <>
      <h2>{t('governance.who')}</h2>
      <ul>
        {meeting.attendance.map(({ holdingId, sitterName, organisationName, standing }) => (
          <li key={holdingId}>
            <bdi>{sitterName}</bdi> · <LocalText value={organisationName} quiet />
            {standing === null ? '' : ` · ${t(`governance.standing.${standing}`)}`}
          </li>
        ))}
        {meeting.guests.map(({ organisationId, name }) => (
          <li key={organisationId}>
            <LocalText value={name} quiet /> · {t('governance.guest')}
          </li>
        ))}
      </ul>
    </>
  );
}

function Decided({ meeting }: { meeting: Meeting }) {
  const { t } = usePage();
  if (meeting.decisions.length === 0) return null;
  return (
    <>
      <h2>{t('governance.decisions')}</h2>
      <ul className="plain-list">
        {meeting.decisions.map((one) => (
          <li key={one.decisionId}>
            <p>
              {t('governance.decision_number', { number: one.number })} <LocalText value={one.wording} />
            </p>
            {one.votesFor === null ? null : (
              <p className="quiet">
                {t('governance.votes', {
                  votesFor: one.votesFor,
                  votesAgainst: one.votesAgainst ?? 0,
                  votesAbstained: one.votesAbstained ?? 0,
                })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** One meeting: what it speaks of, who was there, what was decided. */
export default function MeetingPage() {
  const { meeting, organisations } = useLoaderData<typeof loader>();
  const { t, locale, href } = usePage();
  const path = `/work/governance/bodies/${meeting.bodyId}`;
  return (
    <>
      <Breadcrumbs
        items={[
          { path: '/work/governance', label: t('governance.title') },
          { path, label: textIn(meeting.bodyName, locale).text },
        ]}
      />
      <PageTitle title={textIn(meeting.title, locale).text} lead={<MeetingBadge state={meeting.state} />} />
      <Facts meeting={meeting} />
      <p>
        <ButtonLink to={href(`/work/governance/meetings/${meeting.meetingId}/calendar`)}>
          {t('governance.to_calendar')}
        </ButtonLink>
      </p>
      <h2>{t('governance.agenda')}</h2>
      {meeting.agenda.length === 0 ? <p>{t('governance.no_agenda')}</p> : null}
      <ol>
        {meeting.agenda.map(({ itemId, title, organisationName, lastsMinutes }) => (
          <li key={itemId}>
            <LocalText value={title} quiet />
            {organisationName === null ? null : (
              <>
                {' '}
                · <LocalText value={organisationName} quiet />
              </>
            )}
            {lastsMinutes === null ? '' : ` · ${t('governance.so_long', { minutes: lastsMinutes })}`}
          </li>
        ))}
      </ol>
      <WhoWasThere meeting={meeting} />
      <Decided meeting={meeting} />
      {meeting.minutes === null ? null : (
        <>
          <h2>{t('governance.field.minutes')}</h2>
          <LocalText value={meeting.minutes} />
        </>
      )}
      {meeting.mayKeep ? <MeetingForms meeting={meeting} organisations={organisations} /> : null}
    </>
  );
}
