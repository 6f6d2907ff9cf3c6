import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { getOwn, type AccountRow } from '../accounts/account-store.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { findFresh } from './session-store.ts';

/** Until when this session's owner counts as having just shown both factors; null where they have not. */
export async function findFreshUntil(ctx: Ctx<IdentityTables>): Promise<Date | null> {
  const { accountId, sessionId } = ctx.actor;
  if (accountId === null || sessionId === undefined) return null;
  return findFresh(ctx.db, { accountId, sessionId, now: ctx.now });
}

/**
 * One's own account, both factors just given: a browser left open is not enough to change what opens an account.
 * Refuses `confirm_first`.
 */
export async function getFreshOwn(ctx: Ctx<IdentityTables>): Promise<AccountRow> {
  if ((await findFreshUntil(ctx)) === null) refuse('confirm_first');
  return getOwn(ctx);
}
