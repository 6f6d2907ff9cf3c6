import { newId } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import type { DirectoryTables } from '../tables.gen.ts';

type DirectoryCtx = Ctx<DirectoryTables>;
type Db = DirectoryCtx['db'];
export type MergeObject = 'organization' | 'service';
export type Merge = { mergeId: string; object: MergeObject; fromId: string; intoId: string };

export async function insertMerge(ctx: DirectoryCtx, merge: Omit<Merge, 'mergeId'>): Promise<string> {
  const mergeId = newId(ctx.now.getTime());
  await ctx.db
    .insertInto('directory.merge')
    .values({
      merge_id: mergeId,
      object: merge.object,
      from_id: merge.fromId,
      into_id: merge.intoId,
      merged_by: ctx.actor.accountId,
      merged_at: ctx.now,
    })
    .execute();
  return mergeId;
}

/** A merge that stands, by its identifier. */
export async function findMerge(db: Db, mergeId: string): Promise<Merge | undefined> {
  const row = await db
    .selectFrom('directory.merge')
    .select(['merge_id', 'object', 'from_id', 'into_id'])
    .where('merge_id', '=', mergeId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return row && { mergeId: row.merge_id, object: row.object, fromId: row.from_id, intoId: row.into_id };
}

export async function saveUndone(ctx: DirectoryCtx, mergeId: string): Promise<void> {
  await ctx.db.updateTable('directory.merge').set({ undone_at: ctx.now }).where('merge_id', '=', mergeId).execute();
}

/** Of which records these are what they were merged into, or were merged away from: id → the record that stands for it. */
export async function listAliases(db: Db, ids: string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ from_id: string; into_id: string }>`
    with recursive chain (from_id, into_id, depth) as (
      select from_id, into_id, 1 from directory.merge where undone_at is null
        and (from_id = any(${ids}::uuid[]) or into_id = any(${ids}::uuid[]))
      union
      select chain.from_id, next.into_id, chain.depth + 1 from chain
      join directory.merge as next on next.from_id = chain.into_id and next.undone_at is null where chain.depth < 20)
    select distinct on (from_id) from_id, into_id from chain order by from_id, depth desc`.execute(db);
  return new Map(rows.map((row) => [row.from_id, row.into_id]));
}

/** The records that were merged into one, however often merged on. */
export async function listMergedInto(db: Db, intoIds: string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ root: string; from_id: string }>`
    with recursive tree (root, from_id, depth) as (
      select into_id, from_id, 1 from directory.merge where undone_at is null and into_id = any(${intoIds}::uuid[])
      union
      select tree.root, more.from_id, tree.depth + 1 from tree
      join directory.merge as more on more.into_id = tree.from_id and more.undone_at is null where tree.depth < 20)
    select root, from_id from tree`.execute(db);
  const merged = new Map<string, string[]>();
  for (const { root, from_id } of rows) merged.set(root, [...(merged.get(root) ?? []), from_id]);
  return merged;
}

/** The services and locations that name one of these organisations, whatever they were merged into. */
export async function listOfOrganisations(db: Db, organisationIds: string[]): Promise<string[]> {
  const { rows } = await sql<{ record_id: string }>`
    select distinct record_id from directory.statement
    where object in ('service', 'location') and content -> 'fields' ->> 'organization_id' = any(${organisationIds}::text[])`.execute(
    db,
  );
  return rows.map((row) => row.record_id);
}

/** Says which record stands for services that were merged away; null again when that is undone. */
export async function saveMergedInto(db: Db, serviceIds: string[], intoId: string | null): Promise<void> {
  await sql`update directory.service set merged_into = ${intoId}, status = case when ${intoId}::uuid is null then status else 'inactive' end
    where service_id = any(${serviceIds}::uuid[])`.execute(db);
}

export type MergeRow = Merge & { mergedAt: Date };

/** One page of the merges that stand, newest first, and how many there are. */
export async function listMerges(
  anyCtx: AnyCtx,
  of: { page: number; perPage: number },
): Promise<{ rows: MergeRow[]; total: number }> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const { rows } = await sql<MergeRow & { total: number }>`
    select merge_id as "mergeId", object, from_id as "fromId", into_id as "intoId", merged_at as "mergedAt",
      count(*) over ()::integer as total
    from directory.merge where undone_at is null order by merged_at desc, merge_id desc
    limit ${of.perPage} offset ${(of.page - 1) * of.perPage}`.execute(db);
  return { rows, total: rows[0]?.total ?? 0 };
}
