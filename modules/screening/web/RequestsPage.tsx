import {
  answerForm,
  apiOf,
  ButtonLink,
  CommandForm,
  DataTable,
  DateText,
  EmptyState,
  LocalText,
  PageTitle,
  StatusBadge,
  SubmitButton,
  usePage,
  type Column,
} from '@qantara/ui';
import { RefusalNotice } from '@qantara/identity/web';
import type { ReactNode } from 'react';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { screeningRoutes, type ScreeningId, type WaitingRequest } from '../contract/index.ts';

/** What waits for anyone, and what this navigator took. */
export async function loader({ context }: LoaderFunctionArgs) {
  const api = apiOf(context, screeningRoutes);
  const { requests, hasMore } = await api.listWaiting({});
  const { requests: taken } = await api.listTaken({});
  return { requests, hasMore, taken };
}

/** Takes a request: its person's record is the next page. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const screeningId = (values.text('screeningId') ?? '') as ScreeningId;
    const { personId } = await apiOf(context, screeningRoutes).takeRequest({ screeningId }, { commandId });
    return redirect(`/${params['locale']}/work/people/${personId}`);
  });
}

function NeedNames({ names }: { names: WaitingRequest['needNames'] }) {
  const { text } = usePage();
  return <span>{names.map((name) => text(name).text).join(' · ')}</span>;
}

function useColumns<Row extends WaitingRequest>(step: (row: Row) => ReactNode): Column<Row>[] {
  const { t, text } = usePage();
  return [
    {
      key: 'wants',
      heading: t('screening.requests.wants'),
      cell: (row) => <NeedNames names={row.needNames} />,
    },
    {
      key: 'urgency',
      heading: t('screening.requests.urgency'),
      cell: ({ isUrgent }) => (
        <StatusBadge
          tone={isUrgent ? 'attention' : 'neutral'}
          label={t(isUrgent ? 'screening.requests.urgent' : 'screening.requests.ordinary')}
        />
      ),
    },
    {
      key: 'area',
      heading: t('screening.requests.area'),
      cell: ({ areaName }) =>
        areaName === null ? t('screening.requests.area_unknown') : <LocalText value={areaName} quiet />,
    },
    {
      key: 'received',
      heading: t('screening.requests.received'),
      cell: ({ receivedAt, sourceName }) => (
        <>
          <DateText value={receivedAt} style="dateTime" />
          {sourceName === null ? null : (
            <span className="hint"> {t('screening.requests.through', { name: text(sourceName).text })}</span>
          )}
        </>
      ),
    },
    { key: 'step', heading: t('screening.requests.next_step'), cell: step },
  ];
}

function TakeForm({ screeningId }: { screeningId: string }) {
  const { t } = usePage();
  return (
    <CommandForm id={`take-${screeningId}`}>
      <input type="hidden" name="screeningId" value={screeningId} />
      <SubmitButton>{t('screening.requests.take')}</SubmitButton>
    </CommandForm>
  );
}

/** Requests for help that nobody has taken, and those that I took. */
export default function RequestsPage() {
  const { requests, hasMore, taken } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const waiting = useColumns<WaitingRequest>(({ screeningId }) => <TakeForm screeningId={screeningId} />);
  const mine = useColumns<(typeof taken)[number]>(({ personId }) => (
    <ButtonLink to={href(`/work/people/${personId}`)}>{t('screening.requests.open')}</ButtonLink>
  ));
  return (
    <>
      <PageTitle title={t('screening.requests.title')} lead={<p>{t('screening.requests.lead')}</p>} />
      <RefusalNotice
        title={t('screening.requests.not_taken_title')}
        shownForms={requests.map(({ screeningId }) => `take-${screeningId}`)}
      />
      <DataTable
        caption={t('screening.requests.waiting')}
        rows={requests}
        keyOf={({ screeningId }) => screeningId}
        columns={waiting}
        empty={
          <EmptyState title={t('screening.requests.empty')}>
            <p>{t('screening.requests.empty_text')}</p>
          </EmptyState>
        }
      />
      {hasMore ? <p>{t('screening.requests.more')}</p> : null}
      {taken.length === 0 ? null : (
        <DataTable
          caption={t('screening.requests.mine')}
          rows={taken}
          keyOf={({ screeningId }) => screeningId}
          columns={mine}
        />
      )}
    </>
  );
}
