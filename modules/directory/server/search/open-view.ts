import { sql, type RawBuilder } from 'kysely';
import type { CalendarDay, Moment } from '../../domain/index.ts';
import { isOpenlyHeld } from '../hours-view.ts';

type Condition = RawBuilder<unknown>;

/** Within the days for which a row of `opening` (or of closures) holds. */
const isWithin = (row: string, { date }: CalendarDay): Condition => sql`
  (${sql.ref(`${row}.since`)} is null or ${sql.ref(`${row}.since`)} <= ${date}::date)
  and (${sql.ref(`${row}.valid_from`)} is null or ${sql.ref(`${row}.valid_from`)} <= ${date}::date)
  and (${sql.ref(`${row}.valid_to`)} is null or ${sql.ref(`${row}.valid_to`)} >= ${date}::date)`;

const isItsWeek = ({ date, weekday }: CalendarDay): Condition => sql`
  (opening.every = 1 or mod(
    ((${date}::date - ${weekday}::integer) - (opening.since - extract(isodow from opening.since)::integer)) / 7, opening.every) = 0)`;

const isItsDay = ({ weekday, day, daysInMonth }: CalendarDay): Condition => sql`
  (case when opening.month_day is not null then opening.month_day in (${day}::integer, ${day - daysInMonth - 1}::integer)
    else opening.weekday = ${weekday}::integer and (opening.nth is null
      or opening.nth in (${Math.ceil(day / 7)}::integer, ${-Math.ceil((daysInMonth - day + 1) / 7)}::integer)) end)`;

/** By the rule of domain/search/open-times: the day fits, the week fits, it is valid, and nothing closes it. */
const appliesOn = (
  on: CalendarDay,
): Condition => sql`(${isItsDay(on)} and ${isItsWeek(on)} and ${isWithin('opening', on)}
  and not exists (select 1 from directory.opening as closure
    where closure.service_id = opening.service_id and closure.is_closed
      and (closure.since is not null or closure.valid_from is not null or closure.valid_to is not null)
      and (closure.location_id is null or closure.location_id = opening.location_id)
      and not exists (select 1 from directory.location where location.location_id = closure.location_id and location.is_confidential)
      and ${isWithin('closure', on)}))`;

function holdsAt({ today, yesterday, time }: Moment): Condition {
  if (time === null) return appliesOn(today);
  return sql`((opening.opens_at <= ${time}::time and (opening.closes_at <= opening.opens_at or ${time}::time < opening.closes_at)
      and ${appliesOn(today)})
    or (opening.closes_at <= opening.opens_at and ${time}::time < opening.closes_at and ${appliesOn(yesterday)}))`;
}

/**
 * Whether the service in scope is open at a moment, at one of these places if there are any: by the rule of
 * domain/search/open-times, whose tests hold both beside each other.
 */
export function isOpenAt(serviceId: Condition, at: Moment, places: Condition | null): Condition {
  const here = places === null ? sql`` : sql`and (opening.location_id is null or opening.location_id = any(${places}))`;
  return sql`coalesce((select true from directory.opening
    where opening.service_id = ${serviceId} and not opening.is_closed
      and opening.opens_at is not null and opening.closes_at is not null
      and ${isOpenlyHeld} ${here} and ${holdsAt(at)} limit 1), false)`;
}
