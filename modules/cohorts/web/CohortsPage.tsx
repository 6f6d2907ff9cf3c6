import { needPermission } from '@qantara/identity/web';
import { apiOf, ButtonLink, DataTable, EmptyState, LocalText, PageTitle, usePage } from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { cohortsRoutes, type Cohort } from '../contract/index.ts';
import { CohortBadge } from './CohortBadge.tsx';
import { CountText } from './CountText.tsx';

/** Every cohort, the running ones first. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'cohort:read');
  return apiOf(context, cohortsRoutes).listCohorts({});
}

/** The groups that the region means to reach first, tries something with, or studies. */
export default function CohortsPage() {
  const { cohorts } = useLoaderData<typeof loader>();
  const { t, href, can } = usePage();
  return (
    <>
      <PageTitle title={t('cohorts.title')} lead={<p>{t('cohorts.lead')}</p>}>
        {can('cohort:write') ? (
          <ButtonLink to={href('/work/cohorts/new')} kind="action">
            {t('cohorts.new')}
          </ButtonLink>
        ) : null}
      </PageTitle>
      <DataTable<Cohort>
        caption={t('cohorts.title')}
        hidesCaption
        rows={cohorts}
        keyOf={({ cohortId }) => cohortId}
        empty={<EmptyState title={t('cohorts.none')} />}
        columns={[
          {
            key: 'name',
            heading: t('cohorts.field.name'),
            cell: ({ cohortId, name }) => (
              <Link to={href(`/work/cohorts/${cohortId}`)}>
                <LocalText value={name} quiet />
              </Link>
            ),
          },
          { key: 'kind', heading: t('cohorts.field.kind'), cell: ({ kind }) => t(`cohorts.kind.${kind}`) },
          { key: 'status', heading: t('cohorts.standing_now'), cell: ({ status }) => <CohortBadge status={status} /> },
          {
            key: 'runner',
            heading: t('cohorts.field.organisationId'),
            cell: ({ organisationName }) => <LocalText value={organisationName} quiet />,
          },
          { key: 'members', heading: t('cohorts.members'), cell: ({ members }) => <CountText count={members} /> },
        ]}
      />
      <p className="hint">{t('cohorts.counts_note')}</p>
    </>
  );
}
