import type { InputOf } from '@qantara/kernel';
import { answerForm, apiOf, CommandForm, LocalText, PageTitle, SubmitButton, usePage, FormDetails } from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { planRoutes } from '../../contract/index.ts';
import { LevelFields } from './LevelFields.tsx';
import { loadPlan } from './load-choices.ts';
import { PlanTrail } from './PlanTrail.tsx';

/** The plan with its levels. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  return { plan: await loadPlan(context, params) };
}

/** Writes a level, or takes one away. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, planRoutes);
    const input = { ...values.toObject(), planId: params['planId'] };
    if (values.text('intent') === 'remove')
      await api.removeLevel(input as InputOf<typeof planRoutes.removeLevel>, { commandId });
    else await api.saveLevel(input as InputOf<typeof planRoutes.saveLevel>, { commandId });
    return redirect(new URL(request.url).pathname);
  });
}

/** What a plan calls its levels, and what each is for. */
export default function LevelsPage() {
  const { plan } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const labels = Object.fromEntries(['code', 'name', 'rank', 'kind'].map((name) => [name, t(`plan.level.${name}`)]));
  return (
    <>
      <PlanTrail plan={plan} />
      <PageTitle title={t('plan.write.levels')} lead={<p>{t('plan.level.lead')}</p>} />
      {plan.levels.map((level) => (
        <FormDetails key={level.code}>
          <summary>
            {level.rank} <LocalText value={level.name} quiet />
          </summary>
          <CommandForm id={`level-${level.code}`} labels={labels}>
            <input type="hidden" name="version" value={plan.version} />
            <input type="hidden" name="code" value={level.code} />
            <LevelFields level={level} />
            <SubmitButton>{t('plan.write.save')}</SubmitButton>
            <SubmitButton kind="plain" intent="remove" skipsChecks>
              {t('plan.level.remove')}
            </SubmitButton>
          </CommandForm>
        </FormDetails>
      ))}
      <h2>{t('plan.level.add')}</h2>
      <CommandForm id="level" labels={labels}>
        <input type="hidden" name="version" value={plan.version} />
        <LevelFields level={null} />
        <SubmitButton>{t('plan.level.add_do')}</SubmitButton>
      </CommandForm>
    </>
  );
}
