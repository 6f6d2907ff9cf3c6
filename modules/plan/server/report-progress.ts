import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { ReportProgress } from '../contract/index.ts';
import { findItem, saveProgress, type BareItem } from './plan-store.ts';
import type { PlanTables } from './tables.gen.ts';

/** A planner says how an initiative goes. What it brings is computed. Refuses `item_changed` over a newer version. */
export async function reportProgress(ctx: Ctx<PlanTables>, given: z.output<typeof ReportProgress>): Promise<BareItem> {
  const before = (await findItem(ctx.db, given.itemId)) ?? refuse('item_not_found');
  if (before.kind !== 'initiative') refuse('not_an_initiative');
  const { itemId, version, progress } = given;
  if (!(await saveProgress(ctx.db, { itemId, version, progress, now: ctx.now }))) refuse('item_changed');
  ctx.emit({ type: 'plan_item.progressed', subject: itemId, data: { from: before.progress, to: progress } });
  return { ...before, progress, version: version + 1 };
}
