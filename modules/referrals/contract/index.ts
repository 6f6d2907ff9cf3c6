import { ReferralMeasure } from './measure.ts';
import { MessageSide } from './message.ts';
import { Rating, WhyNot, WithdrawReason } from './person-word.ts';
import { OnwardKind, OnwardReason, OnwardState } from './chain.ts';
import { GoalState, PlanEntryKind } from './care-plan.ts';
import { DeadlineStage, DeadlineUnit } from './deadline.ts';
import { HandOverReason } from './hand-over.ts';
import { EntryReason } from './open-referral.ts';
import { PassReason } from './open-request.ts';
import {
  Confirmation,
  OutcomeCode,
  PartnerStep,
  Priority,
  ReasonCode,
  ReferralStatus,
  ReferralStep,
  Side,
  StepHow,
} from './referral.ts';
import { LeaveReason, MoveReason, OfferAnswer, WaitState } from './waiting.ts';
import { WorklistView } from './worklist.ts';

export { DeadlineRule, DeadlineStage, DeadlineUnit, DueWhy, SaveDeadlineRule } from './deadline.ts';
export { CameBack, ChainLink, Onward, OnwardKind, OnwardReason, OnwardService, OnwardState, PassOn } from './chain.ts';
export { Colleague, HandOver, HandOverReason } from './hand-over.ts';
export { ClaimRequest, OpenRequest, PassReason, PassRequest, SendOpen, TurnOpen } from './open-request.ts';
export {
  AnswerOffer,
  LeaveList,
  LeaveReason,
  ListedWaitList,
  MoveEntry,
  MoveReason,
  OfferAnswer,
  SaveWaitRule,
  WaitEntry,
  Waiting,
  WaitList,
  WaitState,
} from './waiting.ts';
export { CarePlan, carePlanRoutes, GoalState, MyPlan, PlanEntryKind } from './care-plan.ts';
export { FollowedReferral, FollowedRequest } from './followed.ts';
export { EntryReason, OpenReferral, ReferralEntry, ReferredPerson } from './open-referral.ts';
export {
  Confirmation,
  OutcomeCode,
  PartnerStep,
  Priority,
  ReasonCode,
  Referral,
  ReferralId,
  ReferralStatus,
  ReferralStep,
  SendReferrals,
  Side,
  StepHow,
  TakeStep,
} from './referral.ts';
export {
  LONGEST_MESSAGE,
  Message,
  MessageId,
  messageRoutes,
  MessageSide,
  OwnMessage,
  UnreadPerson,
} from './message.ts';
export {
  OwnWords,
  PersonWord,
  personWordRoutes,
  Rating,
  TellMore,
  WhyNot,
  WithdrawReason,
  WithdrawRequest,
} from './person-word.ts';
export { referralsRoutes, STEP_REFUSALS, STEP_ROUTES } from './routes.ts';
export { WithdrawnReferral, Worklist, WorklistInput, WorklistItem, WorklistView } from './worklist.ts';
export { ReferralMeasure } from './measure.ts';
export const enumMessages = {
  'referrals.counted': ReferralMeasure,
  'referrals.out_of': ReferralMeasure,
  'referrals.status': ReferralStatus,
  'referrals.step': ReferralStep,
  'referrals.how': StepHow,
  'referrals.reason': EntryReason,
  'referrals.outcome': OutcomeCode,
  'referrals.priority': Priority,
  'referrals.confirmation': Confirmation,
  'referrals.view': WorklistView,
  'referrals.onward': OnwardKind,
  'referrals.onward_state': OnwardState,
  'referrals.waiting': WaitState,
  'referrals.offer_answer': OfferAnswer,
  'referrals.goal': GoalState,
  'referrals.plan_entry': PlanEntryKind,
  'referrals.stage': DeadlineStage,
  'referrals.unit': DeadlineUnit,
  'referrals.rating': Rating,
  'referrals.why_not': WhyNot,
};
/** Who took a step is said by the name of their organisation; the reasons of a step are among those of the story, which have the words. */
export const wordlessEnums = [
  PartnerStep,
  Side,
  ReasonCode,
  HandOverReason,
  PassReason,
  OnwardReason,
  MoveReason,
  LeaveReason,
  MessageSide,
  WithdrawReason,
];
