import type { LocalizedText } from '@qantara/kernel';
import { needPermission, placeOfWork } from '@qantara/identity/web';
import { peopleRoutes } from '@qantara/people/contract';
import { screeningRoutes } from '@qantara/screening/contract';
import {
  apiOf,
  Bdi,
  ButtonLink,
  DataTable,
  DateText,
  EmptyState,
  LocalText,
  pageContext,
  PageTitle,
  searchWith,
  StatusBadge,
  usePage,
  type Column,
} from '@qantara/ui';
import { Link, redirect, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import {
  referralsRoutes,
  WorklistView,
  type CameBack,
  type UnreadPerson,
  type Worklist,
  type WorklistItem,
} from '../contract/index.ts';
import { UnreadNotice } from './own/UnreadNotice.tsx';
import { StatusOfReferral } from './StatusOfReferral.tsx';
import { CameBackNotice, WaitingNotice } from './WorkNotices.tsx';
import { WithdrawnNotice } from './WithdrawnNotice.tsx';
import workCss from './work.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: workCss }];
}

type Context = LoaderFunctionArgs['context'];

async function countWaiting(context: Context, isNavigator: boolean): Promise<number> {
  if (!isNavigator) return 0;
  return (await apiOf(context, screeningRoutes).listWaiting({})).requests.length;
}

/** How many records of this organisation's people others opened in an emergency: told at once. */
async function countEmergencies(context: Context): Promise<number> {
  const { account } = context.get(pageContext);
  if (account?.permissions.includes('person:read') !== true) return 0;
  return (await apiOf(context, peopleRoutes).countGlasses({})).count;
}

/** How many open requests this organisation may claim. */
async function countOpenRequests(context: Context): Promise<number> {
  const { account } = context.get(pageContext);
  if (account?.permissions.includes('referral:answer') !== true) return 0;
  return (await apiOf(context, referralsRoutes).listOpenRequests({})).requests.length;
}

/** What came back because nothing lets it go on. */
async function listBack(context: Context): Promise<CameBack[]> {
  const { account } = context.get(pageContext);
  if (account?.permissions.includes('referral:send') !== true) return [];
  return (await apiOf(context, referralsRoutes).listCameBack({})).cameBack;
}

/** Whose words nobody has read yet. */
async function listUnreadOf(context: Context): Promise<UnreadPerson[]> {
  const { account } = context.get(pageContext);
  if (account?.permissions.includes('referral:send') !== true) return [];
  return (await apiOf(context, referralsRoutes).listUnread({})).people;
}

/** What is on this organisation's desk; whose work is elsewhere goes there. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { account } = context.get(pageContext);
  if (account !== null && !account.permissions.includes('worklist:read'))
    return redirect(`/${params['locale']}${placeOfWork(account.permissions)}`);
  needPermission(context, 'worklist:read');
  const query = new URL(request.url).searchParams;
  const view = WorklistView.catch('open').parse(query.get('view'));
  const before = query.get('before') ?? undefined;
  const worklist = await apiOf(context, referralsRoutes).getWorklist(
    before === undefined ? { view } : { view, before },
  );
  const isNavigator = account?.permissions.includes('screening:read') === true;
  return {
    worklist,
    view,
    isLater: before !== undefined,
    isNavigator,
    waiting: await countWaiting(context, isNavigator),
    emergencies: await countEmergencies(context),
    openRequests: await countOpenRequests(context),
    cameBack: await listBack(context),
    unread: await listUnreadOf(context),
  };
}

/** Beyond this the server counts no further. */
const MOST_COUNTED = 1000;

