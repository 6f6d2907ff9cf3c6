import type { Ctx } from '@qantara/platform';
import type { IdentityTables } from '../tables.gen.ts';
import { hasHolder } from './role-request-store.ts';
import { rolesThat } from './role-store.ts';

/** Whoever closes the others must not then decide alone: for so long they still count. */
const DAYS_REMEMBERED = 7;

/**
 * Whether somebody besides the one who asks could agree: an open account that its owner has taken, in a role that agrees, and that
 * gains nothing by it. Accounts that were closed in the last week, or lost such a role in it, count: nobody becomes the only one by
 * their own hand.
 */
export async function couldSomebodyAgree(
  ctx: Ctx<IdentityTables>,
  gain: { accountId: string | null; role: string | null },
): Promise<boolean> {
  const agreeing = await rolesThat(ctx.db, ['role:agree']);
  const since = new Date(ctx.now.getTime() - DAYS_REMEMBERED * 24 * 3_600_000);
  const but = { asker: ctx.actor.accountId, gainer: gain.accountId ?? ctx.actor.accountId, role: gain.role };
  return hasHolder(ctx.db, { roles: agreeing, since, but });
}
