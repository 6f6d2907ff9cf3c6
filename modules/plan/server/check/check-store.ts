import type { PopulationGroup } from '@qantara/governance/contract';
import { newId, type LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import type { Kysely, NotNull } from 'kysely';
import type { z } from 'zod';
import type { AddConsultation, AnswerCheck, Consultation } from '../../contract/index.ts';
import type { Sitting } from '../../domain/index.ts';
import type { PlanTables } from '../tables.gen.ts';

type Db = Kysely<PlanTables>;

/** Who was asked for a plan, the newest first. */
export async function listConsultations(db: Db, planId: string): Promise<Consultation[]> {
  const rows = await db
    .selectFrom('plan.consultation as consultation')
    .leftJoin(
      'organisations.published_organisation as organisation',
      'organisation.organisation_id',
      'consultation.organisation_id',
    )
    .selectAll('consultation')
    .select('organisation.name as organisation_name')
    .where('plan_id', '=', planId)
    .orderBy('held_on', 'desc')
    .orderBy('consultation_id')
    .execute();
  return rows.map((row) => ({
    consultationId: row.consultation_id,
    population: row.population as PopulationGroup,
    heldOn: row.held_on,
    way: row.way,
    organisationName: row.organisation_name as LocalizedText | null,
    said: row.said as LocalizedText | null,
  }));
}

/** Writes down that a group was asked; gives its identifier. Also for the sample. */
export async function insertConsultation(anyCtx: AnyCtx, given: z.output<typeof AddConsultation>): Promise<string> {
  const ctx: Ctx<PlanTables> = withTables<PlanTables>(anyCtx);
  const consultationId = newId(ctx.now.getTime());
  await ctx.db
    .insertInto('plan.consultation')
    .values({
      consultation_id: consultationId,
      plan_id: given.planId,
      population: given.population,
      held_on: given.heldOn,
      way: given.way,
      organisation_id: given.organisationId,
      said: given.said === null ? null : JSON.stringify(given.said),
      noted_by: ctx.actor.accountId,
      noted_at: ctx.now,
    })
    .execute();
  return consultationId;
}

/** Takes a consultation out of its plan; whether it was there. */
export async function deleteConsultation(db: Db, of: { planId: string; consultationId: string }): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('plan.consultation')
    .where('plan_id', '=', of.planId)
    .where('consultation_id', '=', of.consultationId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** What planners answered of a plan, by the code of the line. */
export async function readAnswers(db: Db, planId: string): Promise<Map<string, { isMet: boolean; note: string }>> {
  const rows = await db.selectFrom('plan.check_answer').selectAll().where('plan_id', '=', planId).execute();
  return new Map(rows.map((row) => [row.code, { isMet: row.is_met, note: row.note }]));
}

/** Writes a planner's answer in place of the one before. */
export async function upsertAnswer(anyCtx: AnyCtx, given: z.output<typeof AnswerCheck>): Promise<void> {
  const ctx: Ctx<PlanTables> = withTables<PlanTables>(anyCtx);
  const said = { is_met: given.isMet, note: given.note, answered_by: ctx.actor.accountId, answered_at: ctx.now };
  await ctx.db
    .insertInto('plan.check_answer')
    .values({ plan_id: given.planId, code: given.code, ...said })
    .onConflict((conflict) => conflict.columns(['plan_id', 'code']).doUpdateSet(said))
    .execute();
}

/** The seats of all bodies that stand, with who sat in them when. */
export async function listSittings(db: Db): Promise<Sitting[]> {
  const query = db.selectFrom('governance.published_sitting').selectAll();
  const rows = await query.$narrowType<{ seat_id: NotNull; is_required: NotNull; populations: NotNull }>().execute();
  return rows.map((row) => ({
    seatId: row.seat_id,
    isRequired: row.is_required,
    populations: row.populations,
    startsOn: row.starts_on,
    lastDay: row.last_day,
  }));
}

/** Of these nodes, those whose owner has a link that opens now. */
export async function listLinked({ db, now }: Ctx<PlanTables>, itemIds: readonly string[]): Promise<Set<string>> {
  if (itemIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('plan.owner_link')
    .select('item_id')
    .where('item_id', 'in', itemIds)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .execute();
  return new Set(rows.map((row) => row.item_id));
}
