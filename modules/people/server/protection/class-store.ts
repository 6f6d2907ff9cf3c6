import { sql, type Kysely } from 'kysely';
import type { RecordClass } from '../../contract/index.ts';
import type { PeopleTables } from '../tables.gen.ts';

/** A record whose class was written, and the class that it had. */
type Classified = { personId: string; was: RecordClass };

/**
 * Gives a record, those that are one person with it, and the ways to them a class; none where the database refuses: whoever asks
 * must hold the classes that they had and the one that they get.
 */
export async function saveClass(
  db: Kysely<PeopleTables>,
  personId: string,
  recordClass: RecordClass,
): Promise<Classified[]> {
  const { rows } = await sql<Classified>`
    select person_id as "personId", was from people.save_class(${personId}, ${recordClass})`.execute(db);
  return rows;
}
