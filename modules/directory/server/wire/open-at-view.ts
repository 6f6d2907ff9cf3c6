import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { LocalMoment } from './wire-filter.ts';

type Predicate = RawBuilder<SqlBool>;

/** Whether a row of `opening` speaks of this day: its weekday, day of the month, week and time of validity (RFC 5545). */
const isOfDay = (day: RawBuilder<unknown>): Predicate => sql`(
  (opening.weekday is null or opening.weekday = extract(isodow from ${day}))
  and (opening.month_day is null or opening.month_day = extract(day from ${day})
    or opening.month_day = extract(day from ${day}) - extract(day from date_trunc('month', ${day}) + interval '1 month - 1 day') - 1)
  and (opening.nth is null or opening.nth = ceil(extract(day from ${day}) / 7.0)
    or opening.nth = -ceil((extract(day from date_trunc('month', ${day}) + interval '1 month - 1 day') - extract(day from ${day}) + 1) / 7.0))
  and (opening.every = 1 or opening.since is null
    or (date_trunc('week', ${day})::date - date_trunc('week', opening.since::timestamp)::date) / 7 % opening.every = 0)
  and (opening.valid_from is null or opening.valid_from <= ${day}::date)
  and (opening.valid_to is null or opening.valid_to >= ${day}::date))`;

/** Hours of a confidential location are not asked: by asking every hour its opening would be found out. */
const isOpenlyHeld: Predicate = sql`not exists (select 1 from directory.location as held
  where held.location_id = opening.location_id and held.is_confidential)`;

const isTimed: Predicate = sql`(not opening.is_closed and (opening.weekday is not null or opening.month_day is not null)
  and (opening.opens_at is not null or opening.closes_at is not null))`;

/** Whether a service is open at a moment, by its opening rows; `place` narrows these to those of one place. */
export function isOpenAt({ day, time }: LocalMoment, place: Predicate): Predicate {
  const today = sql`${day}::timestamp`;
  const yesterday = sql`(${day}::timestamp - interval '1 day')`;
  const opens = sql`coalesce(opening.opens_at, '00:00')`;
  const closes = sql`coalesce(opening.closes_at, '24:00')`;
  return sql`(exists (select 1 from directory.opening where opening.service_id = service.service_id and ${place}
      and ${isOpenlyHeld} and ${isTimed} and (
        (${isOfDay(today)} and ${opens} <= ${time}::time and (${time}::time < ${closes} or ${closes} <= ${opens}))
        or (${isOfDay(yesterday)} and ${closes} <= ${opens} and ${time}::time < ${closes})))
    and not exists (select 1 from directory.opening where opening.service_id = service.service_id and ${place}
      and opening.is_closed and ${isOpenlyHeld} and ${isOfDay(today)}))`;
}

/** Whether a service has hours on a weekday, not before one time and not after another, as the UK profile asks. */
export function hasHours(asked: { weekday?: number; from?: string; until?: string }, place: Predicate): Predicate {
  const { weekday, from, until } = asked;
  return sql`exists (select 1 from directory.opening where opening.service_id = service.service_id and ${place}
    and ${isOpenlyHeld} and ${isTimed}
    ${weekday === undefined ? sql`` : sql`and opening.weekday = ${weekday}`}
    ${from === undefined ? sql`` : sql`and opening.opens_at >= ${from}::time`}
    ${until === undefined ? sql`` : sql`and opening.closes_at <= ${until}::time`})`;
}
