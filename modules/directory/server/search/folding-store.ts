import { sql, type Kysely } from 'kysely';
import type { DirectoryTables } from '../tables.gen.ts';

type Db = Kysely<DirectoryTables>;

/** Whether the search columns were made by these rules. */
export async function isFoldedBy(db: Db, folding: number): Promise<boolean> {
  const { rows } = await sql`select 1 from directory.search_folding where folding = ${folding}`.execute(db);
  return rows.length > 0;
}

/** Every organisation that has a service. */
export async function listProviders(db: Db): Promise<string[]> {
  const { rows } = await sql<{ organisation_id: string }>`
    select distinct organisation_id from directory.service order by organisation_id`.execute(db);
  return rows.map((row) => row.organisation_id);
}

/** Words of which no service is sure to be found any more; those that are come back as their services are folded. */
export async function clearVocabulary(db: Db): Promise<void> {
  await sql`delete from directory.search_word`.execute(db);
}

export async function saveFolding(db: Db, folding: number): Promise<void> {
  await sql`delete from directory.search_folding`.execute(db);
  await sql`insert into directory.search_folding (folding) values (${folding})`.execute(db);
}
