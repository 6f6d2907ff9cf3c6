import { newId } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import type { Kysely } from 'kysely';
import type { Target } from '../contract/index.ts';
import type { PlanTables } from './tables.gen.ts';

type Db = Kysely<PlanTables>;
type OfTarget = 'targetKind' | 'target' | 'dueOn' | 'tolerance' | 'path';
export type BareTarget = Pick<Target, 'targetId' | OfTarget> & {
  itemId: string;
  indicatorId: string;
  baseline: number | null;
  baselineStartsOn: string | null;
  baselineEndsOn: string | null;
};

export async function listTargets(db: Db, planId: string): Promise<BareTarget[]> {
  const rows = await db
    .selectFrom('plan.target as target')
    .innerJoin('plan.item as item', 'item.item_id', 'target.item_id')
    .selectAll('target')
    .where('item.plan_id', '=', planId)
    .orderBy('target.due_on')
    .orderBy('target.target_id')
    .execute();
  return rows.map((row) => ({
    targetId: row.target_id,
    itemId: row.item_id,
    indicatorId: row.indicator_id,
    baseline: row.baseline,
    baselineStartsOn: row.baseline_starts_on,
    baselineEndsOn: row.baseline_ends_on,
    targetKind: row.target_kind,
    target: row.target,
    tolerance: row.tolerance,
    path: row.path as Target['path'],
    dueOn: row.due_on,
  }));
}

/** Writes a target; false where the node aims at this indicator already. */
export async function insertTarget(ctx: Ctx<PlanTables>, target: Omit<BareTarget, 'targetId'>): Promise<string | null> {
  const targetId = newId(ctx.now.getTime());
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('plan.target')
    .values({
      target_id: targetId,
      item_id: target.itemId,
      indicator_id: target.indicatorId,
      baseline: target.baseline,
      baseline_starts_on: target.baselineStartsOn,
      baseline_ends_on: target.baselineEndsOn,
      target_kind: target.targetKind,
      target: target.target,
      tolerance: target.tolerance,
      path: JSON.stringify(target.path),
      due_on: target.dueOn,
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['item_id', 'indicator_id']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n ? targetId : null;
}

/** Takes a target off its node; whether it was there. */
export async function deleteTarget(db: Db, of: { itemId: string; targetId: string }): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('plan.target')
    .where('item_id', '=', of.itemId)
    .where('target_id', '=', of.targetId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

type Optional = 'tolerance' | 'path';
export type NewTarget = Omit<BareTarget, 'targetId' | Optional> & Partial<Pick<BareTarget, Optional>>;

/** A target for a sample or a test; gives its identifier, or null where the node aims at this indicator already. */
export async function saveTarget(anyCtx: AnyCtx, target: NewTarget): Promise<string | null> {
  const ctx = withTables<PlanTables>(anyCtx);
  const targetId = await insertTarget(ctx, { tolerance: null, path: [], ...target });
  if (targetId !== null) ctx.emit({ type: 'target.added', subject: targetId });
  return targetId;
}
