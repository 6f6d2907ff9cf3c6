import {
  Confirmation,
  OutcomeCode,
  Priority,
  ReasonCode,
  ReferralStatus,
  ReferralStep,
  Side,
  StepHow,
} from './referral.ts';
import { WorklistView } from './worklist.ts';

export { FollowedReferral, FollowedRequest } from './followed.ts';
export {
  Confirmation,
  OpenReferral,
  OutcomeCode,
  Priority,
  ReasonCode,
  Referral,
  ReferralEntry,
  ReferralId,
  ReferralStatus,
  ReferralStep,
  ReferredPerson,
  SendReferrals,
  Side,
  StepHow,
  TakeStep,
} from './referral.ts';
export { referralsRoutes } from './routes.ts';
export { WithdrawnReferral, Worklist, WorklistInput, WorklistItem, WorklistView } from './worklist.ts';
export const enumMessages = {
  'referrals.status': ReferralStatus,
  'referrals.step': ReferralStep,
  'referrals.how': StepHow,
  'referrals.reason': ReasonCode,
  'referrals.outcome': OutcomeCode,
  'referrals.priority': Priority,
  'referrals.confirmation': Confirmation,
  'referrals.view': WorklistView,
};
/** Who took a step is said by the name of their organisation. */
export const wordlessEnums = [Side];
