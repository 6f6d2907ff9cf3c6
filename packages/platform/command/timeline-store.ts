import { sql, type Kysely } from 'kysely';
import type { AnyCtx } from './context.ts';

export type TimelineEntry = {
  eventId: string;
  type: string;
  at: Date;
  accountId: string | null;
  organisationId: string | null;
  actorKind: string;
  reason: string | null;
  data: Record<string, unknown>;
};

/** What happened to one record, oldest first. Whoever may open the record may read its timeline. */
export async function listTimeline(ctx: AnyCtx, subjectId: string): Promise<TimelineEntry[]> {
  const db = ctx.db as Kysely<unknown>;
  const found = await sql<TimelineEntry>`
    select event_id as "eventId", type, at, account_id as "accountId", organisation_id as "organisationId",
      actor_kind as "actorKind", reason, data
    from platform.event where subject_id = ${subjectId} order by at, position, ordinal limit 500`.execute(db);
  return found.rows;
}
