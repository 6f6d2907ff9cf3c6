import { dayIn } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { sql, type RawBuilder } from 'kysely';
import type { GovernanceTables } from './tables.gen.ts';

/**
 * Whether a reader may see `body`: who keeps governance sees every one; everybody else those that their organisation hosts, those they
 * keep, and those in which their organisation sits today, or sat on the last day of one that has ended.
 */
export function visibleTo({ actor, timeZone, now }: Ctx<GovernanceTables>): RawBuilder<boolean> {
  if (actor.permissions.has('governance:write')) return sql`true`;
  const day = sql`least(${dayIn(timeZone, now)}::date, body.closed_on)`;
  return sql`(body.organisation_id = ${actor.organisationId} or body.secretary_id = ${actor.accountId}
    or exists (select 1 from governance.published_membership as membership
      where membership.body_id = body.body_id and membership.organisation_id = ${actor.organisationId}
        and membership.starts_on <= ${day} and (membership.last_day is null or ${day} <= membership.last_day)))`;
}
