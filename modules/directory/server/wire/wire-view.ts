import { latinDigits } from '@qantara/kernel';
import { unnamedStatement, withTables, type AnyCtx } from '@qantara/platform';
import { around } from '@qantara/territory/domain';
import { listAreas } from '@qantara/territory/server';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { DirectoryTables } from '../tables.gen.ts';
import {
  all,
  classified,
  covers,
  distanceTo,
  hasPostcode,
  ofPlace,
  ofService,
  pointOf,
  type Predicate,
} from './filters-view.ts';
import type { PostcodePlace, WireFilter, WireIds, WireWindow } from './wire-filter.ts';

type Db = Kysely<DirectoryTables>;
type Found = { id: string; total: number };

/** One page of identifiers and how many there are: those nearest first where a point is asked of, else in their own order. */
async function select(db: Db, matching: RawBuilder<unknown>, window: WireWindow): Promise<WireIds> {
  const part = window === null ? sql`` : sql`limit ${window.limit} offset ${window.offset}`;
  const plain = db.withPlugin(unnamedStatement);
  const { rows } = await sql<Found>`with matching as (${matching})
    select id, count(*) over ()::integer as total from matching order by distance nulls last, id ${part}`.execute(
    plain,
  );
  if (rows[0] !== undefined) return { ids: rows.map(({ id }) => id), total: rows[0].total };
  const counted = await sql<{
    total: number;
  }>`select count(*)::integer as total from (${matching}) as matching`.execute(plain);
  return { ids: [], total: counted.rows[0]?.total ?? 0 };
}

const NOWHERE = sql<null>`null::double precision`;

/** A service is at a place by its service_at_locations, those at confidential locations left out. */
const atOpenPlace = (wanted: Predicate): Predicate => sql`exists (select 1 from directory.service_at_location as given
  join directory.location on location.location_id = given.location_id
  where given.service_id = service.service_id and not location.is_confidential and ${wanted})`;

function nearestPlace(filter: WireFilter): RawBuilder<number | null> {
  const point = pointOf(filter);
  if (point === null) return NOWHERE;
  return sql`(select min(${distanceTo(point)}) from directory.service_at_location as given
    join directory.location on location.location_id = given.location_id
    where given.service_id = service.service_id and not location.is_confidential)`;
}

function coverage(filter: WireFilter, own: (wanted: Predicate) => Predicate): Predicate | undefined {
  const { postcode } = filter;
  if (postcode === undefined) return undefined;
  if (postcode === null) return sql`false`;
  return sql`(${covers(postcode.areaIds)} or ${own(hasPostcode(postcode.postcode))})`;
}

/** The services that match, whatever their status; one that was found to be the same as another is not among them. */
export async function listWireServices(anyCtx: AnyCtx, filter: WireFilter, window: WireWindow): Promise<WireIds> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const where = all([
    ofService(filter, 'everywhere'),
    classified(filter, []),
    filter.modifiedAfter && sql`service.updated_at >= ${filter.modifiedAfter}`,
    ...ofPlace(filter).map(atOpenPlace),
    coverage(filter, atOpenPlace),
  ]);
  return select(
    db,
    sql`select service.service_id as id, ${nearestPlace(filter)} as distance from directory.service where ${where}`,
    window,
  );
}

/** Nothing of a confidential location is asked: neither what it is called by nor when it changed. */
export async function listWirePlaces(anyCtx: AnyCtx, filter: WireFilter, window: WireWindow): Promise<WireIds> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const point = pointOf(filter);
  const where = all([
    sql`given.home_id = given.service_id`,
    ofService(filter, 'here'),
    classified(filter, [
      sql`(case when location.is_confidential then null else given.service_at_location_id end)`,
      sql`(case when location.is_confidential then null else location.location_id end)`,
    ]),
    filter.modifiedAfter &&
      sql`(service.updated_at >= ${filter.modifiedAfter}
        or (not location.is_confidential and location.updated_at >= ${filter.modifiedAfter}))`,
    ...ofPlace(filter),
    coverage(filter, (wanted) => wanted),
  ]);
  const distance =
    point === null ? NOWHERE : sql`case when location.is_confidential then null else ${distanceTo(point)} end`;
  return select(
    db,
    sql`select given.service_at_location_id as id, ${distance} as distance
      from directory.service_at_location as given
      join directory.service on service.service_id = given.service_id
      join directory.location on location.location_id = given.location_id
      where ${where}`,
    window,
  );
}

/** Organisations that the directory speaks of: they have a service, or a source tells of them. */
const inDirectory: Predicate = sql`(exists (select 1 from directory.service
    where service.organisation_id = organisation.organisation_id and service.merged_into is null)
  or exists (select 1 from directory.statement where statement.record_id = organisation.organisation_id
    and statement.object = 'organization' and statement.ended_at is null))`;

/** An organisation has the terms that it was given, and those of what it does. */
function ofItsWork(classes: Pick<WireFilter, 'term' | 'taxonomy'>): Predicate {
  return sql`exists (select 1 from (values (1)) as itself (one)
    left join directory.service on service.organisation_id = organisation.organisation_id and service.merged_into is null
    where ${classified(classes, [sql`organisation.organisation_id`])})`;
}

/** The organisations of the directory; `ids` narrows them to those found by their words. */
export async function listWireOrganisations(
  anyCtx: AnyCtx,
  filter: WireFilter & { ids?: string[] },
  window: WireWindow,
): Promise<WireIds> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const { ids, term, taxonomy } = filter;
  const where = all([
    inDirectory,
    ids && sql`organisation.organisation_id = any(${ids}::uuid[])`,
    term && ofItsWork({ term }),
    taxonomy && ofItsWork({ taxonomy }),
  ]);
  return select(
    db,
    sql`select organisation.organisation_id as id, ${NOWHERE} as distance
      from organisations.published_organisation as organisation where ${where}`,
    window,
  );
}

/** Where a postcode lies, by the directory's own open addresses; undefined where it has none there. */
export async function findPostcodePlace(anyCtx: AnyCtx, said: string): Promise<PostcodePlace | undefined> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const postcode = latinDigits(said).replaceAll(/\s/g, '').toUpperCase();
  const { rows } = await sql<{
    latitude: number | null;
    longitude: number | null;
    areas: string[] | null;
    count: number;
  }>`
    select avg(location.latitude) as latitude, avg(location.longitude) as longitude, count(*)::integer as count,
      array_agg(distinct location.area_id) filter (where location.area_id is not null) as areas
    from directory.location where location.merged_into is null and ${hasPostcode(postcode)}`.execute(db);
  const [found] = rows;
  if (found === undefined || found.count === 0) return undefined;
  const areas = await listAreas(anyCtx);
  const areaIds = (found.areas ?? []).flatMap((areaId) => around(areas, areaId).map((area) => String(area.areaId)));
  const { latitude, longitude } = found;
  const centroid = latitude === null || longitude === null ? null : { latitude, longitude };
  return { postcode, centroid, areaIds: [...new Set(areaIds)] };
}
