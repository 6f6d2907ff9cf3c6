import { sql, type Kysely } from 'kysely';
import type { RecordClass } from '../../contract/index.ts';
import type { PeopleTables } from '../tables.gen.ts';

/** The records that are one person, and how they are protected: the same for each. */
export type HeldGroup = { records: string[]; recordClass: RecordClass; isRestricted: boolean };

const GROUP = sql`select records, record_class as "recordClass", is_restricted as "isRestricted"`;

/** The records that are one person with this one, also those that whoever asks does not see; undefined to who does not look after them. */
export async function findGroup(db: Kysely<PeopleTables>, personId: string): Promise<HeldGroup | undefined> {
  return (await sql<HeldGroup>`${GROUP} from people.group_of(${personId})`.execute(db)).rows[0];
}

/** The same, held until the use case ends: what is judged about a group is judged of what is there then. */
export async function lockGroup(db: Kysely<PeopleTables>, personId: string): Promise<HeldGroup | undefined> {
  return (await sql<HeldGroup>`${GROUP} from people.hold_group(${personId})`.execute(db)).rows[0];
}

/** A record that others may or may not find from now on, and whether it was so before. */
type Restricted = { personId: string; was: boolean };

/** Whether others may find that somebody is known, for all the records that are one person; none where whoever asks may not say so. */
export async function saveRestricted(
  db: Kysely<PeopleTables>,
  personId: string,
  isRestricted: boolean,
): Promise<Restricted[]> {
  const { rows } = await sql<Restricted>`
    select person_id as "personId", was from people.save_restricted(${personId}, ${isRestricted})`.execute(db);
  return rows;
}

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
