import { textIn, type InputOf } from '@qantara/kernel';
import { needPermission } from '@qantara/identity/web';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  PageTitle,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { cohortsRoutes, type CohortId } from '../contract/index.ts';
import { CohortFields } from './CohortFields.tsx';
import { loadChoices } from './load-choices.ts';
import { useCohortLabels } from './use-cohort-labels.ts';

export const handle: PageHandle = { formId: 'cohort' };

const idOf = (params: Record<string, string | undefined>) => (params['cohortId'] ?? '') as CohortId;

/** The cohort as it is, and what may be chosen. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  needPermission(context, 'cohort:write');
  const cohort = await apiOf(context, cohortsRoutes).getCohort({ cohortId: idOf(params) });
  return { cohort, choices: { ...(await loadChoices(context)), organisations: [] } };
}

/** Writes the change over the version that was read. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const cohortId = idOf(params);
    const input = values.toObject() as InputOf<typeof cohortsRoutes.changeCohort>;
    await apiOf(context, cohortsRoutes).changeCohort({ ...input, cohortId }, { commandId });
    return redirect(`/${params['locale']}/work/cohorts/${cohortId}`);
  });
}

/** Changing what a cohort is for, how long, and who fits. */
export default function EditCohortPage() {
  const { cohort, choices } = useLoaderData<typeof loader>();
  const { t, locale } = usePage();
  const name = textIn(cohort.name, locale).text;
  return (
    <>
      <Breadcrumbs
        items={[
          { path: '/work/cohorts', label: t('cohorts.title') },
          { path: `/work/cohorts/${cohort.cohortId}`, label: name },
        ]}
      />
      <PageTitle title={t('cohorts.edit')} lead={<p>{t('cohorts.edit_lead')}</p>} />
      <CommandForm id="cohort" labels={useCohortLabels()}>
        <input type="hidden" name="version" value={cohort.version} />
        <CohortFields cohort={cohort} choices={choices} />
        <SubmitButton>{t('cohorts.save')}</SubmitButton>
      </CommandForm>
    </>
  );
}
