import { EnrolmentPurpose } from './enrolment.ts';
import { OpenIdOutcome } from './open-id.ts';
import { RoleRequestKind, RoleRequestState, RoleTemplate } from './role.ts';
import { Browser, Device, LastSeen, SignInWay } from './session.ts';

export { AddedAccount } from './account-routes.ts';
export { Account, AccountId, AskedAccount, Email, FirstAdministrator, NewAccount } from './account.ts';
export {
  EnrolmentLink,
  EnrolmentPurpose,
  ManagedAccount,
  OpenedEnrolment,
  OwnAccount,
  PendingRecovery,
  RecoveryCodes,
} from './enrolment.ts';
export { Keyring, KeyringProof, KeyringRequest, KeyringRequestId, NewKeyring, OpenedKeyring } from './keyring.ts';
export { FinishedOpenId, OpenIdOutcome, ProviderAddress } from './open-id.ts';
export { AskedPasskey, GivenPasskey, Passkey, PasskeyId } from './passkey.ts';
export {
  Permission,
  Role,
  RoleCard,
  RoleName,
  RoleProposal,
  RoleRequest,
  RoleRequestId,
  RoleRequestKind,
  RoleRequestState,
  RoleTemplate,
} from './role.ts';
export { NewProgram, Program, ProgramId, ProgramKey, ProgramProof } from './program.ts';
export { oauthRoutes } from './program-routes.ts';
export { coversScope, cutScopes } from './program-scopes.ts';
export { smartConfiguration } from './smart-configuration.ts';
export { identityRoutes } from './routes.ts';
export { Browser, Device, LastSeen, Session, SessionId, SignInWay } from './session.ts';
export { Team, TeamId } from './team.ts';
export const enumMessages = {
  'identity.role': RoleTemplate,
  'identity.request_kind': RoleRequestKind,
  'identity.request_state': RoleRequestState,
  'identity.browser': Browser,
  'identity.device': Device,
  'identity.last_seen': LastSeen,
  'identity.way': SignInWay,
  'identity.enrolment': EnrolmentPurpose,
  'identity.open_id': OpenIdOutcome,
};
