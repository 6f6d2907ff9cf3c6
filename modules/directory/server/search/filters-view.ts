import { sql, type RawBuilder } from 'kysely';
import { DENIES_WHEELCHAIR, NAMES_AMOUNT, SAYS_FREE, SAYS_WHEELCHAIR } from '../../domain/index.ts';
import type { Asked } from './asked-search.ts';
import { isOpenAt } from './open-view.ts';

type Condition = RawBuilder<unknown>;

/** Those that anybody may find: what was found to be the same as another record is found by that one. */
export const isFindable = sql`service.status = 'active' and service.merged_into is null`;

export function answersNeed({ needCode }: Asked): Condition {
  if (needCode === null) return sql`true`;
  return sql`exists (select 1 from directory.service_need
    where service_need.service_id = service.service_id and service_need.need_code = ${needCode})`;
}

export function servesArea({ areaIds }: Asked): Condition {
  if (areaIds === null) return sql`true`;
  return sql`(exists (select 1 from directory.area_served as served where served.service_id = service.service_id
      and served.area_id = any(${areaIds}::uuid[]))
    or not exists (select 1 from directory.area_served as served where served.service_id = service.service_id))`;
}

export function speaks({ language }: Asked): Condition {
  return language === null ? sql`true` : sql`service.languages @> array[${language}]::text[]`;
}

/** What the row of the service itself answers. */
export function ofItself({ age, capacity }: Asked): Condition[] {
  return [
    ...(age === null
      ? []
      : [
          sql`coalesce(service.minimum_age, 0) <= ${age}::double precision
            and (service.maximum_age is null or service.maximum_age >= ${age}::double precision)`,
        ]),
    ...(capacity === null ? [] : [sql`service.capacity = ${capacity}`]),
  ];
}

const textsOf = (text: Condition): Condition =>
  sql`concat_ws(E'\n', ${text} ->> 'ar', ${text} ->> 'fr', ${text} ->> 'en')`;

const says = (text: Condition, pattern: string): Condition =>
  sql`(${sql.join(
    (['ar', 'fr', 'en'] as const).map((locale) => sql`coalesce(${text} ->> ${sql.lit(locale)}, '') ~* ${pattern}`),
    sql` or `,
  )})`;

/** No price is asked today, and either one of nothing is named or the text on fees begins by saying so. */
function isFree(serviceId: Condition, today: string): Condition {
  const valid = sql`coalesce(left(cost.valid_from, 10), '') <= ${today} and coalesce(left(cost.valid_to, 10), '9999') >= ${today}`;
  const costs = (which: Condition) => sql`exists (select 1 from directory.cost_option as cost
    where cost.service_id = ${serviceId} and ${which} and ${valid})`;
  const fees = sql`paid.fees_description`;
  return sql`(select not ${costs(sql`cost.amount > 0`)} and (${costs(sql`cost.amount = 0`)}
      or (${says(fees, SAYS_FREE)} and ${textsOf(fees)} !~ ${NAMES_AMOUNT}))
    from directory.service as paid where paid.service_id = ${serviceId})`;
}

/** Some open place (of those asked about, if any) says what it has; with a wheelchair, that one gets in. */
function hasAccess(serviceId: Condition, { access }: Asked, places: Condition | null): Condition {
  const texts = sql`concat_ws(E'\n', ${textsOf(sql`accessibility.description`)}, ${textsOf(sql`accessibility.details`)})`;
  const wheelchair =
    access === 'wheelchair' ? sql`and ${texts} ~* ${SAYS_WHEELCHAIR} and ${texts} !~* ${DENIES_WHEELCHAIR}` : sql``;
  const here = places === null ? sql`` : sql`and location.location_id = any(${places})`;
  return sql`coalesce((select true from directory.service_at_location as given
    join directory.location on location.location_id = given.location_id and not location.is_confidential
    join directory.accessibility on accessibility.location_id = location.location_id
    where given.service_id = ${serviceId} ${here} and ${texts} <> '' ${wheelchair} limit 1), false)`;
}

/** It has a virtual place; or nowhere to go to, but a number, a site or an address to write to. A confidential place is one to go to. */
function isRemote(serviceId: Condition): Condition {
  const place = (which: Condition) => sql`exists (select 1 from directory.service_at_location as given
    join directory.location on location.location_id = given.location_id where given.service_id = ${serviceId} and ${which})`;
  return sql`(${place(sql`location.location_type = 'virtual' and not location.is_confidential`)}
    or (not ${place(sql`(location.is_confidential or location.location_type not in ('virtual', 'postal'))`)}
      and (exists (select 1 from directory.phone where phone.service_id = ${serviceId} and phone.kind <> 'fax')
        or exists (select 1 from directory.service as reached where reached.service_id = ${serviceId}
          and coalesce(reached.url, reached.email) is not null))))`;
}

/** What must be looked up service by service, asked of as few as are needed for one page. */
export function lookedUp(asked: Asked, serviceId: Condition, places: Condition): Condition[] {
  const here = asked.near === null ? null : places;
  return [
    ...(asked.at === null ? [] : [isOpenAt(serviceId, asked.at, here)]),
    ...(asked.isFree ? [isFree(serviceId, asked.today)] : []),
    ...(asked.access === null ? [] : [hasAccess(serviceId, asked, here)]),
    ...(asked.isRemote ? [isRemote(serviceId)] : []),
  ];
}

/** All of them. */
export function every(conditions: Condition[]): Condition {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}
