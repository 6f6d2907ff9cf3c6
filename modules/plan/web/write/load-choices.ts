import { needPermission } from '@qantara/identity/web';
import { territoryRoutes } from '@qantara/territory/contract';
import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { planRoutes, type PlanId } from '../../contract/index.ts';

/** The areas that a plan may be of, and the plans that it may be under. */
export async function loadPlanChoices(context: LoaderFunctionArgs['context']) {
  needPermission(context, 'plan:write');
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  const { plans } = await apiOf(context, planRoutes).listPlans({});
  return { areas, plans: plans.filter(({ state }) => state !== 'archived') };
}

/** The plan of an address, to write in it. */
export async function loadPlan(context: LoaderFunctionArgs['context'], params: LoaderFunctionArgs['params']) {
  needPermission(context, 'plan:write');
  return apiOf(context, planRoutes).getPlan({ planId: (params['planId'] ?? '') as PlanId });
}
