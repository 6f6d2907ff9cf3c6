import { Role } from './account.ts';
import { EnrolmentPurpose } from './enrolment.ts';
import { OpenIdOutcome } from './open-id.ts';
import { Browser, Device, LastSeen, SignInWay } from './session.ts';

export { Account, AccountId, Email, FirstAdministrator, NewAccount, Role } from './account.ts';
export {
  EnrolmentLink,
  EnrolmentPurpose,
  ManagedAccount,
  OpenedEnrolment,
  OwnAccount,
  PendingRecovery,
  RecoveryCodes,
} from './enrolment.ts';
export { FinishedOpenId, OpenIdOutcome, ProviderAddress } from './open-id.ts';
export { AskedPasskey, GivenPasskey, Passkey, PasskeyId } from './passkey.ts';
export { identityRoutes } from './routes.ts';
export { Browser, Device, LastSeen, Session, SessionId, SignInWay } from './session.ts';
export const enumMessages = {
  'identity.role': Role,
  'identity.browser': Browser,
  'identity.device': Device,
  'identity.last_seen': LastSeen,
  'identity.way': SignInWay,
  'identity.enrolment': EnrolmentPurpose,
  'identity.open_id': OpenIdOutcome,
};
