import { newId, type LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import type { Kysely } from 'kysely';
import type { LevelTemplate, NamedPlan, PlanFacts, PlanId, PlanWords } from '../contract/index.ts';
import type { z } from 'zod';
import { levelsOf } from '../domain/index.ts';
import { insertLevels } from './level-store.ts';
import type { PlanTables } from './tables.gen.ts';

type Db = Kysely<PlanTables>;
type Seen = { onlyPublic: boolean };

function selectPlans(db: Db, { onlyPublic }: Seen) {
  return db
    .selectFrom('plan.plan as plan')
    .innerJoin('territory.published_area as area', 'area.area_id', 'plan.area_id')
    .selectAll('plan')
    .select('area.name as area_name')
    .$if(onlyPublic, (query) => query.where('plan.is_public', '=', true));
}

type PlanRow = Awaited<ReturnType<ReturnType<typeof selectPlans>['execute']>>[number];

function stateOf({ archived_at: archivedAt, is_public: isPublic }: PlanRow): PlanFacts['state'] {
  if (archivedAt !== null) return 'archived';
  return isPublic ? 'published' : 'draft';
}

function toPlan(row: PlanRow): PlanFacts {
  return {
    planId: row.plan_id as PlanId,
    name: row.name as LocalizedText,
    vision: row.vision as LocalizedText,
    reach: row.reach,
    areaId: row.area_id,
    areaName: row.area_name as LocalizedText,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    isPublic: row.is_public,
    state: stateOf(row),
    parentPlanId: row.parent_plan_id as PlanId | null,
    previousPlanId: row.previous_plan_id as PlanId | null,
    reportEveryMonths: row.report_every_months,
    adoptedOn: row.adopted_on,
    resolution: row.resolution,
    reviewOn: row.review_on,
    publishedAt: row.published_at?.toISOString() ?? null,
    version: row.version,
  };
}

/** The plan that is asked for; without a word which, the region's newest that is in force, and the newest of all where the region has none. */
export async function findPlan(db: Db, asked: Seen & { planId?: string | undefined }): Promise<PlanFacts | undefined> {
  const { planId } = asked;
  const query = selectPlans(db, asked);
  const row =
    planId === undefined
      ? await query
          .where('plan.archived_at', 'is', null)
          .orderBy((eb) => eb('plan.reach', '=', 'region'), 'desc')
          .orderBy('plan.starts_on', 'desc')
          .orderBy('plan.plan_id', 'desc')
          .limit(1)
          .executeTakeFirst()
      : await query.where('plan.plan_id', '=', planId).executeTakeFirst();
  return row === undefined ? undefined : toPlan(row);
}

/** Holds one plan, or all of them, until this command is over: what is checked of a tree must still be so when it is written. */
export async function lockPlans(db: Db, planId?: string): Promise<void> {
  const query = db.selectFrom('plan.plan').select('plan_id').orderBy('plan_id').forUpdate();
  await (planId === undefined ? query : query.where('plan_id', '=', planId)).execute();
}

/** Every plan that this reader may see, the widest first. */
export async function listPlans(db: Db, seen: Seen): Promise<PlanFacts[]> {
  const rows = await selectPlans(db, seen)
    .orderBy((eb) =>
      eb
        .case()
        .when('plan.reach', '=', 'nation')
        .then(1)
        .when('plan.reach', '=', 'region')
        .then(2)
        .when('plan.reach', '=', 'municipality')
        .then(3)
        .else(4)
        .end(),
    )
    .orderBy('plan.starts_on', 'desc')
    .orderBy('plan.plan_id')
    .execute();
  return rows.map(toPlan);
}

/** The plans directly under one, as far as this reader may see them; those kept in the archive no longer count. */
export async function listBelow(db: Db, planId: string, seen: Seen): Promise<z.infer<typeof NamedPlan>[]> {
  const rows = await selectPlans(db, seen)
    .where('plan.parent_plan_id', '=', planId)
    .where('plan.archived_at', 'is', null)
    .orderBy('plan.starts_on')
    .orderBy('plan.plan_id')
    .execute();
  return rows.map(({ plan_id, name }) => ({ planId: plan_id as PlanId, name: name as LocalizedText }));
}

const columnsOf = (words: PlanWords) => ({
  area_id: words.areaId,
  name: JSON.stringify(words.name),
  vision: JSON.stringify(words.vision),
  reach: words.reach,
  starts_on: words.startsOn,
  ends_on: words.endsOn,
  parent_plan_id: words.parentPlanId,
  report_every_months: words.reportEveryMonths,
  review_on: words.reviewOn,
});

/** Writes a new plan, not published; its levels are written apart. */
export async function insertPlan(
  ctx: Ctx<PlanTables>,
  words: PlanWords,
  previousPlanId: string | null = null,
): Promise<PlanId> {
  const planId = newId<'PlanId'>(ctx.now.getTime());
  await ctx.db
    .insertInto('plan.plan')
    .values({
      plan_id: planId,
      ...columnsOf(words),
      previous_plan_id: previousPlanId,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
  return planId;
}

export type PlanChange = { planId: string; version: number };

/** Counts one change of a plan over the version that was read; false where somebody else was first. */
async function updatePlan(ctx: Ctx<PlanTables>, { planId, version }: PlanChange, set: object): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('plan.plan')
    .set({ ...set, version: version + 1, updated_at: ctx.now })
    .where('plan_id', '=', planId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export const touchPlan = (ctx: Ctx<PlanTables>, change: PlanChange) => updatePlan(ctx, change, {});
export const savePlanWords = (ctx: Ctx<PlanTables>, change: PlanChange & PlanWords) =>
  updatePlan(ctx, change, columnsOf(change));
export const savePublished = (ctx: Ctx<PlanTables>, change: PlanChange) =>
  updatePlan(ctx, change, { is_public: true, published_at: ctx.now });
export const saveAdopted = (ctx: Ctx<PlanTables>, change: PlanChange & { adoptedOn: string; resolution: string }) =>
  updatePlan(ctx, change, { adopted_on: change.adoptedOn, resolution: change.resolution });
export const saveArchived = (ctx: Ctx<PlanTables>, change: PlanChange) =>
  updatePlan(ctx, change, { archived_at: ctx.now });

export type NewPlan = Pick<PlanFacts, 'name' | 'vision' | 'startsOn' | 'endsOn' | 'isPublic'> & {
  areaId: string;
  parentPlanId?: string | null;
  template?: LevelTemplate;
} & Partial<Pick<PlanWords, 'reach'>>;

/** A plan for a sample or a test, with priorities, goals and initiatives unless other levels are named. */
export async function savePlan(anyCtx: AnyCtx, plan: NewPlan): Promise<PlanId> {
  const ctx = withTables<PlanTables>(anyCtx);
  const bare = { reach: 'region', reportEveryMonths: 3, reviewOn: null } as const;
  const parentPlanId = (plan.parentPlanId ?? null) as PlanId | null;
  const planId = await insertPlan(ctx, { ...bare, ...plan, parentPlanId });
  await insertLevels(ctx.db, planId, levelsOf(plan.template ?? 'priorities'));
  if (plan.isPublic) await savePublished(ctx, { planId, version: 1 });
  ctx.emit({ type: 'plan.added', subject: planId });
  return planId;
}
