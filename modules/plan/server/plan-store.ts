import { newId, type LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import type { Kysely } from 'kysely';
import type { FrameworkArea, Item, ItemId, ItemKind, Lever, Plan, PlanId, Progress } from '../contract/index.ts';
import type { PlanTables } from './tables.gen.ts';

type Db = Kysely<PlanTables>;
export type BareItem = Omit<Item, 'targets'>;
export type BareTarget = {
  targetId: string;
  itemId: string;
  indicatorId: string;
  baseline: number | null;
  baselineStartsOn: string | null;
  baselineEndsOn: string | null;
  targetKind: 'absolute' | 'relative';
  target: number;
  dueOn: string;
};

/** The newest plan; where only what is published may be seen, the newest of those. */
export async function findPlan(db: Db, onlyPublic: boolean): Promise<Omit<Plan, 'items'> | undefined> {
  const row = await db
    .selectFrom('plan.plan')
    .selectAll()
    .$if(onlyPublic, (query) => query.where('is_public', '=', true))
    .orderBy('starts_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    planId: row.plan_id as PlanId,
    name: row.name as LocalizedText,
    vision: row.vision as LocalizedText,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    isPublic: row.is_public,
  };
}

function selectItems(db: Db) {
  return db
    .selectFrom('plan.item as item')
    .leftJoin('organisations.published_organisation as lead', 'lead.organisation_id', 'item.lead_organisation_id')
    .selectAll('item')
    .select('lead.name as lead_name');
}

type ItemRow = Awaited<ReturnType<ReturnType<typeof selectItems>['execute']>>[number];

function toItem(row: ItemRow): BareItem {
  return {
    itemId: row.item_id as ItemId,
    parentItemId: row.parent_item_id as ItemId | null,
    kind: row.kind,
    number: row.number,
    title: row.title as LocalizedText,
    description: row.description as LocalizedText | null,
    frameworkAreas: row.framework_areas as FrameworkArea[],
    lever: row.lever,
    leadOrganisationId: row.lead_organisation_id,
    leadName: row.lead_name as LocalizedText | null,
    progress: row.progress,
    startsOn: row.starts_on,
    dueOn: row.due_on,
    version: row.version,
  };
}

export async function listItems(db: Db, planId: string): Promise<BareItem[]> {
  return (await selectItems(db).where('item.plan_id', '=', planId).execute()).map(toItem);
}

export async function findItem(db: Db, itemId: string): Promise<BareItem | undefined> {
  const row = await selectItems(db).where('item.item_id', '=', itemId).executeTakeFirst();
  return row === undefined ? undefined : toItem(row);
}

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
    dueOn: row.due_on,
  }));
}

/** Writes how an initiative goes, over the version that was read; false where somebody else was first. */
export async function saveProgress(
  db: Db,
  change: { itemId: string; version: number; progress: Progress; now: Date },
): Promise<boolean> {
  const saved = await db
    .updateTable('plan.item')
    .set({ progress: change.progress, version: change.version + 1, updated_at: change.now })
    .where('item_id', '=', change.itemId)
    .where('version', '=', change.version)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

export type NewPlan = Omit<Plan, 'planId' | 'items'> & { areaId: string };

export async function savePlan(anyCtx: AnyCtx, plan: NewPlan): Promise<PlanId> {
  const ctx = withTables<PlanTables>(anyCtx);
  const planId = newId<'PlanId'>(ctx.now.getTime());
  await ctx.db
    .insertInto('plan.plan')
    .values({
      plan_id: planId,
      area_id: plan.areaId,
      name: JSON.stringify(plan.name),
      vision: JSON.stringify(plan.vision),
      starts_on: plan.startsOn,
      ends_on: plan.endsOn,
      is_public: plan.isPublic,
      created_at: ctx.now,
    })
    .execute();
  ctx.emit({ type: 'plan.added', subject: planId });
  return planId;
}

export type NewItem = {
  planId: string;
  parentItemId: string | null;
  kind: ItemKind;
  number: string;
  title: LocalizedText;
  description: LocalizedText | null;
  frameworkAreas: FrameworkArea[];
  lever: Lever | null;
  leadOrganisationId: string | null;
  progress: Progress | null;
  startsOn: string | null;
  dueOn: string | null;
};

export async function saveItem(anyCtx: AnyCtx, item: NewItem): Promise<ItemId> {
  const ctx = withTables<PlanTables>(anyCtx);
  const itemId = newId<'ItemId'>(ctx.now.getTime());
  await ctx.db
    .insertInto('plan.item')
    .values({
      item_id: itemId,
      plan_id: item.planId,
      parent_item_id: item.parentItemId,
      kind: item.kind,
      number: item.number,
      title: JSON.stringify(item.title),
      description: item.description === null ? null : JSON.stringify(item.description),
      framework_areas: item.frameworkAreas,
      lever: item.lever,
      lead_organisation_id: item.leadOrganisationId,
      progress: item.progress,
      starts_on: item.startsOn,
      due_on: item.dueOn,
      updated_at: ctx.now,
    })
    .execute();
  ctx.emit({ type: 'plan_item.added', subject: itemId, data: { number: item.number } });
  return itemId;
}

export async function saveTarget(anyCtx: AnyCtx, target: Omit<BareTarget, 'targetId'>): Promise<void> {
  const ctx = withTables<PlanTables>(anyCtx);
  const targetId = newId(ctx.now.getTime());
  await ctx.db
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
      due_on: target.dueOn,
      created_at: ctx.now,
    })
    .execute();
  ctx.emit({ type: 'target.added', subject: targetId });
}
