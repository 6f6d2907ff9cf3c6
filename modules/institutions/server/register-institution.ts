import { refuse } from '@qantara/kernel';
import { findOrganisation } from '@qantara/organisations/server';
import type { Ctx } from '@qantara/platform';
import { listAreas } from '@qantara/territory/server';
import type { z } from 'zod';
import type { CorrectInstitution, CountPlaces, InstitutionId, NewInstitution } from '../contract/index.ts';
import { todayOf } from './find-institutions.ts';
import { insertEntry } from './inspection-store.ts';
import {
  insertInstitution,
  listKindRows,
  lockInstitution,
  savePlaces,
  updateInstitution,
  type InstitutionRow,
} from './institution-store.ts';
import type { InstitutionsTables } from './tables.gen.ts';

type InstitutionsCtx = Ctx<InstitutionsTables>;
export type Saved = { institutionId: string };

/** The institution that a command is about, held; one that is not the actor's to see is answered as none. */
export async function held(ctx: InstitutionsCtx, institutionId: string): Promise<InstitutionRow> {
  return (await lockInstitution(ctx.db, ctx.actor, institutionId)) ?? refuse('institution_not_found');
}

/** Writes what was done into the institution's story, and answers whose it was. */
export async function tell(
  ctx: InstitutionsCtx,
  institutionId: string,
  entry: { what: string; note?: string },
): Promise<Saved> {
  const { organisationId } = ctx.actor;
  await insertEntry(ctx.db, { institutionId, what: entry.what, note: entry.note ?? '', organisationId, at: ctx.now });
  return { institutionId: institutionId as InstitutionId };
}

async function checkGiven(ctx: InstitutionsCtx, given: NewInstitution): Promise<void> {
  if ((await findOrganisation(ctx, given.organisationId)) === undefined)
    refuse('organisation_not_found', { fields: [{ path: 'organisationId', code: 'not_a_choice' }] });
  if (!(await listKindRows(ctx.db)).some(({ kindCode }) => kindCode === given.kindCode))
    refuse('kind_not_found', { fields: [{ path: 'kindCode', code: 'not_a_choice' }] });
  if (given.areaId !== null && !(await listAreas(ctx)).some(({ areaId }) => areaId === given.areaId))
    refuse('area_not_found', { fields: [{ path: 'areaId', code: 'not_a_choice' }] });
  if ((given.latitude === null) !== (given.longitude === null))
    refuse('coordinates_incomplete', {
      fields: [{ path: given.latitude === null ? 'latitude' : 'longitude', code: 'required' }],
    });
}

/** Enters an institution in the register. Its place is told to nobody in the event, for it may be confidential. */
export async function registerInstitution(
  ctx: InstitutionsCtx,
  given: z.output<typeof NewInstitution>,
): Promise<Saved> {
  await checkGiven(ctx, given);
  const institutionId = await insertInstitution(ctx.db, given, ctx.now);
  ctx.emit({
    type: 'institution.registered',
    subject: institutionId,
    data: { kindCode: given.kindCode, organisationId: given.organisationId },
  });
  return tell(ctx, institutionId, { what: 'registered' });
}

/** Corrects what the register says, over the version that was read (`institution_changed` otherwise). */
export async function correctInstitution(
  ctx: InstitutionsCtx,
  given: z.output<typeof CorrectInstitution>,
): Promise<Saved> {
  const row = await held(ctx, given.institutionId);
  if (row.version !== given.version) refuse('institution_changed');
  await checkGiven(ctx, given);
  await updateInstitution(ctx.db, row, given);
  ctx.emit({
    type: 'institution.corrected',
    subject: row.institution_id,
    data: { kindCode: given.kindCode, isConfidential: given.isConfidential },
  });
  return tell(ctx, row.institution_id, { what: 'corrected' });
}

/** How many live there on a day. Refuses a day to come: nobody counted it. */
export async function countPlaces(ctx: InstitutionsCtx, given: z.output<typeof CountPlaces>): Promise<Saved> {
  const row = await held(ctx, given.institutionId);
  if (given.occupiedOn > todayOf(ctx)) refuse('date_to_come', { fields: [{ path: 'occupiedOn', code: 'to_come' }] });
  await savePlaces(ctx.db, row, given);
  ctx.emit({
    type: 'institution.places_counted',
    subject: row.institution_id,
    data: { occupied: given.placesOccupied, approved: row.capacity_approved },
  });
  return tell(ctx, row.institution_id, { what: 'places_counted' });
}
