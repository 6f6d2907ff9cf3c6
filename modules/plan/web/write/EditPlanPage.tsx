import type { InputOf } from '@qantara/kernel';
import { answerForm, apiOf, CommandForm, PageTitle, SubmitButton, usePage, type PageHandle } from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { planRoutes } from '../../contract/index.ts';
import { loadPlan, loadPlanChoices } from './load-choices.ts';
import { PlanFields } from './PlanFields.tsx';
import { PlanTrail } from './PlanTrail.tsx';
import { usePlanLabels } from './use-plan-labels.ts';

export const handle: PageHandle = { formId: 'plan' };

/** The plan's facts, and what may be chosen. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  return { plan: await loadPlan(context, params), choices: await loadPlanChoices(context) };
}

/** Changes the plan's facts, over the version that was read. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = { ...values.toObject(), planId: params['planId'] } as InputOf<typeof planRoutes.changePlan>;
    await apiOf(context, planRoutes).changePlan(input, { commandId });
    return redirect(`/${params['locale']}/plan/write/${params['planId']}`);
  });
}

/** A plan's own facts: its name, whose it is and its years. */
export default function EditPlanPage() {
  const { plan, choices } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <PlanTrail plan={plan} />
      <PageTitle title={t('plan.write.facts')} />
      <CommandForm id="plan" labels={usePlanLabels('plan')}>
        <input type="hidden" name="version" value={plan.version} />
        <PlanFields plan={plan} choices={choices} />
        <SubmitButton>{t('plan.write.save')}</SubmitButton>
      </CommandForm>
    </>
  );
}
