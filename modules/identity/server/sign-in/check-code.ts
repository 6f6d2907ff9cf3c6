import type { Ctx } from '@qantara/platform';
import type { AccountRow } from '../accounts/account-store.ts';
import { listPasskeyRows } from '../passkeys/passkey-store.ts';
import { looksLikeRecoveryCode, takeRecoveryCode } from '../recovery/recovery-code-store.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { takeTelephoneCode } from './telephone-store.ts';

/**
 * Whether the telephone is still to be linked at this sign-in: nobody has done so, and no key guards the account. Else
 * whoever knows the password could link a telephone of their own.
 */
export async function mayLinkFirst(ctx: Ctx<IdentityTables>, account: AccountRow): Promise<boolean> {
  if (account.totp_confirmed_at !== null) return false;
  return (await listPasskeyRows(ctx.db, account.account_id)).length === 0;
}

/** How a typed second factor was right: the telephone's code or a recovery code. Null where it was not. */
export async function checkCode(
  ctx: Ctx<IdentityTables>,
  account: AccountRow,
  code: string,
): Promise<'telephone' | 'recovery_code' | null> {
  if (looksLikeRecoveryCode(code)) {
    const isRight = await takeRecoveryCode(ctx, account.account_id, code);
    if (isRight) ctx.emit({ type: 'account.recovery_code_used', subject: account.account_id });
    return isRight ? 'recovery_code' : null;
  }
  const hasTelephone = account.totp_confirmed_at !== null || (await mayLinkFirst(ctx, account));
  return hasTelephone && (await takeTelephoneCode(ctx, account, code)) ? 'telephone' : null;
}
