import { unnamedStatement, type Ctx } from '@qantara/platform';
import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { ServiceCard } from '../contract/index.ts';
import { cardColumns, toCard, type CardRow } from './card-view.ts';
import type { DirectoryTables } from './tables.gen.ts';

type Db = Ctx<DirectoryTables>['db'];

const PER_PAGE = 20;
/** Beyond this a count says "more than": nobody reads that far, and counting costs more than it tells. */
const MOST_COUNTED = 1000;

/** A search as the database is asked it. */
export type Asked = {
  words: string[];
  /** All the words must be there, or any of them. */
  joined: 'all' | 'any';
  needCode: string | null;
  /** Every area whose services may come; null is everywhere. A service without an area serves them all. */
  areaIds: string[] | null;
  page: number;
};

export type FoundPage = { cards: z.input<typeof ServiceCard>[]; total: number | null; hasMore: boolean };

/** Words as PostgreSQL reads a query: the last one may still be half typed. Search words are letters and digits only. */
function queryOf({ words, joined }: Asked): string {
  const last = words.length - 1;
  const parts = words.map((word, index) => (index === last && word.length > 1 ? `'${word}':*` : `'${word}'`));
  return parts.join(joined === 'all' ? ' & ' : ' | ');
}

function filters(asked: Asked): RawBuilder<unknown> {
  const need =
    asked.needCode === null
      ? sql``
      : sql`and exists (select 1 from directory.service_need
    where service_need.service_id = service.service_id and service_need.need_code = ${asked.needCode})`;
  const area =
    asked.areaIds === null
      ? sql``
      : sql`and (
    exists (select 1 from directory.area_served as served where served.service_id = service.service_id
      and served.area_id = any(${asked.areaIds}::uuid[]))
    or not exists (select 1 from directory.area_served as served where served.service_id = service.service_id))`;
  return sql`${need} ${area}`;
}

/** The services that match, each with its rank; names weigh most, then organisation and needs, then the rest. */
function matched(asked: Asked): RawBuilder<unknown> {
  if (asked.words.length === 0)
    return sql`select service.service_id, 0::real as rank, service.assured_at
      from directory.service where service.status = 'active' ${filters(asked)}`;
  return sql`select service.service_id, ts_rank('{0.05, 0.2, 0.4, 1}', service.search_vector, asked.query) as rank, service.assured_at
    from directory.service, to_tsquery('simple', ${queryOf(asked)}) as asked (query)
    where service.status = 'active' and service.search_vector @@ asked.query ${filters(asked)}`;
}

type Place = { service_id: string; total: number };

/**
 * Which services come on one page, in order, and how many there are. With words the matches are found once and kept;
 * without, the order is an index's own, so that it stops after one page.
 */
function placesStatement(asked: Asked): RawBuilder<Place> {
  const kept = asked.words.length === 0 ? sql`not materialized` : sql`materialized`;
  const order =
    asked.words.length === 0
      ? sql`assured_at desc nulls last, service_id`
      : sql`rank desc, assured_at desc nulls last, service_id`;
  return sql`
    with matched as ${kept} (${matched(asked)}),
    counted as (select count(*)::integer as total from (select 1 from matched limit ${sql.lit(MOST_COUNTED + 1)}) as capped)
    select matched.service_id, counted.total from matched cross join counted order by ${order}
    limit ${sql.lit(PER_PAGE + 1)} offset ${sql.lit((asked.page - 1) * PER_PAGE)}`;
}

/** The cards of these services, in this order: a statement that is planned once, for any words. */
async function listCards(db: Db, serviceIds: string[]): Promise<z.input<typeof ServiceCard>[]> {
  if (serviceIds.length === 0) return [];
  const { rows } = await sql<CardRow>`
    select ${cardColumns}
    from unnest(${serviceIds}::uuid[]) with ordinality as top (service_id, place)
    join directory.service on service.service_id = top.service_id
    join organisations.published_organisation as organisation on organisation.organisation_id = service.organisation_id
    order by top.place`.execute(db);
  return rows.map(toCard);
}

/** One page of the directory. Which services come is planned anew each time: one plan for all words is 4 to 8 times slower. */
export async function searchServices(db: Db, asked: Asked): Promise<FoundPage> {
  const { rows } = await placesStatement(asked).execute(db.withPlugin(unnamedStatement));
  const total = rows[0]?.total ?? 0;
  return {
    cards: await listCards(
      db,
      rows.slice(0, PER_PAGE).map((row) => row.service_id),
    ),
    total: total > MOST_COUNTED ? null : total,
    hasMore: rows.length > PER_PAGE,
  };
}

/** How many services a search would find, up to a thousand and one. */
export async function countServices(db: Db, asked: Asked): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::integer as total from (select 1 from (${matched(asked)}) as matched limit ${sql.lit(MOST_COUNTED + 1)}) as capped
  `.execute(db.withPlugin(unnamedStatement));
  return rows[0]?.total ?? 0;
}

/** Up to three services of the whole region that can be called now, of one need or of any; freshest first. */
export async function listCallable(db: Db, needCode: string | null): Promise<z.input<typeof ServiceCard>[]> {
  const asked: Asked = { words: [], joined: 'all', needCode, areaIds: [], page: 1 };
  const { rows } = await sql<CardRow>`
    with top as (
      select matched.service_id, matched.assured_at from (${matched(asked)}) as matched
      where exists (select 1 from directory.phone where phone.service_id = matched.service_id and phone.kind <> 'fax')
      order by matched.assured_at desc nulls last, matched.service_id limit 3)
    select ${cardColumns}
    from top join directory.service on service.service_id = top.service_id
    join organisations.published_organisation as organisation on organisation.organisation_id = service.organisation_id
    order by top.assured_at desc nulls last, top.service_id`.execute(db);
  return rows.map(toCard);
}

/** Words near to those that no service is found by; a word that is one, or the beginning of one, has no candidates. */
export async function listNearWords(db: Db, words: string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ typed: string; near: string[] }>`
    select typed, array(select word from directory.search_word
      where word % typed or (left(word, 1) = left(typed, 1) and length(typed) <= 5 and abs(length(word) - length(typed)) <= 1)
      order by similarity(word, typed) desc limit 40) as near
    from unnest(${words}::text[]) as typed
    where not exists (select 1 from directory.search_word where word = typed or word like typed || '%')`.execute(db);
  return new Map(rows.map((row) => [row.typed, row.near]));
}
