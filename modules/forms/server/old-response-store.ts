import { withTables, type AnyCtx } from '@qantara/platform';
import { sql } from 'kysely';
import type { FormsTables } from './tables.gen.ts';

/** Removes what people answered, when what they asked for is over. */
export async function removeResponses(
  ctx: AnyCtx,
  responses: readonly { personId: string; responseId: string }[],
): Promise<void> {
  const [people, ids] = [responses.map(({ personId }) => personId), responses.map(({ responseId }) => responseId)];
  await sql`delete from forms.response using unnest(${people}::uuid[], ${ids}::uuid[]) as old (person_id, response_id)
    where response.person_id = old.person_id and response.response_id = old.response_id`.execute(
    withTables<FormsTables>(ctx).db,
  );
}
