import { createHash } from 'node:crypto';
import type { Ctx } from '@qantara/platform';
import { sql, type Kysely } from 'kysely';
import { canonical, UNCOMPARED, type Content, type HomeObject, type Statement } from '../../domain/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';
import { insertRows, updateOnConflict } from './insert-rows-store.ts';

type Db = Kysely<DirectoryTables>;

/** What a source says of a record, with what both call it. */
export type SaidOf = {
  object: HomeObject;
  sourceRecordId: string;
  recordId: string;
  content: Content;
  isEdit: boolean;
};
export type StatementRow = Statement & {
  object: HomeObject;
  recordId: string;
  sourceRecordId: string;
  digest: string;
  isLiving: boolean;
};

/** The source of what is said in this directory itself. */
export const HERE = 'here';

/** A field that was emptied by hand is not one of which nothing was said. */
const UNSAID = new Set<unknown>([null, undefined]);

/** Of what is said, in whatever order; when it was touched is not part of it. */
export function digestOf({ fields, parts }: Content): string {
  const compared = Object.fromEntries(Object.entries(fields).filter(([field]) => !UNCOMPARED.has(field)));
  return createHash('sha256')
    .update(canonical({ fields: compared, parts }, UNSAID))
    .digest('base64url');
}

/** Makes a source known; a new one counts after all those before it. */
export async function saveSource(db: Db, source: string, now: Date): Promise<void> {
  await sql`insert into directory.source (source, rank, created_at)
    select ${source}, coalesce(max(rank), 0) + 1, ${now} from directory.source
    on conflict (source) do nothing`.execute(db);
}

/** What is said of these records, by whom, living or ended; the source that counts most first. */
export async function listStatements(db: Db, recordIds: string[]): Promise<StatementRow[]> {
  const { rows } = await sql<StatementRow>`
    select statement.source, source.rank, statement.is_edit as "isEdit", statement.content, statement.object,
      statement.record_id as "recordId", statement.source_record_id as "sourceRecordId", statement.digest,
      statement.ended_at is null as "isLiving"
    from directory.statement join directory.source using (source)
    where statement.record_id = any(${recordIds}::uuid[]) order by source.rank, statement.source_record_id`.execute(db);
  return rows;
}

export async function saveStatements(db: Db, source: string, of: { said: SaidOf[]; now: Date }): Promise<void> {
  const rows = of.said.map((one) => ({
    source,
    object: one.object,
    source_record_id: one.sourceRecordId,
    record_id: one.recordId,
    content: one.content,
    digest: digestOf(one.content),
    is_edit: one.isEdit,
    said_at: of.now,
    ended_at: null,
  }));
  await insertRows(db, 'directory.statement', {
    rows,
    conflict: updateOnConflict(['source', 'object', 'source_record_id'], Object.keys(rows[0] ?? {}), []),
  });
}

/** What persons have decided between sources, by record: field → source. */
export async function listDecisions(db: Db, recordIds: string[]): Promise<Map<string, Map<string, string>>> {
  const { rows } = await sql<{ record_id: string; field: string; source: string }>`
    select record_id, field, source from directory.decision where record_id = any(${recordIds}::uuid[])`.execute(db);
  const decisions = new Map<string, Map<string, string>>();
  for (const { record_id, field, source } of rows)
    decisions.set(record_id, (decisions.get(record_id) ?? new Map()).set(field, source));
  return decisions;
}

/** The records that a source speaks of, but for those it still does. */
export async function listLiving(
  db: Db,
  of: { source: string; object: HomeObject; spokenOf: string[] },
): Promise<string[]> {
  const { rows } = await sql<{ record_id: string }>`select distinct record_id from directory.statement
    where source = ${of.source} and object = ${of.object} and ended_at is null and not is_edit
      and source_record_id <> all(${of.spokenOf}::text[])`.execute(db);
  return rows.map(({ record_id }) => record_id);
}

/** Ends what a source said of records. */
export async function endStatements(
  db: Db,
  of: { source: string; object: HomeObject; recordIds: string[]; now: Date },
): Promise<void> {
  await sql`update directory.statement set ended_at = ${of.now}
    where source = ${of.source} and object = ${of.object} and ended_at is null
      and record_id = any(${of.recordIds}::uuid[])`.execute(db);
}

/** How much a source counts; one that is not known yet counts after all others. */
export async function rankOf(db: Db, source: string): Promise<number> {
  const { rows } = await sql<{ rank: number }>`
    select coalesce((select rank from directory.source where source = ${source}),
      (select max(rank) + 1 from directory.source)) as rank`.execute(db);
  return rows[0]?.rank ?? 1;
}

/** What a source calls records, as their identifiers here. */
export async function listRecordIds(
  db: Db,
  of: { source: string; object: HomeObject; sourceRecordIds: string[] },
): Promise<Map<string, string>> {
  // Each name by itself in the index: of a new source's names the planner knows nothing, and would read them all.
  const { rows } = await sql<{ source_record_id: string; record_id: string }>`
    select statement.source_record_id, statement.record_id from unnest(${of.sourceRecordIds}::text[]) as said (id)
    join directory.statement on statement.source = ${of.source} and statement.object = ${of.object}
      and statement.source_record_id = said.id`.execute(db);
  return new Map(rows.map((row) => [row.source_record_id, row.record_id]));
}

/** Keeps whose word counts for one field of a record. */
export async function saveDecision(
  ctx: Ctx<DirectoryTables>,
  decision: { recordId: string; field: string; source: string },
): Promise<void> {
  const values = { source: decision.source, decided_by: ctx.actor.accountId, decided_at: ctx.now };
  await ctx.db
    .insertInto('directory.decision')
    .values({ record_id: decision.recordId, field: decision.field, ...values })
    .onConflict((conflict) => conflict.columns(['record_id', 'field']).doUpdateSet(values))
    .execute();
}

export type SourceRow = { source: string; rank: number; records: number; saidAt: Date | null };

/** Every source with how many records it speaks of and when it last did, the one that counts most first. */
export async function listSources(db: Db): Promise<SourceRow[]> {
  const { rows } = await sql<SourceRow>`
    select source.source, source.rank, count(statement.record_id)::integer as records, max(statement.said_at) as "saidAt"
    from directory.source left join directory.statement on statement.source = source.source and statement.ended_at is null
    group by source.source, source.rank order by source.rank`.execute(db);
  return rows;
}

/** The records of which more than one source speaks. */
export async function listManySaid(db: Db): Promise<string[]> {
  const { rows } = await sql<{ record_id: string }>`select record_id from directory.statement
    group by record_id having count(distinct source) > 1 order by record_id`.execute(db);
  return rows.map((row) => row.record_id);
}

/** Ranks the sources in this order, after what is said here; false where the order is not of all of them. */
export async function saveRanks(db: Db, sources: string[]): Promise<boolean> {
  const known = (await listSources(db)).map(({ source }) => source).filter((source) => source !== HERE);
  const isAll = sources.length === known.length && known.every((source) => sources.includes(source));
  if (!isAll) return false;
  // Ranks are unique: they move out of the way first.
  await sql`update directory.source set rank = -rank where source <> ${HERE}`.execute(db);
  await sql`update directory.source set rank = ordered.rank
    from unnest(${sources}::text[]) with ordinality as ordered (source, rank) where source.source = ordered.source`.execute(
    db,
  );
  return true;
}
