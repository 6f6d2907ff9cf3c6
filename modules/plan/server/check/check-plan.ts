import { dayIn, refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { listOrganisationNames } from '@qantara/organisations/server';
import type { z } from 'zod';
import type { AddConsultation, AnswerCheck, PlanCheck, PlanId, RemoveConsultation } from '../../contract/index.ts';
import { answerChecklist, effortsOf, findLacks, isAnsweredByProgram, whoSits } from '../../domain/index.ts';
import { readItemDetails } from '../details/detail-store.ts';
import { getPlan } from '../get-plan.ts';
import type { PlanTables } from '../tables.gen.ts';
import { getOpenPlan } from '../write/open-plan.ts';
import {
  deleteConsultation,
  insertConsultation,
  listConsultations,
  listLinked,
  listSittings,
  readAnswers,
  upsertAnswer,
} from './check-store.ts';

type PlanCtx = Ctx<PlanTables>;
type OfPlan = { planId: PlanId };

/** What a plan lacks as it stands at this moment, and what was answered of it. Refuses `plan_not_found`. */
export async function checkPlan(ctx: PlanCtx, { planId }: { planId?: PlanId | undefined }): Promise<PlanCheck> {
  const plan = await getPlan(ctx, { planId, reader: 'staff' });
  const today = dayIn(ctx.timeZone, ctx.now);
  const itemIds = plan.items.map(({ itemId }) => itemId);
  const consultations = await listConsultations(ctx.db, plan.planId);
  const checked = {
    plan,
    details: await readItemDetails(ctx.db, itemIds),
    linked: await listLinked(ctx, itemIds),
    ...whoSits(await listSittings(ctx.db), today),
    consultations,
    today,
  };
  return {
    plan,
    findings: findLacks(checked),
    efforts: effortsOf(plan.items),
    checklist: answerChecklist(checked, await readAnswers(ctx.db, plan.planId)),
    consultations,
  };
}

/** A planner answers one of the eighteen lines. Refuses `check_by_program` for one that the plan itself answers. */
export async function answerCheck(ctx: PlanCtx, given: z.output<typeof AnswerCheck>): Promise<OfPlan> {
  const { planId, code, isMet } = given;
  await getOpenPlan(ctx, planId);
  if (isAnsweredByProgram(code)) refuse('check_by_program');
  await upsertAnswer(ctx, given);
  ctx.emit({ type: 'plan.check_answered', subject: planId, data: { code, isMet } });
  return { planId };
}

const faultAt = (code: string, path: string): never => refuse(code, { fields: [{ path, code }] });

/** Writes down that a group was asked. Refuses `consultation_later`: nobody was asked tomorrow. */
export async function addConsultation(ctx: PlanCtx, given: z.output<typeof AddConsultation>): Promise<OfPlan> {
  const { planId, population, organisationId } = given;
  await getOpenPlan(ctx, planId);
  if (given.heldOn > dayIn(ctx.timeZone, ctx.now)) faultAt('consultation_later', 'heldOn');
  if (organisationId !== null && !(await listOrganisationNames(ctx, [organisationId])).has(organisationId))
    faultAt('consultation_by_nobody', 'organisationId');
  const consultationId = await insertConsultation(ctx, given);
  ctx.emit({ type: 'plan.consultation_added', subject: planId, data: { consultationId, population } });
  return { planId };
}

/** Takes out a consultation that was written down by mistake. Refuses `consultation_not_found`. */
export async function removeConsultation(ctx: PlanCtx, given: z.output<typeof RemoveConsultation>): Promise<OfPlan> {
  const { planId, consultationId } = given;
  await getOpenPlan(ctx, planId);
  if (!(await deleteConsultation(ctx.db, given))) refuse('consultation_not_found');
  ctx.emit({ type: 'plan.consultation_removed', subject: planId, data: { consultationId } });
  return { planId };
}
