import { newId } from '@qantara/kernel';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { MergeStatus } from '../../contract/index.ts';
import type { PeopleTables } from '../tables.gen.ts';

type Db = Kysely<PeopleTables>;
export type MergeRow = Selectable<PeopleTables['people.merge']>;

/** The records that stand for one person with this one, the one that stands for all first; itself alone where nothing was merged. */
export async function listGroupIds(db: Db, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with root as (select coalesce(merged_into, person_id) as id from people.person where person_id = ${personId})
    select person.person_id as id from people.person join root on person.person_id = root.id
    union all select person.person_id from people.person join root on person.merged_into = root.id`.execute(db);
  return rows.length === 0 ? [personId] : rows.map(({ id }) => id);
}

/** A proposal of one's own organisation, held until the use case ends where it is about to change. */
export async function findMerge(
  db: Db,
  of: { mergeId: string; organisationId: string | null },
  isHeld = false,
): Promise<MergeRow | undefined> {
  const query = db
    .selectFrom('people.merge')
    .selectAll()
    .where('merge_id', '=', of.mergeId)
    .where('organisation_id', '=', of.organisationId);
  return (isHeld ? query.forUpdate() : query).executeTakeFirst();
}

const MOST_MERGES = 50;

/** What waits for a colleague and has not run out, and what was merged last. */
export async function listMerges(db: Db, organisationId: string | null, now: Date): Promise<MergeRow[]> {
  return db
    .selectFrom('people.merge')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where((eb) =>
      eb.or([eb('status', '=', 'confirmed'), eb.and([eb('status', '=', 'requested'), eb('expires_at', '>', now)])]),
    )
    .orderBy('requested_at', 'desc')
    .limit(MOST_MERGES)
    .execute();
}

/** Whether these two wait for a colleague's word already, whichever is to be kept. */
export async function isRequested(db: Db, two: readonly [string, string], now: Date): Promise<boolean> {
  const found = await db
    .selectFrom('people.merge')
    .select('merge_id')
    .where('person_id', 'in', two)
    .where('other_person_id', 'in', two)
    .where('status', '=', 'requested')
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return found !== undefined;
}

export async function insertMerge(
  db: Db,
  asked: { keptId: string; otherId: string; organisationId: string; accountId: string; now: Date; expiresAt: Date },
): Promise<MergeRow> {
  return db
    .insertInto('people.merge')
    .values({
      person_id: asked.keptId,
      merge_id: newId(asked.now.getTime()),
      other_person_id: asked.otherId,
      organisation_id: asked.organisationId,
      status: 'requested',
      requested_by: asked.accountId,
      requested_at: asked.now,
      expires_at: asked.expiresAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Takes the proposal a step on, by whom and when. */
export async function saveMergeStep(
  db: Db,
  row: MergeRow,
  step: { status: MergeStatus; by: string | null; now: Date },
): Promise<MergeRow> {
  const isUndone = step.status === 'undone';
  return db
    .updateTable('people.merge')
    .set({
      status: step.status,
      ...(isUndone ? { undone_by: step.by, undone_at: step.now } : { decided_by: step.by, decided_at: step.now }),
    })
    .where('person_id', '=', row.person_id)
    .where('merge_id', '=', row.merge_id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Holds both records, always in one order, so that two merges at once do not wait for one another. */
export async function lockBoth(
  db: Db,
  two: readonly [string, string],
): Promise<{ into: string | null; recordClass: string; isRestricted: boolean }[]> {
  const rows = await db
    .selectFrom('people.person')
    .select(['merged_into', 'record_class', 'is_restricted'])
    .where('person_id', 'in', two)
    .orderBy('person_id')
    .forUpdate()
    .execute();
  return rows.map((row) => ({ into: row.merged_into, recordClass: row.record_class, isRestricted: row.is_restricted }));
}

/** Whether other records already stand behind this one. */
export async function standsForOthers(db: Db, personId: string): Promise<boolean> {
  const found = await db
    .selectFrom('people.person')
    .select('person_id')
    .where('merged_into', '=', personId)
    .executeTakeFirst();
  return found !== undefined;
}

/**
 * Lets one record stand for another, or for itself again. Nothing else is written here, nor by any other module: what hangs on either
 * record stays where it is and is read for both, so that undoing gives it back byte for byte.
 */
export async function saveMergedInto(db: Db, personId: string, keptId: string | null): Promise<void> {
  await db.updateTable('people.person').set({ merged_into: keptId }).where('person_id', '=', personId).execute();
}
