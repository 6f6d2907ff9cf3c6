import { unnamedStatement, type Ctx } from '@qantara/platform';
import { sql, type RawBuilder } from 'kysely';
import { capacityEdges, DISTANCE_RINGS_KM } from '../../domain/index.ts';
import { cardColumns, type CardRow } from '../card-view.ts';
import type { DirectoryTables } from '../tables.gen.ts';
import type { Asked } from './asked-search.ts';
import { answersNeed, every, isFindable, lookedUp, ofItself, servesArea, speaks } from './filters-view.ts';
import { countPlacesWithin, hasPlaceNear, joinNear, placesNear, type Near } from './near-view.ts';

type Db = Ctx<DirectoryTables>['db'];
type Part = RawBuilder<unknown>;

/** Beyond this a count says "more than": nobody reads that far, and counting costs more than it tells. */
export const MOST_COUNTED = 1000;

export type FoundRow = CardRow & { distance: number | null };
export type FoundPage = { rows: FoundRow[]; total: number | null; hasMore: boolean };

/** One asked word as PostgreSQL reads it: the word where it stands, or a name that sounds like it. All are letters and digits. */
function term(asked: Asked, index: number, at: { word: string; key: string | null }): string {
  const { word = '', keys = [] } = asked.words[index] ?? {};
  // The last word may still be half typed.
  const isHalf = index === asked.words.length - 1 && word.length > 1;
  const marks = `${isHalf ? '*' : ''}${at.word}`;
  const sounds = at.key === null ? [] : keys.map((key) => `'${key}':${at.key}`);
  return `(${[`'${word}'${marks === '' ? '' : `:${marks}`}`, ...sounds].join(' | ')})`;
}

function queryOf(asked: Asked, at: { word: string; key: string | null }): string {
  return asked.words.map((_, index) => term(asked, index, at)).join(asked.joined === 'all' ? ' & ' : ' | ');
}

const ANYWHERE = { word: '', key: 'AB' };
const IN_NAME = { word: 'A', key: null };
const IN_HEAD = { word: 'AB', key: 'AB' };

function fits(query: string): Part {
  return sql`service.search_vector @@ ${query}::tsquery`;
}

/** Names count most, then names by their sound, organisation and needs, then the rest; of any of the words, how many. */
function meaning(asked: Asked): Part {
  if (asked.words.length === 0) return sql`0`;
  if (asked.joined === 'all')
    return sql`case when ${fits(queryOf(asked, IN_NAME))} then 3 when ${fits(queryOf(asked, IN_HEAD))} then 2 else 1 end`;
  const counted = asked.words.map((_, index) => sql`(${fits(term(asked, index, ANYWHERE))})::integer`);
  return sql`2 * (${sql.join(counted, sql` + `)}) + (${fits(queryOf(asked, IN_NAME))})::integer`;
}

/** The worth of a word on room by its age, as domain/search/rank-order has it. */
function capacityStep({ now }: Asked): Part {
  const worth = capacityEdges(now)
    .filter(({ edges }) => edges.length > 0)
    .map(({ capacity, sign, edges }) => {
      const steps = edges.map((edge) => sql`(service.capacity_at >= ${edge}::timestamptz)::integer`);
      return sql`when ${sql.lit(capacity)} then ${sql.lit(sign)} * (${sql.join(steps, sql` + `)})`;
    });
  return sql`coalesce(case service.capacity ${sql.join(worth, sql` `)} else 0 end, 0)`;
}

/** A search from somewhere; `within` looks only at services that have a place in so small a circle of it. */
export type AskedNear = Omit<Asked, 'near'> & { near: Near; within?: number };

const isNear = (asked: Asked): asked is AskedNear => asked.near !== null && asked.near !== 'nowhere';

/** What the words ask, and the filters that the row of a service answers by itself. */
function ownConditions(asked: Asked): Part[] {
  const text = asked.words.length === 0 ? [] : [fits(queryOf(asked, ANYWHERE))];
  const nowhere = asked.near === 'nowhere' ? [sql`false`] : [];
  return [isFindable, ...nowhere, ...text, ...ofItself(asked)];
}