function Tabs({ view, counts }: { view: WorklistView; counts: Worklist['counts'] }) {
  const { t, formats } = usePage();
  const labelOf = (one: WorklistView): string => {
    const label = t(`referrals.view.${one}`);
    if (one === 'open') return label;
    const number = formats.number(Math.min(counts[one], MOST_COUNTED - 1));
    const count = counts[one] < MOST_COUNTED ? number : t('referrals.work.at_least', { count: number });
    return t('referrals.work.count', { label, count });
  };
  // What is a lead's alone is shown where there is some.
  const isShown = (one: WorklistView): boolean =>
    one === view || (one !== 'escalated' && one !== 'nobodys') || counts[one] > 0;
  return (
    <nav className="tabs" aria-label={t('referrals.work.views')}>
      <ul>
        {WorklistView.options.filter(isShown).map((one) => (
          <li key={one}>
            <Link to={one === 'open' ? '?' : `?view=${one}`} aria-current={one === view ? 'page' : undefined}>
              {labelOf(one)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NameOrNobody({ value }: { value: LocalizedText | null }) {
  const { t } = usePage();
  return value === null ? t('referrals.open.nobody_yet') : <LocalText value={value} quiet />;
}

function Due({ item }: { item: WorklistItem }) {
  const { t } = usePage();
  return (
    <>
      <DateText value={item.dueAt} />{' '}
      {item.isOverdue ? <StatusBadge tone="attention" label={t('referrals.work.overdue')} /> : null}
    </>
  );
}

function useColumns(isNavigator: boolean): Column<WorklistItem>[] {
  const { t, href } = usePage();
  return [
    {
      key: 'person',
      heading: t('referrals.work.person'),
      cell: (item) => (
        <Link to={href(`/work/referrals/${item.referralId}`)}>
          <Bdi>{item.personName ?? t(isNavigator ? 'people.card.unnamed' : 'referrals.work.unnamed')}</Bdi>
        </Link>
      ),
    },
    { key: 'need', heading: t('referrals.work.need'), cell: (item) => <LocalText value={item.needName} quiet /> },
    {
      key: 'service',
      heading: t('referrals.work.service'),
      cell: (item) => <NameOrNobody value={item.serviceName} />,
    },
    {
      key: 'other',
      heading: t(isNavigator ? 'referrals.work.to' : 'referrals.work.from'),
      cell: (item) => <NameOrNobody value={item.otherOrganisationName} />,
    },
    {
      key: 'priority',
      heading: t('referrals.field.priority'),
      cell: (item) =>
        item.priority === 'routine' ? (
          t('referrals.priority.routine')
        ) : (
          <StatusBadge tone="attention" label={t(`referrals.priority.${item.priority}`)} />
        ),
    },
    {
      key: 'status',
      heading: t('referrals.work.status'),
      cell: (item) => <StatusOfReferral status={item.status} />,
    },
    { key: 'due', heading: t('referrals.work.due'), cell: (item) => <Due item={item} /> },
  ];
}

function Turns({ next, isLater }: { next: string | null; isLater: boolean }) {
  const { t, search } = usePage();
  if (next === null && !isLater) return null;
  return (
    <nav className="pagination" aria-label={t('referrals.work.title')}>
      {isLater ? <ButtonLink to={searchWith(search, { before: null })}>{t('referrals.work.newest')}</ButtonLink> : null}
      {next === null ? null : (
        <ButtonLink to={searchWith(search, { before: next })}>{t('referrals.work.next')}</ButtonLink>
      )}
    </nav>
  );
}

/** Where a day of work begins: what is open, what is due, what is late. */
export default function WorklistPage() {
  const { worklist, view, isLater, isNavigator, waiting, emergencies, openRequests, cameBack, unread } =
    useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const columns = useColumns(isNavigator);
  return (
    <>
      <PageTitle title={t('referrals.work.title')}>
        {isNavigator ? (
          <ButtonLink to={href('/work/people')} kind="action">
            {t('referrals.work.find')}
          </ButtonLink>
        ) : null}
      </PageTitle>
      <WaitingNotice name="waiting" count={waiting} path="/work/requests" />
      <UnreadNotice people={unread} />
      <WithdrawnNotice withdrawn={worklist.withdrawn} />
      <WaitingNotice name="emergencies" count={emergencies} path="/work/emergencies" />
      <WaitingNotice name="open_requests" count={openRequests} path="/work/open-requests" />
      <WaitingNotice name="nobodys" count={worklist.counts.nobodys ?? 0} path="/work/hand-over" />
      <CameBackNotice cameBack={cameBack} />
      <Tabs view={view} counts={worklist.counts} />
      <DataTable<WorklistItem>
        caption={t(`referrals.view.${view}`)}
        hidesCaption
        rows={worklist.items}
        keyOf={(item) => item.referralId}
        columns={columns}
        empty={
          <EmptyState title={t('referrals.work.empty')}>
            <p>{t(isNavigator ? 'referrals.work.empty_navigator' : 'referrals.work.empty_partner')}</p>
          </EmptyState>
        }
      />
      <Turns next={worklist.next} isLater={isLater} />
    </>
  );
}
