import { listAllOrganisations } from '@qantara/organisations/web';
import { refuse } from '@qantara/kernel';
import { territoryRoutes } from '@qantara/territory/contract';
import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { planRoutes, type ItemId } from '../../contract/index.ts';
import { loadPlan } from '../write/load-choices.ts';

/** A node with its details as they are written, and all that may be chosen for them. */
export async function loadDetails(context: LoaderFunctionArgs['context'], params: LoaderFunctionArgs['params']) {
  const plan = await loadPlan(context, params);
  const item = plan.items.find(({ itemId }) => itemId === params['itemId']) ?? refuse('item_not_found');
  const written = await apiOf(context, planRoutes).getItemDetails({ itemId: item.itemId as ItemId });
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  const organisations = await listAllOrganisations(context);
  return {
    plan: { planId: plan.planId, name: plan.name, state: plan.state },
    item,
    written,
    areas: areas.map(({ areaId, name }) => ({ areaId, name })),
    organisations: organisations.map(({ organisationId, name }) => ({ organisationId, name })),
  };
}
export type DetailChoices = Awaited<ReturnType<typeof loadDetails>>;
