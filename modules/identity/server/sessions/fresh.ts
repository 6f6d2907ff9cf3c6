import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { getOwn, type AccountRow } from '../accounts/account-store.ts';
import { listPasskeyRows } from '../passkeys/passkey-store.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { findFresh, findProviderFresh } from './session-store.ts';

/** Whether nothing of ours opens the account yet: its owner comes by the provider alone, and could confirm with nothing. */
export async function isOfProviderAlone(ctx: Ctx<IdentityTables>, account: AccountRow): Promise<boolean> {
  if (account.password_hash !== null || account.totp_confirmed_at !== null) return false;
  return (await listPasskeyRows(ctx.db, account.account_id)).length === 0;
}

/**
 * Until when this session's owner counts as having just shown both factors; null where they have not. Whom only the
 * provider knows has shown them there, when they signed in.
 */
export async function findFreshUntil(ctx: Ctx<IdentityTables>, account: AccountRow): Promise<Date | null> {
  const { sessionId } = ctx.actor;
  if (sessionId === undefined) return null;
  const of = { accountId: account.account_id, sessionId, now: ctx.now };
  const confirmed = await findFresh(ctx.db, of);
  if (confirmed !== null || !(await isOfProviderAlone(ctx, account))) return confirmed;
  return findProviderFresh(ctx.db, of);
}

/**
 * One's own account, both factors just given: a browser left open is not enough to change what opens an account.
 * Refuses `confirm_first`.
 */
export async function getFreshOwn(ctx: Ctx<IdentityTables>): Promise<AccountRow> {
  if (ctx.actor.sessionId === undefined) refuse('confirm_first');
  const account = await getOwn(ctx);
  if ((await findFreshUntil(ctx, account)) === null) refuse('confirm_first');
  return account;
}
