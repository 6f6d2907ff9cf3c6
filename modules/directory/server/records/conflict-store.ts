import { sql, type Kysely } from 'kysely';
import type { Conflict, DirectoryRecord } from '../../domain/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';
import { insertRows, removeRowsOf } from './insert-rows-store.ts';

/** Of these records the contradictions that stand now, in place of those that stood. */
export async function saveConflicts(
  db: Kysely<DirectoryTables>,
  built: { record: DirectoryRecord; conflicts: Conflict[] }[],
  now: Date,
): Promise<void> {
  await removeRowsOf(db, 'directory.conflict', { column: 'record_id', ids: built.map(({ record }) => record.id) });
  const rows = built.flatMap(({ record, conflicts }) =>
    conflicts.map(({ field, said }) => ({
      record_id: record.id,
      object: record.object,
      field,
      said,
      found_at: now,
    })),
  );
  await insertRows(db, 'directory.conflict', { rows });
}

/** How many contradictions wait for a person. */
export async function countConflicts(db: Kysely<DirectoryTables>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from directory.conflict
    where not exists (select 1 from directory.location
      where location.location_id = conflict.record_id and location.is_confidential)`.execute(db);
  return rows[0]?.count ?? 0;
}

export type ConflictRow = {
  record_id: string;
  object: 'organization' | 'location' | 'service';
  field: string;
  said: Conflict['said'];
  found_at: Date;
};

/** What the sources say of one field, where they contradict one another. */
export async function findConflict(
  db: Kysely<DirectoryTables>,
  of: { recordId: string; field: string },
): Promise<Conflict['said'] | undefined> {
  const { rows } = await sql<ConflictRow>`select said from directory.conflict
    where record_id = ${of.recordId} and field = ${of.field}`.execute(db);
  return rows[0]?.said;
}

/** One page of the contradictions, oldest first. What concerns where a confidential location is stays out of every list. */
export async function listConflicts(
  db: Kysely<DirectoryTables>,
  of: { page: number; perPage: number },
): Promise<ConflictRow[]> {
  const { rows } = await sql<ConflictRow>`select record_id, object, field, said, found_at from directory.conflict
    where not exists (select 1 from directory.location
      where location.location_id = conflict.record_id and location.is_confidential)
    order by found_at, record_id, field limit ${of.perPage} offset ${(of.page - 1) * of.perPage}`.execute(db);
  return rows;
}
