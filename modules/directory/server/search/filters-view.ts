import { sql, type RawBuilder } from 'kysely';
import { DENIES_WHEELCHAIR, NAMES_AMOUNT, SAYS_FREE, SAYS_WHEELCHAIR } from '../../domain/index.ts';
import type { Moment } from '../../domain/index.ts';
import type { Asked } from './asked-search.ts';
import { isOpenAt } from './open-view.ts';

type Condition = RawBuilder<unknown>;

/** Those that anybody may find: what was found to be the same as another record is found by that one. */
export const isFindable = sql`service.status = 'active' and service.merged_into is null`;

export function answersNeed({ needCode }: Asked): Condition {
  return needCode === null ? sql`true` : sql`service.need_codes @> array[${needCode}]::text[]`;
}

/** A service that names no area serves them all. */
export function servesArea({ areaIds }: Asked): Condition {
  if (areaIds === null) return sql`true`;
  return sql`(service.area_ids && ${areaIds}::uuid[] or service.area_ids = '{}')`;
}

export function speaks({ language }: Asked): Condition {
  return language === null ? sql`true` : sql`service.languages @> array[${language}]::text[]`;
}

const NEVER_OPEN = sql`repeat('0', 48)::bit(48)`;

/** Not zero, rather than one: of a comparison with "not" the server expects that most fit, as they do. */
function mayBeOpen({ today: { weekday }, time }: Moment): Condition {
  const day = (weekday - 1) * 48;
  if (time === null) return sql`substring(service.open_week from ${sql.lit(day + 1)} for 48) <> ${NEVER_OPEN}`;
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return sql`get_bit(service.open_week, ${sql.lit(day + 2 * hours + Math.floor(minutes / 30))}) <> 0`;
}

/** What the row of a service rules out of what must be looked up (`refreshFilterColumns`): whatever it leaves is looked up. */
function isNotRuledOut({ at, isFree, access, isRemote }: Asked): Condition[] {
  return [
    ...(at === null ? [] : [mayBeOpen(at)]),
    ...(isFree ? [sql`service.may_be_free`] : []),
    ...(access === null ? [] : [sql`service.may_have_access`]),
    ...(isRemote ? [sql`service.may_be_remote`] : []),
  ];
}

/** What the row of the service itself answers. */
export function ofItself(asked: Asked): Condition[] {
  const { age, capacity } = asked;
  return [
    ...isNotRuledOut(asked),
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

const costs = (serviceId: Condition, which: Condition): Condition =>
  sql`exists (select 1 from directory.cost_option as cost where cost.service_id = ${serviceId} and ${which})`;

/** On some day a price of nothing is named, or the text on fees begins by saying so. */
export function isSaidToBeFree(serviceId: Condition): Condition {
  const fees = sql`paid.fees_description`;
  return sql`(select ${costs(serviceId, sql`cost.amount = 0`)}
      or (${says(fees, SAYS_FREE)} and ${textsOf(fees)} !~ ${NAMES_AMOUNT})
    from directory.service as paid where paid.service_id = ${serviceId})`;
}

/** No price is asked today, and either one of nothing is named or the text on fees begins by saying so. */
function isFree(serviceId: Condition, today: string): Condition {
  const isValid = sql`coalesce(left(cost.valid_from, 10), '') <= ${today} and coalesce(left(cost.valid_to, 10), '9999') >= ${today}`;
  const fees = sql`paid.fees_description`;
  return sql`(select not ${costs(serviceId, sql`cost.amount > 0 and ${isValid}`)} and (${costs(serviceId, sql`cost.amount = 0 and ${isValid}`)}
      or (${says(fees, SAYS_FREE)} and ${textsOf(fees)} !~ ${NAMES_AMOUNT}))
    from directory.service as paid where paid.service_id = ${serviceId})`;
}

const ACCESS_TEXTS = sql`concat_ws(E'\n', ${textsOf(sql`accessibility.description`)}, ${textsOf(sql`accessibility.details`)})`;

/** Some open place that `which` holds of says what it has for people who do not get in everywhere. */
export function hasSomeAccess(serviceId: Condition, which: Condition = sql`true`): Condition {
  return sql`coalesce((select true from directory.service_at_location as given
    join directory.location on location.location_id = given.location_id and not location.is_confidential
    join directory.accessibility on accessibility.location_id = location.location_id
    where given.service_id = ${serviceId} and ${ACCESS_TEXTS} <> '' and ${which} limit 1), false)`;
}

/** Some open place says that a wheelchair gets in, and none of its words denies it. */
export function getsWheelchairIn(serviceId: Condition): Condition {
  return hasSomeAccess(
    serviceId,
    sql`${ACCESS_TEXTS} ~* ${SAYS_WHEELCHAIR} and ${ACCESS_TEXTS} !~* ${DENIES_WHEELCHAIR}`,
  );
}

/** At some open place, of those asked about if any; with a wheelchair, that one gets in. */
function hasAccess(serviceId: Condition, { access }: Asked, places: Condition | null): Condition {
  const isHere = places === null ? [] : [sql`location.location_id = any(${places})`];
  const getsIn =
    access === 'wheelchair'
      ? [sql`${ACCESS_TEXTS} ~* ${SAYS_WHEELCHAIR} and ${ACCESS_TEXTS} !~* ${DENIES_WHEELCHAIR}`]
      : [];
  return hasSomeAccess(serviceId, every([...isHere, ...getsIn]));
}

/** It has a virtual place; or nowhere to go to, but a number, a site or an address to write to. A confidential place is one to go to. */
export function isRemote(serviceId: Condition): Condition {
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
