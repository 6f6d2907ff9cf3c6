import { sql, type Kysely } from 'kysely';
import type { RecordClass } from '../../contract/index.ts';
import type { PeopleTables } from '../tables.gen.ts';

/** Gives a record and the ways to it a class; false where the database refuses: whoever asks must hold both classes. */
export async function saveClass(
  db: Kysely<PeopleTables>,
  personId: string,
  recordClass: RecordClass,
): Promise<boolean> {
  const { rows } = await sql<{ saved: boolean }>`
    select people.save_class(${personId}, ${recordClass}) as saved`.execute(db);
  return rows[0]?.saved === true;
}
