import { dayIn, refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { AdoptPlan, ChangedPlan, ChangePlan, OfPlan, PlanId, StartPlan } from '../../contract/index.ts';
import { levelsOf } from '../../domain/index.ts';
import { listItems } from '../item-store.ts';
import { insertLevels } from '../level-store.ts';
import { insertPlan, lockPlans, saveAdopted, saveArchived, savePlanWords, savePublished } from '../plan-store.ts';
import type { PlanTables } from '../tables.gen.ts';
import { checkPlan } from './check-plan.ts';
import { getOpenPlan } from './open-plan.ts';

type PlanCtx = Ctx<PlanTables>;
type Changed = z.infer<typeof ChangedPlan>;

/** What a change that was kept answers. Refuses `plan_text_changed` over a newer version. */
export function keptPlan(
  ctx: PlanCtx,
  { planId, version }: { planId: PlanId; version: number },
  said: { isKept: boolean; type: `${string}.${string}`; data?: Record<string, string | number | null> },
): Changed {
  if (!said.isKept) refuse('plan_text_changed');
  ctx.emit({ type: said.type, subject: planId, ...(said.data && { data: said.data }) });
  return { planId, version: version + 1 };
}

/** Starts a plan with the levels of a template; nobody else sees it before it is published. */
export async function startPlan(ctx: PlanCtx, given: z.output<typeof StartPlan>): Promise<Changed> {
  await checkPlan(ctx, given);
  const planId = await insertPlan(ctx, given);
  await insertLevels(ctx.db, planId, levelsOf(given.template));
  ctx.emit({ type: 'plan.added', subject: planId, data: { reach: given.reach, template: given.template } });
  return { planId, version: 1 };
}

export async function changePlan(ctx: PlanCtx, given: z.output<typeof ChangePlan>): Promise<Changed> {
  await lockPlans(ctx.db);
  await getOpenPlan(ctx, given.planId);
  await checkPlan(ctx, given, given.planId);
  return keptPlan(ctx, given, { isKept: await savePlanWords(ctx, given), type: 'plan.changed' });
}

/** Shows a plan to everyone. Refuses `plan_empty`: a promise of nothing is none. */
export async function publishPlan(ctx: PlanCtx, given: z.output<typeof OfPlan>): Promise<Changed> {
  const { isPublic, version } = await getOpenPlan(ctx, given.planId);
  if (isPublic) return { planId: given.planId, version };
  if ((await listItems(ctx.db, given.planId)).length === 0) refuse('plan_empty');
  return keptPlan(ctx, given, { isKept: await savePublished(ctx, given), type: 'plan.published' });
}

/** Writes down by which decision a plan was adopted. Refuses `plan_adopted_later`: nothing is adopted tomorrow. */
export async function adoptPlan(ctx: PlanCtx, given: z.output<typeof AdoptPlan>): Promise<Changed> {
  await getOpenPlan(ctx, given.planId);
  if (given.adoptedOn > dayIn(ctx.timeZone, ctx.now)) {
    refuse('plan_adopted_later', { fields: [{ path: 'adoptedOn', code: 'plan_adopted_later' }] });
  }
  const { adoptedOn } = given;
  return keptPlan(ctx, given, { isKept: await saveAdopted(ctx, given), type: 'plan.adopted', data: { adoptedOn } });
}

/** Ends a plan's life: it stays readable, and is written no more. */
export async function archivePlan(ctx: PlanCtx, given: z.output<typeof OfPlan>): Promise<Changed> {
  await getOpenPlan(ctx, given.planId);
  return keptPlan(ctx, given, { isKept: await saveArchived(ctx, given), type: 'plan.archived' });
}
