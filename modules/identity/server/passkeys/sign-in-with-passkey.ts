import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { AskedPasskey, GivenPasskey } from '../../contract/index.ts';
import type { FactorOutcome } from '../../contract/session.ts';
import { findAccount, getOwn, noteFailedTry } from '../accounts/account-store.ts';
import { confirmSession, openSession } from '../sign-in/open-session.ts';
import { patienceFor, patienceOfPlace } from '../sign-in/patience.ts';
import { NOBODY } from '../sign-in/sign-in.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { answerOfKey } from './answer-passkey.ts';
import { askForKey, countStart } from './ask-passkey.ts';

/** Asks for whatever key the browser's owner has for this region. Refuses `too_many_tries`. */
export async function startPasskeySignIn(ctx: Ctx<IdentityTables>): Promise<AskedPasskey> {
  await countStart(ctx);
  return askForKey(ctx, { purpose: 'sign_in', accountId: null });
}

/**
 * A key that has made sure of its owner is both factors. It opens while the password waits: who guesses passwords must
 * not keep out the one who holds the key.
 */
export async function signInWithPasskey(ctx: Ctx<IdentityTables>, given: GivenPasskey): Promise<FactorOutcome> {
  const { waitSeconds, release } = await patienceOfPlace(ctx);
  if (waitSeconds > 0) {
    ctx.emit({ type: 'account.sign_in_locked', subject: NOBODY });
    return { outcome: 'locked', waitSeconds };
  }
  const answered = await answerOfKey(ctx, given, 'sign_in');
  const account = answered === undefined ? undefined : await findAccount(ctx.db, answered.accountId);
  if (account === undefined || account.disabled_at !== null) {
    ctx.emit({ type: 'account.passkey_failed', subject: account?.account_id ?? NOBODY });
    return { outcome: 'wrong', waitSeconds: 0 };
  }
  await release();
  await openSession(ctx, account, 'passkey');
  return { outcome: 'signed_in', waitSeconds: 0 };
}

/** Asks for one of the account's own keys, after its password. */
export async function startPasskeyFactor(ctx: Ctx<IdentityTables>): Promise<AskedPasskey> {
  const account = await getOwn(ctx);
  return askForKey(ctx, { purpose: 'second_factor', accountId: account.account_id });
}

/** The second factor by a key. */
export async function confirmWithPasskey(ctx: Ctx<IdentityTables>, given: GivenPasskey): Promise<FactorOutcome> {
  const account = await getOwn(ctx);
  const subject = account.account_id;
  const { waitSeconds, release } = await patienceFor(ctx, 'factor', subject);
  if (waitSeconds > 0) {
    ctx.emit({ type: 'account.sign_in_locked', subject });
    return { outcome: 'locked', waitSeconds };
  }
  const answered = await answerOfKey(ctx, given, 'second_factor');
  if (answered === undefined) {
    await noteFailedTry(ctx.db, subject);
    ctx.emit({ type: 'account.second_factor_failed', subject });
    return { outcome: 'wrong', waitSeconds: 0 };
  }
  await release();
  if (!(await confirmSession(ctx, account, 'passkey'))) refuse('not_signed_in');
  return { outcome: 'signed_in', waitSeconds: 0 };
}
