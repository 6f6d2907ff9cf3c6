import { newId } from '@qantara/kernel';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { ContactPoint } from '../../contract/index.ts';
import { contactKey, type ContactGuard } from '../../domain/index.ts';
import type { PeopleTables } from '../tables.gen.ts';

type Db = Kysely<PeopleTables>;

function toContactPoint(row: Selectable<PeopleTables['people.contact_point']>): ContactPoint {
  return {
    kind: row.kind,
    value: row.value,
    isSafe: row.is_safe,
    note: row.note,
    isShared: row.is_shared,
    sharedWith: row.shared_with,
    safeDays: row.safe_days,
    safeFrom: row.safe_from,
    safeUntil: row.safe_until,
    sayFirst: row.say_first,
    askFor: row.ask_for,
    presentAs: row.present_as,
    mayLeaveMessage: row.may_leave_message,
    isDisguised: row.is_disguised,
  };
}

function toRow(point: ContactPoint) {
  return {
    kind: point.kind,
    value: point.value,
    is_safe: point.isSafe,
    note: point.note,
    is_shared: point.isShared,
    shared_with: point.sharedWith,
    safe_days: [...new Set(point.safeDays)].toSorted((one, other) => one - other),
    safe_from: point.safeFrom,
    safe_until: point.safeUntil,
    say_first: point.sayFirst,
    ask_for: point.askFor,
    present_as: point.presentAs,
    may_leave_message: point.mayLeaveMessage,
    is_disguised: point.isDisguised,
    contact_key: contactKey(point),
  };
}

/** Every way to contact these records, in the order in which they were noted. */
export async function listContactPoints(db: Db, personIds: readonly string[]): Promise<ContactPoint[]> {
  const rows = await db
    .selectFrom('people.contact_point')
    .selectAll()
    .where(sql<boolean>`person_id = any (${[...personIds]}::uuid[])`)
    .orderBy('contact_point_id')
    .execute();
  return rows.map(toContactPoint);
}

/**
 * What the other records of this person say of the ways of contact that whoever asks may see, as far as it protects, also where
 * they do not see the record that says it.
 */
export async function listContactGuards(db: Db, personId: string): Promise<ContactGuard[]> {
  const { rows } = await sql<ContactGuard>`
    select kind, value, is_safe as "isSafe", is_shared as "isShared", may_leave_message as "mayLeaveMessage",
      is_disguised as "isDisguised", safe_days as "safeDays", safe_from as "safeFrom", safe_until as "safeUntil"
    from people.contact_guards(${personId})`.execute(db);
  return rows;
}

/** Writes every way to contact somebody anew, as the form says them. */
export async function saveContactPoints(
  db: Db,
  personId: string,
  given: { contacts: ContactPoint[]; now: Date },
): Promise<void> {
  const { contacts, now } = given;
  await db.deleteFrom('people.contact_point').where('person_id', '=', personId).execute();
  // One millisecond apart, so that they are read in the order in which they were written.
  const rows = contacts.map((contact, index) => ({
    person_id: personId,
    contact_point_id: newId(now.getTime() + index),
    ...toRow(contact),
    created_at: now,
  }));
  if (rows.length > 0) await db.insertInto('people.contact_point').values(rows).execute();
}

/** Whether any record of this person says that nobody is to write or call, also one that whoever asks does not see. */
export async function isContactStopped(db: Db, personId: string): Promise<boolean> {
  const { rows } = await sql<{ stopped: boolean }>`select people.contact_stopped(${personId}) as stopped`.execute(db);
  return rows[0]?.stopped === true;
}
