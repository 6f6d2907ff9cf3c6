import {
  answerForm,
  apiOf,
  Bdi,
  DataTable,
  DateText,
  EmptyState,
  Notice,
  PageTitle,
  usePage,
  type Column,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes, type RoleRequest, type RoleRequestId } from '../../contract/index.ts';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { areasFor } from './areas-for.ts';
import { RequestCard } from './RequestCard.tsx';
import { RequestState } from './RequestState.tsx';
import { requestTitle } from './request-title.ts';
import rolesCss from './roles.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: rolesCss }];
}

/** What waits for somebody's word, and what was answered. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const requests = await apiOf(context, identityRoutes).listRoleRequests({});
  const areas = await areasFor(context, requests.waiting);
  return { ...requests, areas, done: new URL(request.url).searchParams.get('done') };
}

/** Gives the second word, or takes the first one back. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, identityRoutes);
    const requestId = (values.text('requestId') ?? '') as RoleRequestId;
    const intent = values.text('intent') ?? '';
    if (intent === 'agree') await api.agreeToRole({ requestId }, { commandId });
    if (intent === 'refuse') await api.refuseRole({ requestId, note: values.text('note') ?? '' }, { commandId });
    if (intent === 'withdraw') await api.withdrawRoleRequest({ requestId }, { commandId });
    return redirect(`/${params['locale']}/role-requests?done=${intent}`);
  });
}

function Answered({ requests }: { requests: RoleRequest[] }) {
  const page = usePage();
  const { t } = page;
  const columns: Column<RoleRequest>[] = [
    { key: 'what', heading: t('identity.requests.what'), cell: (one) => <Bdi>{requestTitle(page, one)}</Bdi> },
    { key: 'state', heading: t('identity.accounts.state'), cell: (one) => <RequestState state={one.state} /> },
    {
      key: 'asked',
      heading: t('identity.requests.asked_by'),
      cell: (one) => <Bdi>{one.askedBy.displayName}</Bdi>,
    },
    {
      key: 'answered',
      heading: t('identity.requests.answered_by'),
      cell: (one) => (
        <>
          {one.answeredBy === null ? t('identity.requests.nobody') : <Bdi>{one.answeredBy.displayName}</Bdi>}
          {one.answerNote === null ? null : <p dir="auto">{one.answerNote}</p>}
        </>
      ),
    },
    {
      key: 'when',
      heading: t('identity.requests.when'),
      cell: (one) => <DateText value={one.answeredAt ?? one.expiresAt} />,
    },
  ];
  return (
    <section aria-labelledby="answered">
      <h2 id="answered">{t('identity.requests.answered_title')}</h2>
      <DataTable
        caption={t('identity.requests.answered_title')}
        hidesCaption
        columns={columns}
        rows={requests}
        keyOf={({ requestId }) => requestId}
        empty={<p>{t('identity.requests.none_answered')}</p>}
      />
    </section>
  );
}

/** Roles that were asked for: one person asks, another agrees. */
export default function RoleRequestsPage() {
  const { waiting, answered, areas, done } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const forms = waiting.flatMap(({ requestId }) => [`agree-${requestId}`, `refuse-${requestId}`]);
  return (
    <>
      <PageTitle title={t('identity.requests.title')} lead={<p>{t('identity.requests.lead')}</p>} />
      {done === null ? null : (
        <Notice kind="success" isNews>
          <p>{t('identity.requests.done')}</p>
        </Notice>
      )}
      <RefusalNotice title={t('identity.account.not_done')} shownForms={forms} />
      <section aria-labelledby="waiting">
        <h2 id="waiting">{t('identity.requests.waiting_title')}</h2>
        {waiting.length === 0 ? (
          <EmptyState title={t('identity.requests.none_waiting')} />
        ) : (
          <ul className="cards">
            {waiting.map((one) => (
              <RequestCard key={one.requestId} request={one} areas={areas} />
            ))}
          </ul>
        )}
      </section>
      <Answered requests={answered} />
    </>
  );
}
