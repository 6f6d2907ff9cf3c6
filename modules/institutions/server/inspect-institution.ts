import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { AddShortcoming, PlanInspection, RecordInspection, RecordVisit } from '../contract/index.ts';
import { todayOf } from './find-institutions.ts';
import {
  insertInspection,
  insertShortcoming,
  lockInspection,
  updateInspection,
  type InspectionRow,
} from './inspection-store.ts';
import { listRequirementRows, lockInstitution } from './institution-store.ts';
import { held, tell, type Saved } from './register-institution.ts';
import type { InstitutionsTables } from './tables.gen.ts';

type InstitutionsCtx = Ctx<InstitutionsTables>;
type SavedInspection = Saved & { inspectionId: string };

async function heldInspection(ctx: InstitutionsCtx, inspectionId: string): Promise<InspectionRow> {
  const row = (await lockInspection(ctx.db, inspectionId)) ?? refuse('inspection_not_found');
  if ((await lockInstitution(ctx.db, ctx.actor, row.institution_id)) === undefined) refuse('inspection_not_found');
  return row;
}

async function plan(ctx: InstitutionsCtx, given: z.output<typeof PlanInspection>): Promise<InspectionRow> {
  const { institution_id } = await held(ctx, given.institutionId);
  const row = await insertInspection(ctx.db, given, ctx.now);
  ctx.emit({
    type: 'inspection.planned',
    subject: institution_id,
    data: { inspectionId: row.inspection_id, reason: given.reason, plannedOn: given.plannedOn },
  });
  return row;
}

/** An inspection that is to come. */
export async function planInspection(
  ctx: InstitutionsCtx,
  given: z.output<typeof PlanInspection>,
): Promise<SavedInspection> {
  const row = await plan(ctx, given);
  const saved = await tell(ctx, row.institution_id, { what: 'inspection_planned' });
  return { ...saved, inspectionId: row.inspection_id };
}

type Found = Omit<z.output<typeof RecordInspection>, 'inspectionId'>;

async function record(ctx: InstitutionsCtx, row: InspectionRow, found: Found): Promise<Saved> {
  if (row.state !== 'planned') refuse('inspection_not_planned');
  if (found.doneOn > todayOf(ctx)) refuse('date_to_come', { fields: [{ path: 'doneOn', code: 'to_come' }] });
  await updateInspection(ctx.db, row.inspection_id, {
    state: 'done',
    done_on: found.doneOn,
    team: found.team,
    outcome: found.outcome,
    summary: found.summary === '' ? null : found.summary,
  });
  ctx.emit({
    type: 'inspection.recorded',
    subject: row.institution_id,
    data: { inspectionId: row.inspection_id, outcome: found.outcome, doneOn: found.doneOn },
  });
  return tell(ctx, row.institution_id, { what: 'inspection_done', note: found.summary });
}

/** What a planned inspection found. Refuses one that was made or cancelled before, and a day to come. */
export async function recordInspection(ctx: InstitutionsCtx, given: z.output<typeof RecordInspection>): Promise<Saved> {
  return record(ctx, await heldInspection(ctx, given.inspectionId), given);
}

/** A visit that nobody had planned: both at once. */
export async function recordVisit(ctx: InstitutionsCtx, given: z.output<typeof RecordVisit>): Promise<SavedInspection> {
  const { institutionId, reason, team, doneOn } = given;
  const row = await plan(ctx, { institutionId, reason, team, plannedOn: doneOn });
  return { ...(await record(ctx, row, given)), inspectionId: row.inspection_id };
}

/** An inspection that will not be made. */
export async function cancelInspection(
  ctx: InstitutionsCtx,
  given: { inspectionId: string; note: string },
): Promise<Saved> {
  const row = await heldInspection(ctx, given.inspectionId);
  if (row.state !== 'planned') refuse('inspection_not_planned');
  await updateInspection(ctx.db, row.inspection_id, { state: 'cancelled' });
  ctx.emit({ type: 'inspection.cancelled', subject: row.institution_id, data: { inspectionId: row.inspection_id } });
  return tell(ctx, row.institution_id, { what: 'inspection_cancelled', note: given.note });
}

/** What an inspection found that falls short. Refuses where it was not made, and a deadline before it. */
export async function addShortcoming(
  ctx: InstitutionsCtx,
  given: z.output<typeof AddShortcoming>,
): Promise<Saved & { shortcomingId: string }> {
  const row = await heldInspection(ctx, given.inspectionId);
  if (row.done_on === null) return refuse('inspection_not_done');
  if (!(await listRequirementRows(ctx.db)).some(({ requirementCode }) => requirementCode === given.requirementCode))
    refuse('requirement_not_found', { fields: [{ path: 'requirementCode', code: 'not_a_choice' }] });
  if (given.dueOn < row.done_on) refuse('due_before_inspection', { fields: [{ path: 'dueOn', code: 'too_early' }] });
  const shortcomingId = await insertShortcoming(ctx.db, { ...given, institutionId: row.institution_id }, ctx.now);
  ctx.emit({
    type: 'shortcoming.found',
    subject: row.institution_id,
    data: { shortcomingId, severity: given.severity, requirementCode: given.requirementCode, dueOn: given.dueOn },
  });
  const saved = await tell(ctx, row.institution_id, { what: 'shortcoming_found', note: given.text });
  return { ...saved, shortcomingId };
}
