import { newId, type LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import { sql, type Kysely } from 'kysely';
import type { FrameworkArea, Item, ItemId, ItemWords, PlanId, Progress, Service } from '../contract/index.ts';
import type { PlanTables } from './tables.gen.ts';

type Db = Kysely<PlanTables>;
export type BareItem = Omit<Item, 'targets' | 'rolledUp' | 'isStale'> & { planId: PlanId };

function selectItems(db: Db) {
  return db
    .selectFrom('plan.item as item')
    .innerJoin('plan.level as level', (join) =>
      join.onRef('level.plan_id', '=', 'item.plan_id').onRef('level.code', '=', 'item.level_code'),
    )
    .leftJoin('organisations.published_organisation as lead', 'lead.organisation_id', 'item.lead_organisation_id')
    .selectAll('item')
    .select(['lead.name as lead_name', 'level.kind']);
}

type ItemRow = Awaited<ReturnType<ReturnType<typeof selectItems>['execute']>>[number];

function toItem(row: ItemRow): BareItem {
  return {
    itemId: row.item_id as ItemId,
    planId: row.plan_id as PlanId,
    parentItemId: row.parent_item_id as ItemId | null,
    levelCode: row.level_code,
    kind: row.kind,
    number: row.number,
    title: row.title as LocalizedText,
    description: row.description as LocalizedText | null,
    frameworkAreas: row.framework_areas as FrameworkArea[],
    lever: row.lever,
    leadOrganisationId: row.lead_organisation_id,
    leadName: row.lead_name as LocalizedText | null,
    progress: row.progress,
    shareDone: row.share_done,
    reportedAt: row.reported_at?.toISOString() ?? null,
    weight: row.weight,
    servesItemId: row.serves_item_id as ItemId | null,
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

/** What the plans that this reader may see do for the nodes of one plan; those kept in the archive no longer do. */
export async function listServices(db: Db, planId: string, onlyPublic: boolean): Promise<Service[]> {
  const rows = await db
    .selectFrom('plan.item as item')
    .innerJoin('plan.item as above', 'above.item_id', 'item.serves_item_id')
    .innerJoin('plan.plan as plan', 'plan.plan_id', 'item.plan_id')
    .select(['item.serves_item_id', 'item.item_id', 'item.number', 'item.title', 'item.progress'])
    .select(['plan.plan_id', 'plan.name'])
    .where('above.plan_id', '=', planId)
    .where('plan.archived_at', 'is', null)
    .$if(onlyPublic, (query) => query.where('plan.is_public', '=', true))
    .orderBy('plan.starts_on')
    .orderBy('plan.plan_id')
    .orderBy('item.number')
    .execute();
  return rows.map((row) => ({
    servesItemId: row.serves_item_id as ItemId,
    planId: row.plan_id as PlanId,
    planName: row.name as LocalizedText,
    itemId: row.item_id as ItemId,
    number: row.number,
    title: row.title as LocalizedText,
    progress: row.progress,
  }));
}

/** Writes how work goes, over the version that was read; false where somebody else was first. */
export async function saveProgress(
  ctx: Ctx<PlanTables>,
  change: { itemId: string; version: number; progress: Progress; shareDone: number | null },
): Promise<boolean> {
  const { progress, shareDone } = change;
  return updateItem(ctx, change, { progress, share_done: shareDone, reported_at: ctx.now });
}

async function updateItem(
  ctx: Ctx<PlanTables>,
  { itemId, version }: { itemId: string; version: number },
  set: object,
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('plan.item')
    .set({ ...set, version: version + 1, updated_at: ctx.now })
    .where('item_id', '=', itemId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

const columnsOf = (words: ItemWords) => ({
  parent_item_id: words.parentItemId,
  level_code: words.levelCode,
  number: words.number,
  title: JSON.stringify(words.title),
  description: words.description === null ? null : JSON.stringify(words.description),
  framework_areas: words.frameworkAreas,
  lever: words.lever,
  lead_organisation_id: words.leadOrganisationId,
  weight: words.weight,
  serves_item_id: words.servesItemId,
  starts_on: words.startsOn,
  due_on: words.dueOn,
});

type Said = Partial<Pick<BareItem, 'progress' | 'shareDone' | 'reportedAt'>>;
export type PlannedItem = ItemWords & { planId: string } & Said;

export async function insertItem(ctx: Ctx<PlanTables>, item: PlannedItem): Promise<ItemId> {
  const itemId = newId<'ItemId'>(ctx.now.getTime());
  await ctx.db
    .insertInto('plan.item')
    .values({
      item_id: itemId,
      plan_id: item.planId,
      ...columnsOf(item),
      progress: item.progress ?? null,
      share_done: item.shareDone ?? null,
      reported_at: item.reportedAt ?? null,
      updated_at: ctx.now,
    })
    .execute();
  return itemId;
}

export async function saveItemWords(
  ctx: Ctx<PlanTables>,
  item: ItemWords & { itemId: string; version: number },
): Promise<boolean> {
  return updateItem(ctx, item, columnsOf(item));
}

/** Counts one change of a node over the version that was read; false where somebody else was first. */
export const touchItem = (ctx: Ctx<PlanTables>, item: { itemId: string; version: number }) => updateItem(ctx, item, {});

/** Takes a node out of its plan over the version that was read, with its targets; what served it serves nothing any more. */
export async function deleteItem(ctx: Ctx<PlanTables>, item: { itemId: string; version: number }): Promise<boolean> {
  if (!(await touchItem(ctx, item))) return false;
  await ctx.db
    .updateTable('plan.item')
    .set({ serves_item_id: null, version: sql`version + 1` })
    .where('serves_item_id', '=', item.itemId)
    .execute();
  await ctx.db.deleteFrom('plan.target').where('item_id', '=', item.itemId).execute();
  await ctx.db.deleteFrom('plan.item').where('item_id', '=', item.itemId).execute();
  return true;
}

export type NewItem = Omit<ItemWords, 'weight' | 'servesItemId' | 'parentItemId'> &
  Partial<Pick<BareItem, 'shareDone'>> &
  Partial<Pick<ItemWords, 'weight'>> & {
    planId: string;
    parentItemId: string | null;
    servesItemId?: string | null;
    progress: Progress | null;
  };

/** A node for a sample or a test; what is said of it is said now. */
export async function saveItem(anyCtx: AnyCtx, item: NewItem): Promise<ItemId> {
  const ctx = withTables<PlanTables>(anyCtx);
  const reportedAt = item.progress === null ? null : ctx.now.toISOString();
  const parentItemId = item.parentItemId as ItemId | null;
  const servesItemId = (item.servesItemId ?? null) as ItemId | null;
  const itemId = await insertItem(ctx, { weight: 1, ...item, parentItemId, servesItemId, reportedAt });
  ctx.emit({ type: 'plan_item.added', subject: itemId, data: { number: item.number } });
  return itemId;
}
