import { refuse } from '@qantara/kernel';
import { serverModule, wireOf, type Ctx } from '@qantara/platform';
import { identityRoutes, oauthRoutes } from '../contract/index.ts';
import { countAccounts, findAccount, hasAnyAccount, listAccountRows, toAccount } from './accounts/account-store.ts';
import { createAccount, createFirstAdministrator, renewInvitation } from './accounts/create-account.ts';
import { disableAccount } from './accounts/disable-account.ts';
import { getAccount, getOwnAccount } from './accounts/look-after-account.ts';
import { changeKeyringPassword, endKeyring, leaveKeyring } from './keyrings/end-keyring.ts';
import { removeUnsound } from './keyrings/keyring-store.ts';
import { addKeyringRequest, createKeyring, joinKeyring } from './keyrings/make-keyring.ts';
import { getKeyring, openKeyring, openKeyringRequest } from './keyrings/open-keyring.ts';
import { finishOpenId, removeOpenIdLink, startOpenId, startOpenIdLink } from './open-id/sign-in-with-provider.ts';
import { removeExpiredChallenges } from './passkeys/challenge-store.ts';
import { addPasskey, removePasskey, renamePasskey, startPasskey } from './passkeys/keep-passkeys.ts';
import {
  confirmWithPasskey,
  signInWithPasskey,
  startPasskeyFactor,
  startPasskeySignIn,
} from './passkeys/sign-in-with-passkey.ts';
import { changePassword } from './passwords/change-password.ts';
import { completeEnrolment, openEnrolment, startEnrolmentPasskey } from './recovery/enrol.ts';
import { giveToken, sayOauthProblem } from './programs/give-token.ts';
import {
  changeProgramKeys,
  changeProgramScopes,
  getProgram,
  listPrograms,
  registerProgram,
} from './programs/keep-programs.ts';
import { removeSpent } from './programs/program-store.ts';
import { agreeToRecovery, cancelOwnRecovery, cancelRecovery, startRecovery } from './recovery/recover-account.ts';
import { renewRecoveryCodes } from './recovery/renew-recovery-codes.ts';
import { agreeToRole, refuseRole, withdrawRoleRequest } from './roles/answer-role-request.ts';
import { changeRole, composeRole, giveRole, retireRole } from './roles/ask-for-role.ts';
import { countRoleRequests, getRole, listRoleRequests, listRoles } from './roles/read-roles.ts';
import { confirmSelf, confirmSelfWithPasskey, startPasskeyConfirm } from './sessions/confirm-self.ts';
import { endOtherSessions, endSession, endSessionsOf, signOut } from './sessions/end-sessions.ts';
import { removeExpiredSessions } from './sessions/session-store.ts';
import { openByCode } from './sign-in/access-codes.ts';
import { confirmSecondFactor, getSecondFactor } from './sign-in/confirm-second-factor.ts';
import { getTelephone, linkTelephone, startTelephone } from './sign-in/link-telephone.ts';
import { signIn } from './sign-in/sign-in.ts';
import { removeForgotten } from './sign-in/wait-store.ts';
import type { IdentityTables } from './tables.gen.ts';
import {
  addToTeam,
  closeTeam,
  createTeam,
  getTeam,
  listTeams,
  removeFromTeam,
  renameTeam,
} from './teams/keep-teams.ts';

export { listColleagueCircles, type ColleagueCircle } from './teams/list-colleague-circles.ts';
export { findActorOf, organisationsWhereSomebodyMay } from './accounts/find-actor-of.ts';
export { findAccountAddress, listAccountsThatMay, type AccountAddress } from './accounts/account-address-store.ts';
export { listAccountCards, listClosedAccounts, type AccountCard } from './accounts/account-name-store.ts';
export { saveSampleKeyring } from './keyrings/make-keyring.ts';
export { oldKeyringRequests } from './keyrings/old-keyring-store.ts';
export { oldAccessCodes } from './sign-in/access-code-store.ts';
export { saveAccount, setupCodeOf } from './accounts/create-account.ts';
export { hashPassword } from './passwords/password.ts';
export { issueLink } from './recovery/enrolment-store.ts';
export { recoverFromConsole } from './recovery/recover-account.ts';
export { findProgram, listAllPrograms } from './programs/keep-programs.ts';
export { resolveProgram } from './programs/resolve-program.ts';
export { resolveActor } from './sessions/resolve-actor.ts';
export { issueAccessCode } from './sign-in/access-codes.ts';

async function clearOut(ctx: Ctx<IdentityTables>): Promise<void> {
  await removeExpiredSessions(ctx.db, ctx.now);
  await removeExpiredChallenges(ctx);
  await removeForgotten(ctx);
  await removeSpent(ctx);
  await removeUnsound(ctx.db);
}

export const identityModule = serverModule<typeof identityRoutes, IdentityTables>({
  name: 'identity',
  routes: identityRoutes,
  handlers: {
    signIn,
    getSecondFactor,
    confirmSecondFactor,
    startPasskeyFactor,
    confirmWithPasskey,
    startPasskeySignIn,
    signInWithPasskey,
    getSignInWays: async ({ outside: { address, openId } }) => ({
      address,
      provider: openId === null ? null : { label: openId.label },
    }),
    startOpenId,
    finishOpenId,
    signOut,
    openByCode,
    openKeyring,
    getKeyring,
    createKeyring,
    joinKeyring,
    addKeyringRequest,
    openKeyringRequest,
    leaveKeyring,
    changeKeyringPassword,
    endKeyring,
    getMe: async (ctx) => {
      const row = (await findAccount(ctx.db, ctx.actor.accountId ?? '')) ?? refuse('not_signed_in');
      return { account: toAccount(row), permissions: [...ctx.actor.permissions] };
    },
    getSetup: async (ctx) => ({ isNeeded: !(await hasAnyAccount(ctx.db)) }),
    createFirstAdministrator,
    openEnrolment,
    startEnrolmentPasskey,
    completeEnrolment,
    getOwnAccount,
    confirmSelf,
    startPasskeyConfirm,
    confirmSelfWithPasskey,
    changePassword,
    startPasskey,
    addPasskey,
    renamePasskey,
    removePasskey,
    getTelephone,
    startTelephone,
    linkTelephone,
    renewRecoveryCodes,
    endSession,
    endOtherSessions,
    startOpenIdLink,
    removeOpenIdLink,
    cancelOwnRecovery,
    listAccounts: async (ctx, { page, perPage }) => {
      const rows = await listAccountRows(ctx.db, page, perPage);
      const total = await countAccounts(ctx.db);
      return { items: rows.slice(0, perPage).map(toAccount), page, perPage, total, hasMore: rows.length > perPage };
    },
    getAccount,
    createAccount,
    renewInvitation,
    disableAccount,
    endSessionsOf,
    startRecovery,
    agreeToRecovery,
    cancelRecovery,
    listPrograms,
    getProgram,
    registerProgram,
    changeProgramKeys,
    changeProgramScopes,
    listRoles,
    getRole,
    composeRole,
    changeRole,
    retireRole,
    giveRole,
    listRoleRequests,
    countRoleRequests,
    agreeToRole,
    refuseRole,
    withdrawRoleRequest,
    listTeams,
    getTeam,
    createTeam,
    renameTeam,
    addToTeam,
    removeFromTeam,
    closeTeam,
  },
  wire: wireOf<typeof oauthRoutes, IdentityTables>(oauthRoutes, { giveToken }, { problem: sayOauthProblem }),
  jobs: [{ name: 'identity.remove-expired-sessions', cron: '17 * * * *', run: clearOut }],
});
