import { listAllOrganisations } from '@qantara/organisations/web';
import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { planRoutes } from '../../contract/index.ts';
import { loadPlan } from './load-choices.ts';

/** The plan of an address, who may lead, and the nodes of the plan above that may be served. */
export async function loadItemChoices(context: LoaderFunctionArgs['context'], params: LoaderFunctionArgs['params']) {
  const plan = await loadPlan(context, params);
  const organisations = await listAllOrganisations(context);
  const api = apiOf(context, planRoutes);
  const above = plan.above === null ? [] : (await api.getPlan({ planId: plan.above.planId })).items;
  return {
    plan,
    organisations: organisations.map(({ organisationId, name }) => ({ organisationId, name })),
    above: above.map(({ itemId, number, title }) => ({ itemId, number, title })),
  };
}
export type ItemChoices = Awaited<ReturnType<typeof loadItemChoices>>;
