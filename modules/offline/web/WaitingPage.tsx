import {
  apiOf,
  Bdi,
  Breadcrumbs,
  DataTable,
  DateText,
  EmptyState,
  LocalText,
  Notice,
  PageTitle,
  StatusBadge,
  usePage,
  type Column,
} from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { offlineRoutes, type WaitingAnswers } from '../contract/index.ts';

const BECAME = ['whole', 'gone'] as const;

/** What waits for this colleague to decide, and what became of the one before. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { waiting } = await apiOf(context, offlineRoutes).listWaiting({});
  const said = new URL(request.url).searchParams.get('became');
  return { waiting, became: BECAME.find((one) => one === said) ?? null };
}

/** Answers that were handed over and could not be applied: each waits here until a person decides. */
export default function WaitingPage() {
  const { waiting, became } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const columns: Column<WaitingAnswers>[] = [
    {
      key: 'form',
      heading: t('offline.field.formCode'),
      cell: ({ waitingId, title, formCode }) => (
        <Link to={href(`/work/offline/waiting/${waitingId}`)}>
          {title === null ? <Bdi latin>{formCode}</Bdi> : <LocalText value={title} />}
        </Link>
      ),
    },
    {
      key: 'person',
      heading: t('offline.begin.person'),
      cell: ({ mark }) => (mark === null ? t('offline.person.new') : <Bdi latin>{mark}</Bdi>),
    },
    { key: 'why', heading: t('offline.waiting.why'), cell: ({ code }) => t(`refusal.${code}`) },
    {
      key: 'at',
      heading: t('offline.field.takenAt'),
      cell: ({ takenAt, isOwn }) => (
        <>
          <DateText value={takenAt} />{' '}
          {isOwn ? null : <StatusBadge tone="attention" label={t('offline.waiting.of_closed')} />}
        </>
      ),
    },
  ];
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/offline', label: t('offline.page.title') }]} />
      <PageTitle title={t('offline.waiting.title')} lead={<p>{t('offline.waiting.lead')}</p>} />
      {became === null ? null : (
        <Notice kind="success" isNews>
          <p>{t(`offline.became.${became}`)}</p>
        </Notice>
      )}
      <DataTable
        caption={t('offline.waiting.title')}
        columns={columns}
        rows={waiting}
        keyOf={({ waitingId }) => waitingId}
        empty={<EmptyState title={t('offline.waiting.none')} />}
      />
    </>
  );
}
