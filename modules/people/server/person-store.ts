import { newId, type Actor } from '@qantara/kernel';
import { circlesOf } from '@qantara/platform';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { ConsentManner, NewPerson, Person, PersonCard, PersonId } from '../contract/index.ts';
import { classesOf } from '../domain/index.ts';
import { listNames, saveUsualName } from './names/name-store.ts';
import { actAsThemselves, insertReach, keepersOf, saveAreaReach, saveTaken } from './reach-store.ts';
import { listContactPoints, saveContactPoints } from './safe-contact/contact-store.ts';
import type { PeopleTables } from './tables.gen.ts';

type Db = Kysely<PeopleTables>;
type Row = Selectable<PeopleTables['people.person']>;

/** That a row of `people.reach` is a way of this actor: one of their circles, of a class that their role has (`domain/access/ways.ts`). */
const isWayOf = (actor: Actor) =>
  sql<boolean>`reach.circle_id = any (${circlesOf(actor)}::uuid[])
    and (reach.kind = 'own' or reach.record_class = any (${classesOf(actor)}::text[]))`;

/** That a row of `people.reach` lets this actor read and write all of somebody. */
export const isLookedAfterBy = (actor: Actor) => sql<boolean>`reach.kind <> 'shared' and ${isWayOf(actor)}`;

/** That it lets them find somebody and read: by looking after them, or by answering for the area where they live. */
export const isFoundBy = (actor: Actor) =>
  sql<boolean>`(reach.kind <> 'shared' or reach.basis_id = reach.circle_id) and ${isWayOf(actor)}`;

/**
 * The records that this actor may know of, to read or to write. Every read starts here, though the database itself shows no others
 * (docs/decisions/0012): a filter of the query is read off an index, one of the second wall is not.
 */
function visibleTo(db: Db, actor: Actor, to: 'read' | 'write') {
  return db.selectFrom('people.person').where((eb) =>
    eb.exists(
      eb
        .selectFrom('people.reach')
        .select(sql.lit(1).as('one'))
        .whereRef('people.reach.person_id', '=', 'people.person.person_id')
        .where(to === 'read' ? isFoundBy(actor) : isLookedAfterBy(actor)),
    ),
  );
}

const OF_CARD = ['person_id', 'display_name', 'birth_year', 'area_id', 'may_contact', 'created_at'] as const;

export function toCard(row: Pick<Row, (typeof OF_CARD)[number]>): PersonCard {
  return {
    personId: row.person_id as PersonId,
    displayName: row.display_name,
    birthYear: row.birth_year,
    areaId: row.area_id,
    mayContact: row.may_contact,
    createdAt: row.created_at.toISOString(),
  };
}

async function toPerson(db: Db, row: Row): Promise<Person> {
  return {
    ...toCard(row),
    names: await listNames(db, row.person_id),
    birth: {
      year: row.birth_year,
      month: row.birth_month,
      day: row.birth_day,
      estimatedAge: row.estimated_age,
      estimatedOn: row.estimated_on,
    },
    gender: row.gender,
    genderWords: row.gender_words,
    languages: row.languages,
    needsInterpreter: row.needs_interpreter,
    stewardOrganisationId: row.steward_organisation_id,
    contactPoints: await listContactPoints(db, [row.person_id]),
    noContactReason: row.no_contact_reason,
    noContactSince: row.no_contact_since?.toISOString() ?? null,
    isRestricted: row.is_restricted,
    recordClass: row.record_class,
    mergedInto: row.merged_into as PersonId | null,
    version: row.version,
  };
}

/** The record, if this actor may write it. */
export async function findPerson(db: Db, actor: Actor, personId: string): Promise<Person | undefined> {
  const row = await visibleTo(db, actor, 'write').selectAll().where('person_id', '=', personId).executeTakeFirst();
  return row === undefined ? undefined : toPerson(db, row);
}

/** The record, if this actor may read it: whoever answers for an area reads what they do not write. */
export async function findReadable(db: Db, actor: Actor, personId: string): Promise<Person | undefined> {
  const row = await visibleTo(db, actor, 'read').selectAll().where('person_id', '=', personId).executeTakeFirst();
  return row === undefined ? undefined : toPerson(db, row);
}

/**
 * What tells one person from another, if this actor may know that the record is there; held until the transaction
 * ends, so that what two colleagues decide about one person at once is decided one after the other.
 */
