import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { ANYONE } from '@qantara/kernel';
import { organisationsModule } from '@qantara/organisations/server';
import type { AskedPasskey, OwnAccount } from '../../contract/index.ts';
import { identityModule } from '../index.ts';
import { actorInRole, get, openBench, PASSWORD, refusalOf, type Bench } from '../testing.ts';
import {
  AT_SABIL,
  fresh,
  isAlive,
  lastActor,
  signedIn,
  signInAgain,
  withKey,
  type Somebody,
} from '../testing/signed-in.ts';
import { SoftKey } from '../testing/soft-key.ts';

let bench: Bench;
before(async () => {
  bench = await openBench([identityModule, organisationsModule], AT_SABIL);
});
after(() => bench.database.close());

let count = 0;
async function somebodyWithKey(): Promise<Somebody & { key: SoftKey; passkeyId: string }> {
  count += 1;
  const somebody = await fresh(bench, await signedIn(bench, { email: `keys-${count}@example.org` }));
  const { key, passkey } = await withKey(bench, somebody);
  return { ...somebody, key, passkeyId: passkey.passkeyId };
}

function start(): Promise<AskedPasskey> {
  return get(bench, 'POST /sign-in/passkey/start', { origin: `place ${count}` });
}

async function answer(challengeId: string, credential: string, origin = `place ${count}`): Promise<string> {
  const input = { challengeId, credential };
  return (await get<{ outcome: string }>(bench, 'POST /sign-in/passkey', { input, origin })).outcome;
}

test('a passkey signs in alone, with both factors, and names no account to whoever asks', async () => {
  const { key, account } = await somebodyWithKey();
  const { challengeId, options } = await start();
  assert.deepEqual(options['allowCredentials'], []);
  assert.equal(options['userVerification'], 'required');
  assert.equal(await answer(challengeId, key.use(options, account)), 'signed_in');
  const actor = await lastActor(bench);
  assert.equal(actor.accountId, account.accountId);
  assert.equal(actor.role, 'planner');
});

test('an answer counts once: replayed, it opens nothing', async () => {
  const { key, account } = await somebodyWithKey();
  const { challengeId, options } = await start();
  const credential = key.use(options, account);
  assert.equal(await answer(challengeId, credential), 'signed_in');
  const sessions = bench.sessions.length;
  assert.equal(await answer(challengeId, credential), 'wrong');
  const other = await start();
  assert.equal(await answer(other.challengeId, credential), 'wrong', 'nor for another challenge');
  assert.equal(bench.sessions.length, sessions);
});

test('a key that signs elsewhere, for another region, or without its owner, opens nothing', async () => {
  const { key, account } = await somebodyWithKey();
  for (const lie of [
    { origin: 'https://sabil.example.evil.example' },
    { origin: 'http://sabil.example' },
    { rpId: 'evil.example' },
    { isVerified: false },
    { challenge: Buffer.from('a challenge of its own').toString('base64url') },
  ]) {
    const { challengeId, options } = await start();
    assert.equal(await answer(challengeId, key.use(options, account, lie)), 'wrong', JSON.stringify(lie));
  }
});

test('a copied key is found out by its counter, also when both sign at one moment', async () => {
  const { key, account } = await somebodyWithKey();
  const first = await start();
  const second = await start();
  const copies = [key.use(first.options, account, { counter: 7 }), key.use(second.options, account, { counter: 7 })];
  const outcomes = await Promise.all([
    answer(first.challengeId, copies[0] ?? ''),
    answer(second.challengeId, copies[1] ?? ''),
  ]);
  assert.deepEqual(outcomes.toSorted(), ['signed_in', 'wrong']);
  const later = await start();
  assert.equal(await answer(later.challengeId, key.use(later.options, account, { counter: 6 })), 'wrong');
  const told = await bench.database.pool.query({
    text: `select count(*)::int as count from platform.event where type = 'passkey.copied' and subject_id = $1`,
    values: [account.accountId],
  });
  assert.equal(told.rows[0]?.['count'], 2);
});

test('an unknown key, another’s key and no key at all are answered alike', async () => {
  const { key, account } = await somebodyWithKey();
  const other = await signedIn(bench, { email: 'no-key@example.org' });
  for (const credential of [
    (options: AskedPasskey['options']) => new SoftKey().use(options, account),
    (options: AskedPasskey['options']) => key.use(options, other.account),
    () => 'not even JSON',
    () => '{}',
  ]) {
    const { challengeId, options } = await start();
    assert.equal(await answer(challengeId, credential(options)), 'wrong');
  }
});

test('a passkey still opens while the password waits for somebody’s guesses', async () => {
  const { key, account } = await somebodyWithKey();
  const guess = { email: account.email, password: 'guess' };
  for (let tries = 0; tries < 12; tries += 1)
    await get(bench, 'POST /sign-in', { input: guess, origin: `guesser ${tries % 3}` });
  const waits = await get<{ outcome: string }>(bench, 'POST /sign-in', {
    input: { email: account.email, password: PASSWORD },
    origin: 'a new place',
  });
  assert.equal(waits.outcome, 'locked');
  const { challengeId, options } = await start();
  assert.equal(await answer(challengeId, key.use(options, account)), 'signed_in');
});

