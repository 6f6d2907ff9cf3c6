import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { SignIn, SignInOutcome } from '../../contract/session.ts';
import { findAccountByEmail, noteFailedTry, type AccountRow } from '../accounts/account-store.ts';
import { hashPassword, isPassword } from '../passwords/password.ts';
import { removeSessionOf, saveSession } from '../sessions/session-store.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { patienceFor } from './patience.ts';

/** Stands in for the account that is not there, or has no password, so that the answer takes as long. */
const NO_ACCOUNT = hashPassword('nobody has this password');
export const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Whether this opens the account; it takes as long where there is none. */
export async function checkPassword(account: AccountRow | undefined, password: string): Promise<boolean> {
  const stored = account?.password_hash ?? null;
  const matches = await isPassword(password, stored ?? (await NO_ACCOUNT));
  return matches && stored !== null && account?.disabled_at === null;
}

/** Opens a session for the first of two factors, and ends the one that the browser came with. */
export async function openHalf(
  ctx: Ctx<IdentityTables>,
  accountId: string,
  way: 'password' | 'open_id',
): Promise<void> {
  if (ctx.actor.kind === 'anyone') await removeSessionOf(ctx.db, ctx.actor.sessionId);
  const session = await saveSession(ctx, { kind: 'account', accountId, isConfirmed: false, way });
  ctx.setSession(session.token, session.seconds);
}

/** The first of two factors. A wrong address and a wrong password have one answer. */
export async function signIn(
  ctx: Ctx<IdentityTables>,
  given: z.output<typeof SignIn>,
): Promise<z.infer<typeof SignInOutcome>> {
  const account = await findAccountByEmail(ctx.db, given.email);
  const subject = account?.account_id ?? NOBODY;
  const { waitSeconds, release } = await patienceFor(ctx, 'password', given.email);
  if (waitSeconds > 0) {
    ctx.emit({ type: 'account.sign_in_locked', subject });
    return { outcome: 'locked', waitSeconds };
  }
  if (!(await checkPassword(account, given.password))) {
    if (account !== undefined) await noteFailedTry(ctx.db, subject);
    ctx.emit({ type: 'account.sign_in_failed', subject });
    return { outcome: 'wrong', waitSeconds: 0 };
  }
  await release();
  await openHalf(ctx, subject, 'password');
  ctx.emit({ type: 'account.password_given', subject });
  return { outcome: 'second_factor', waitSeconds: 0 };
}
