import { newId, type Actor, type Locale } from '@qantara/kernel';
import { circlesOf, unnamedStatement } from '@qantara/platform';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { ContactPoint, NewPerson, Person, PersonCard, PersonId } from '../contract/index.ts';
import { askedNameKeys, nameKeys } from '../domain/index.ts';
import { actAsThemselves, insertReach, saveTaken } from './reach-store.ts';
import type { PeopleTables } from './tables.gen.ts';

type Db = Kysely<PeopleTables>;
type Row = Selectable<PeopleTables['people.person']>;

/** That a row of `people.reach` lets this actor read and write all of somebody. */
const isLookedAfterBy = (actor: Actor) =>
  sql<boolean>`reach.kind <> 'shared' and reach.circle_id = any (${circlesOf(actor)}::uuid[])`;

/**
 * The records that this actor may know of: those that one of their circles looks after, the same rule as `domain/policy.ts` as
 * SQL. Every read starts here, though the database itself shows no others (docs/decisions/0012): a filter of the query is
 * read off an index, one of the second wall is not.
 */
function visibleTo(db: Db, actor: Actor) {
  return db
    .selectFrom('people.person')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('people.reach')
          .select(sql.lit(1).as('one'))
          .whereRef('people.reach.person_id', '=', 'people.person.person_id')
          .where(isLookedAfterBy(actor)),
      ),
    );
}

export function toCard(
  row: Pick<Row, 'person_id' | 'display_name' | 'birth_year' | 'area_id' | 'may_contact'>,
): PersonCard {
  return {
    personId: row.person_id as PersonId,
    displayName: row.display_name,
    birthYear: row.birth_year,
    areaId: row.area_id,
    mayContact: row.may_contact,
  };
}

async function toPerson(db: Db, row: Row): Promise<Person> {
  const contacts = await db
    .selectFrom('people.contact_point')
    .selectAll()
    .where('person_id', '=', row.person_id)
    .orderBy('contact_point_id')
    .execute();
  return {
    ...toCard(row),
    languages: row.languages as Locale[],
    stewardOrganisationId: row.steward_organisation_id,
    contactPoints: contacts.map((contact) => ({
      kind: contact.kind,
      value: contact.value,
      isSafe: contact.is_safe,
      note: contact.note,
    })),
    version: row.version,
    createdAt: row.created_at.toISOString(),
  };
}

/** The record, if this actor may know that it is there. */
export async function findPerson(db: Db, actor: Actor, personId: string): Promise<Person | undefined> {
  const row = await visibleTo(db, actor).selectAll().where('person_id', '=', personId).executeTakeFirst();
  return row === undefined ? undefined : toPerson(db, row);
}

/**
 * What tells one person from another, if this actor may know that the record is there; held until the transaction
 * ends, so that what two colleagues decide about one person at once is decided one after the other.
 */
export async function lockCard(db: Db, actor: Actor, personId: string): Promise<PersonCard | undefined> {
  const row = await visibleTo(db, actor)
    .select(['person_id', 'display_name', 'birth_year', 'area_id', 'may_contact'])
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

/** So many that a name fits are looked at, and the latest of them shown: whoever looks for another says more of the name. */
const MOST_FITTING = 100;

/** People whose names have all of these words, in any spelling or script; the latest first. */
export async function searchByName(
  db: Db,
  actor: Actor,
  asked: { name: string; limit: number },
): Promise<PersonCard[]> {
  const [first, ...others] = askedNameKeys(asked.name);
  if (first === undefined) return [];
  // Joined, not asked row by row: of a small organisation the server begins with its people, of a whole region with the name.
  const fitting = db
    .selectFrom('people.reach')
    .innerJoin('people.name_token', (join) =>
      join
        .onRef('people.name_token.person_id', '=', 'people.reach.person_id')
        .on('people.name_token.token', '=', first),
    )
    .innerJoin('people.person', 'people.person.person_id', 'people.reach.person_id')
    .select(['people.person.person_id', 'display_name', 'birth_year', 'area_id', 'may_contact', 'updated_at'])
    .where(isLookedAfterBy(actor))
    .where((eb) =>
      eb.and(
        others.map((token) =>
          eb.exists(
            eb
              .selectFrom('people.name_token as other')
              .select(sql.lit(1).as('one'))
              .whereRef('other.person_id', '=', 'people.person.person_id')
              .where('other.token', '=', token),
          ),
        ),
      ),
    )
    .limit(sql.lit(MOST_FITTING));
  const rows = await db
    .withPlugin(unnamedStatement)
    .selectFrom(fitting.as('fitting'))
    .selectAll()
    .distinct()
    .orderBy('updated_at', 'desc')
    .limit(asked.limit)
    .execute();
  return rows.map(toCard);
}

async function saveTokens(db: Db, personId: string, name: string): Promise<void> {
  await db.deleteFrom('people.name_token').where('person_id', '=', personId).execute();
  const rows = nameKeys(name).map((token) => ({ person_id: personId, token }));
  if (rows.length > 0) await db.insertInto('people.name_token').values(rows).execute();
}

async function saveContacts(db: Db, personId: string, given: { contacts: ContactPoint[]; now: Date }): Promise<void> {
  const { contacts, now } = given;
  await db.deleteFrom('people.contact_point').where('person_id', '=', personId).execute();
  const rows = contacts.map((contact) => ({
    person_id: personId,
    contact_point_id: newId(now.getTime()),
    kind: contact.kind,
    value: contact.value,
    is_safe: contact.isSafe,
    note: contact.note,
    created_at: now,
  }));
  if (rows.length > 0) await db.insertInto('people.contact_point').values(rows).execute();
}

function fieldsOf(person: NewPerson, now: Date) {
  return {
    display_name: person.displayName === '' ? null : person.displayName,
    birth_year: person.birthYear,
    languages: person.languages,
    area_id: person.areaId,
    may_contact: person.mayContact,
    updated_at: now,
  };
}

export async function insertPerson(
  db: Db,
  person: NewPerson,
  origin: { origin: 'self' | 'staff'; stewardOrganisationId: string | null; now: Date },
): Promise<Person> {
  const personId = newId(origin.now.getTime());
  if (origin.origin === 'self') await actAsThemselves(db, personId);
  await insertReach(db, personId, origin.stewardOrganisationId);
  const row = await db
    .insertInto('people.person')
    .values({
      person_id: personId,
      ...fieldsOf(person, origin.now),
      origin: origin.origin,
      steward_organisation_id: origin.stewardOrganisationId,
      created_at: origin.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await saveTokens(db, personId, person.displayName);
  await saveContacts(db, personId, { contacts: person.contactPoints, now: origin.now });
  return toPerson(db, row);
}

/** Writes what changed over the version that was read; undefined where somebody else was first. */
export async function updatePerson(
  db: Db,
  change: { personId: string; version: number; person: NewPerson; now: Date },
): Promise<Person | undefined> {
  const row = await db
    .updateTable('people.person')
    .set((eb) => ({ ...fieldsOf(change.person, change.now), version: eb('version', '+', 1) }))
    .where('person_id', '=', change.personId)
    .where('version', '=', change.version)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  await saveTokens(db, change.personId, change.person.displayName);
  await saveContacts(db, change.personId, { contacts: change.person.contactPoints, now: change.now });
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
export async function listCards(db: Db, personIds: string[]): Promise<Map<string, PersonCard>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('people.person')
    .select(['person_id', 'display_name', 'birth_year', 'area_id', 'may_contact'])
    .where(sql<boolean>`person_id = any (${[...new Set(personIds)]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.person_id, toCard(row)]));
}
