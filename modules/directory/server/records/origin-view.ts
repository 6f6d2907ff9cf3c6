import { sql, type Kysely } from 'kysely';
import type { DirectoryTables } from '../tables.gen.ts';

/** Records that were taken in before anyone kept what sources say: by what their source called them. */
export async function listOfSource(
  db: Kysely<DirectoryTables>,
  of: { source: string; object: 'service' | 'location'; sourceIds: string[] },
): Promise<Map<string, string>> {
  const key = sql.ref(`${of.object}_id`);
  const { rows } = await sql<{ id: string; source_id: string }>`
    select record.${key} as id, record.source_id from unnest(${of.sourceIds}::text[]) as said (id)
    join ${sql.table(`directory.${of.object}`)} as record on record.source = ${of.source} and record.source_id = said.id`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.source_id, row.id]));
}
