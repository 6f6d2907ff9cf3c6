import type { InputOf } from '@qantara/kernel';
import { needPermission } from '@qantara/identity/web';
import { listAllOrganisations } from '@qantara/organisations/web';
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
import { cohortsRoutes } from '../contract/index.ts';
import { CohortFields } from './CohortFields.tsx';
import { loadChoices } from './load-choices.ts';
import { useCohortLabels } from './use-cohort-labels.ts';

export const handle: PageHandle = { formId: 'cohort' };

/** What may be chosen. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'cohort:write');
  return { ...(await loadChoices(context)), organisations: await listAllOrganisations(context) };
}

/** Writes the cohort down; nobody is in it by that. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = values.toObject() as InputOf<typeof cohortsRoutes.addCohort>;
    const { cohortId } = await apiOf(context, cohortsRoutes).addCohort(input, { commandId });
    return redirect(`/${params['locale']}/work/cohorts/${cohortId}`);
  });
}

/** A new priority population, pilot group or cohort. */
export default function NewCohortPage() {
  const choices = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/cohorts', label: t('cohorts.title') }]} />
      <PageTitle title={t('cohorts.new')} lead={<p>{t('cohorts.new_lead')}</p>} />
      <CommandForm id="cohort" labels={useCohortLabels()}>
        <CohortFields cohort={null} choices={choices} />
        <SubmitButton>{t('cohorts.save')}</SubmitButton>
      </CommandForm>
    </>
  );
}
