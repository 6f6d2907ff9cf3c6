import { dayIn } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { LateThing, PlanId } from '../../contract/index.ts';
import { findLate } from '../../domain/index.ts';
import type { PlanTables } from '../tables.gen.ts';
import { openPublicPlan, type NamedPlan } from './open-public-plan.ts';

/** What of a published plan is late, as everybody sees the plan. Refuses `plan_not_found`. */
export async function listLate(
  ctx: Ctx<PlanTables>,
  asked: { planId?: PlanId | undefined },
): Promise<{ plan: NamedPlan; late: LateThing[] }> {
  const { plan, named, details } = await openPublicPlan(ctx, asked);
  const today = dayIn(ctx.timeZone, ctx.now);
  const milestones = new Map([...details].map(([itemId, one]) => [itemId, one.milestones]));
  return { plan: named, late: findLate(plan.items, { plan, today, timeZone: ctx.timeZone, milestones }) };
}
