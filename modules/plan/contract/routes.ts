import { route } from '@qantara/kernel';
import { z } from 'zod';
import { exchangeRoutes } from './exchange.ts';
import { checkRoutes } from './check-routes.ts';
import { nodeRoutes } from './node-routes.ts';
import { Plan, PlanFacts, PlanId, ReportProgress } from './plan.ts';
import { reviewRoutes } from './review.ts';
import { siteRoutes } from './site.ts';
import * as writing from './writing.ts';

const whichPlan = z.object({ planId: PlanId.optional() });
const plans = z.object({ plans: z.array(PlanFacts) });
const OF_PLAN = ['plan_not_found', 'plan_text_changed', 'plan_archived'];
const OF_FACTS = ['plan_area_not_found', 'plan_reach_differs', 'plan_ends_too_soon', 'plan_above_not_above'];
const OF_ITEM = ['item_not_found', 'item_changed', 'plan_archived'];
const OF_WORDS = [
  'level_not_found',
  'level_not_below',
  'item_parent_not_found',
  'item_under_itself',
  'item_number_taken',
  'item_serves_nothing',
  'item_lead_not_found',
  'item_ends_too_soon',
];

export const planRoutes = {
  ...exchangeRoutes,
  ...nodeRoutes,
  ...checkRoutes,
  ...reviewRoutes,
  ...siteRoutes,
  listPublicPlans: route({
    path: 'GET /public/plans',
    may: 'anyone',
    input: z.object({}),
    output: plans,
    refusals: [],
    offline: 'read',
  }),
  /** The plan that is asked for; without a word which, the region's newest. */
  getPublicPlan: route({
    path: 'GET /public/plan',
    may: 'anyone',
    input: whichPlan,
    output: Plan,
    refusals: ['plan_not_found'],
    offline: 'read',
  }),
  listPlans: route({ path: 'GET /plans', may: 'plan:read', input: z.object({}), output: plans, refusals: [] }),
  getPlan: route({
    path: 'GET /plan',
    may: 'plan:read',
    input: whichPlan,
    output: Plan,
    refusals: ['plan_not_found'],
  }),
  reportProgress: route({
    path: 'POST /plan/items/:itemId/progress',
    may: 'plan:write',
    input: ReportProgress,
    output: writing.ItemProgress,
    refusals: [...OF_ITEM, 'not_an_initiative'],
  }),
  startPlan: route({
    path: 'POST /plans',
    may: 'plan:write',
    input: writing.StartPlan,
    output: writing.ChangedPlan,
    refusals: [...OF_FACTS],
  }),
  changePlan: route({
    path: 'POST /plans/:planId',
    may: 'plan:write',
    input: writing.ChangePlan,
    output: writing.ChangedPlan,
    refusals: [...OF_PLAN, ...OF_FACTS, 'plan_below_not_below'],
  }),
  publishPlan: route({
    path: 'POST /plans/:planId/publish',
    may: 'plan:write',
    input: writing.OfPlan,
    output: writing.ChangedPlan,
    refusals: [...OF_PLAN, 'plan_empty'],
  }),
  adoptPlan: route({
    path: 'POST /plans/:planId/adopt',
    may: 'plan:write',
    input: writing.AdoptPlan,
    output: writing.ChangedPlan,
    refusals: [...OF_PLAN, 'plan_adopted_later'],
  }),
  archivePlan: route({
    path: 'POST /plans/:planId/archive',
    may: 'plan:write',
    input: writing.OfPlan,
    output: writing.ChangedPlan,
    refusals: OF_PLAN,
  }),
  nextPlan: route({
    path: 'POST /plans/:planId/next',
    may: 'plan:write',
    input: writing.NextPlan,
    output: writing.ChangedPlan,
    refusals: ['plan_not_found', 'plan_text_changed', 'plan_ends_too_soon'],
  }),
  saveLevel: route({
    path: 'POST /plans/:planId/levels',
    may: 'plan:write',
    input: writing.SaveLevel,
    output: writing.ChangedPlan,
    refusals: [...OF_PLAN, 'level_kind_in_use', 'level_rank_in_use'],
  }),
  removeLevel: route({
    path: 'POST /plans/:planId/levels/remove',
    may: 'plan:write',
    input: writing.RemoveLevel,
    output: writing.ChangedPlan,
    refusals: [...OF_PLAN, 'level_not_found', 'level_in_use', 'level_last'],
  }),
  addItem: route({
    path: 'POST /plans/:planId/items',
    may: 'plan:write',
    input: writing.AddItem,
    output: writing.ChangedItem,
    refusals: ['plan_not_found', 'plan_archived', ...OF_WORDS],
  }),
  changeItem: route({
    path: 'POST /plan/items/:itemId',
    may: 'plan:write',
    input: writing.ChangeItem,
    output: writing.ChangedItem,
    refusals: [...OF_ITEM, ...OF_WORDS],
  }),
  removeItem: route({
    path: 'POST /plan/items/:itemId/remove',
    may: 'plan:write',
    input: writing.RemoveItem,
    output: writing.ChangedItem,
    refusals: [...OF_ITEM, 'item_has_parts'],
  }),
  addTarget: route({
    path: 'POST /plan/items/:itemId/targets',
    may: 'plan:write',
    input: writing.AddTarget,
    output: writing.ChangedItem,
    refusals: [...OF_ITEM, 'target_indicator_not_found', 'target_exists', 'target_tolerance_missing'],
  }),
  removeTarget: route({
    path: 'POST /plan/items/:itemId/targets/remove',
    may: 'plan:write',
    input: writing.RemoveTarget,
    output: writing.ChangedItem,
    refusals: [...OF_ITEM, 'target_not_found'],
  }),
};
