import { MatchingService, MatchSearch } from '@qantara/directory/contract';
import { pageOf, route } from '@qantara/kernel';
import { z } from 'zod';
import { ConfirmHelp, FollowedReferral, FollowedRequest } from './followed.ts';
import { CameBack, OnwardService, PassOn } from './chain.ts';
import { carePlanRoutes } from './care-plan.ts';
import { DeadlineRule, SaveDeadlineRule } from './deadline.ts';
import { Colleague, HandOver } from './hand-over.ts';
import { messageRoutes } from './message.ts';
import { personWordRoutes } from './person-word.ts';
import { OpenReferral } from './open-referral.ts';
import { ClaimRequest, OpenRequest, PassRequest, SendOpen, TurnOpen } from './open-request.ts';
import { Referral, ReferralId, SendReferrals, TakeStep, type ReferralStep } from './referral.ts';
import { waitingRoutes } from './waiting-routes.ts';
import { Worklist, WorklistInput } from './worklist.ts';

/** What every step of a referral may be refused for. */
export const STEP_REFUSALS = [
  'referral_not_found',
  'referral_changed',
  'step_not_possible',
  'other_side_decides',
  'reason_needed',
  'reason_does_not_fit',
  'outcome_needed',
  'words_back_not_agreed',
];

const SENDING_REFUSALS = [
  'person_not_found',
  'consent_missing',
  'agreement_missing',
  'class_not_held',
  'nobody_holds_class',
  'need_not_found',
  'already_referred',
];

/** A step by the organisation that was asked. */
function answer(step: string) {
  return route({
    path: `POST /referrals/:referralId/${step}`,
    may: 'referral:answer',
    input: TakeStep,
    output: Referral,
    refusals: STEP_REFUSALS,
  });
}

