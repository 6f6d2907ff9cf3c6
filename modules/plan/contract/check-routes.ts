import { route } from '@qantara/kernel';
import { z } from 'zod';
import { AddConsultation, AnswerCheck, PlanCheck, RemoveConsultation } from './check.ts';
import { PlanId } from './plan.ts';

const done = z.object({ planId: PlanId });
const OF_PLAN = ['plan_not_found', 'plan_archived'];

/** What a plan lacks, and what is answered of it by people. */
export const checkRoutes = {
  checkPlan: route({
    path: 'GET /plan/check',
    may: 'plan:read',
    input: z.object({ planId: PlanId.optional() }),
    output: PlanCheck,
    refusals: ['plan_not_found'],
  }),
  answerCheck: route({
    path: 'POST /plans/:planId/check',
    may: 'plan:write',
    input: AnswerCheck,
    output: done,
    refusals: [...OF_PLAN, 'check_by_program'],
  }),
  addConsultation: route({
    path: 'POST /plans/:planId/consultations',
    may: 'plan:write',
    input: AddConsultation,
    output: done,
    refusals: [...OF_PLAN, 'consultation_later', 'consultation_by_nobody'],
  }),
  removeConsultation: route({
    path: 'POST /plans/:planId/consultations/remove',
    may: 'plan:write',
    input: RemoveConsultation,
    output: done,
    refusals: [...OF_PLAN, 'consultation_not_found'],
  }),
};
