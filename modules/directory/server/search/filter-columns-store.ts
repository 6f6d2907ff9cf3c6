import { withTables, type AnyCtx } from '@qantara/platform';
import { sql, type RawBuilder } from 'kysely';
import type { DirectoryTables } from '../tables.gen.ts';
import { hasSomeAccess, isRemote, isSaidToBeFree } from './filters-view.ts';

const HALF_HOURS = 336;
const ALL = sql`~ repeat('0', ${sql.lit(HALF_HOURS)})::bit(336)`;

/** The bits from one half hour of the week up to another, which does not count. */
const bitsBetween = (from: RawBuilder<unknown>, to: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`((${ALL} >> greatest(${from}, 0)) & (${ALL} << greatest(${sql.lit(HALF_HOURS)} - (${to}), 0)))`;

/**
 * The half hours of some week in which a rule may hold: those it begins and ends within too, every weekday for a rule that goes
 * by the day of the month, and after midnight the day that follows (Sunday's is Monday).
 */
const openWeek = sql`(
  select bit_or(${bitsBetween(sql`half.day * 48 + half.opens`, sql`half.day * 48 + half.until`)}
    | ${bitsBetween(sql`mod(half.day + 1, 7) * 48`, sql`mod(half.day + 1, 7) * 48 + half.morning`)})
  from directory.opening
  join generate_series(0, 6) as weekday (day) on opening.weekday is null or opening.weekday = weekday.day + 1
  cross join lateral (select weekday.day, least(floor(extract(epoch from opening.opens_at) / 1800)::integer, 47) as opens,
    case when opening.closes_at <= opening.opens_at then 48 else ceil(extract(epoch from opening.closes_at) / 1800)::integer end as until,
    case when opening.closes_at <= opening.opens_at then ceil(extract(epoch from opening.closes_at) / 1800)::integer else 0 end as morning
  ) as half
  where opening.service_id = service.service_id and not opening.is_closed
    and opening.opens_at is not null and opening.closes_at is not null)`;

/** Which services: those named and those at these places, or all of an organisation. */
export type Refreshed = { serviceIds: string[]; locationIds: string[] } | { organisationId: string };

const idsOf = (of: Refreshed): RawBuilder<unknown> =>
  'organisationId' in of
    ? sql`select service_id from directory.service where organisation_id = ${of.organisationId}`
    : sql`select unnest(${of.serviceIds}::uuid[]) as service_id
        union select given.service_id from directory.service_at_location as given where given.location_id = any(${of.locationIds}::uuid[])`;

const SERVICE_ID = sql`service.service_id`;

/** What searches filter by, worked out of everything that is written of a service. */
const FRESH: Record<string, RawBuilder<unknown>> = {
  need_codes: sql`array(select need.need_code from directory.service_need as need where need.service_id = ${SERVICE_ID} order by 1)`,
  area_ids: sql`array(select served.area_id from directory.area_served as served where served.service_id = ${SERVICE_ID} order by 1)`,
  may_be_free: isSaidToBeFree(SERVICE_ID),
  may_have_access: hasSomeAccess(SERVICE_ID),
  may_be_remote: isRemote(SERVICE_ID),
  open_week: sql`coalesce(${openWeek}, repeat('0', ${sql.lit(HALF_HOURS)})::bit(336))`,
};

const each = (write: (column: string) => RawBuilder<unknown>): RawBuilder<unknown> =>
  sql.join(Object.keys(FRESH).map(write));

/** Works out anew what searches filter by, after something of services or of their places was written. */
export async function refreshFilterColumns(ctx: AnyCtx, of: Refreshed): Promise<void> {
  const { db } = withTables<DirectoryTables>(ctx);
  // First which, then what, then where it is new: in one piece the server may look through all services for each of them.
  await sql`
    with asked as materialized (${idsOf(of)}),
    fresh as materialized (
      select ${SERVICE_ID}, ${each((column) => sql`${FRESH[column]} as ${sql.ref(column)}`)}
      from asked join directory.service using (service_id))
    update directory.service set ${each((column) => sql`${sql.ref(column)} = ${sql.ref(`fresh.${column}`)}`)}
    from fresh where service.service_id = fresh.service_id
      and (${each((column) => sql.ref(`service.${column}`))}) is distinct from (${each((column) => sql.ref(`fresh.${column}`))})`.execute(
    db,
  );
}
