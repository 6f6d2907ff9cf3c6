import { dayIn, newId, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { sql, type RawBuilder } from 'kysely';
import { Criteria, type ChangedCohort, type Cohort, type NewCohort } from '../contract/index.ts';
import { categoriesOf, shownCount, statusOf } from '../domain/index.ts';
import type { CohortsTables } from './tables.gen.ts';

export type CohortsCtx = Ctx<CohortsTables>;

type Row = Omit<Cohort, 'status' | 'categories' | 'isFull' | 'isRun' | 'members' | 'comparison'> & {
  joined: number;
  compared: number;
};

const COUNT = (
  arm: 'joined' | 'comparison',
) => sql`coalesce((select members from cohorts.published_cohort_member_count as counted
  where counted.cohort_id = cohort.cohort_id and counted.arm = ${sql.lit(arm)}), 0)`;

const selectCohorts = (where: RawBuilder<unknown>) => sql<Row>`
  select cohort.cohort_id as "cohortId", cohort.kind, cohort.name, cohort.description, cohort.purpose,
    cohort.organisation_id as "organisationId", organisation.name as "organisationName", cohort.starts_on::text as "startsOn",
    cohort.last_day::text as "lastDay", cohort.capacity, cohort.has_comparison as "hasComparison", cohort.criteria, cohort.version,
    ${COUNT('joined')} as joined, ${COUNT('comparison')} as compared
  from cohorts.cohort
  join organisations.published_organisation as organisation on organisation.organisation_id = cohort.organisation_id
  where ${where}
  order by cohort.last_day nulls first, cohort.starts_on desc, cohort.cohort_id`;

/**
 * A cohort as this reader may know it. Who runs it knows its members by name, and so how many; of those who are counted beside them
 * it learns no more than anybody.
 */
function toCohort(ctx: CohortsCtx, { joined, compared, ...row }: Row): Cohort {
  const isRun = row.organisationId === ctx.actor.organisationId;
  const criteria = Criteria.parse(row.criteria);
  return {
    ...row,
    criteria,
    status: statusOf(row, dayIn(ctx.timeZone, ctx.now)),
    categories: categoriesOf(criteria),
    members: shownCount(joined, isRun),
    comparison: shownCount(compared, false),
    isFull: row.capacity !== null && joined >= row.capacity,
    isRun,
  };
}

export async function listCohorts(ctx: CohortsCtx): Promise<Cohort[]> {
  const { rows } = await selectCohorts(sql`true`).execute(ctx.db);
  return rows.map((row) => toCohort(ctx, row));
}

export async function findCohort(ctx: CohortsCtx, cohortId: string): Promise<Cohort | undefined> {
  const { rows } = await selectCohorts(sql`cohort.cohort_id = ${cohortId}`).execute(ctx.db);
  return rows[0] === undefined ? undefined : toCohort(ctx, rows[0]);
}

/** Held until the command ends: of two who join at once the second sees what the first left free. */
export async function lockCohort(ctx: CohortsCtx, cohortId: string): Promise<Cohort | undefined> {
  await sql`select 1 from cohorts.cohort where cohort_id = ${cohortId} for update`.execute(ctx.db);
  return findCohort(ctx, cohortId);
}

const textOf = (text: LocalizedText | null): string | null => (text === null ? null : JSON.stringify(text));

function fieldsOf(given: NewCohort, now: Date) {
  return {
    kind: given.kind,
    name: JSON.stringify(given.name),
    description: textOf(given.description),
    purpose: JSON.stringify(given.purpose),
    organisation_id: given.organisationId,
    starts_on: given.startsOn,
    last_day: given.lastDay,
    capacity: given.capacity,
    has_comparison: given.hasComparison && given.kind === 'study_cohort',
    criteria: JSON.stringify(Criteria.parse(given)),
    updated_at: now,
  };
}

export async function insertCohort(ctx: CohortsCtx, given: NewCohort): Promise<string> {
  const cohortId = newId(ctx.now.getTime());
  await ctx.db
    .insertInto('cohorts.cohort')
    .values({
      cohort_id: cohortId,
      ...fieldsOf(given, ctx.now),
      created_by: ctx.actor.accountId,
      created_at: ctx.now,
    })
    .execute();
  return cohortId;
}

/** Writes over the version that was read; false where somebody else was first. */
export async function saveCohort(ctx: CohortsCtx, given: ChangedCohort): Promise<boolean> {
  const saved = await ctx.db
    .updateTable('cohorts.cohort')
    .set((eb) => ({ ...fieldsOf(given, ctx.now), version: eb('version', '+', 1) }))
    .where('cohort_id', '=', given.cohortId)
    .where('version', '=', given.version)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

/** Of these needs, those that the region knows. */
export async function listKnownNeeds(ctx: CohortsCtx, needCodes: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ code: string }>`
    select need_code as code from directory.published_need where need_code = any (${[...needCodes]}::text[])`.execute(
    ctx.db,
  );
  return new Set(rows.map(({ code }) => code));
}

/** Each area with itself and those around it. */
export async function loadAreaPaths(ctx: CohortsCtx): Promise<(areaId: string | null) => string[]> {
  const { rows } = await sql<{ id: string; parent: string | null }>`
    select area_id as id, parent_area_id as parent from territory.published_area`.execute(ctx.db);
  const parents = new Map(rows.map(({ id, parent }) => [id, parent]));
  return (areaId) => {
    const path: string[] = [];
    for (let at = areaId; at !== null && !path.includes(at); at = parents.get(at) ?? null) path.push(at);
    return path;
  };
}
