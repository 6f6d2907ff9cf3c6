import { removeResponses } from '@qantara/forms/server';
import { withTables, type AnyCtx, type OldRecords } from '@qantara/platform';
import { sql } from 'kysely';
import type { ScreeningTables } from './tables.gen.ts';

export type OldRequest = { personId: string; screeningId: string; responseId: string };

/** Requests that are closed, or that nobody took, since before a moment. */
export async function listOldRequests(ctx: AnyCtx, { before, sparing }: OldRecords): Promise<OldRequest[]> {
  const { rows } = await sql<OldRequest>`
    select person_id as "personId", screening_id as "screeningId", response_id as "responseId" from screening.screening
    where status <> 'taken' and coalesce(closed_at, received_at) < ${before}
      and person_id <> all (${[...sparing]}::uuid[])`.execute(withTables<ScreeningTables>(ctx).db);
  return rows;
}

/** Removes them, with what was found and answered. */
export async function removeRequests(ctx: AnyCtx, requests: readonly OldRequest[]): Promise<void> {
  const { db } = withTables<ScreeningTables>(ctx);
  const people = requests.map(({ personId }) => personId);
  const ids = requests.map(({ screeningId }) => screeningId);
  for (const table of ['finding', 'screening'])
    await sql`delete from ${sql.table(`screening.${table}`)} as record
      using unnest(${people}::uuid[], ${ids}::uuid[]) as old (person_id, screening_id)
      where record.person_id = old.person_id and record.screening_id = old.screening_id`.execute(db);
  await removeResponses(ctx, requests);
}
