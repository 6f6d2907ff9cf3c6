import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { ChangedPlan, ItemId, NextPlan, PlanId } from '../../contract/index.ts';
import { bareDetails, inReadingOrder } from '../../domain/index.ts';
import { readItemDetails, writeItemDetails } from '../details/detail-store.ts';
import { insertItem, listItems } from '../item-store.ts';
import { insertLevels, listLevels } from '../level-store.ts';
import { findPlan, insertPlan } from '../plan-store.ts';
import { copyReviews } from '../reviews/review-store.ts';
import type { PlanTables } from '../tables.gen.ts';
import { insertTarget, listTargets } from '../target-store.ts';

type PlanCtx = Ctx<PlanTables>;

async function copyItems(ctx: PlanCtx, fromPlanId: string, planId: PlanId): Promise<void> {
  const targets = Map.groupBy(await listTargets(ctx.db, fromPlanId), ({ itemId }) => itemId);
  const items = inReadingOrder(await listItems(ctx.db, fromPlanId));
  const details = await readItemDetails(
    ctx.db,
    items.map(({ itemId }) => itemId),
  );
  const copied = new Map<string, ItemId>();
  for (const item of items) {
    const parentItemId = item.parentItemId === null ? null : (copied.get(item.parentItemId) ?? null);
    const itemId = await insertItem(ctx, { ...item, planId, parentItemId });
    copied.set(item.itemId, itemId);
    await writeItemDetails(ctx, itemId, details.get(item.itemId) ?? bareDetails());
    for (const target of targets.get(item.itemId) ?? []) {
      const targetId = await insertTarget(ctx, { ...target, itemId });
      if (targetId !== null) await copyReviews(ctx, target.targetId, targetId);
    }
  }
}

/** The next version of a plan: all that is in it, for other years, not published before somebody says so. */
export async function nextPlan(ctx: PlanCtx, given: z.output<typeof NextPlan>): Promise<z.infer<typeof ChangedPlan>> {
  const { planId: fromPlanId, version, startsOn, endsOn } = given;
  const from = (await findPlan(ctx.db, { planId: fromPlanId, onlyPublic: false })) ?? refuse('plan_not_found');
  if (from.version !== version) refuse('plan_text_changed');
  if (startsOn >= endsOn) refuse('plan_ends_too_soon', { fields: [{ path: 'endsOn', code: 'plan_ends_too_soon' }] });
  const planId = await insertPlan(ctx, { ...from, startsOn, endsOn, reviewOn: null }, fromPlanId);
  await insertLevels(ctx.db, planId, await listLevels(ctx.db, fromPlanId));
  await copyItems(ctx, fromPlanId, planId);
  ctx.emit({ type: 'plan.continued', subject: planId, data: { fromPlanId } });
  return { planId, version: 1 };
}
