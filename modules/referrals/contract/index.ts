import { DeadlineStage, DeadlineUnit } from './deadline.ts';
import { Confirmation, OutcomeCode, Priority, ReasonCode, ReferralStatus, ReferralStep, Side } from './referral.ts';
import { WorklistView } from './worklist.ts';

export { DeadlineRule, DeadlineStage, DeadlineUnit, DueWhy, SaveDeadlineRule } from './deadline.ts';
export { FollowedReferral, FollowedRequest } from './followed.ts';
export { OpenReferral, ReferralEntry, ReferredPerson } from './open-referral.ts';
export {
  Confirmation,
  OutcomeCode,
  Priority,
  ReasonCode,
  Referral,
  ReferralId,
  ReferralStatus,
  ReferralStep,
  SendReferrals,
  Side,
  TakeStep,
} from './referral.ts';
export { referralsRoutes } from './routes.ts';
export { WithdrawnReferral, Worklist, WorklistInput, WorklistItem, WorklistView } from './worklist.ts';
export const enumMessages = {
  'referrals.status': ReferralStatus,
  'referrals.step': ReferralStep,
  'referrals.reason': ReasonCode,
  'referrals.outcome': OutcomeCode,
  'referrals.priority': Priority,
  'referrals.confirmation': Confirmation,
  'referrals.view': WorklistView,
  'referrals.stage': DeadlineStage,
  'referrals.unit': DeadlineUnit,
};
/** Who took a step is said by the name of their organisation. */
export const wordlessEnums = [Side];
