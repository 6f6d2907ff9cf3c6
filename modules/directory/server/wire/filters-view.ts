import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { hasHours, isOpenAt, type HoursAt } from './open-at-view.ts';
import type { WireFilter, WirePoint, WireTaxonomy, WireTerm } from './wire-filter.ts';

export type Predicate = RawBuilder<SqlBool>;

const EARTH_RADIUS_METRES = 6_371_008.8;
const YES: Predicate = sql`true`;

/** All of these hold. */
export function all(predicates: (Predicate | undefined)[]): Predicate {
  const held = predicates.filter((one): one is Predicate => one !== undefined);
  return held.length === 0 ? YES : sql`(${sql.join(held, sql` and `)})`;
}

/** Metres from a point to the `location` in scope; null where it has no coordinates. */
export function distanceTo(point: WirePoint): RawBuilder<number | null> {
  const latitude = sql`radians(${point.latitude}::double precision)`;
  return sql`(2 * ${sql.lit(EARTH_RADIUS_METRES)} * asin(least(1, sqrt(
    power(sin((radians(location.latitude) - ${latitude}) / 2), 2)
    + cos(${latitude}) * cos(radians(location.latitude))
      * power(sin((radians(location.longitude) - radians(${point.longitude}::double precision)) / 2), 2)))))`;
}

/** What a filter's point is: that which was given, or the middle of the postcode. */
export function pointOf(filter: WireFilter): WirePoint | null {
  if (filter.near !== undefined) return filter.near;
  return filter.proximity === undefined ? null : (filter.postcode?.centroid ?? null);
}

/** Words as PostgreSQL reads a query: all of them, each in full. They are letters and digits only. */
export function wordsQuery(words: string[]): string {
  return words.map((word) => `'${word}'`).join(' & ');
}

const NEED = (needCode: string | null): Predicate => sql`exists (select 1 from directory.service_need as given
  where given.service_id = service.service_id ${needCode === null ? sql`` : sql`and given.need_code = ${needCode}`})`;

function attributeOf(link: RawBuilder<unknown>, which: Predicate): Predicate {
  return sql`exists (select 1 from directory.attribute
    left join directory.taxonomy_term as term on term.taxonomy_term_id = attribute.taxonomy_term_id
    where attribute.link_id = ${link} and ${which})`;
}

function termAt(link: RawBuilder<unknown>, term: WireTerm): Predicate | undefined {
  if ('needCode' in term) return undefined;
  if ('columnLabel' in term)
    return attributeOf(link, sql`attribute.link_type = 'column' and attribute.label = ${term.columnLabel}`);
  return attributeOf(link, sql`attribute.taxonomy_term_id = ${term.termId}::uuid`);
}

function taxonomyAt(link: RawBuilder<unknown>, taxonomy: WireTaxonomy): Predicate | undefined {
  if (taxonomy === 'needs') return undefined;
  if (taxonomy === 'columns') return attributeOf(link, sql`attribute.link_type = 'column'`);
  return attributeOf(link, sql`term.taxonomy_id = ${taxonomy.taxonomyId}::uuid`);
}

function any(predicates: (Predicate | undefined)[]): Predicate {
  const held = predicates.filter((one): one is Predicate => one !== undefined);
  return held.length === 0 ? sql`false` : sql`(${sql.join(held, sql` or `)})`;
}

const SERVICE = sql`service.service_id`;

/** Whether a record has a term, or any term of a taxonomy: the service in scope, or what `others` name besides. */
export function classified(filter: WireFilter, others: RawBuilder<unknown>[]): Predicate {
  const { term, taxonomy } = filter;
  const needCode = term !== undefined && 'needCode' in term ? term.needCode : undefined;
  return all([
    term &&
      any([
        needCode === undefined ? undefined : NEED(needCode),
        ...[SERVICE, ...others].map((link) => termAt(link, term)),
      ]),
    taxonomy &&
      any([
        taxonomy === 'needs' ? NEED(null) : undefined,
        ...[SERVICE, ...others].map((link) => taxonomyAt(link, taxonomy)),
      ]),
  ]);
}

/** What is asked of the service itself. Hours are asked everywhere, or at one place. */
export function ofService(filter: WireFilter, at: HoursAt): Predicate {
  const { words, organizationId, minimumAge, maximumAge, openAt, hours } = filter;
  return all([
    sql`service.merged_into is null`,
    words &&
      (words.length === 0 ? sql`false` : sql`service.search_vector @@ to_tsquery('simple', ${wordsQuery(words)})`),
    organizationId === undefined ? undefined : sql`service.organisation_id = ${organizationId}::uuid`,
    minimumAge === undefined ? undefined : sql`service.minimum_age >= ${minimumAge}`,
    maximumAge === undefined ? undefined : sql`service.maximum_age <= ${maximumAge}`,
    openAt && all([sql`service.status = 'active'`, isOpenAt(openAt, at)]),
    hours && hasHours(hours, at),
  ]);
}

const OPEN: Predicate = sql`not location.is_confidential`;

/** What is asked of the open location in scope, one by one. A confidential one answers no such question. */
export function ofPlace(filter: WireFilter): Predicate[] {
  const { near, postcode, proximity } = filter;
  const wanted: Predicate[] = [];
  if (near !== undefined && near.radius !== null) wanted.push(sql`${distanceTo(near)} <= ${near.radius}`);
  if (postcode && proximity !== undefined)
    wanted.push(postcode.centroid === null ? sql`false` : sql`${distanceTo(postcode.centroid)} <= ${proximity}`);
  return wanted.map((one) => all([OPEN, one]));
}

/** Whether the `location` in scope is open and has an address with this postcode. */
export function hasPostcode(postcode: string): Predicate {
  return all([
    OPEN,
    sql`exists (select 1 from directory.address where address.home_id = location.location_id
      and upper(regexp_replace(address.postal_code, '\\s', '', 'g')) = ${postcode})`,
  ]);
}

/** Whether the service in scope says that it serves where a postcode lies: by its areas, or as it serves the whole region. */
export function covers(areaIds: string[]): Predicate {
  return sql`(exists (select 1 from directory.area_served as served
      where served.service_id = service.service_id and served.area_id = any(${areaIds}::uuid[]))
    or (service.area_note is null and not exists (select 1 from directory.area_served as served
      where served.service_id = service.service_id)))`;
}
