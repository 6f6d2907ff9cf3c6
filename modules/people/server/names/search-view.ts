import type { Actor } from '@qantara/kernel';
import { unnamedStatement } from '@qantara/platform';
import { sql, type Kysely } from 'kysely';
import type { PersonCard } from '../../contract/index.ts';
import { askedNameKeys, askedNearKeys } from '../../domain/index.ts';
import { isLookedAfterBy, toCard } from '../person-store.ts';
import type { PeopleTables } from '../tables.gen.ts';

type Db = Kysely<PeopleTables>;

/** So many that a name fits are looked at, and the latest of them shown: whoever looks for another says more of the name. */
const MOST_FITTING = 100;

type Asked = { actor: Actor; limit: number };

/** What a card shows, of the record that stands for another where two are one. */
const CARD = sql<Parameters<typeof toCard>[0] & { updated_at: Date }>`
  coalesce(kept.person_id, person.person_id) as person_id, coalesce(kept.display_name, person.display_name) as display_name,
  case when kept.person_id is null then person.birth_year else kept.birth_year end as birth_year,
  case when kept.person_id is null then person.area_id else kept.area_id end as area_id,
  case when kept.person_id is null then person.may_contact else kept.may_contact and person.may_contact end as may_contact,
  coalesce(kept.created_at, person.created_at) as created_at, coalesce(kept.updated_at, person.updated_at) as updated_at`;

/** People who hold a key of the name, and all the others. Joined, not asked row by row: of a small organisation the server begins with its people, of a whole region with the name. */
async function fitting(db: Db, asked: Asked, held: { from: ReturnType<typeof sql>; others: string[] }) {
  const hasAll = held.others.map(
    (token) =>
      sql`and exists (select from people.name_token as other where other.person_id = person.person_id and other.token = ${token})`,
  );
  const { rows } = await sql<Parameters<typeof toCard>[0]>`
    select distinct on (fitting.updated_at, fitting.person_id) fitting.* from (
      select ${CARD} from people.reach join ${held.from} as held on held.person_id = reach.person_id
      join people.person on person.person_id = reach.person_id
      left join people.person as kept on kept.person_id = person.merged_into
      where ${isLookedAfterBy(asked.actor)} ${sql.join(hasAll, sql` `)} limit ${sql.lit(MOST_FITTING)}) as fitting
    order by fitting.updated_at desc, fitting.person_id limit ${asked.limit}`.execute(db.withPlugin(unnamedStatement));
  return rows.map(toCard);
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
