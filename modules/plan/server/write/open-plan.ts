import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { PlanFacts } from '../../contract/index.ts';
import { findItem, type BareItem } from '../item-store.ts';
import { findPlan, lockPlans } from '../plan-store.ts';
import type { PlanTables } from '../tables.gen.ts';

/** A plan that may still be written. Refuses `plan_not_found`, and `plan_archived` for one that is kept as it was. */
export async function getOpenPlan(ctx: Ctx<PlanTables>, planId: string): Promise<PlanFacts> {
  const plan = (await findPlan(ctx.db, { planId, onlyPublic: false })) ?? refuse('plan_not_found');
  return plan.state === 'archived' ? refuse('plan_archived') : plan;
}

/** The same, held until the command is over: two who move its nodes at once come one after the other. */
export async function holdOpenPlan(ctx: Ctx<PlanTables>, planId: string): Promise<PlanFacts> {
  await lockPlans(ctx.db, planId);
  return getOpenPlan(ctx, planId);
}

/** The node, with its plan held until the command is over. Refuses as `getOpenItem` does. */
export async function holdOpenItem(ctx: Ctx<PlanTables>, itemId: string): Promise<BareItem> {
  const { planId } = (await findItem(ctx.db, itemId)) ?? refuse('item_not_found');
  await lockPlans(ctx.db, planId);
  return getOpenItem(ctx, itemId);
}

/** A node of a plan that may still be written. Refuses `item_not_found` and `plan_archived`. */
export async function getOpenItem(ctx: Ctx<PlanTables>, itemId: string): Promise<BareItem> {
  const item = (await findItem(ctx.db, itemId)) ?? refuse('item_not_found');
  await getOpenPlan(ctx, item.planId);
  return item;
}
