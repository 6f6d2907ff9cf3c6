import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { AskedPasskey, GivenPasskey } from '../../contract/index.ts';
import type { ConfirmOutcome, ConfirmSelf } from '../../contract/session.ts';
import { getOwn, noteFailedTry, type AccountRow } from '../accounts/account-store.ts';
import { answerOfKey } from '../passkeys/answer-passkey.ts';
import { askForKey } from '../passkeys/ask-passkey.ts';
import { checkCode } from '../sign-in/check-code.ts';
import { patienceFor } from '../sign-in/patience.ts';
import { checkPassword } from '../sign-in/sign-in.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { renewToken } from './session-store.ts';

type Check = (account: AccountRow) => Promise<boolean>;

/** A rise of rights: a new token, and credentials may be changed for ten minutes. */
async function confirmBy(ctx: Ctx<IdentityTables>, check: Check): Promise<ConfirmOutcome> {
  const account = await getOwn(ctx);
  const subject = account.account_id;
  const { waitSeconds, release } = await patienceFor(ctx, 'confirm', subject);
  if (waitSeconds > 0) {
    ctx.emit({ type: 'account.confirm_locked', subject });
    return { outcome: 'locked', waitSeconds };
  }
  if (!(await check(account))) {
    await noteFailedTry(ctx.db, subject);
    ctx.emit({ type: 'account.confirm_failed', subject });
    return { outcome: 'wrong', waitSeconds: 0 };
  }
  await release();
  const session = (await renewToken(ctx, ctx.actor.sessionId ?? '', { isFresh: true })) ?? refuse('not_signed_in');
  ctx.setSession(session.token, session.seconds);
  ctx.emit({ type: 'account.confirmed_self', subject });
  return { outcome: 'confirmed', waitSeconds: 0 };
}

/** Password and code once more, before what opens the account is changed. */
export async function confirmSelf(
  ctx: Ctx<IdentityTables>,
  given: z.output<typeof ConfirmSelf>,
): Promise<ConfirmOutcome> {
  return confirmBy(ctx, async (account) => {
    // Who signs in at a provider has no password here: their session came from there, and the code is asked again.
    const isKnown = account.password_hash === null || (await checkPassword(account, given.password));
    return isKnown && (await checkCode(ctx, account, given.code)) !== null;
  });
}

/** Asks for one of one's own keys, to confirm oneself with it. */
export async function startPasskeyConfirm(ctx: Ctx<IdentityTables>): Promise<AskedPasskey> {
  const account = await getOwn(ctx);
  return askForKey(ctx, { purpose: 'confirm', accountId: account.account_id });
}

/** The same by a key, which is both factors. */
export async function confirmSelfWithPasskey(ctx: Ctx<IdentityTables>, given: GivenPasskey): Promise<ConfirmOutcome> {
  return confirmBy(ctx, async () => (await answerOfKey(ctx, given, 'confirm')) !== undefined);
}