test('after the password a passkey is the second factor, and the password alone links no telephone', async () => {
  const { key, account } = await somebodyWithKey();
  await bench.database.pool.query({
    text: 'update identity.account set totp_confirmed_at = null where account_id = $1',
    values: [account.accountId],
  });
  await get(bench, 'POST /sign-in', { input: { email: account.email, password: PASSWORD } });
  const half = await lastActor(bench);
  const state = await get<{ secret: string | null; hasPasskey: boolean }>(bench, 'GET /second-factor', { actor: half });
  assert.deepEqual([state.secret, state.hasPasskey], [null, true]);
  const { challengeId, options } = await get<AskedPasskey>(bench, 'POST /second-factor/passkey/start', { actor: half });
  const input = { challengeId, credential: key.use(options, account) };
  const tried = await get<{ outcome: string }>(bench, 'POST /second-factor/passkey', { input, actor: half });
  assert.equal(tried.outcome, 'signed_in');
  assert.equal((await lastActor(bench)).role, 'planner');
});

test('a key is added only just after both factors, in the browser that asked, and ends the other sessions', async () => {
  const somebody = await signedIn(bench, { email: 'adder@example.org' });
  assert.equal(await refusalOf(bench, 'POST /account/passkeys/start', { actor: somebody.actor }), 'confirm_first');
  const elsewhere = await signInAgain(bench, somebody.account);
  const sure = await fresh(bench, somebody);
  const asked = await get<AskedPasskey>(bench, 'POST /account/passkeys/start', { actor: sure.actor });
  const key = new SoftKey();
  const input = { challengeId: asked.challengeId, credential: key.make(asked.options), label: 'Key' };
  const stolen = await fresh(bench, elsewhere);
  assert.equal(await refusalOf(bench, 'POST /account/passkeys', { input, actor: stolen.actor }), 'passkey_not_valid');
  await get(bench, 'POST /account/passkeys', { input, actor: sure.actor });
  assert.equal(await isAlive(bench, stolen.token), false);
  assert.equal(await isAlive(bench, sure.token), true);
});

test('a new key for another address, or without its owner, is not kept; nor one that somebody has', async () => {
  const somebody = await somebodyWithKey();
  for (const lie of [{ origin: 'https://evil.example' }, { rpId: 'evil.example' }, { isVerified: false }]) {
    const asked = await get<AskedPasskey>(bench, 'POST /account/passkeys/start', { actor: somebody.actor });
    const credential = new SoftKey().make(asked.options, lie);
    const input = { challengeId: asked.challengeId, credential, label: 'Lie' };
    assert.equal(
      await refusalOf(bench, 'POST /account/passkeys', { input, actor: somebody.actor }),
      'passkey_not_valid',
    );
  }
  const thief = await fresh(bench, await signedIn(bench, { email: 'thief@example.org' }));
  const asked = await get<AskedPasskey>(bench, 'POST /account/passkeys/start', { actor: thief.actor });
  const input = { challengeId: asked.challengeId, credential: somebody.key.make(asked.options), label: 'Mine' };
  assert.equal(await refusalOf(bench, 'POST /account/passkeys', { input, actor: thief.actor }), 'passkey_not_valid');
});

test('a key has a name, and is removed by its owner alone, unless nothing else opens the account', async () => {
  const one = await somebodyWithKey();
  const other = await somebodyWithKey();
  const named = { passkeyId: one.passkeyId, label: 'Work telephone' };
  await get(bench, 'POST /account/passkeys/:passkeyId/rename', { input: named, actor: one.actor });
  const own = await get<OwnAccount>(bench, 'GET /account', { actor: one.actor });
  assert.deepEqual(
    own.passkeys.map(({ label }) => label),
    ['Work telephone'],
  );
  const remove = 'POST /account/passkeys/:passkeyId/remove';
  const asked = { input: { passkeyId: one.passkeyId } };
  assert.equal(await refusalOf(bench, remove, { ...asked, actor: other.actor }), 'passkey_not_found');
  await bench.database.pool.query({
    text: 'update identity.account set password_hash = null where account_id = $1',
    values: [one.account.accountId],
  });
  assert.equal(await refusalOf(bench, remove, { ...asked, actor: one.actor }), 'last_way_in');
  await get(bench, remove, { input: { passkeyId: other.passkeyId }, actor: other.actor });
  const { challengeId, options } = await start();
  assert.equal(
    await answer(challengeId, other.key.use(options, other.account)),
    'wrong',
    'a removed key opens nothing',
  );
});

test('the key of a closed account opens nothing', async () => {
  const { key, account } = await somebodyWithKey();
  const input = { accountId: account.accountId };
  await get(bench, 'POST /accounts/:accountId/disable', { input, actor: actorInRole('administrator', null) });
  const { challengeId, options } = await start();
  assert.equal(await answer(challengeId, key.use(options, account)), 'wrong');
});

test('a place that asks and asks is told to wait', async () => {
  const asked = { actor: ANYONE, origin: 'a greedy place' };
  for (let tries = 0; tries < 60; tries += 1) await get(bench, 'POST /sign-in/passkey/start', asked);
  assert.equal(await refusalOf(bench, 'POST /sign-in/passkey/start', asked), 'too_many_tries');
});
