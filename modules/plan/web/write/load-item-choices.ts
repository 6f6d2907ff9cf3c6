import { listAllOrganisations } from '@qantara/organisations/web';
import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { planRoutes, type Item, type Plan } from '../../contract/index.ts';
import { loadPlan } from './load-choices.ts';

type Api = ReturnType<typeof apiOf<typeof planRoutes>>;

type NodeAbove = Pick<Item, 'itemId' | 'number' | 'title'> & { planName: Plan['name'] };

/** The nodes that may be served: of the plan above, and of all above that. */
async function nodesAbove(api: Api, plan: Plan): Promise<NodeAbove[]> {
  if (plan.above === null) return [];
  const above = await api.getPlan({ planId: plan.above.planId });
  const own = above.items.map(({ itemId, number, title }) => ({ itemId, number, title, planName: above.name }));
  return [...own, ...(await nodesAbove(api, above))];
}

/** The plan of an address, who may lead, and the nodes of plans above that may be served. */
export async function loadItemChoices(context: LoaderFunctionArgs['context'], params: LoaderFunctionArgs['params']) {
  const plan = await loadPlan(context, params);
  const organisations = await listAllOrganisations(context);
  const above = await nodesAbove(apiOf(context, planRoutes), plan);
  return {
    plan,
    organisations: organisations.map(({ organisationId, name }) => ({ organisationId, name })),
    above,
  };
}
export type ItemChoices = Awaited<ReturnType<typeof loadItemChoices>>;
