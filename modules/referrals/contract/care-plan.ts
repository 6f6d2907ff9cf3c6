import { IsoDate, IsoDateTime, LocalizedText, route } from '@qantara/kernel';
import { z } from 'zod';
import { Colleague, HandOverReason } from './hand-over.ts';
import { ReferralId, ReferralStatus } from './referral.ts';

export const GoalState = z.enum(['active', 'reached', 'given_up']);
export type GoalState = z.infer<typeof GoalState>;

/** What became of a care plan. */
export const PlanEntryKind = z.enum([
  'started',
  'lead_changed',
  'reviewed',
  'goal_added',
  'goal_reached',
  'goal_given_up',
]);
export type PlanEntryKind = z.infer<typeof PlanEntryKind>;

/** One referral that serves a goal: that of the same need. */
const ServingReferral = z.object({
  referralId: ReferralId,
  organisationName: LocalizedText.nullable(),
  status: ReferralStatus,
  dueAt: IsoDateTime.nullable(),
  isOverdue: z.boolean(),
});

const Goal = z.object({
  goalId: z.uuid(),
  needCode: z.string(),
  needName: LocalizedText,
  words: z.string(),
  state: GoalState,
  referrals: z.array(ServingReferral),
});

export const CarePlan = z.object({
  personId: z.uuid(),
  leadAccountId: z.uuid(),
  leadName: z.string().nullable(),
  organisationName: LocalizedText,
  nextReviewOn: IsoDate,
  isReviewDue: z.boolean(),
  version: z.number().int(),
  goals: z.array(Goal),
  history: z.array(
    z.object({
      kind: PlanEntryKind,
      reasonCode: HandOverReason.nullable(),
      leadName: z.string().nullable(),
      at: IsoDateTime,
    }),
  ),
});
export type CarePlan = z.infer<typeof CarePlan>;

/** A person's own plan, in words for them. */
export const MyPlan = z.object({
  organisationName: LocalizedText,
  nextReviewOn: IsoDate,
  goals: z.array(Goal.pick({ goalId: true, needName: true, words: true, state: true, referrals: true })),
});
export type MyPlan = z.infer<typeof MyPlan>;

const ofPerson = z.object({ personId: z.uuid() });
const ofVersion = ofPerson.extend({ version: z.coerce.number().int() });
export const StartPlan = ofPerson.extend({ nextReviewOn: IsoDate });
export const ReviewPlan = ofVersion.extend({ nextReviewOn: IsoDate });
export const ChangeLead = ofVersion.extend({ toAccountId: z.uuid(), reasonCode: HandOverReason });
export const AddGoal = ofPerson.extend({
  needCode: z.string().min(1).max(60),
  words: z.string().trim().min(1).max(300),
});
export const EndGoal = ofPerson.extend({ goalId: z.uuid(), state: GoalState.exclude(['active']) });

const SHOWN = z.object({ plan: CarePlan.nullable(), mayStart: z.boolean(), colleagues: z.array(Colleague) });
const CHANGE_REFUSALS = ['person_not_found', 'care_plan_not_found', 'plan_changed', 'not_steward'];

/** The care plan of a person (W3). */
export const carePlanRoutes = {
  getCarePlan: route({
    path: 'GET /people/:personId/plan',
    may: 'referral:send',
    input: ofPerson,
    output: SHOWN,
    refusals: ['person_not_found'],
    opens: true,
  }),
  startPlan: route({
    path: 'POST /people/:personId/plan',
    may: 'referral:send',
    input: StartPlan,
    output: SHOWN,
    refusals: ['person_not_found', 'plan_exists', 'not_steward'],
  }),
  reviewPlan: route({
    path: 'POST /people/:personId/plan/review',
    may: 'referral:send',
    input: ReviewPlan,
    output: SHOWN,
    refusals: CHANGE_REFUSALS,
  }),
  changeLead: route({
    path: 'POST /people/:personId/plan/lead',
    may: 'referral:send',
    input: ChangeLead,
    output: SHOWN,
    refusals: [...CHANGE_REFUSALS, 'colleague_not_found'],
  }),
  addGoal: route({
    path: 'POST /people/:personId/plan/goals',
    may: 'referral:send',
    input: AddGoal,
    output: SHOWN,
    refusals: [...CHANGE_REFUSALS, 'need_not_found'],
  }),
  endGoal: route({
    path: 'POST /people/:personId/plan/goals/:goalId/end',
    may: 'referral:send',
    input: EndGoal,
    output: SHOWN,
    refusals: [...CHANGE_REFUSALS, 'goal_not_found'],
  }),
  getMyPlan: route({
    path: 'GET /my-plan',
    may: 'request:follow',
    input: z.object({}),
    output: z.object({ plan: MyPlan.nullable() }),
    refusals: [],
  }),
};
