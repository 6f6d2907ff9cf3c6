import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { saveCredentials } from '../accounts/account-store.ts';
import { getFreshOwn } from '../sessions/fresh.ts';
import { removeSessionsOf } from '../sessions/session-store.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { hashPassword } from './password.ts';
import { refuseWeak } from './password-policy.ts';

/**
 * A new password of one's own, within ten minutes of giving the old one with the second factor (or a key); all other
 * sessions end. Refuses `confirm_first`, and `sample_account`, which many visitors share.
 */
export async function changePassword(
  ctx: Ctx<IdentityTables>,
  { password }: { password: string },
): Promise<{ done: true }> {
  const account = await getFreshOwn(ctx);
  if (account.is_sample) refuse('sample_account');
  await refuseWeak(ctx, password, { email: account.email, displayName: account.display_name });
  await saveCredentials(ctx.db, account.account_id, { password_hash: await hashPassword(password) });
  await removeSessionsOf(ctx.db, account.account_id, ctx.actor.sessionId);
  ctx.emit({ type: 'account.password_changed', subject: account.account_id });
  return { done: true };
}
