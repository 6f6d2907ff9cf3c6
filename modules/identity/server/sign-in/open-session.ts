import type { Ctx } from '@qantara/platform';
import type { SignInWay } from '../../contract/index.ts';
import { takeFailedTries, type AccountRow } from '../accounts/account-store.ts';
import { removeSessionOf, renewToken, saveSession } from '../sessions/session-store.ts';
import type { IdentityTables } from '../tables.gen.ts';

/** Both factors are given: the session that had one gets a new token, so that one planted before is worth nothing. */
export async function confirmSession(ctx: Ctx<IdentityTables>, account: AccountRow, how: string): Promise<boolean> {
  const failedTries = await takeFailedTries(ctx.db, account);
  const session = await renewToken(ctx, ctx.actor.sessionId ?? '', { confirms: true, failedTries });
  if (session === undefined) return false;
  ctx.setSession(session.token, session.seconds);
  ctx.emit({ type: 'account.signed_in', subject: account.account_id, data: { how } });
  return true;
}

/** Both factors at once: a new session. What the browser came with ends, whoever planted it. */
export async function openSession(ctx: Ctx<IdentityTables>, account: AccountRow, way: SignInWay): Promise<void> {
  const failedTries = await takeFailedTries(ctx.db, account);
  await removeSessionOf(ctx.db, ctx.actor.sessionId);
  const accountId = account.account_id;
  const session = await saveSession(ctx, { kind: 'account', accountId, isConfirmed: true, way, failedTries });
  ctx.setSession(session.token, session.seconds);
  ctx.emit({ type: 'account.signed_in', subject: accountId, data: { how: way } });
}
