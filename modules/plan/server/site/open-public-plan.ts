import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { ItemDetails, NamedPlan as NamedPlanShape, Plan, PlanId } from '../../contract/index.ts';
import { readItemDetails } from '../details/detail-store.ts';
import { getPlan } from '../get-plan.ts';
import type { PlanTables } from '../tables.gen.ts';

export type NamedPlan = z.infer<typeof NamedPlanShape>;
/** A plan as everybody reads it, with what its nodes say beside their words. */
export type PublicPlan = { plan: Plan; named: NamedPlan; details: Map<string, ItemDetails> };

/** A published plan, for a page about the whole of it. Refuses `plan_not_found`. */
export async function openPublicPlan(
  ctx: Ctx<PlanTables>,
  { planId }: { planId?: PlanId | undefined },
): Promise<PublicPlan> {
  const plan = await getPlan(ctx, { planId, reader: 'public' });
  const itemIds = plan.items.map(({ itemId }) => itemId);
  const details = await readItemDetails(ctx.db, itemIds);
  return { plan, named: { planId: plan.planId, name: plan.name }, details };
}
