import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { ChangedPlan, Level, RemoveLevel, SaveLevel } from '../../contract/index.ts';
import { mayStandUnder } from '../../domain/index.ts';
import { listItems, type BareItem } from '../item-store.ts';
import { deleteLevel, listLevels, upsertLevel } from '../level-store.ts';
import { touchPlan } from '../plan-store.ts';
import type { PlanTables } from '../tables.gen.ts';
import { holdOpenPlan } from './open-plan.ts';
import { keptPlan } from './write-plan.ts';

type PlanCtx = Ctx<PlanTables>;
type Changed = z.infer<typeof ChangedPlan>;

/** Whether every node would still stand under one that may be above it. */
function isInOrder(items: BareItem[], levels: Level[]): boolean {
  const byCode = new Map(levels.map((level) => [level.code, level]));
  const byId = new Map(items.map((item) => [item.itemId, item]));
  return items.every((item) => {
    const above = item.parentItemId === null ? undefined : byId.get(item.parentItemId);
    const [level, levelAbove] = [byCode.get(item.levelCode), above && byCode.get(above.levelCode)];
    return level === undefined || mayStandUnder(level, levelAbove ?? null);
  });
}

/**
 * Writes a level or changes the one of that code. Refuses `level_kind_in_use` where its nodes have what only the old kind has, and
 * `level_rank_in_use` where a node would then stand under one below it.
 */
export async function saveLevel(ctx: PlanCtx, given: z.output<typeof SaveLevel>): Promise<Changed> {
  const { planId, code, rank, kind, name } = given;
  await holdOpenPlan(ctx, planId);
  const items = await listItems(ctx.db, planId);
  const levels = await listLevels(ctx.db, planId);
  const before = levels.find((level) => level.code === code);
  const isUsed = items.some(({ levelCode }) => levelCode === code);
  if (isUsed && before?.kind !== kind) refuse('level_kind_in_use');
  const after = [...levels.filter((level) => level.code !== code), { code, rank, kind, name }];
  if (!isInOrder(items, after)) refuse('level_rank_in_use');
  await upsertLevel(ctx.db, planId, { code, rank, kind, name });
  return keptPlan(ctx, given, { isKept: await touchPlan(ctx, given), type: 'plan_level.saved', data: { code } });
}

/** Takes a level away. Refuses `level_in_use` while nodes stand at it, and `level_last`: a plan has at least one. */
export async function removeLevel(ctx: PlanCtx, given: z.output<typeof RemoveLevel>): Promise<Changed> {
  const { planId, code } = given;
  await holdOpenPlan(ctx, planId);
  const levels = await listLevels(ctx.db, planId);
  if (!levels.some((level) => level.code === code)) refuse('level_not_found');
  if (levels.length === 1) refuse('level_last');
  if ((await listItems(ctx.db, planId)).some(({ levelCode }) => levelCode === code)) refuse('level_in_use');
  await deleteLevel(ctx.db, planId, code);
  return keptPlan(ctx, given, { isKept: await touchPlan(ctx, given), type: 'plan_level.removed', data: { code } });
}
