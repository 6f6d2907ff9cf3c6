import type { Actor } from '@qantara/kernel';
import { circlesOf, unnamedStatement } from '@qantara/platform';
import { sql, type Kysely } from 'kysely';
import type { PersonCard } from '../../contract/index.ts';
import { askedNameKeys, askedNearKeys } from '../../domain/index.ts';
import { isFoundBy, listCards, toCard } from '../person-store.ts';
import type { PeopleTables } from '../tables.gen.ts';

type Db = Kysely<PeopleTables>;

type Asked = { actor: Actor; limit: number };

type Found = Parameters<typeof toCard>[0] & { merged_into: string | null };

/** The cards of what was found; where a record stands behind another, that of the other, once. Merged records are few: they are asked for only where there is one. */
async function cardsOf(db: Db, rows: Found[]): Promise<PersonCard[]> {
  const keptIds = rows.flatMap(({ merged_into }) => merged_into ?? []);
  if (keptIds.length === 0) return rows.map(toCard);
  const kept = await listCards(db, keptIds);
  const cards = rows.map((row) => (row.merged_into === null ? undefined : kept.get(row.merged_into)) ?? toCard(row));
  return [...new Map(cards.map((card) => [card.personId, card])).values()];
}

/** The cards of the people whom a query finds, by the identifiers that it gives; those that begin latest were made last. */
async function newestOf(db: Db, held: ReturnType<typeof sql>, limit: number): Promise<PersonCard[]> {
  const { rows } = await sql<Found>`
    select person.person_id, person.display_name, person.birth_year, person.area_id, person.may_contact, person.created_at,
      person.merged_into
    from (select distinct held.person_id from ${held} as held order by 1 desc limit ${limit}) as found
    join lateral (select * from people.person where person.person_id = found.person_id offset 0) as person on true
    order by person.person_id desc`.execute(db.withPlugin(unnamedStatement));
  return cardsOf(db, rows);
}

/** That the row is still a way of the reader, by the table that decides it and its policy; `offset 0` keeps the plan as it is written. */
const isInReach = (actor: Actor) => sql`exists (select from people.reach where reach.circle_id = name_reach.circle_id
  and reach.person_id = name_reach.person_id and ${isFoundBy(actor)} offset 0)`;

/**
 * People who hold all of these keys, the newest record first. Of each circle the end of one range of an index is read, and each row
 * asked of `people.reach`, so that no plan is better for one reader or one name than for another: `offset 0` keeps it so.
 */
function withKeys(asked: Asked, [first, ...others]: string[]): ReturnType<typeof sql> {
  const hasAll = others.map(
    (token) => sql`and exists (select from people.name_reach as other
      where other.circle_id = mine.circle_id and other.token = ${token} and other.person_id = name_reach.person_id offset 0)`,
  );
  return sql`unnest(${circlesOf(asked.actor)}::uuid[]) as mine (circle_id) cross join lateral (
    select name_reach.person_id from people.name_reach
    where name_reach.circle_id = mine.circle_id and name_reach.token = ${first} ${sql.join(hasAll, sql` `)}
      and ${isInReach(asked.actor)}
    order by name_reach.person_id desc limit ${asked.limit})`;
}

/** The same by any of the keys of a name with an error in it, read from the same ranges; they stand beside those who look after somebody. */
async function findNear(db: Db, { actor, limit }: Asked, name: string): Promise<PersonCard[]> {
  const { exact, near } = askedNearKeys(name);
  if (near.length === 0) return [];
  const held = sql`unnest(${circlesOf(actor)}::uuid[]) as mine (circle_id)
    cross join unnest(${[...exact, ...near.map((key) => `~${key}`)]}::text[]) as asked (token) cross join lateral (
      select name_reach.person_id from people.name_reach
      where name_reach.circle_id = mine.circle_id and name_reach.token = asked.token and ${isInReach(actor)}
      order by name_reach.person_id desc limit ${limit})`;
  return newestOf(db, held, limit);
}

/**
 * People whose names have all of these words, in any spelling or script, the newest record first; where nobody has, those whose name has
 * one consonant otherwise. Two records that are one person are found once.
 */
export async function searchByName(
  db: Db,
  actor: Actor,
  asked: { name: string; limit: number },
): Promise<PersonCard[]> {
  const keys = askedNameKeys(asked.name);
  if (keys.length === 0) return [];
  const of = { actor, limit: asked.limit };
  const found = await newestOf(db, withKeys(of, keys), of.limit);
  return found.length > 0 ? found : findNear(db, of, asked.name);
}
