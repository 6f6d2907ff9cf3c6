import { textIn, type InputOf } from '@qantara/kernel';
import { listAllOrganisations } from '@qantara/organisations/web';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  ButtonLink,
  CommandForm,
  DescriptionList,
  LocalText,
  Notice,
  PageTitle,
  pageContext,
  SubmitButton,
  TextField,
  usePage,
  type FormValues,
  FormDetails,
} from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { governanceRoutes, type Body, type BodyId, type Seat } from '../contract/index.ts';
import { MeetingList } from './MeetingList.tsx';
import { AddSeatForm, FillSeatsForm } from './SeatForms.tsx';
import { SeatItem } from './SeatItem.tsx';

const idOf = (params: Record<string, string | undefined>): BodyId => (params['bodyId'] ?? '') as BodyId;

/** The body with its seats, and who could sit in them. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const api = apiOf(context, governanceRoutes);
  const shown = await api.getBody({ bodyId: idOf(params) });
  const met = await api.listMeetings({ bodyId: idOf(params) });
  const mayWrite = context.get(pageContext).account?.permissions.includes('governance:write') ?? false;
  const mayChange = mayWrite && shown.body.closedOn === null;
  return { ...shown, ...met, mayChange, organisations: mayChange ? await listAllOrganisations(context) : [] };
}

type Api = ReturnType<typeof apiOf<typeof governanceRoutes>>;
type Doing = { api: Api; bodyId: BodyId; values: FormValues; command: { commandId: string } };
type Routes = typeof governanceRoutes;

type Planned = InputOf<Routes['planMeeting']>;

/** What each button of the page does. */
const STEPS: Record<string, (doing: Doing) => Promise<unknown>> = {
  seat: ({ api, bodyId, values, command }) =>
    api.addSeat({ ...(values.toObject() as InputOf<Routes['addSeat']>), bodyId }, command),
  fill: ({ api, bodyId, values, command }) =>
    api.fillSeats({ ...(values.toObject() as InputOf<Routes['fillSeats']>), bodyId }, command),
  meeting: ({ api, bodyId, values, command }) =>
    api.planMeeting({ ...(values.toObject() as Planned), bodyId }, command),
  feed: ({ api, bodyId, command }) => api.renewFeed({ bodyId }, command),
  reopen: ({ api, bodyId, values, command }) =>
    api.reopenBody({ ...(values.toObject() as InputOf<Routes['reopenBody']>), bodyId }, command),
  change: ({ api, bodyId, values, command }) =>
    api.changeSeat({ ...(values.toObject() as InputOf<Routes['changeSeat']>), bodyId }, command),
  take: ({ api, bodyId, values, command }) =>
    api.closeSeat({ ...(values.toObject() as InputOf<Routes['closeSeat']>), bodyId }, command),
  end: ({ api, bodyId, values, command }) =>
    api.endHolding({ ...(values.toObject() as InputOf<Routes['endHolding']>), bodyId }, command),
};

/** Plans a meeting, adds a seat, fills some, or ends a term. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const doing = { api: apiOf(context, governanceRoutes), bodyId: idOf(params), values, command: { commandId } };
    await STEPS[values.text('intent') ?? '']?.(doing);
    return redirect(new URL(request.url).pathname);
  });
}

function Facts({ body }: { body: Body }) {
  const { t, href, formats } = usePage();
  const { parentBodyId, parentName, charterId, meetsEveryMonths, quorumPercent } = body;
  return (
    <DescriptionList
      items={[
        { label: t('governance.field.kind'), value: t(`governance.kind.${body.kind}`) },
        { label: t('governance.host'), value: <LocalText value={body.organisationName} quiet /> },
        ...(parentBodyId === null || parentName === null
          ? []
          : [
              {
                label: t('governance.field.parentBodyId'),
                value: (
                  <Link to={href(`/work/governance/bodies/${parentBodyId}`)}>
                    <LocalText value={parentName} quiet />
                  </Link>
                ),
              },
            ]),
        ...(charterId === null
          ? []
          : [
              {
                label: t('governance.field.charterId'),
                value: <Link to={href(`/work/agreements/${charterId}`)}>{t('governance.read_charter')}</Link>,
              },
            ]),
        ...(meetsEveryMonths === null
          ? []
          : [{ label: t('governance.meets'), value: t('governance.every', { months: meetsEveryMonths }) }]),
        { label: t('governance.field.quorumPercent'), value: formats.percent(quorumPercent / 100) },
      ]}
    />
  );
}

/** Which seats must be filled and are not, and which will soon be empty. */
function Missing({ seats }: { seats: Seat[] }) {
  const { t } = usePage();
  const wanting = seats.filter(
    ({ isRequired, status }) => status === 'ending_soon' || (isRequired && status !== 'filled'),
  );
  if (wanting.length === 0) return null;
  return (
    <Notice kind="warning" title={t('governance.missing')}>
      <ul>
        {wanting.map(({ seatId, name, status }) => (
          <li key={seatId}>
            <LocalText value={name} quiet /> ({t(`governance.seat.${status}`)})
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** That a body has ended, when and why. */
function Closed({ body }: { body: Body }) {
  const { t, formats, can } = usePage();
  if (body.closedOn === null) return null;
  return (
    <>
      <Notice title={t('governance.closed', { day: formats.date(body.closedOn) })}>
        <p>{body.closedReason}</p>
      </Notice>
      {can('governance:write') ? <Reopen body={body} /> : null}
    </>
  );
}

function Reopen({ body }: { body: Body }) {
  const { t } = usePage();
  return (
    <FormDetails>
      <summary>{t('governance.reopen')}</summary>
      <CommandForm id="reopen">
        <input type="hidden" name="version" value={body.version} />
        <TextField name="reason" label={t('governance.field.reason')} maxLength={500} required />
        <SubmitButton intent="reopen">{t('governance.reopen')}</SubmitButton>
      </CommandForm>
    </FormDetails>
  );
}

/** One body: what for, who sits in it, and who is missing. */
export default function BodyPage() {
  const { body, seats, mayChange, organisations, ...met } = useLoaderData<typeof loader>();
  const { t, href, locale } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/governance', label: t('governance.title') }]} />
      <PageTitle title={textIn(body.name, locale).text} lead={<LocalText value={body.purpose} />} />
      {body.closedOn === null ? <Missing seats={seats} /> : <Closed body={body} />}
      <Facts body={body} />
      {mayChange ? (
        <p>
          <ButtonLink to={href(`/work/governance/bodies/${body.bodyId}/edit`)}>{t('governance.edit')}</ButtonLink>
        </p>
      ) : null}
      <h2>{t('governance.seats')}</h2>
      {seats.length === 0 ? <p>{t('governance.no_seats')}</p> : null}
      <ul className="plain-list">
        {seats.map((seat) => (
          <SeatItem key={seat.seatId} seat={seat} mayChange={mayChange} />
        ))}
      </ul>
      {mayChange ? <AddSeatForm /> : null}
      {mayChange && seats.length > 0 ? <FillSeatsForm seats={seats} organisations={organisations} /> : null}
      <MeetingList {...met} />
    </>
  );
}