/**
 * The services that the words find and whose own row fits the filters; `filtered` are those that are asked here. Whether the
 * server begins with the words or with the places it decides by how many of each it expects.
 */
export function candidates(asked: Asked, columns: Part, filtered: Part[]): Part {
  const where = every([...ownConditions(asked), ...filtered]);
  if (!isNear(asked))
    return sql`select service.service_id, null::double precision as distance, null::uuid[] as places, ${columns}
      from directory.service where ${where}`;
  return sql`select service.service_id, min(far.distance) as distance, array_agg(location.location_id) as places, ${columns}
    from directory.service ${joinNear({ ...asked.near, radius: asked.within ?? asked.near.radius })} where ${where} group by service.service_id`;
}

/** The filters whose choices are counted too. */
const chosen = (asked: Asked): Part[] => [answersNeed(asked), servesArea(asked), speaks(asked)];

const ORDER = sql`meaning desc, distance_ring, capacity_step desc, assured_at desc nulls last, distance, service_id`;
const RING = sql.join(
  DISTANCE_RINGS_KM.map((edge) => sql`(fitting.distance > ${sql.lit(edge)})::integer`),
  sql` + `,
);

/**
 * What fits, best first, no more than is counted: filters that must be looked up are asked in this order, service by service,
 * so that a common word does not have every one of its services looked up.
 */
function ranked(asked: Asked): Part {
  const most = Math.max(MOST_COUNTED + 1, asked.page * asked.perPage + 1);
  const columns = sql`${meaning(asked)} as meaning, ${capacityStep(asked)} as capacity_step, service.assured_at`;
  const ring = isNear(asked) ? RING : sql`0`;
  const ordered = sql`select fitting.*, ${ring} as distance_ring from (${candidates(asked, columns, chosen(asked))}) as fitting
    order by ${ORDER}`;
  const places =
    isNear(asked) && asked.within !== undefined ? placesNear(sql`ordered.service_id`, asked.near) : sql`ordered.places`;
  const looked = lookedUp(asked, sql`ordered.service_id`, places);
  if (looked.length === 0) return sql`${ordered} limit ${sql.lit(most)}`;
  return sql`select * from (${ordered} offset 0) as ordered where ${every(looked)} limit ${sql.lit(most)}`;
}

type Place = { serviceId: string; distance: number | null };

/** The cards of these services, in this order: a statement that is planned once, for any search. */
async function listFound(db: Db, places: Place[]): Promise<FoundRow[]> {
  if (places.length === 0) return [];
  const ids = places.map(({ serviceId }) => serviceId);
  const { rows } = await sql<CardRow>`
    select ${cardColumns}
    from unnest(${ids}::uuid[]) with ordinality as top (service_id, place)
    join directory.service on service.service_id = top.service_id
    join organisations.published_organisation as organisation on organisation.organisation_id = service.organisation_id
    order by top.place`.execute(db);
  const distances = new Map(places.map(({ serviceId, distance }) => [serviceId, distance]));
  return rows.map((row) => ({ ...row, distance: distances.get(row.service_id) ?? null }));
}

/** The statement that finds one page: which services, in which order, and how many there are. */
export function pageStatement(asked: Asked): RawBuilder<{ total: number; places: Place[] }> {
  const first = (asked.page - 1) * asked.perPage;
  return sql`
    with ranked as (${ranked(asked)}),
    placed as materialized (select service_id, distance, row_number() over () as place from ranked)
    select (select count(*)::integer from placed) as total,
      coalesce((select json_agg(json_build_object('serviceId', service_id, 'distance', distance) order by place)
        from placed where place > ${sql.lit(first)} and place <= ${sql.lit(first + asked.perPage + 1)}), '[]') as places`;
}

