import { apiOf, Bdi, DataTable, DateText, EmptyState, PageTitle, Pagination, usePage } from '@qantara/ui';
import { needPermission } from '@qantara/identity/web';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { FindingState, oversightRoutes, type Finding } from '../contract/index.ts';
import { FindingBadge } from './FindingBadge.tsx';
import { PersonMark } from './OpeningsTable.tsx';
import oversightCss from './oversight.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: oversightCss }];
}

/** One page of the findings in one state. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  needPermission(context, 'oversight:read');
  const { searchParams } = new URL(request.url);
  const state = FindingState.safeParse(searchParams.get('state')).data ?? 'open';
  const page = searchParams.get('page') ?? '1';
  return { state, found: await apiOf(context, oversightRoutes).listFindings({ state, page, perPage: 20 }) };
}

function States({ state }: { state: FindingState }) {
  const { t, href } = usePage();
  return (
    <nav className="states" aria-label={t('oversight.findings.states')}>
      <ul>
        {FindingState.options.map((one) => (
          <li key={one}>
            <Link
              to={href(one === 'open' ? '/oversight/findings' : `/oversight/findings?state=${one}`)}
              aria-current={one === state ? 'page' : undefined}
            >
              {t(`oversight.state.${one}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The queue of what is worth a look. */
export default function FindingsPage() {
  const { state, found } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('oversight.findings.title')} lead={<p>{t('oversight.findings.lead')}</p>} />
      <States state={state} />
      <DataTable<Finding>
        caption={t('oversight.findings.title')}
        hidesCaption
        rows={found.items}
        keyOf={({ findingId }) => findingId}
        empty={<EmptyState title={t('oversight.findings.none')} />}
        columns={[
          {
            key: 'pattern',
            heading: t('oversight.findings.pattern'),
            cell: ({ findingId, pattern }) => (
              <Link to={href(`/oversight/findings/${findingId}`)}>{t(`oversight.pattern.${pattern}`)}</Link>
            ),
          },
          {
            key: 'who',
            heading: t('oversight.log.who'),
            cell: ({ accountName, accountId }) => <Bdi>{accountName ?? accountId.slice(-8)}</Bdi>,
          },
          {
            key: 'whose',
            heading: t('oversight.log.whose'),
            cell: ({ personId }) => (personId === null ? '–' : <PersonMark personId={personId} />),
          },
          { key: 'day', heading: t('oversight.findings.day'), cell: ({ onDay }) => <DateText value={onDay} /> },
          { key: 'state', heading: t('oversight.findings.state'), cell: (one) => <FindingBadge state={one.state} /> },
        ]}
      />
      <Pagination {...found} />
    </>
  );
}
