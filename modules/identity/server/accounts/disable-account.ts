import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Account } from '../../contract/index.ts';
import { revokeLinks } from '../recovery/enrolment-store.ts';
import { removeSessionsOf } from '../sessions/session-store.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { getOther, saveDisabled, toAccount } from './account-store.ts';

/**
 * Closes an account, every session of it and every link to it: its next request, whatever it was doing, is refused.
 * Refuses `own_account`, so that a region keeps an administrator.
 */
export async function disableAccount(ctx: Ctx<IdentityTables>, { accountId }: { accountId: string }): Promise<Account> {
  await getOther(ctx, accountId);
  const row = (await saveDisabled(ctx.db, accountId, ctx.now)) ?? refuse('account_already_disabled');
  await removeSessionsOf(ctx.db, accountId);
  await revokeLinks(ctx, accountId);
  ctx.emit({ type: 'account.disabled', subject: accountId });
  return toAccount(row);
}
