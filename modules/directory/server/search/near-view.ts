import { latinDigits } from '@qantara/kernel';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { boundsAround, EARTH_RADIUS_KM, type Point } from '../../domain/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';

/** Places whose coordinates may be asked: of a confidential one nobody learns where it is, however often they ask. */
const isAskable = sql`not location.is_confidential and location.latitude is not null and location.longitude is not null`;

/** Kilometres from a point to the `location` in scope, by the rule of domain/search/distance. */
export function distanceTo({ latitude, longitude }: Point): RawBuilder<number> {
  return sql`(2 * ${sql.lit(EARTH_RADIUS_KM)} * asin(least(1, sqrt(
    power(sin(radians(location.latitude - ${latitude}::double precision) / 2), 2)
    + cos(radians(${latitude}::double precision)) * cos(radians(location.latitude))
      * power(sin(radians(location.longitude - ${longitude}::double precision) / 2), 2)))))`;
}

/** Services with an open place in the circle: `near (service_id, distance, places)`. The box is an index's, the circle exact. */
export function nearTable(near: Point & { radius: number }): RawBuilder<unknown> {
  const { south, north, west, east } = boundsAround(near, near.radius);
  return sql`select given.service_id, min(place.distance) as distance, array_agg(place.location_id) as places
    from (select location.location_id, ${distanceTo(near)} as distance from directory.location
      where ${isAskable} and point(location.longitude, location.latitude)
        <@ box(point(${west}::double precision, ${south}::double precision), point(${east}::double precision, ${north}::double precision))
      ) as place
    join directory.service_at_location as given on given.location_id = place.location_id
    where place.distance <= ${near.radius} group by given.service_id`;
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
