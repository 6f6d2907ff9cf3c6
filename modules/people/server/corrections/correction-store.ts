import { newId, type Actor } from '@qantara/kernel';
import type { Kysely, Selectable } from 'kysely';
import type { CorrectionId, CorrectionRequest, NewCorrection, PersonId } from '../../contract/index.ts';
import { isLookedAfterBy } from '../person-store.ts';
import type { PeopleTables } from '../tables.gen.ts';

type Db = Kysely<PeopleTables>;
export type CorrectionRow = Selectable<PeopleTables['people.correction_request']>;

export function toCorrection(row: CorrectionRow): CorrectionRequest {
  return {
    correctionId: row.correction_id as CorrectionId,
    personId: row.person_id as PersonId,
    field: row.field,
    whatIsWrong: row.what_is_wrong,
    whatIsRight: row.what_is_right,
    status: row.status,
    askedAt: row.asked_at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null,
    declineReason: row.decline_reason,
  };
}

export async function insertCorrection(
  db: Db,
  asked: NewCorrection & { personId: string; recordVersion: number; now: Date },
): Promise<CorrectionRequest> {
  const row = await db
    .insertInto('people.correction_request')
    .values({
      person_id: asked.personId,
      correction_id: newId(asked.now.getTime()),
      field: asked.field,
      what_is_wrong: asked.whatIsWrong,
      what_is_right: asked.whatIsRight,
      status: 'waiting',
      record_version: asked.recordVersion,
      asked_at: asked.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toCorrection(row);
}

/** What was asked about these records, newest first, decided ones too. */
export async function listCorrectionsOf(db: Db, recordIds: readonly string[]): Promise<CorrectionRequest[]> {
  const rows = await db
    .selectFrom('people.correction_request')
    .selectAll()
    .where('person_id', 'in', recordIds)
    .orderBy('asked_at', 'desc')
    .orderBy('correction_id', 'desc')
    .limit(50)
    .execute();
  return rows.map(toCorrection);
}

/** What waits for this actor's organisation, oldest first, with the name that the person goes by. */
export async function listWaiting(
  db: Db,
  actor: Actor,
): Promise<(CorrectionRequest & { displayName: string | null })[]> {
  const rows = await db
    .selectFrom('people.correction_request as one')
    .innerJoin('people.person', 'people.person.person_id', 'one.person_id')
    .selectAll('one')
    .select('people.person.display_name')
    .where('one.status', '=', 'waiting')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('people.reach')
          .select(eb.lit(1).as('one'))
          .whereRef('people.reach.person_id', '=', 'one.person_id')
          .where(isLookedAfterBy(actor)),
      ),
    )
    .orderBy('one.asked_at')
    .orderBy('one.correction_id')
    .limit(100)
    .execute();
  return rows.map(({ display_name: displayName, ...row }) => ({ ...toCorrection(row), displayName }));
}

/** One of them, held until the use case ends, so that two colleagues decide one after the other. */
export async function lockCorrection(
  db: Db,
  of: { personId: string; correctionId: string },
): Promise<CorrectionRow | undefined> {
  return db
    .selectFrom('people.correction_request')
    .selectAll()
    .where('person_id', '=', of.personId)
    .where('correction_id', '=', of.correctionId)
    .forUpdate()
    .executeTakeFirst();
}

export async function saveDecision(
  db: Db,
  row: CorrectionRow,
  by: { accountId: string | null; now: Date; declineReason: string | null },
): Promise<CorrectionRequest> {
  const saved = await db
    .updateTable('people.correction_request')
    .set({
      status: by.declineReason === null ? 'accepted' : 'declined',
      decided_by: by.accountId,
      decided_at: by.now,
      decline_reason: by.declineReason,
    })
    .where('person_id', '=', row.person_id)
    .where('correction_id', '=', row.correction_id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return toCorrection(saved);
}
