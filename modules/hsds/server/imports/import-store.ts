import { newId } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { sql, type Kysely, type Selectable, type Updateable } from 'kysely';
import type { z } from 'zod';
import {
  FoundTable,
  type ImportChange,
  type ImportCounts,
  type ImportFailure,
  type ImportNotes,
  type NewImport,
  type RowRefusal,
  type ServiceImport,
} from '../../contract/index.ts';
import type { ImportReport } from '../../domain/index.ts';
import type { HsdsTables } from '../tables.gen.ts';

type Db = Kysely<HsdsTables>;
type Row = Omit<Selectable<HsdsTables['hsds.import']>, 'content' | 'requested_by' | 'columns'>;

const SHOWN = [
  'import_id',
  'source',
  'file_name',
  'format',
  'status',
  'is_trial',
  'counts',
  'rows_read',
  'rows_total',
  'organisations_saved',
  'services_saved',
  'locations_saved',
  'services_ended',
  'rows_refused',
  'values_refused',
  'language',
  'notes',
  'failure',
  'requested_at',
  'ended_at',
] as const;

/** One that has not moved for an hour was cut off with its machine: it holds nobody up. */
const STALE_MS = 3_600_000;

function toImport(row: Row): z.input<typeof ServiceImport> {
  return {
    importId: row.import_id,
    source: row.source,
    fileName: row.file_name,
    format: row.format,
    language: row.language,
    status: row.status,
    isTrial: row.is_trial,
    counts: Object.keys(row.counts as object).length === 0 ? null : (row.counts as ImportCounts),
    failure: row.failure as ImportFailure | null,
    rowsRead: row.rows_read,
    rowsTotal: row.rows_total,
    rowsRefused: row.rows_refused,
    valuesRefused: row.values_refused,
    organisationsSaved: row.organisations_saved,
    servicesSaved: row.services_saved,
    locationsSaved: row.locations_saved,
    servicesEnded: row.services_ended,
    notes: row.notes as ImportNotes | null,
    requestedAt: row.requested_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}

export async function insertImport(
  ctx: Ctx<HsdsTables>,
  given: Omit<NewImport, 'content'> & { content: Buffer | null },
): Promise<z.input<typeof ServiceImport>> {
  const row = await ctx.db
    .insertInto('hsds.import')
    .values({
      import_id: newId(ctx.now.getTime()),
      source: given.source,
      file_name: given.fileName,
      language: given.language ?? null,
      status: 'waiting',
      is_trial: given.isTrial,
      content: given.content,
      requested_by: ctx.actor.accountId,
      requested_at: ctx.now,
    })
    .returning(SHOWN)
    .executeTakeFirstOrThrow();
  return toImport(row);
}

/** Whether a package of this source is being taken in: two at once would each end what the other brought. */
export async function isImportRunning(ctx: Ctx<HsdsTables>, source: string): Promise<boolean> {
  const running = await ctx.db
    .selectFrom('hsds.import')
    .select('import_id')
    .where('source', '=', source)
    .where('status', 'in', ['waiting', 'running'])
    .where('requested_at', '>', new Date(ctx.now.getTime() - STALE_MS))
    .executeTakeFirst();
  return running !== undefined;
}

export async function findImport(db: Db, importId: string): Promise<z.input<typeof ServiceImport> | undefined> {
  const row = await db.selectFrom('hsds.import').select(SHOWN).where('import_id', '=', importId).executeTakeFirst();
  return row === undefined ? undefined : toImport(row);
}

/** The newest hundred imports. */
export async function listImports(db: Db): Promise<z.input<typeof ServiceImport>[]> {
  const rows = await db.selectFrom('hsds.import').select(SHOWN).orderBy('import_id', 'desc').limit(100).execute();
  return rows.map(toImport);
}

/** The file of an import that has not been written yet. */
export async function findImportContent(db: Db, importId: string): Promise<Buffer | null> {
  const row = await db.selectFrom('hsds.import').select('content').where('import_id', '=', importId).executeTakeFirst();
  return row?.content ?? null;
}

export async function updateImport(
  db: Db,
  importId: string,
  values: Updateable<HsdsTables['hsds.import']>,
): Promise<void> {
  await db.updateTable('hsds.import').set(values).where('import_id', '=', importId).execute();
}

/** What was found and staged of an import is forgotten: it is read anew. */
export async function clearFindings(db: Db, importId: string): Promise<void> {
  await db.deleteFrom('hsds.import_refusal').where('import_id', '=', importId).execute();
  await db.deleteFrom('hsds.import_change').where('import_id', '=', importId).execute();
  await db.deleteFrom('hsds.import_row').where('import_id', '=', importId).execute();
}

/** The rows that were read of an import, and what they would change, are forgotten; what it refused is kept. */
export async function clearStaged(db: Db, importId: string): Promise<void> {
  await db.deleteFrom('hsds.import_change').where('import_id', '=', importId).execute();
  await db.deleteFrom('hsds.import_row').where('import_id', '=', importId).execute();
}

/** Imports sent before a moment that neither ended nor were given up. */
export async function listUndecided(db: Db, before: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('hsds.import')
    .select('import_id')
    .where('status', 'in', ['waiting', 'mapping', 'running', 'checked'])
    .where('requested_at', '<', before)
    .execute();
  return rows.map((row) => row.import_id);
}

/** The columns of an import that waits for what they mean. */
export async function findColumns(db: Db, importId: string): Promise<FoundTable[] | null> {
  const row = await db.selectFrom('hsds.import').select('columns').where('import_id', '=', importId).executeTakeFirst();
  return FoundTable.array().safeParse(row?.columns).data ?? null;
}

export async function insertRowRefusals(db: Db, importId: string, refusals: RowRefusal[]): Promise<void> {
  const rows = refusals.map((refusal, index) => ({ import_id: importId, ordinal: index + 1, ...refusal }));
  await sql`insert into hsds.import_refusal (import_id, ordinal, file, row, field, code, value, scope)
    select import_id, ordinal, file, row, field, code, value, scope
    from jsonb_populate_recordset(null::hsds.import_refusal, ${JSON.stringify(rows)}::jsonb)`.execute(db);
}

/** What an import would change, in the order in which it was found. */
export async function insertChanges(db: Db, importId: string, changes: ImportChange[]): Promise<void> {
  const rows = changes.map(({ recordId, ...change }, index) => ({
    import_id: importId,
    ordinal: index + 1,
    record_id: recordId,
    ...change,
  }));
  await sql`insert into hsds.import_change (import_id, ordinal, object, record_id, name, change, fields)
    select import_id, ordinal, object, record_id, name, change, fields
    from jsonb_populate_recordset(null::hsds.import_change, ${JSON.stringify(rows)}::jsonb)`.execute(db);
}

/** Adds to the notes of an import what was found when its records were put together. */
export async function noteWalk(db: Db, importId: string, report: ImportReport): Promise<void> {
  const { unmappedTerms, unmatchedAreas, servicesWithoutNeed, maybeConfidential } = report.notes();
  const found = { unmappedTerms, unmatchedAreas, servicesWithoutNeed, maybeConfidential };
  await sql`update hsds.import set notes = notes || ${JSON.stringify(found)}::jsonb
    where import_id = ${importId}`.execute(db);
}

/** How much of what an import would change is listed. */
export async function countChanges(db: Db, importId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from hsds.import_change where import_id = ${importId}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** One page of what an import would change. */
export async function listChanges(db: Db, of: { importId: string; page: number; perPage: number }) {
  const rows = await db
    .selectFrom('hsds.import_change')
    .select(['object', 'record_id', 'name', 'change', 'fields'])
    .where('import_id', '=', of.importId)
    .orderBy('ordinal')
    .limit(of.perPage + 1)
    .offset((of.page - 1) * of.perPage)
    .execute();
  const items = rows.slice(0, of.perPage).map((row) => ({
    object: row.object,
    recordId: row.record_id,
    name: row.name as ImportChange['name'],
    change: row.change,
    fields: row.fields as ImportChange['fields'],
  }));
  return { items, hasMore: rows.length > of.perPage };
}

/** One page of the rows that an import refused, in the order of files and rows. */
export async function listRowRefusals(db: Db, of: { importId: string; page: number; perPage: number }) {
  const rows = await db
    .selectFrom('hsds.import_refusal')
    .select(['file', 'row', 'field', 'code', 'value', 'scope'])
    .where('import_id', '=', of.importId)
    .orderBy('ordinal')
    .limit(of.perPage + 1)
    .offset((of.page - 1) * of.perPage)
    .execute();
  return { items: rows.slice(0, of.perPage) as RowRefusal[], hasMore: rows.length > of.perPage };
}
