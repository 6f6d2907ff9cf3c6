import type { InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  PageTitle,
  RadioGroup,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { LevelTemplate, planRoutes } from '../../contract/index.ts';
import { loadPlanChoices } from './load-choices.ts';
import { PlanFields } from './PlanFields.tsx';
import { usePlanLabels } from './use-plan-labels.ts';

export const handle: PageHandle = { formId: 'plan' };

/** What may be chosen. */
export async function loader({ context }: LoaderFunctionArgs) {
  return loadPlanChoices(context);
}

/** Starts the plan; nobody else sees it by that. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = values.toObject() as InputOf<typeof planRoutes.startPlan>;
    const { planId } = await apiOf(context, planRoutes).startPlan(input, { commandId });
    return redirect(`/${params['locale']}/plan/write/${planId}`);
  });
}

/** A new plan, from levels that are ready or from nothing. */
export default function NewPlanPage() {
  const choices = useLoaderData<typeof loader>();
  const { t } = usePage();
  const template = t('plan.field.template');
  return (
    <>
      <Breadcrumbs items={[{ path: '/plan/write', label: t('plan.list.title') }]} />
      <PageTitle title={t('plan.write.new')} lead={<p>{t('plan.write.new_lead')}</p>} />
      <CommandForm id="plan" labels={{ ...usePlanLabels('plan'), template }}>
        <PlanFields plan={null} choices={choices} />
        <RadioGroup
          name="template"
          label={template}
          hint={t('plan.write.template_hint')}
          options={LevelTemplate.options.map((value) => ({ value, label: t(`plan.template.${value}`) }))}
          required
        />
        <SubmitButton>{t('plan.write.start')}</SubmitButton>
      </CommandForm>
    </>
  );
}
