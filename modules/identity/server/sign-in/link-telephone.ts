import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { saveCredentials } from '../accounts/account-store.ts';
import { getFreshOwn } from '../sessions/fresh.ts';
import { removeSessionsOf } from '../sessions/session-store.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { squareOf } from './confirm-second-factor.ts';
import { newSecret, stepOf } from './second-factor.ts';

type Done = { done: true };

/** The square of the telephone that is being linked, if one is. Refuses `confirm_first`. */
export async function getTelephone(
  ctx: Ctx<IdentityTables>,
): Promise<{ secret: string | null; qrCode: string | null }> {
  const account = await getFreshOwn(ctx);
  const secret = account.totp_pending === null ? null : ctx.vault.open(account.totp_pending);
  return { secret, qrCode: secret === null ? null : squareOf(secret, account.email) };
}

/** Begins linking another telephone; the one in use holds until the new one has shown a code. */
export async function startTelephone(ctx: Ctx<IdentityTables>): Promise<Done> {
  const account = await getFreshOwn(ctx);
  if (account.is_sample) refuse('sample_account');
  await saveCredentials(ctx.db, account.account_id, { totp_pending: ctx.vault.seal(newSecret()) });
  ctx.emit({ type: 'account.telephone_started', subject: account.account_id });
  return { done: true };
}

/**
 * The new telephone takes the old one's place, and all other sessions end. Refuses `confirm_first`,
 * `telephone_not_started`, `second_factor_wrong`.
 */
export async function linkTelephone(ctx: Ctx<IdentityTables>, { code }: { code: string }): Promise<Done> {
  const account = await getFreshOwn(ctx);
  const { totp_pending: pending, account_id: accountId } = account;
  if (pending === null) return refuse('telephone_not_started');
  const step = stepOf(ctx.vault.open(pending), code, ctx.now) ?? refuse('second_factor_wrong');
  await saveCredentials(ctx.db, accountId, {
    totp_secret: pending,
    totp_pending: null,
    totp_confirmed_at: ctx.now,
    totp_last_step: step,
  });
  await removeSessionsOf(ctx.db, accountId, ctx.actor.sessionId);
  ctx.emit({ type: 'account.telephone_linked', subject: accountId });
  return { done: true };
}