async function findPlaces(db: Db, asked: Asked): Promise<{ total: number; places: Place[] }> {
  const { rows } = await pageStatement(asked).execute(db.withPlugin(unnamedStatement));
  return rows[0] ?? { total: 0, places: [] };
}

/** In a city a ring of so many places is worth looking into before those around it. */
const MANY_PLACES = 2500;

/**
 * Without words the nearest ring comes first, whatever lies around it: where the inner rings alone have more than is counted, the
 * rest of a large city need not be looked at. The answer is the same.
 */
async function findNearPlaces(db: Db, asked: Asked): Promise<{ total: number; places: Place[] }> {
  const isFar = asked.page * asked.perPage >= MOST_COUNTED;
  if (!isNear(asked) || asked.words.length > 0 || isFar) return findPlaces(db, asked);
  const { near } = asked;
  const rings = DISTANCE_RINGS_KM.filter((edge) => edge < near.radius);
  const places = rings.length === 0 ? [] : await countPlacesWithin(db, near, rings);
  for (const [index, within] of rings.entries()) {
    if ((places[index] ?? 0) < MANY_PLACES) continue;
    const inner: AskedNear = { ...asked, within };
    const found = await findPlaces(db, inner);
    if (found.total > MOST_COUNTED) return found;
  }
  return findPlaces(db, asked);
}

/** One page of the directory. Which services come is planned anew each time: one plan for all words is 4 to 8 times slower. */
export async function searchServices(db: Db, asked: Asked): Promise<FoundPage> {
  const { total, places } = await findNearPlaces(db, asked);
  return {
    rows: await listFound(db, places.slice(0, asked.perPage)),
    total: total > MOST_COUNTED ? null : total,
    hasMore: places.length > asked.perPage,
  };
}

/** A wider search is offered with its count up to here; more is "more than". */
const MOST_WIDER = 100;
/** So many services are looked up for it at most: who found nothing must not wait for a count. */
const MOST_LOOKED_UP = 500;

/** How many services a wider search would find, up to a hundred and one: as they come, without order or distance. */
export async function countServices(db: Db, asked: Asked): Promise<number> {
  const isAround = isNear(asked) ? [hasPlaceNear(asked.near)] : [];
  const places = isNear(asked) ? placesNear(sql`own.service_id`, asked.near) : sql`null::uuid[]`;
  const looked = lookedUp(asked, sql`own.service_id`, places);
  const bound = looked.length === 0 ? MOST_WIDER + 1 : MOST_LOOKED_UP;
  const { rows } = await sql<{ total: number }>`
    with own as (select service.service_id from directory.service
      where ${every([...ownConditions(asked), ...chosen(asked), ...isAround])} limit ${sql.lit(bound)}),
    counted as (select 1 from own where ${every(looked)} limit ${sql.lit(MOST_WIDER + 1)})
    select count(*)::integer as total from counted`.execute(db.withPlugin(unnamedStatement));
  return rows[0]?.total ?? 0;
}

/** Of so many services, the freshest, three are taken that have a number: who found nothing must not wait for it. */
const MOST_CALLED = 300;

/** Up to three services that can be called now, of the asked area and of one need or of any; freshest first. */
export async function listCallable(db: Db, asked: Asked): Promise<CardRow[]> {
  const { rows } = await sql<CardRow>`
    with fresh as materialized (
      select service.service_id, service.assured_at from directory.service
      where ${every([isFindable, answersNeed(asked), servesArea(asked)])}
      order by service.assured_at desc nulls last, service.service_id limit ${sql.lit(MOST_CALLED)}),
    top as (
      select * from fresh
      where (select true from directory.phone where phone.service_id = fresh.service_id and phone.kind <> 'fax' limit 1)
      order by assured_at desc nulls last, service_id limit 3)
    select ${cardColumns}
    from top join directory.service on service.service_id = top.service_id
    join organisations.published_organisation as organisation on organisation.organisation_id = service.organisation_id
    order by top.assured_at desc nulls last, top.service_id`.execute(db.withPlugin(unnamedStatement));
  return rows;
}
