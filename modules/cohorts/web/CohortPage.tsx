import { textIn } from '@qantara/kernel';
import { needPermission } from '@qantara/identity/web';
import {
  apiOf,
  Breadcrumbs,
  ButtonLink,
  DateText,
  DescriptionList,
  LocalText,
  pageContext,
  PageTitle,
  Progress,
  usePage,
} from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { cohortsRoutes, type Cohort, type CohortId } from '../contract/index.ts';
import { CohortBadge } from './CohortBadge.tsx';
import { CohortMembers, Proposals } from './CohortMembers.tsx';
import { CountText } from './CountText.tsx';
import { CriteriaList } from './CriteriaList.tsx';
import { loadChoices, namesOf } from './load-choices.ts';

/** The cohort, those in it whom the reader may know of, and for a navigator whom of their people it may suit. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  needPermission(context, 'cohort:read');
  const cohortId = (params['cohortId'] ?? '') as CohortId;
  const api = apiOf(context, cohortsRoutes);
  const cohort = await api.getCohort({ cohortId });
  const permissions = context.get(pageContext).account?.permissions ?? [];
  const knowsPeople = permissions.some((one) => one.startsWith('scope:'));
  const { members } = knowsPeople ? await api.listCohortMembers({ cohortId }) : { members: null };
  const proposed = permissions.includes('cohort:join') ? await api.listProposals({ cohortId }) : null;
  return { cohort, members, proposed, names: namesOf(await loadChoices(context)) };
}

function Facts({ cohort }: { cohort: Cohort }) {
  const { t } = usePage();
  const { kind, organisationName, startsOn, lastDay, capacity, members, comparison, hasComparison, isFull } = cohort;
  return (
    <DescriptionList
      items={[
        { label: t('cohorts.field.kind'), value: t(`cohorts.kind.${kind}`) },
        { label: t('cohorts.field.organisationId'), value: <LocalText value={organisationName} quiet /> },
        { label: t('cohorts.field.startsOn'), value: <DateText value={startsOn} /> },
        {
          label: t('cohorts.field.lastDay'),
          value: lastDay === null ? t('cohorts.no_end') : <DateText value={lastDay} />,
        },
        { label: t('cohorts.members'), value: <CountText count={members} /> },
        ...(hasComparison ? [{ label: t('cohorts.comparison'), value: <CountText count={comparison} /> }] : []),
        ...(capacity === null
          ? []
          : [
              {
                label: t('cohorts.field.capacity'),
                value: t(isFull ? 'cohorts.places_full' : 'cohorts.places', { count: capacity }),
              },
            ]),
      ]}
    />
  );
}

/** One cohort: what it is for, who fits, how far it is, and the people whom the reader may know of. */
export default function CohortPage() {
  const { cohort, members, proposed, names } = useLoaderData<typeof loader>();
  const { t, locale, href, can } = usePage();
  const { cohortId, capacity } = cohort;
  const { areas, needs } = names;
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/cohorts', label: t('cohorts.title') }]} />
      <PageTitle title={textIn(cohort.name, locale).text} lead={<CohortBadge status={cohort.status} />}>
        {can('cohort:write') ? (
          <ButtonLink to={href(`/work/cohorts/${cohortId}/edit`)}>{t('cohorts.edit')}</ButtonLink>
        ) : null}
      </PageTitle>
      {cohort.description === null ? null : (
        <p>
          <LocalText value={cohort.description} />
        </p>
      )}
      <section>
        <h2>{t('cohorts.field.purpose')}</h2>
        <p>
          <LocalText value={cohort.purpose} />
        </p>
      </section>
      <section>
        <h2>{t('cohorts.facts')}</h2>
        <Facts cohort={cohort} />
        {capacity === null || cohort.members === null ? null : (
          <Progress label={t('cohorts.places_taken')} value={cohort.members} max={capacity} />
        )}
        <p className="hint">{t('cohorts.counts_note')}</p>
      </section>
      <section>
        <h2>{t('cohorts.criteria')}</h2>
        <CriteriaList criteria={cohort.criteria} areas={areas} needs={needs} />
        <p className="hint">{t('cohorts.criteria_note')}</p>
      </section>
      {members === null ? (
        <p>{t('cohorts.people_elsewhere')}</p>
      ) : (
        <CohortMembers {...{ members, cohortId, areas }} hasComparison={cohort.hasComparison} />
      )}
      {proposed === null ? null : <Proposals {...{ proposed, cohortId, areas }} />}
    </>
  );
}
