import { withTables, type AnyCtx } from '@qantara/platform';
import type { Plan } from '../contract/index.ts';
import { getPlan } from './get-plan.ts';
import { listPlans } from './plan-store.ts';
import type { PlanTables } from './tables.gen.ts';

/** Every published plan whole, as everybody reads it, for a module that makes files of them. */
export async function listPublishedPlans(anyCtx: AnyCtx): Promise<Plan[]> {
  const ctx = withTables<PlanTables>(anyCtx);
  const plans: Plan[] = [];
  for (const { planId } of await listPlans(ctx.db, { onlyPublic: true }))
    plans.push(await getPlan(ctx, { planId, reader: 'public' }));
  return plans;
}