export async function lockCard(db: Db, actor: Actor, personId: string): Promise<PersonCard | undefined> {
  const row = await visibleTo(db, actor, 'write')
    .select(OF_CARD)
    .where('person_id', '=', personId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : toCard(row);
}

/** The record as far as the database shows it to whoever asks: for use cases that have their own policy, such as a referral's partner. */
export async function findShownPerson(db: Db, personId: string): Promise<Person | undefined> {
  const row = await db.selectFrom('people.person').selectAll().where('person_id', '=', personId).executeTakeFirst();
  return row === undefined ? undefined : toPerson(db, row);
}

/** Who says what is written, and when. */
type By = { accountId: string | null; now: Date };

/** A guess of an age keeps its day until another is made. */
function guessOf(person: NewPerson, before: Person | null, now: Date) {
  const age = person.birthYear === null ? person.estimatedAge : null;
  const kept = before?.birth.estimatedAge === age ? before?.birth.estimatedOn : null;
  return { estimated_age: age, estimated_on: age === null ? null : (kept ?? now.toISOString().slice(0, 10)) };
}

/** Since when and why nobody is to write or call; what was said before keeps its day. */
function stopOf(person: NewPerson, before: Person | null, by: By) {
  if (person.mayContact) return { no_contact_reason: null, no_contact_since: null, no_contact_by: null };
  const isNew = before === null || before.mayContact;
  return {
    no_contact_reason: person.noContactReason ?? before?.noContactReason ?? 'not_said',
    ...(isNew ? { no_contact_since: by.now, no_contact_by: by.accountId } : {}),
  };
}

function fieldsOf(person: NewPerson, before: Person | null, by: By) {
  return {
    display_name: person.displayName === '' ? null : person.displayName,
    birth_year: person.birthYear,
    birth_month: person.birthMonth,
    birth_day: person.birthDay,
    ...guessOf(person, before, by.now),
    gender: person.gender,
    gender_words: person.genderWords,
    languages: person.languages,
    needs_interpreter: person.needsInterpreter,
    area_id: person.areaId,
    may_contact: person.mayContact,
    ...stopOf(person, before, by),
    updated_at: by.now,
  };
}

export async function insertPerson(
  db: Db,
  person: NewPerson,
  origin: By & { origin: 'self' | 'staff'; stewardOrganisationId: string | null; actor: Actor },
): Promise<Person> {
  const personId = newId(origin.now.getTime());
  if (origin.origin === 'self') await actAsThemselves(db, personId);
  await insertReach(db, personId, [...keepersOf(origin.actor), origin.stewardOrganisationId]);
  const row = await db
    .insertInto('people.person')
    .values({
      person_id: personId,
      ...fieldsOf(person, null, origin),
      is_restricted: person.isRestricted,
      origin: origin.origin,
      steward_organisation_id: origin.stewardOrganisationId,
      created_at: origin.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const noted = { agreedHow: null, addedBy: origin.accountId, now: origin.now };
  await saveUsualName(db, { personId, words: person.displayName }, noted);
  await saveContactPoints(db, personId, { contacts: person.contactPoints, now: origin.now });
  if (person.areaId !== null) await saveAreaReach(db, personId);
  return toPerson(db, row);
}

/** Somebody without a usual name goes by the first of the others. */
function shownName(person: NewPerson, before: Person): string {
  return person.displayName || (before.names.find(({ kind }) => kind !== 'usual')?.words ?? '');
}

/** Writes what changed over the version that was read, but not whether others may find the person (`restrictGroup`); undefined where somebody else was first. */
export async function updatePerson(
  db: Db,
  change: By & { before: Person; version: number; person: NewPerson; agreedHow: ConsentManner | null },
): Promise<Person | undefined> {
  const { before, person, agreedHow, accountId, now } = change;
  const { personId } = before;
  const row = await db
    .updateTable('people.person')
    .set((eb) => ({
      ...fieldsOf({ ...person, displayName: shownName(person, before) }, before, change),
      version: eb('version', '+', 1),
    }))
    .where('person_id', '=', personId)
    .where('version', '=', change.version)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  await saveUsualName(db, { personId, words: person.displayName }, { agreedHow, addedBy: accountId, now });
  await saveContactPoints(db, personId, { contacts: person.contactPoints, now });
  if (before.areaId !== row.area_id) await saveAreaReach(db, personId);
  return toPerson(db, row);
}

/** The organisation that takes a request from outside looks after the person from then on. */
export async function saveSteward(db: Db, personId: string, organisationId: string): Promise<boolean> {
  const taken = await db
    .updateTable('people.person')
    .set({ steward_organisation_id: organisationId })
    .where('person_id', '=', personId)
    .where((eb) =>
      eb.or([eb('steward_organisation_id', 'is', null), eb('steward_organisation_id', '=', organisationId)]),
    )
    .executeTakeFirst();
  if (taken.numUpdatedRows === 0n) return false;
  await saveTaken(db, personId, organisationId);
  return true;
}

/** What a list shows of several people, by identifier: for lists whose own policy allowed the rows. */
/** Cards of those of these people whom an organisation has taken to look after, not of a request that waits for anybody. */
export async function listTakenCards(db: Db, personIds: string[]): Promise<Map<string, PersonCard>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('people.person')
    .select(OF_CARD)
    .where('person_id', 'in', [...new Set(personIds)])
    .where('steward_organisation_id', 'is not', null)
    .execute();
  return new Map(rows.map((row) => [row.person_id, toCard(row)]));
}

export async function listCards(db: Db, personIds: string[]): Promise<Map<string, PersonCard>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('people.person')
    .select(OF_CARD)
    .where(sql<boolean>`person_id = any (${[...new Set(personIds)]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.person_id, toCard(row)]));
}

/** The same, of those alone whom this actor looks after or answers for. */
export async function listReadableCards(db: Db, actor: Actor, personIds: readonly string[]): Promise<PersonCard[]> {
  const rows = await visibleTo(db, actor, 'read')
    .select(OF_CARD)
    .where(sql<boolean>`person_id = any (${[...new Set(personIds)]}::uuid[])`)
    .execute();
  return rows.map(toCard);
}

/** When a record was last changed; undefined where the caller does not reach it. */
export async function findChangedAt(db: Kysely<PeopleTables>, personId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('people.person')
    .select('updated_at')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.updated_at.toISOString();
}
