import type { LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { ManagedAccount, OwnAccount } from '../../contract/index.ts';
import { findProviderLink } from '../open-id/open-id-store.ts';
import { listPasskeyRows, toPasskey } from '../passkeys/passkey-store.ts';
import { findLivingLink } from '../recovery/enrolment-store.ts';
import { countRecoveryCodes } from '../recovery/recovery-code-store.ts';
import { findPendingView } from '../recovery/recovery-store.ts';
import { findRole } from '../roles/role-store.ts';
import { listRequests } from '../roles/role-request-view.ts';
import { listSessions } from '../sessions/end-sessions.ts';
import { findFreshUntil, isOfProviderAlone } from '../sessions/fresh.ts';
import { findFailedTries } from '../sessions/session-store.ts';
import { codeAt } from '../sign-in/second-factor.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { listTeamsOf } from '../teams/team-store.ts';
import { getOther, getOwn, toAccount } from './account-store.ts';

/** The role that somebody asked for and nobody has agreed to yet, without the reason: that is for whoever agrees. */
async function findWaitingRole(ctx: Ctx<IdentityTables>, accountId: string): Promise<OwnAccount['roleRequest']> {
  const [request] = await listRequests(ctx, { accountId, waits: true }, 1);
  if (request === undefined) return null;
  const { role, roleName, askedBy, askedAt, expiresAt } = request;
  return { role, roleName, askedBy: askedBy.displayName, askedAt, expiresAt };
}

async function findDescription(ctx: Ctx<IdentityTables>, role: string | null): Promise<LocalizedText | null> {
  const row = role === null ? undefined : await findRole(ctx.db, role);
  return (row?.description ?? null) as LocalizedText | null;
}

/** Everything that opens one's own account, who is in it, and what others have asked for it. */
export async function getOwnAccount(ctx: Ctx<IdentityTables>): Promise<OwnAccount> {
  const row = await getOwn(ctx);
  const accountId = row.account_id;
  const { openId } = ctx.outside;
  const linked = openId === null ? undefined : await findProviderLink(ctx.db, accountId, openId.issuer);
  const { label } = openId ?? {};
  return {
    account: toAccount(row),
    isSample: row.is_sample,
    sampleCode: row.is_sample ? codeAt(ctx.vault.open(row.totp_secret), ctx.now) : null,
    hasPassword: row.password_hash !== null,
    isOfProviderAlone: await isOfProviderAlone(ctx, row),
    passkeys: (await listPasskeyRows(ctx.db, accountId)).map(toPasskey),
    codesLeft: await countRecoveryCodes(ctx, accountId),
    sessions: await listSessions(ctx, accountId),
    provider: label === undefined ? null : { label, linkedAt: linked?.linked_at.toISOString() ?? null },
    freshUntil: (await findFreshUntil(ctx, row))?.toISOString() ?? null,
    failedTries: await findFailedTries(ctx.db, ctx.actor.sessionId),
    recovery: await findPendingView(ctx, accountId),
    livingLink: await findLivingLink(ctx, accountId),
    roleRequest: await findWaitingRole(ctx, accountId),
    roleDescription: await findDescription(ctx, row.role),
    teams: await listTeamsOf(ctx.db, accountId),
  };
}

/** An account as an administrator looks after it: nothing by which they could open it. Refuses `account_not_found`. */
export async function getAccount(
  ctx: Ctx<IdentityTables>,
  { accountId }: { accountId: string },
): Promise<ManagedAccount> {
  const row = await getOther(ctx, accountId, { mayBeOwn: true, mayBeProgram: true });
  return {
    account: toAccount(row),
    passkeyCount: (await listPasskeyRows(ctx.db, accountId)).length,
    codesLeft: await countRecoveryCodes(ctx, accountId),
    sessions: await listSessions(ctx, accountId),
    recovery: await findPendingView(ctx, accountId),
    livingLink: await findLivingLink(ctx, accountId),
    roleRequests: await listRequests(ctx, { accountId }, 20),
    teams: await listTeamsOf(ctx.db, accountId),
  };
}
