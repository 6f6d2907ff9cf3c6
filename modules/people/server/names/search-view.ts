import type { Actor } from '@qantara/kernel';
import { unnamedStatement } from '@qantara/platform';
import { sql, type Kysely } from 'kysely';
import type { PersonCard } from '../../contract/index.ts';
import { askedNameKeys, askedNearKeys } from '../../domain/index.ts';
import { isFoundBy, listCards, toCard } from '../person-store.ts';
import type { PeopleTables } from '../tables.gen.ts';

type Db = Kysely<PeopleTables>;

/** So many that a name fits are looked at, and the latest of them shown: whoever looks for another says more of the name. */
const MOST_FITTING = 100;

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

/** People who hold a key of the name, and all the others. Joined, not asked row by row: of a small organisation the server begins with its people, of a whole region with the name. */
async function fitting(db: Db, asked: Asked, held: { from: ReturnType<typeof sql>; others: string[] }) {
  const hasAll = held.others.map(
    (token) =>
      sql`and exists (select from people.name_token as other where other.person_id = person.person_id and other.token = ${token})`,
  );
  const { rows } = await sql<Found>`
    select distinct fitting.* from (
      select person.person_id, person.display_name, person.birth_year, person.area_id, person.may_contact, person.created_at,
        person.updated_at, person.merged_into
      from people.reach join ${held.from} as held on held.person_id = reach.person_id
      join people.person on person.person_id = reach.person_id
      where ${isFoundBy(asked.actor)} ${sql.join(hasAll, sql` `)} limit ${sql.lit(MOST_FITTING)}) as fitting
    order by fitting.updated_at desc limit ${asked.limit}`.execute(db.withPlugin(unnamedStatement));
  return cardsOf(db, rows);
}

async function findNear(db: Db, asked: Asked, name: string): Promise<PersonCard[]> {
  const { exact, near } = askedNearKeys(name);
  if (near.length === 0) return [];
  const from = sql`(
    select name_near.person_id from people.name_near where name_near.near = any (${near}::text[])
    union select name_token.person_id from people.name_token where name_token.token = any (${exact}::text[]))`;
  return fitting(db, asked, { from, others: [] });
}

/**
 * People whose names have all of these words, in any spelling or script, the latest first; where nobody has, those whose name has
 * one consonant otherwise. Two records that are one person are found once.
 */
export async function searchByName(
  db: Db,
  actor: Actor,
  asked: { name: string; limit: number },
): Promise<PersonCard[]> {
  const [first, ...others] = askedNameKeys(asked.name);
  if (first === undefined) return [];
  const { limit } = asked;
  const from = sql`(select name_token.person_id from people.name_token where name_token.token = ${first})`;
  const found = await fitting(db, { actor, limit }, { from, others });
  return found.length > 0 ? found : findNear(db, { actor, limit }, asked.name);
}