export const referralsRoutes = {
  ...waitingRoutes,
  ...carePlanRoutes,
  ...messageRoutes,
  ...personWordRoutes,
  getWorklist: route({
    path: 'GET /worklist',
    may: 'worklist:read',
    input: WorklistInput,
    output: Worklist,
    refusals: [],
    offline: 'read',
  }),
  getReferral: route({
    path: 'GET /referrals/:referralId',
    may: 'referral:read',
    input: z.object({ referralId: ReferralId }),
    output: OpenReferral,
    refusals: ['referral_not_found'],
    opens: true,
  }),
  listReferralsOf: route({
    path: 'GET /people/:personId/referrals',
    may: 'referral:send',
    input: z.object({ personId: z.uuid() }),
    output: z.object({
      referrals: z.array(
        OpenReferral.omit({
          history: true,
          person: true,
          may: true,
          why: true,
          side: true,
          chain: true,
          onward: true,
          waiting: true,
          said: true,
        }),
      ),
    }),
    refusals: ['person_not_found'],
    opens: true,
  }),
  findServicesFor: route({
    path: 'GET /matching-services',
    may: 'referral:send',
    input: MatchSearch,
    output: pageOf(MatchingService),
    refusals: ['need_not_found'],
    offline: 'read',
  }),
  sendReferrals: route({
    path: 'POST /referrals',
    may: 'referral:send',
    input: SendReferrals,
    output: z.object({ referrals: z.array(Referral) }),
    refusals: [...SENDING_REFUSALS, 'service_not_found', 'service_takes_no_referrals', 'referral_not_found'],
  }),
  acceptReferral: answer('accept'),
  rejectReferral: answer('reject'),
  startReferral: answer('start'),
  holdReferral: answer('hold'),
  resumeReferral: answer('resume'),
  completeReferral: answer('complete'),
  failReferral: answer('fail'),
  cancelReferral: route({
    path: 'POST /referrals/:referralId/cancel',
    may: 'referral:cancel',
    input: TakeStep,
    output: Referral,
    refusals: STEP_REFUSALS,
  }),
  voidReferral: route({
    path: 'POST /referrals/:referralId/void',
    may: 'referral:cancel',
    input: TakeStep,
    output: Referral,
    refusals: STEP_REFUSALS,
  }),
  followRequest: route({
    path: 'GET /my-request',
    may: 'request:follow',
    input: z.object({}),
    output: FollowedRequest,
    refusals: [],
  }),
  confirmHelp: route({
    path: 'POST /my-request/:referralId/confirm',
    may: 'request:confirm',
    input: ConfirmHelp,
    output: FollowedReferral,
    refusals: ['referral_not_found', 'not_answered_yet'],
  }),
  listDeadlineRules: route({
    path: 'GET /deadlines',
    may: 'deadline:write',
    input: z.object({}),
    output: z.object({ rules: z.array(DeadlineRule) }),
    refusals: [],
  }),
  saveDeadlineRule: route({
    path: 'POST /deadlines',
    may: 'deadline:write',
    input: SaveDeadlineRule,
    output: z.object({ rules: z.array(DeadlineRule) }),
    refusals: ['need_not_found', 'organisation_not_found'],
  }),
  removeDeadlineRule: route({
    path: 'POST /deadlines/:ruleId/remove',
    may: 'deadline:write',
    input: z.object({ ruleId: z.uuid() }),
    output: z.object({ rules: z.array(DeadlineRule) }),
    refusals: ['deadline_rule_not_found'],
  }),
  listColleagues: route({
    path: 'GET /referrals/colleagues',
    may: 'referral:send',
    input: z.object({}),
    output: z.object({ colleagues: z.array(Colleague) }),
    refusals: [],
  }),
  handOver: route({
    path: 'POST /referrals/hand-over',
    may: 'referral:send',
    input: HandOver,
    output: z.object({ count: z.number().int() }),
    refusals: ['lead_hands_over', 'colleague_not_found', 'class_not_held', 'nothing_to_hand_over'],
  }),
  sendOpen: route({
    path: 'POST /referrals/open',
    may: 'referral:send',
    input: SendOpen,
    output: Referral,
    refusals: [...SENDING_REFUSALS, 'nobody_may_be_asked'],
  }),
  turnOpen: route({
    path: 'POST /referrals/:referralId/open',
    may: 'referral:cancel',
    input: TurnOpen,
    output: Referral,
    refusals: [
      'referral_not_found',
      'referral_changed',
      'step_not_possible',
      'consent_missing',
      'agreement_missing',
      'nobody_holds_class',
      'nobody_may_be_asked',
    ],
  }),
  listOpenRequests: route({
    path: 'GET /open-requests',
    may: 'referral:answer',
    input: z.object({}),
    output: z.object({ requests: z.array(OpenRequest) }),
    refusals: [],
  }),
  claimRequest: route({
    path: 'POST /open-requests/:referralId/claim',
    may: 'referral:answer',
    input: ClaimRequest,
    output: Referral,
    refusals: ['open_request_not_found', 'already_claimed'],
  }),
  passRequest: route({
    path: 'POST /open-requests/:referralId/pass',
    may: 'referral:answer',
    input: PassRequest,
    output: z.object({ done: z.literal(true) }),
    refusals: ['open_request_not_found'],
  }),
  passOn: route({
    path: 'POST /referrals/:referralId/pass-on',
    may: 'referral:read',
    input: PassOn,
    output: Referral,
    refusals: [...STEP_REFUSALS, 'service_not_found'],
  }),
  listCameBack: route({
    path: 'GET /referrals/came-back',
    may: 'referral:send',
    input: z.object({}),
    output: z.object({ cameBack: z.array(CameBack) }),
    refusals: [],
  }),
  leaveOnward: route({
    path: 'POST /referrals/:referralId/leave-onward',
    may: 'referral:cancel',
    input: z.object({ referralId: ReferralId }),
    output: z.object({ done: z.literal(true) }),
    refusals: ['referral_not_found', 'nothing_came_back'],
  }),
  listOnwardServices: route({
    path: 'GET /referrals/:referralId/onward-services',
    may: 'referral:read',
    input: z.object({ referralId: ReferralId }),
    output: z.object({ services: z.array(OnwardService) }),
    refusals: ['referral_not_found'],
  }),
};

/** The route of each step. A draft is sent by `sendReferrals`, with all that is sent with it. */
export const STEP_ROUTES = {
  accept: 'acceptReferral',
  reject: 'rejectReferral',
  start: 'startReferral',
  hold: 'holdReferral',
  resume: 'resumeReferral',
  complete: 'completeReferral',
  fail: 'failReferral',
  cancel: 'cancelReferral',
  void: 'voidReferral',
} as const satisfies Record<Exclude<ReferralStep, 'send'>, keyof typeof referralsRoutes>;
