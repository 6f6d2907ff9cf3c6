import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { renderSVG } from 'uqr';
import type { z } from 'zod';
import type { FactorOutcome, SecondFactor, SecondFactorState } from '../../contract/session.ts';
import { getOwn, noteFailedTry } from '../accounts/account-store.ts';
import { listPasskeyRows } from '../passkeys/passkey-store.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { checkCode } from './check-code.ts';
import { confirmSession } from './open-session.ts';
import { patienceFor } from './patience.ts';
import { codeAt, enrolmentAddress } from './second-factor.ts';

/** The square that a code application reads. */
export function squareOf(secret: string, email: string): string {
  return renderSVG(enrolmentAddress(secret, email), { border: 2 });
}

/** What the second-factor page shows. The secret is shown until it has been used once, and never after. */
export async function getSecondFactor(ctx: Ctx<IdentityTables>): Promise<SecondFactorState> {
  const account = await getOwn(ctx);
  const secret = ctx.vault.open(account.totp_secret);
  const hasTelephone = account.totp_confirmed_at !== null;
  const hasPasskey = (await listPasskeyRows(ctx.db, account.account_id)).length > 0;
  const isEnrolled = hasTelephone || hasPasskey;
  return {
    isEnrolled,
    hasTelephone,
    hasPasskey,
    secret: isEnrolled ? null : secret,
    qrCode: isEnrolled ? null : squareOf(secret, account.email),
    sampleCode: account.is_sample ? codeAt(secret, ctx.now) : null,
  };
}

/** The second factor: a code opens once. The session gets a new token, so that one planted before it is worth nothing. */
export async function confirmSecondFactor(
  ctx: Ctx<IdentityTables>,
  given: z.output<typeof SecondFactor>,
): Promise<FactorOutcome> {
  const account = await getOwn(ctx);
  const subject = account.account_id;
  const { waitSeconds, release } = await patienceFor(ctx, 'factor', subject);
  if (waitSeconds > 0) {
    ctx.emit({ type: 'account.sign_in_locked', subject });
    return { outcome: 'locked', waitSeconds };
  }
  const how = await checkCode(ctx, account, given.code);
  if (how === null) {
    await noteFailedTry(ctx.db, subject);
    ctx.emit({ type: 'account.second_factor_failed', subject });
    return { outcome: 'wrong', waitSeconds: 0 };
  }
  await release();
  if (!(await confirmSession(ctx, account, how))) refuse('not_signed_in');
  return { outcome: 'signed_in', waitSeconds: 0 };
}
