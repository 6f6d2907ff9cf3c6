import type { Ctx } from '@qantara/platform';
import type { AccountRow } from '../accounts/account-store.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { stepOf } from './second-factor.ts';

/**
 * Uses a telephone's code up: it opens once (RFC 6238 §5.2), except for invented accounts, which many visitors share.
 * Confirms the telephone where it never was.
 */
export async function takeTelephoneCode(ctx: Ctx<IdentityTables>, account: AccountRow, code: string): Promise<boolean> {
  const step = stepOf(ctx.vault.open(account.totp_secret), code, ctx.now);
  if (step === null) return false;
  const used = await ctx.db
    .updateTable('identity.account')
    .set({
      totp_last_step: step,
      totp_confirmed_at: account.totp_confirmed_at ?? ctx.now,
      enrolled_at: account.enrolled_at ?? ctx.now,
    })
    .where('account_id', '=', account.account_id)
    .where('totp_last_step', '<', step)
    .executeTakeFirst();
  return used.numUpdatedRows > 0n || account.is_sample;
}
