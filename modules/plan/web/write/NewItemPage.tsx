import type { InputOf } from '@qantara/kernel';
import { answerForm, apiOf, CommandForm, PageTitle, SubmitButton, usePage, type PageHandle } from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { planRoutes, type ItemId } from '../../contract/index.ts';
import { ItemFields } from './ItemFields.tsx';
import { loadItemChoices } from './load-item-choices.ts';
import { PlanTrail } from './PlanTrail.tsx';
import { usePlanLabels } from './use-plan-labels.ts';

export const handle: PageHandle = { formId: 'item' };

/** What may be chosen, and under what the new node begins. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const parentItemId = new URL(request.url).searchParams.get('parentItemId') as ItemId | null;
  return { choices: await loadItemChoices(context, params), parentItemId };
}

/** Adds the node. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = { ...values.toObject(), planId: params['planId'] } as InputOf<typeof planRoutes.addItem>;
    await apiOf(context, planRoutes).addItem(input, { commandId });
    return redirect(`/${params['locale']}/plan/write/${params['planId']}#i${values.text('number') ?? ''}`);
  });
}

/** A new node of a plan. */
export default function NewItemPage() {
  const { choices, parentItemId } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <PlanTrail plan={choices.plan} />
      <PageTitle title={t('plan.write.add_item')} />
      <CommandForm id="item" labels={usePlanLabels('item')}>
        <ItemFields item={{ parentItemId }} choices={choices} />
        <SubmitButton>{t('plan.write.add_item_do')}</SubmitButton>
      </CommandForm>
    </>
  );
}
