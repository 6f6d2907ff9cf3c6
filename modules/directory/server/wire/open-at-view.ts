import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { momentOf } from '../../domain/index.ts';
import { isOpenlyHeld } from '../hours-view.ts';
import { isOpenAt as isServiceOpenAt } from '../search/open-view.ts';
import type { LocalMoment } from './wire-filter.ts';

type Predicate = RawBuilder<SqlBool>;

/** Where hours are asked of: everywhere, or at the place in scope and where no place is said. */
export type HoursAt = 'everywhere' | 'here';

const isHere = (at: HoursAt): Predicate =>
  at === 'everywhere' ? sql`true` : sql`(opening.location_id is null or opening.location_id = given.location_id)`;

/** Whether the service in scope is open at a moment, as the search of the pages has it. */
export function isOpenAt({ date, time }: LocalMoment, at: HoursAt): Predicate {
  const places = at === 'everywhere' ? null : sql`array[given.location_id]`;
  return sql`${isServiceOpenAt(sql`service.service_id`, momentOf(date, time), places)}`;
}

/** Whether a service has hours on a weekday, not before one time and not after another, as the UK profile asks. */
export function hasHours(asked: { weekday?: number; from?: string; until?: string }, at: HoursAt): Predicate {
  const { weekday, from, until } = asked;
  return sql`exists (select 1 from directory.opening where opening.service_id = service.service_id and ${isHere(at)}
    and ${isOpenlyHeld} and not opening.is_closed
    ${weekday === undefined ? sql`` : sql`and opening.weekday = ${weekday}`}
    ${from === undefined ? sql`` : sql`and opening.opens_at >= ${from}::time`}
    ${until === undefined ? sql`` : sql`and opening.closes_at <= ${until}::time`})`;
}
