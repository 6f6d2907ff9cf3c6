import { sql } from 'kysely';

const time = (column: string) => sql`to_char(${sql.ref(`opening.${column}`)}, 'HH24:MI')`;
const day = (column: string) => sql`to_char(${sql.ref(`opening.${column}`)}, 'YYYY-MM-DD')`;

/** Hours of a confidential place are neither shown nor asked: by asking every hour they would be found out. */
export const isOpenlyHeld = sql`(opening.location_id is null
  or not (select location.is_confidential from directory.location where location.location_id = opening.location_id))`;

/** The openings of the service in scope as the contract's hours, those of the week in its order, and of one hour as they were written. */
export const hoursColumn = sql`coalesce((
  select json_agg(json_build_object('locationId', opening.location_id, 'weekday', opening.weekday, 'nth', opening.nth,
    'monthDay', opening.month_day, 'every', opening.every, 'since', ${day('since')}, 'opensAt', ${time('opens_at')},
    'closesAt', ${time('closes_at')}, 'validFrom', ${day('valid_from')}, 'validTo', ${day('valid_to')},
    'isClosed', opening.is_closed, 'description', opening.description)
    order by opening.weekday nulls last, opening.opens_at, opening.opening_id)
  from directory.opening where opening.service_id = service.service_id and ${isOpenlyHeld}), '[]')`;
