import { refuse } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import { findVisiblePerson, takeSteward } from '@qantara/people/server';
import type { Screening } from '../contract/index.ts';
import { getScreening, lockLiveOf, lockScreening, saveClosed, saveTaken } from './screening-store.ts';
import type { ScreeningTables } from './tables.gen.ts';

async function getOwn(ctx: Ctx<ScreeningTables>, screeningId: string) {
  const row = (await lockScreening(ctx.db, screeningId)) ?? refuse('screening_not_found');
  if ((await findVisiblePerson(ctx, row.person_id)) === undefined) refuse('screening_not_found');
  return row;
}

/** A navigator takes a waiting request; their organisation looks after the person from then on. Refuses `already_taken`. */
export async function takeRequest(
  ctx: Ctx<ScreeningTables>,
  { screeningId }: { screeningId: string },
): Promise<Screening> {
  const row = await getOwn(ctx, screeningId);
  const { accountId, organisationId } = ctx.actor;
  if (row.status !== 'waiting') refuse('already_taken');
  if (accountId === null || organisationId === null) return refuse('screening_not_found');
  if (!(await takeSteward(ctx, row.person_id, organisationId))) refuse('already_taken');
  await saveTaken(ctx.db, { personId: row.person_id, screeningId, accountId, organisationId, now: ctx.now });
  ctx.emit({ type: 'screening.taken', subject: screeningId, personId: row.person_id });
  return getScreening(ctx.db, row.person_id, screeningId);
}

/** Everything that was wanted is on its way, or was said no to: the request leaves the worklist. */
export async function closeScreening(
  ctx: Ctx<ScreeningTables>,
  { screeningId }: { screeningId: string },
): Promise<Screening> {
  const row = await getOwn(ctx, screeningId);
  if (row.status !== 'taken' || row.organisation_id !== ctx.actor.organisationId) refuse('screening_not_taken');
  await saveClosed(ctx.db, { personId: row.person_id, screeningId, now: ctx.now });
  ctx.emit({ type: 'screening.closed', subject: screeningId, personId: row.person_id });
  return getScreening(ctx.db, row.person_id, screeningId);
}

/** The person takes their own request back, whoever has it: each that is not closed. False where none was open. */
export async function withdrawOwnRequest(anyCtx: AnyCtx): Promise<boolean> {
  const ctx = withTables<ScreeningTables>(anyCtx);
  const personId = ctx.actor.personId ?? refuse('not_signed_in');
  const live = await lockLiveOf(ctx.db, personId);
  for (const { screening_id: screeningId } of live) {
    await saveClosed(ctx.db, { personId, screeningId, now: ctx.now });
    ctx.emit({ type: 'screening.closed', subject: screeningId, personId, data: { by: 'person' } });
  }
  return live.length > 0;
}
