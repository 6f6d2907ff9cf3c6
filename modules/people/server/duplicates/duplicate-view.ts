import type { Actor } from '@qantara/kernel';
import { unnamedStatement } from '@qantara/platform';
import { sql, type Kysely } from 'kysely';
import type { NewPerson, PersonCard } from '../../contract/index.ts';
import { askedNameKeys, birthInterval, contactKey, nameKeys, nearNameKeys, type Compared } from '../../domain/index.ts';
import { toCard } from '../person-store.ts';
import type { PeopleTables } from '../tables.gen.ts';

type Db = Kysely<PeopleTables>;
type CardRow = Parameters<typeof toCard>[0];

/** A record as it is compared with others, and as it is shown. */
export type ComparedCard = Compared & { card: PersonCard };

type ComparedRow = CardRow & {
  birth_month: number | null;
  birth_day: number | null;
  estimated_age: number | null;
  estimated_on: string | null;
  is_restricted: boolean;
  is_own: boolean;
  names: string[];
  contact_keys: string[];
};

function toCompared(row: ComparedRow): ComparedCard {
  return {
    card: toCard(row),
    names: row.names,
    birth: {
      year: row.birth_year,
      month: row.birth_month,
      day: row.birth_day,
      estimatedAge: row.estimated_age,
      estimatedOn: row.estimated_on,
    },
    areaId: row.area_id,
    contactKeys: row.contact_keys,
    isRestricted: row.is_restricted,
    isOwn: row.is_own,
  };
}

/** Records as they are compared, by identifier: those that the database shows, and of them those that stand for themselves. */
export async function listCompared(
  db: Db,
  of: { personIds: readonly string[]; organisationId: string | null },
): Promise<Map<string, ComparedCard>> {
  const { rows } = await sql<ComparedRow>`
    select person.person_id, person.display_name, person.birth_year, person.area_id, person.may_contact, person.created_at,
      person.birth_month, person.birth_day, person.estimated_age, person.estimated_on, person.is_restricted,
      coalesce(person.steward_organisation_id = ${of.organisationId}::uuid, false) as is_own,
      array(select words from people.person_name as name where name.person_id = person.person_id order by created_at, name_id) as names,
      array(select distinct contact_key from people.contact_point as point
        where point.person_id = person.person_id and contact_key is not null) as contact_keys
    from people.person where person.person_id = any (${[...of.personIds]}::uuid[]) and person.merged_into is null`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.person_id, toCompared(row)]));
}

const MOST_CANDIDATES = 50;

/** Records in the reader's reach that hold a key of this person: two words of a name, nearly two, or a way of contact. */
export async function listCandidateIds(db: Db, actor: Actor, person: NewPerson): Promise<string[]> {
  const isPair = (key: string): boolean => key.includes('+');
  const keys = nameKeys(person.displayName);
  const pairs = keys.filter(isPair);
  const tokens = pairs.length > 0 ? pairs : keys;
  const nears = nearNameKeys(person.displayName).filter(isPair);
  const contacts = person.contactPoints.flatMap((point) => contactKey(point) ?? []);
  const { rows } = await sql<{ person_id: string }>`
    select reach.person_id from people.reach join (
      (select person_id from people.name_token where token = any (${[...tokens, ...nears]}::text[]))
      union (select person_id from people.name_near where near = any (${[...pairs, ...nears]}::text[]))
      union (select person_id from people.contact_point where contact_key = any (${contacts}::text[]))
    ) as held on held.person_id = reach.person_id
    where reach.kind = 'looks_after' and reach.circle_id = ${actor.organisationId}::uuid limit ${sql.lit(MOST_CANDIDATES)}`.execute(
    db.withPlugin(unnamedStatement),
  );
  return rows.map((row) => row.person_id);
}

type Elsewhere = { person_id: string; initials: string; organisation_id: string; has_same_contact: boolean };

/** Whom another organisation looks after and who may be this person; the database itself says no more than is shown. */
export async function listElsewhere(db: Db, person: NewPerson, now: Date): Promise<Elsewhere[]> {
  const names = askedNameKeys(person.displayName).filter((key) => key.includes('+'));
  const contacts = person.contactPoints.flatMap((point) => contactKey(point) ?? []);
  const born = birthInterval({
    year: person.birthYear,
    month: null,
    day: null,
    estimatedAge: person.estimatedAge,
    estimatedOn: now.toISOString().slice(0, 10),
  });
  const from = born === null ? null : born.from.getUTCFullYear();
  const until = born === null ? null : new Date(born.until.getTime() - 1).getUTCFullYear();
  const { rows } = await sql<Elsewhere>`
    select person_id, initials, organisation_id, has_same_contact
    from people.known_elsewhere(${names}::text[], ${contacts}::text[], ${from}::integer, ${until}::integer)`.execute(
    db.withPlugin(unnamedStatement),
  );
  return rows;
}

const MOST_PAIRS = 400;

/** Two records each that one organisation looks after and that hold a key in common, those with the most in common first; none that somebody said to be two people. */
export async function listPairIds(db: Db, organisationId: string | null): Promise<[string, string][]> {
  const { rows } = await sql<{ one: string; other: string }>`
    with own as (select reach.person_id from people.reach join people.person on person.person_id = reach.person_id
      where reach.kind = 'looks_after' and reach.circle_id = ${organisationId}::uuid and person.merged_into is null),
    held as (
      select token.person_id, token.token as key, 3 as weight from people.name_token as token join own on own.person_id = token.person_id
        where token.token like '%+%'
      union all select near.person_id, near.near, 1 from people.name_near as near join own on own.person_id = near.person_id where near.near like '%+%'
      union all select distinct point.person_id, point.contact_key, 12 from people.contact_point as point join own on own.person_id = point.person_id
        where point.contact_key is not null)
    select one.person_id as one, other.person_id as other from held as one
    join held as other on other.key = one.key and one.person_id < other.person_id
    where not exists (select from people.not_same where not_same.person_id = one.person_id and not_same.other_person_id = other.person_id)
    group by 1, 2 order by sum(one.weight) desc, 1, 2
    limit ${sql.lit(MOST_PAIRS)}`.execute(db.withPlugin(unnamedStatement));
  return rows.map((row) => [row.one, row.other]);
}

/** Notes for both that they are two people. */
export async function saveNotSame(
  db: Db,
  two: readonly [string, string],
  by: { accountId: string | null; now: Date },
): Promise<void> {
  const [one, other] = two;
  await db
    .insertInto('people.not_same')
    .values(
      [
        { person_id: one, other_person_id: other },
        { person_id: other, other_person_id: one },
      ].map((row) => ({ ...row, decided_by: by.accountId, decided_at: by.now })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
