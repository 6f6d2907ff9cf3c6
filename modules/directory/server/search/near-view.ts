import { latinDigits } from '@qantara/kernel';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { boundsAround, EARTH_RADIUS_KM, type Point } from '../../domain/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';

/** A circle that is asked about, in kilometres. */
export type Near = Point & { radius: number };

/** Places whose coordinates may be asked: of a confidential one nobody learns where it is, however often they ask. */
const isAskable = sql`not location.is_confidential and location.latitude is not null and location.longitude is not null`;

/** Kilometres from a point to the `location` in scope, by the rule of domain/search/distance. */
export function distanceTo({ latitude, longitude }: Point): RawBuilder<number> {
  return sql`(2 * ${sql.lit(EARTH_RADIUS_KM)} * asin(least(1, sqrt(
    power(sin(radians(location.latitude - ${latitude}::double precision) / 2), 2)
    + cos(radians(${latitude}::double precision)) * cos(radians(location.latitude))
      * power(sin(radians(location.longitude - ${longitude}::double precision) / 2), 2)))))`;
}

/** Of `given`, the places of a service, the open ones that lie in the circle: `location`, and `far.distance`. */
function placesWithin(near: Near): RawBuilder<unknown> {
  const { south, north, west, east } = boundsAround(near, near.radius);
  // The box is there for the index, and so that the server knows how many places to expect; the circle is exact. Told as "not
  // beyond", it lets the server expect nearly all of the box; of "at most" it would expect a third, and look up each by itself.
  return sql`join directory.location on location.location_id = given.location_id and ${isAskable}
      and location.latitude between ${south}::double precision and ${north}::double precision
      and location.longitude between ${west}::double precision and ${east}::double precision
    join lateral (select ${distanceTo(near)} as distance) as far on sign(far.distance - ${near.radius}) <> 1`;
}

/** The open places of the service in scope that lie in the circle, joined to it. */
export function joinNear(near: Near): RawBuilder<unknown> {
  return sql`join directory.service_at_location as given on given.service_id = service.service_id ${placesWithin(near)}`;
}

/** Whether the service in scope has an open place in the circle. */
export function hasPlaceNear(near: Near): RawBuilder<unknown> {
  return sql`exists (select 1 from directory.service_at_location as given ${placesWithin(near)}
    where given.service_id = service.service_id)`;
}

/** The open places of a service in the circle, as a list. */
export function placesNear(serviceId: RawBuilder<unknown>, near: Near): RawBuilder<unknown> {
  return sql`coalesce((select array_agg(location.location_id) from directory.service_at_location as given
    join directory.location on location.location_id = given.location_id and ${isAskable}
    where given.service_id = ${serviceId} and ${distanceTo(near)} <= ${near.radius}), '{}')`;
}

/** How many open places lie within each of these distances, in one reading of an index. */
export async function countPlacesWithin(
  db: Kysely<DirectoryTables>,
  near: Near,
  kilometres: number[],
): Promise<number[]> {
  const { south, north, west, east } = boundsAround(near, near.radius);
  const within = kilometres.map((edge) => sql`count(*) filter (where far.distance <= ${edge})::integer`);
  const { rows } = await sql<{ places: number[] }>`select array[${sql.join(within)}] as places
    from directory.location join lateral (select ${distanceTo(near)} as distance) as far on true
    where ${isAskable} and location.latitude between ${south}::double precision and ${north}::double precision
      and location.longitude between ${west}::double precision and ${east}::double precision`.execute(db);
  return rows[0]?.places ?? [];
}

/** The middle of the directory's own open addresses with this postcode; undefined where it has none. */
export async function findPostcodeCentre(db: Kysely<DirectoryTables>, postcode: string): Promise<Point | undefined> {
  const plain = latinDigits(postcode).replaceAll(' ', '').toUpperCase();
  const { rows } = await sql<{ latitude: number | null; longitude: number | null }>`
    select avg(place.latitude) as latitude, avg(place.longitude) as longitude
    from (select distinct location.location_id, location.latitude, location.longitude
      from directory.address join directory.location on location.location_id = address.location_id
      where upper(replace(address.postal_code, ' ', '')) = ${plain} and ${isAskable}
        and address.address_type is distinct from 'postal') as place`.execute(db);
  const { latitude = null, longitude = null } = rows[0] ?? {};
  return latitude === null || longitude === null ? undefined : { latitude, longitude };
}
