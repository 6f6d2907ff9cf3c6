import assert from 'node:assert/strict';
import type { Actor } from '@qantara/kernel';
import { ALONE, vaultOf, type Outside } from '@qantara/platform';
import type { Account, AskedPasskey, NewAccount, Passkey } from '../../contract/index.ts';
import { resolveActor } from '../sessions/resolve-actor.ts';
import { codeAt } from '../sign-in/second-factor.ts';
import { anAccount, get, PASSWORD, type Bench } from '../testing.ts';
import { SoftKey } from './soft-key.ts';

/** Where the tests' region is: keys are bound to it. */
export const AT_SABIL: Outside = { ...ALONE, address: 'https://sabil.example' };

/** Whom the last session that was set belongs to. */
export async function lastActor(bench: Bench): Promise<Actor> {
  const actor = await resolveActor(bench.database, bench.sessions.at(-1) ?? '');
  assert.ok(actor);
  return actor;
}

/** Whether a token still opens anything. */
export async function isAlive(bench: Bench, token: string): Promise<boolean> {
  return (await resolveActor(bench.database, token)) !== null;
}

export type Somebody = { account: Account; actor: Actor; token: string };

/** An account whose code may be used again and again, as only invented ones' may: signed in with both factors. */
export async function signedIn(bench: Bench, given: Partial<NewAccount> & { email: string }): Promise<Somebody> {
  const account = await anAccount(bench, given, true);
  await bench.database.pool.query({
    text: 'update identity.account set is_sample = false where account_id = $1',
    values: [account.accountId],
  });
  return signInAgain(bench, account);
}

/** The six digits of this moment. */
export async function codeOf(bench: Bench, accountId: string): Promise<string> {
  const { rows } = await bench.database.pool.query({
    text: 'update identity.account set totp_last_step = 0 where account_id = $1 returning totp_secret',
    values: [accountId],
  });
  return codeAt(vaultOf('x'.repeat(32)).open(String(rows[0]?.['totp_secret'])), new Date());
}

/** Signs an account in once more, in another browser. */
export async function signInAgain(bench: Bench, account: Account, password = PASSWORD): Promise<Somebody> {
  const { email, accountId } = account;
  await get(bench, 'POST /sign-in', { input: { email, password }, origin: email });
  const half = await lastActor(bench);
  const code = await codeOf(bench, accountId);
  const tried = await get<{ outcome: string }>(bench, 'POST /second-factor', {
    input: { code },
    actor: half,
    origin: email,
  });
  assert.equal(tried.outcome, 'signed_in');
  return { account, actor: await lastActor(bench), token: bench.sessions.at(-1) ?? '' };
}

/** Confirms that it is they who are signed in, so that credentials may be changed. */
export async function fresh(bench: Bench, somebody: Somebody): Promise<Somebody> {
  const { accountId } = somebody.account;
  const input = { password: PASSWORD, code: await codeOf(bench, accountId) };
  const { outcome } = await get<{ outcome: string }>(bench, 'POST /account/confirm', { input, actor: somebody.actor });
  assert.equal(outcome, 'confirmed');
  return { ...somebody, actor: await lastActor(bench), token: bench.sessions.at(-1) ?? '' };
}

/** Adds a key to somebody who is fresh. */
export async function withKey(
  bench: Bench,
  { actor }: Somebody,
  key = new SoftKey(),
): Promise<{ key: SoftKey; passkey: Passkey }> {
  const asked = await get<AskedPasskey>(bench, 'POST /account/passkeys/start', { actor });
  const input = { challengeId: asked.challengeId, credential: key.make(asked.options), label: 'My telephone' };
  return { key, passkey: await get<Passkey>(bench, 'POST /account/passkeys', { input, actor }) };
}
