import {
  apiOf,
  Breadcrumbs,
  DataTable,
  DateText,
  EmptyState,
  LocalText,
  PageTitle,
  StatusBadge,
  usePage,
} from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { institutionsRoutes, type Deadline } from '../contract/index.ts';

/** All that comes due. */
export async function loader({ context }: LoaderFunctionArgs) {
  return apiOf(context, institutionsRoutes).listDeadlines({});
}

function DeadlineTable({ rows, caption }: { rows: Deadline[]; caption: string }) {
  const { t, href } = usePage();
  return (
    <DataTable<Deadline>
      caption={caption}
      hidesCaption
      rows={rows}
      keyOf={({ kind, institutionId, subjectId }) => `${kind} ${institutionId} ${subjectId ?? ''}`}
      empty={<EmptyState title={t('institutions.deadlines.none')} />}
      columns={[
        {
          key: 'institution',
          heading: t('institutions.deadlines.institution'),
          cell: ({ institutionId, institutionName }) => (
            <Link to={href(`/work/institutions/${institutionId}`)}>
              <LocalText value={institutionName} quiet />
            </Link>
          ),
        },
        {
          key: 'what',
          heading: t('institutions.deadlines.what'),
          cell: ({ kind }) => t(`institutions.deadline.${kind}`),
        },
        {
          key: 'due',
          heading: t('institutions.deadlines.due'),
          cell: ({ dueOn, isOverdue }) => (
            <>
              <DateText value={dueOn} />{' '}
              {isOverdue ? <StatusBadge tone="attention" label={t('institutions.deadlines.late')} /> : null}
            </>
          ),
        },
      ]}
    />
  );
}

/** Licences to renew, inspections due, things to be put right: the soonest first. */
export default function DeadlinesPage() {
  const { deadlines } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const late = deadlines.filter(({ isOverdue }) => isOverdue);
  const coming = deadlines.filter(({ isOverdue }) => !isOverdue);
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/institutions', label: t('institutions.register.title') }]} />
      <PageTitle title={t('institutions.deadlines.title')} lead={<p>{t('institutions.deadlines.lead')}</p>} />
      <h2>{t('institutions.deadlines.overdue', { count: late.length })}</h2>
      <DeadlineTable rows={late} caption={t('institutions.deadlines.late')} />
      <h2>{t('institutions.deadlines.coming', { count: coming.length })}</h2>
      <DeadlineTable rows={coming} caption={t('institutions.deadlines.title')} />
    </>
  );
}
