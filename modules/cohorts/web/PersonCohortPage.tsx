import { refuse, textIn, type InputOf } from '@qantara/kernel';
import { RefusalNotice } from '@qantara/identity/web';
import { peopleRoutes, type PersonId } from '@qantara/people/contract';
import { personLabel, readingLocale } from '@qantara/people/web';
import { answerForm, apiOf, Bdi, Breadcrumbs, LocalText, PageTitle, usePage } from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { cohortsRoutes, type CohortId } from '../contract/index.ts';
import { AgreeForm } from './AgreeForm.tsx';
import { JoinForm, LeaveCohortForm, NotFitting } from './StandingForms.tsx';

type Params = LoaderFunctionArgs['params'];
const personIdOf = (params: Params) => (params['personId'] ?? '') as PersonId;
const cohortIdOf = (params: Params) => (params['cohortId'] ?? '') as CohortId;

/** How one person stands to one cohort. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const personId = personIdOf(params);
  const { person } = await apiOf(context, peopleRoutes).getPerson({ personId });
  const { cohorts } = await apiOf(context, cohortsRoutes).listCohortsOf({ personId });
  const found = cohorts.find(({ cohort }) => cohort.cohortId === cohortIdOf(params));
  return { person, standing: found ?? refuse('cohort_not_found') };
}

type Joining = InputOf<typeof cohortsRoutes.joinCohort>;
type Leaving = InputOf<typeof cohortsRoutes.leaveCohort>;

/** Lets them join, or leave. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, cohortsRoutes);
    const [personId, cohortId] = [personIdOf(params), cohortIdOf(params)];
    const intent = values.text('intent');
    const typed = values.toObject();
    // From the page of consent one comes back with nothing to do but look again.
    if (intent === 'join') await api.joinCohort({ ...(typed as Joining), personId, cohortId }, { commandId });
    else if (intent === 'leave') await api.leaveCohort({ ...(typed as Leaving), cohortId }, { commandId });
    return redirect(`/${params['locale']}/work/people/${personId}/cohorts/${cohortId}`);
  });
}

/** One person and one cohort: asked first, then whether they fit, then in it, and out of it again. */
export default function PersonCohortPage() {
  const { person, standing } = useLoaderData<typeof loader>();
  const { t, formats, locale, can } = usePage();
  const { cohort } = standing;
  const name = personLabel(person, null, { t, formats });
  const mayJoin = can('cohort:join');
  return (
    <>
      <Breadcrumbs items={[{ path: `/work/people/${person.personId}`, label: name }]} />
      <PageTitle
        title={textIn(cohort.name, locale).text}
        eyebrow={<Bdi>{name}</Bdi>}
        lead={
          <p>
            {t(`cohorts.kind.${cohort.kind}`)} {' · '} <LocalText value={cohort.organisationName} quiet />
          </p>
        }
      />
      {standing.standing === 'consent_needed' ? null : (
        <p>
          <LocalText value={cohort.purpose} />
        </p>
      )}
      <RefusalNotice title={t('cohorts.not_done')} shownForms={[]} />
      {standing.standing === 'consent_needed' && mayJoin ? (
        <AgreeForm cohort={cohort} personId={person.personId} language={readingLocale(person.languages, locale)} />
      ) : null}
      {standing.standing === 'fits' && mayJoin ? <JoinForm standing={standing} /> : null}
      {standing.standing === 'member' && mayJoin ? <LeaveCohortForm standing={standing} /> : null}
      {standing.standing === 'no' || standing.standing === 'unknown' ? <NotFitting standing={standing} /> : null}
    </>
  );
}
