import { countAttempt, forgiveAttempt, type Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { SignIn, SignInOutcome } from '../contract/session.ts';
import { findAccountByEmail, type AccountRow } from './account-store.ts';
import { hashPassword, isPassword } from './password.ts';
import { saveSession } from './session-store.ts';
import type { IdentityTables } from './tables.gen.ts';

/** Ten wrong tries an account and thirty an address in a quarter of an hour; the account itself is never locked for good. */
const PER_ACCOUNT = { limit: 10, windowSeconds: 900 };
const PER_ORIGIN = { limit: 30, windowSeconds: 900 };

/** Stands in for the account that is not there, so that the answer takes as long. */
const NO_ACCOUNT = hashPassword('nobody has this password');
const NOBODY = '00000000-0000-0000-0000-000000000000';

type Buckets = { account: string; origin: string };

function bucketsOf(ctx: Ctx<IdentityTables>, email: string): Buckets {
  const account = ctx.vault.digest('sign-in', email).toString('hex').slice(0, 32);
  return { account: `sign-in account ${account}`, origin: `sign-in origin ${ctx.origin}` };
}

async function isAllowed(ctx: Ctx<IdentityTables>, buckets: Buckets): Promise<boolean> {
  const account = await countAttempt(ctx, buckets.account, PER_ACCOUNT);
  const origin = await countAttempt(ctx, buckets.origin, PER_ORIGIN);
  return account && origin;
}

async function check(account: AccountRow | undefined, password: string): Promise<boolean> {
  const matches = await isPassword(password, account?.password_hash ?? (await NO_ACCOUNT));
  return matches && account !== undefined && account.disabled_at === null;
}

/** The first of two factors. A wrong address and a wrong password have one answer. */
export async function signIn(
  ctx: Ctx<IdentityTables>,
  given: z.output<typeof SignIn>,
): Promise<z.infer<typeof SignInOutcome>> {
  const account = await findAccountByEmail(ctx.db, given.email);
  const subject = account?.account_id ?? NOBODY;
  const buckets = bucketsOf(ctx, given.email);
  if (!(await isAllowed(ctx, buckets))) {
    ctx.emit({ type: 'account.sign_in_locked', subject });
    return { outcome: 'locked' };
  }
  if (!(await check(account, given.password)) || account === undefined) {
    ctx.emit({ type: 'account.sign_in_failed', subject });
    return { outcome: 'wrong' };
  }
  await forgiveAttempt(ctx, buckets.account);
  await forgiveAttempt(ctx, buckets.origin);
  const session = await saveSession(ctx.db, { kind: 'account', accountId: subject, isConfirmed: false }, ctx.now);
  ctx.setSession(session.token, session.seconds);
  ctx.emit({ type: 'account.password_given', subject });
  return { outcome: 'second_factor' };
}
