import type { Ctx } from '@qantara/platform';
import type { GivenPasskey } from '../../contract/index.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { takeChallenge, type ChallengePurpose, type TakenChallenge } from './challenge-store.ts';
import { findPasskey, savePasskeyUse, type PasskeyRow } from './passkey-store.ts';
import { checkAssertion, readAssertion } from './read-passkey.ts';

type Answered = { passkey: PasskeyRow; accountId: string };

function isOwner(passkey: PasskeyRow, asked: TakenChallenge, userHandle: string | undefined): boolean {
  if (asked.accountId !== null && asked.accountId !== passkey.account_id) return false;
  // A key that is asked by its name need not say whose it is; one that says it must say the truth.
  return userHandle === undefined || Buffer.from(userHandle, 'base64url').toString() === passkey.account_id;
}

/**
 * Whose key answered this challenge; undefined for any answer that is not one, unknown keys and other people's included,
 * so that the name of a key tells nothing. A challenge is answered once, in the browser that asked it.
 */
export async function answerOfKey(
  ctx: Ctx<IdentityTables>,
  given: GivenPasskey,
  purpose: ChallengePurpose,
): Promise<Answered | undefined> {
  const asked = await takeChallenge(ctx, given.challengeId, [purpose]);
  const response = readAssertion(given.credential);
  if (asked === undefined || response === undefined) return undefined;
  if (asked.sessionId !== (ctx.actor.sessionId ?? null)) return undefined;
  const passkey = await findPasskey(ctx.db, response.id);
  if (passkey === undefined || !isOwner(passkey, asked, response.response.userHandle)) return undefined;
  const signed = await checkAssertion(response, passkey, { challenge: asked.secret, outside: ctx.outside });
  if (signed === undefined) return undefined;
  const isForward = await savePasskeyUse(ctx.db, { passkeyId: passkey.passkey_id, ...signed, now: ctx.now });
  if (!isForward) {
    ctx.emit({ type: 'passkey.copied', subject: passkey.account_id, data: { passkeyId: passkey.passkey_id } });
    return undefined;
  }
  return { passkey, accountId: passkey.account_id };
}
