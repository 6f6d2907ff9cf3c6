import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { identityModule, resolveActor, saveSampleKeyring } from '../index.ts';
import { countRows, get, inSystem, openBench, refusalOf, type Bench } from '../testing.ts';
import { lastActor, OF_FOXES, OF_HERONS, residentsOf, type Outcome } from '../testing/residents.ts';

let bench: Bench;
let residents: ReturnType<typeof residentsOf>;
before(async () => {
  bench = await openBench([identityModule]);
  residents = residentsOf(bench);
});
after(() => bench.database.close());

test('a stolen code takes its own request out of the account, opens no other, and does not get into it', async () => {
  const { code, actor: owner } = await residents.anAccount('robbed');
  await get(bench, 'POST /keyring/requests', { input: { accessCode: await residents.aCode() }, actor: owner });
  const thief = await residents.byCode(code);
  const seen = await residents.lookAt(thief);
  assert.deepEqual([seen.isSignedIn, seen.requests], [false, []]);
  for (const path of ['POST /keyring/end'])
    assert.equal(await refusalOf(bench, path, { actor: thief }), 'keyring_not_open');
  const password = { signInName: 'robbed', currentPassword: OF_HERONS, password: OF_FOXES };
  assert.equal(await refusalOf(bench, 'POST /keyring/password', { input: password, actor: thief }), 'keyring_not_open');
  await get(bench, 'POST /keyring/leave', { actor: thief });
  assert.equal((await residents.lookAt(thief)).keptSince, null);
  const { requests } = await residents.lookAt(await residents.signedIn('robbed'));
  assert.equal(requests.length, 1);
});

test('who forgot the password takes the request out by its code and makes a new account; the old one ends with its last', async () => {
  const { code } = await residents.anAccount('forgetful');
  const actor = await residents.byCode(code);
  await get(bench, 'POST /keyring/leave', { actor });
  assert.equal((await residents.open('forgetful')).outcome, 'wrong');
  await get(bench, 'POST /keyring', {
    input: { signInName: 'forgetful', password: OF_FOXES },
    actor,
    origin: 'forgetful',
  });
  assert.equal((await residents.signedIn('forgetful', OF_FOXES)).personId, actor.personId);
});

test('a password changes for who knows the one in use, and every other session ends', async () => {
  const { actor: elsewhere } = await residents.anAccount('changing');
  const actor = await residents.signedIn('changing');
  const change = (currentPassword: string) => {
    const input = { signInName: 'changing', currentPassword, password: OF_FOXES };
    return get<Outcome>(bench, 'POST /keyring/password', { input, actor, origin: 'changing' });
  };
  assert.equal((await change('not this one')).outcome, 'wrong');
  assert.equal((await change(OF_HERONS)).outcome, 'changed');
  assert.ok((await residents.lookAt(await lastActor(bench))).isSignedIn);
  assert.equal(await refusalOf(bench, 'POST /keyring/end', { actor: elsewhere }), 'keyring_not_open');
  assert.equal((await residents.open('changing')).outcome, 'wrong');
  assert.equal((await residents.open('changing', OF_FOXES)).outcome, 'opened');
});

test('another account’s name and password change nothing of this one', async () => {
  const { actor } = await residents.anAccount('this one');
  await residents.anAccount('that one');
  const input = { signInName: 'that one', currentPassword: OF_HERONS, password: OF_FOXES };
  assert.equal((await get<Outcome>(bench, 'POST /keyring/password', { input, actor })).outcome, 'wrong');
  assert.equal((await residents.open('that one')).outcome, 'opened');
});

test('who leaves closes every session of the account; who ends it too, and the codes open on', async () => {
  const { code } = await residents.anAccount('ending');
  const tokens = bench.sessions.length;
  await residents.signedIn('ending');
  const actor = await residents.signedIn('ending');
  await get(bench, 'POST /sign-out', { actor });
  for (const token of bench.sessions.slice(tokens, -1))
    assert.equal(await resolveActor(bench.database, token ?? ''), null);
  await get(bench, 'POST /keyring/end', { actor: await residents.signedIn('ending') });
  assert.equal((await residents.open('ending')).outcome, 'wrong');
  assert.ok((await residents.byCode(code)).personId);
});

test('a code that is taken back takes with it what may have been added by it', async () => {
  const { code, actor } = await residents.anAccount('revoked');
  await bench.database.pool.query({
    text: 'update identity.access_code set revoked_at = now() where person_id = $1',
    values: [actor.personId],
  });
  assert.equal((await get<Outcome>(bench, 'POST /codes/open', { input: { accessCode: code } })).outcome, 'wrong');
  assert.equal((await residents.open('revoked')).outcome, 'wrong');
  const before = await countRows(bench, 'identity.keyring');
  await inSystem(bench, async (ctx) => {
    for (const job of identityModule.jobs) await job.run(ctx);
    return true;
  });
  assert.equal(await countRows(bench, 'identity.keyring'), before - 1, 'within the hour the account is gone');
});

test('the account of the sample region is opened by everybody and changed by nobody', async () => {
  const code = await residents.aCode();
  const codes = [code, await residents.aCode()];
  const proof = { signInName: 'sample', password: OF_HERONS };
  await inSystem(bench, async (ctx) => (await saveSampleKeyring(ctx, codes, proof), true));
  const actor = await residents.signedIn('sample');
  assert.equal((await residents.lookAt(actor)).requests.length, 2);
  const refused = (path: string, input: unknown = {}, by = actor) => refusalOf(bench, path, { input, actor: by });
  assert.equal(await refused('POST /keyring/end'), 'sample_account');
  assert.equal(await refused('POST /keyring/leave'), 'sample_account');
  assert.equal(await refused('POST /keyring/leave', {}, await residents.byCode(code)), 'sample_account');
  assert.equal(await refused('POST /keyring/requests', { accessCode: await residents.aCode() }), 'sample_account');
  assert.equal(
    await refused('POST /keyring/join', proof, await residents.byCode(await residents.aCode())),
    'sample_account',
  );
  const change = { signInName: 'sample', currentPassword: OF_HERONS, password: OF_FOXES };
  assert.equal(await refused('POST /keyring/password', change), 'sample_account');
});
