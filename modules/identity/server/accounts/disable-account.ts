import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Account } from '../../contract/index.ts';
import { keepAnAdministrator } from '../roles/keep-an-administrator.ts';
import { withdrawFor } from '../roles/role-request-store.ts';
import { revokeLinks } from '../recovery/enrolment-store.ts';
import { removeSessionsOf } from '../sessions/session-store.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { getOther, saveDisabled, toAccount } from './account-store.ts';

/**
 * Closes an account, every session of it, every link to it and every role that was asked for it: its next request, whatever it was
 * doing, is refused. One person is enough, for it only takes away. Refuses `own_account`, `last_administrator`.
 */
export async function disableAccount(ctx: Ctx<IdentityTables>, { accountId }: { accountId: string }): Promise<Account> {
  await getOther(ctx, accountId, { mayBeProgram: true });
  await keepAnAdministrator(ctx, (holder) => holder.accountId === accountId);
  const row = (await saveDisabled(ctx.db, accountId, ctx.now)) ?? refuse('account_already_disabled');
  await removeSessionsOf(ctx.db, accountId);
  await revokeLinks(ctx, accountId);
  await withdrawFor(ctx, accountId);
  ctx.emit({ type: 'account.disabled', subject: accountId });
  return toAccount(row);
}
