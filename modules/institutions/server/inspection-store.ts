import { newId } from '@qantara/kernel';
import type { Kysely, Selectable, Updateable } from 'kysely';
import type { AddShortcoming, PlanInspection } from '../contract/index.ts';
import type { InstitutionsTables } from './tables.gen.ts';

type Db = Kysely<InstitutionsTables>;
export type InspectionRow = Selectable<InstitutionsTables['institutions.inspection']>;
export type ShortcomingRow = Selectable<InstitutionsTables['institutions.shortcoming']>;

/** The inspections of these institutions, newest first. */
export async function listInspections(db: Db, institutionIds: string[]): Promise<InspectionRow[]> {
  if (institutionIds.length === 0) return [];
  return db
    .selectFrom('institutions.inspection')
    .selectAll()
    .where('institution_id', 'in', institutionIds)
    .orderBy('planned_on', 'desc')
    .orderBy('inspection_id', 'desc')
    .execute();
}

/** What was found at these institutions, the soonest due first. */
export async function listShortcomings(db: Db, institutionIds: string[]): Promise<ShortcomingRow[]> {
  if (institutionIds.length === 0) return [];
  return db
    .selectFrom('institutions.shortcoming')
    .selectAll()
    .where('institution_id', 'in', institutionIds)
    .orderBy('due_on')
    .orderBy('shortcoming_id')
    .execute();
}

export async function insertInspection(db: Db, given: PlanInspection, now: Date): Promise<InspectionRow> {
  return db
    .insertInto('institutions.inspection')
    .values({
      inspection_id: newId(now.getTime()),
      institution_id: given.institutionId,
      state: 'planned',
      reason: given.reason,
      planned_on: given.plannedOn,
      team: given.team,
      created_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function lockInspection(db: Db, inspectionId: string): Promise<InspectionRow | undefined> {
  return db
    .selectFrom('institutions.inspection')
    .selectAll()
    .where('inspection_id', '=', inspectionId)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateInspection(
  db: Db,
  inspectionId: string,
  values: Updateable<InstitutionsTables['institutions.inspection']>,
): Promise<void> {
  await db.updateTable('institutions.inspection').set(values).where('inspection_id', '=', inspectionId).execute();
}

export async function insertShortcoming(
  db: Db,
  given: AddShortcoming & { institutionId: string },
  now: Date,
): Promise<string> {
  const shortcomingId = newId(now.getTime());
  await db
    .insertInto('institutions.shortcoming')
    .values({
      shortcoming_id: shortcomingId,
      institution_id: given.institutionId,
      inspection_id: given.inspectionId,
      requirement_code: given.requirementCode,
      severity: given.severity,
      text: given.text,
      due_on: given.dueOn,
      state: 'open',
      created_at: now,
    })
    .execute();
  return shortcomingId;
}

export async function lockShortcoming(db: Db, shortcomingId: string): Promise<ShortcomingRow | undefined> {
  return db
    .selectFrom('institutions.shortcoming')
    .selectAll()
    .where('shortcoming_id', '=', shortcomingId)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateShortcoming(
  db: Db,
  shortcomingId: string,
  values: Updateable<InstitutionsTables['institutions.shortcoming']>,
): Promise<void> {
  await db.updateTable('institutions.shortcoming').set(values).where('shortcoming_id', '=', shortcomingId).execute();
}

export type NewEntry = { institutionId: string; what: string; note: string; organisationId: string | null; at: Date };

/** One more line of an institution's story. */
export async function insertEntry(db: Db, entry: NewEntry): Promise<void> {
  await db
    .insertInto('institutions.entry')
    .values({
      entry_id: newId(entry.at.getTime()),
      institution_id: entry.institutionId,
      what: entry.what,
      note: entry.note === '' ? null : entry.note,
      organisation_id: entry.organisationId,
      at: entry.at,
    })
    .execute();
}

export async function listEntries(db: Db, institutionId: string) {
  return db
    .selectFrom('institutions.entry')
    .select(['entry_id', 'what', 'note', 'organisation_id', 'at'])
    .where('institution_id', '=', institutionId)
    .orderBy('at', 'desc')
    .orderBy('entry_id', 'desc')
    .limit(500)
    .execute();
}
