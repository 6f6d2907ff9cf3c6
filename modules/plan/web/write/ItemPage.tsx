import { refuse } from '@qantara/kernel';
import { todayOf } from '@qantara/indicators/web';
import { indicatorsRoutes } from '@qantara/indicators/contract';
import {
  answerForm,
  apiOf,
  ButtonLink,
  CommandForm,
  ConfirmDialog,
  PageTitle,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { planRoutes, type Item, type ItemId } from '../../contract/index.ts';
import planCss from '../plan.css?url';
import { ItemFields } from './ItemFields.tsx';
import { ItemTargets } from './ItemTargets.tsx';
import { loadItemChoices } from './load-item-choices.ts';
import { PlanTrail } from './PlanTrail.tsx';
import { takeItemStep } from './take-item-step.ts';
import { usePlanLabels } from './use-plan-labels.ts';

export const handle: PageHandle = { formId: 'item' };

export function links() {
  return [{ rel: 'stylesheet', href: planCss }];
}

/** The node with its targets, and what may be chosen. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const choices = await loadItemChoices(context, params);
  const item = choices.plan.items.find(({ itemId }) => itemId === params['itemId']) ?? refuse('item_not_found');
  const { indicators } = await apiOf(context, indicatorsRoutes).listIndicators({});
  return { choices, item, indicators, today: todayOf(context) };
}

/** Changes or removes the node, or sets and takes away what it aims at. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const itemId = (params['itemId'] ?? '') as ItemId;
    const step = await takeItemStep(apiOf(context, planRoutes), values, { itemId, commandId });
    const plan = `/${params['locale']}/plan/write/${params['planId']}`;
    return redirect(step === 'target' ? new URL(request.url).pathname : plan);
  });
}

function Removal({ item }: { item: Item }) {
  const { t } = usePage();
  return (
    <ConfirmDialog label={t('plan.write.remove_item')} title={t('plan.write.remove_item')} kind="danger">
      <p>{t('plan.write.remove_item_lead')}</p>
      <CommandForm id="removal">
        <input type="hidden" name="version" value={item.version} />
        <SubmitButton kind="danger" intent="remove">
          {t('plan.write.remove_item_do')}
        </SubmitButton>
      </CommandForm>
    </ConfirmDialog>
  );
}

/** One node of a plan, to change it, to say what it aims at, or to take it out. */
export default function ItemPage() {
  const { choices, item, indicators, today } = useLoaderData<typeof loader>();
  const { t, text, href } = usePage();
  const { plan } = choices;
  const isOpen = plan.state !== 'archived';
  return (
    <>
      <PlanTrail plan={plan} />
      <PageTitle title={`${item.number} ${text(item.title).text}`} />
      {isOpen ? (
        <ButtonLink to={href(`/plan/write/${plan.planId}/items/new?parentItemId=${item.itemId}`)}>
          {t('plan.write.add_under')}
        </ButtonLink>
      ) : null}
      <ButtonLink to={href(`/plan/write/${plan.planId}/items/${item.itemId}/details`)}>
        {t('plan.details.title')}
      </ButtonLink>
      <CommandForm id="item" labels={usePlanLabels('item')}>
        <input type="hidden" name="version" value={item.version} />
        <ItemFields item={item} choices={choices} />
        {isOpen ? <SubmitButton intent="change">{t('plan.write.save')}</SubmitButton> : null}
      </CommandForm>
      <p>
        <Link to={href(`/work/policies?itemId=${item.itemId}`)}>{t('plan.write.policies')}</Link>
      </p>
      <h2>{t('plan.tree.targets')}</h2>
      <ItemTargets item={item} indicators={indicators} today={today} isOpen={isOpen} />
      {isOpen ? <Removal item={item} /> : null}
    </>
  );
}
