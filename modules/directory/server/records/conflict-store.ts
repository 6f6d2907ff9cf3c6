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
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from directory.conflict`.execute(db);
  return rows[0]?.count ?? 0;
}
