import { randomBytes } from 'node:crypto';
import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server';
import { refuse } from '@qantara/kernel';
import { countAttempt, type Ctx } from '@qantara/platform';
import type { AskedPasskey } from '../../contract/index.ts';
import type { AccountRow } from '../accounts/account-store.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { saveChallenge, type ChallengePurpose } from './challenge-store.ts';
import { listPasskeyRows } from './passkey-store.ts';
import { ALGORITHMS, partyOf } from './read-passkey.ts';

/** What a stranger may make the server remember from one place. */
const PER_PLACE = { limit: 60, windowSeconds: 600 };

/** Refuses `too_many_tries` to a place that asks and asks. */
export async function countStart(ctx: Ctx<IdentityTables>): Promise<void> {
  if (!(await countAttempt(ctx, `challenge origin ${ctx.origin}`, PER_PLACE))) refuse('too_many_tries');
}

type Asking = { purpose: ChallengePurpose; accountId: string | null };

async function keep(ctx: Ctx<IdentityTables>, { purpose, accountId }: Asking, challenge: string): Promise<string> {
  const sessionId = ctx.actor.sessionId ?? null;
  const challengeId = await saveChallenge(ctx, { purpose, accountId, sessionId, secret: challenge });
  ctx.emit({ type: 'passkey.asked', subject: challengeId, data: { purpose } });
  return challengeId;
}

/** Asks the browser for the answer of a key. Without an account no key is named, so that none is given away. */
export async function askForKey(ctx: Ctx<IdentityTables>, asking: Asking): Promise<AskedPasskey> {
  const known = asking.accountId === null ? [] : await listPasskeyRows(ctx.db, asking.accountId);
  const options = await generateAuthenticationOptions({
    rpID: partyOf(ctx.outside).rpID,
    challenge: new Uint8Array(randomBytes(32)),
    userVerification: 'required',
    allowCredentials: known.map((passkey) => ({ id: passkey.credential_id })),
  });
  return { challengeId: await keep(ctx, asking, options.challenge), options: { ...options } };
}

/** Asks the browser to make a key that signs in alone: kept by the device, and only for its owner. */
export async function askForNewKey(
  ctx: Ctx<IdentityTables>,
  account: AccountRow,
  purpose: 'register' | 'enrol',
): Promise<AskedPasskey> {
  const known = await listPasskeyRows(ctx.db, account.account_id);
  const options = await generateRegistrationOptions({
    rpName: 'Qantara',
    rpID: partyOf(ctx.outside).rpID,
    userName: account.email,
    userDisplayName: account.display_name,
    userID: new Uint8Array(Buffer.from(account.account_id)),
    challenge: new Uint8Array(randomBytes(32)),
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map((passkey) => ({ id: passkey.credential_id })),
  });
  const asking = { purpose, accountId: account.account_id };
  return { challengeId: await keep(ctx, asking, options.challenge), options: { ...options } };
}
