import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { organisationsModule } from '@qantara/organisations/server';
import type { ManagedAccount, OwnAccount } from '../../contract/index.ts';
import { identityModule, resolveActor } from '../index.ts';
import { actorInRole, anAccount, call, get, openBench, PASSWORD, refusalOf, type Bench } from '../testing.ts';
import { codeAt } from '../sign-in/second-factor.ts';
import { AT_SABIL, codeOf, fresh, isAlive, lastActor, signedIn, signInAgain } from '../testing/signed-in.ts';

let bench: Bench;
before(async () => {
  bench = await openBench([identityModule, organisationsModule], AT_SABIL);
});
after(() => bench.database.close());

const ADMINISTRATOR = actorInRole('administrator', null);
const MINUTE = 60_000;

test('each rise of privilege gives another token, and the one before opens nothing', async () => {
  const account = await anAccount(bench, { email: 'fixed@example.org' }, true);
  await get(bench, 'POST /sign-in', { input: { email: account.email, password: PASSWORD } });
  const planted = bench.sessions.at(-1) ?? '';
  const input = { code: await codeOf(bench, account.accountId) };
  await get(bench, 'POST /second-factor', { input, actor: await lastActor(bench) });
  const signed = bench.sessions.at(-1) ?? '';
  assert.notEqual(signed, planted);
  assert.equal(await isAlive(bench, planted), false);
  const somebody = { account, actor: await lastActor(bench), token: signed };
  const sure = await fresh(bench, somebody);
  assert.notEqual(sure.token, signed);
  assert.equal(await isAlive(bench, signed), false);
  assert.equal(sure.actor.sessionId, somebody.actor.sessionId, 'it is the same session to its owner');
});

test('one sees where one is signed in, in words, and ends one session or all others', async () => {
  const here = await signedIn(bench, { email: 'many@example.org' });
  const there = await signInAgain(bench, here.account);
  const elsewhere = await signInAgain(bench, here.account);
  const seen = await get<OwnAccount>(bench, 'GET /account', { actor: here.actor });
  assert.equal(seen.sessions.length, 3);
  assert.deepEqual(
    seen.sessions.filter(({ isThis }) => isThis).map(({ sessionId, lastSeen, way }) => [sessionId, lastSeen, way]),
    [[here.actor.sessionId, 'now', 'password']],
  );
  const input = { sessionId: there.actor.sessionId };
  await get(bench, 'POST /account/sessions/:sessionId/end', { input, actor: here.actor });
  assert.deepEqual(await Promise.all([here, there, elsewhere].map(({ token }) => isAlive(bench, token))), [
    true,
    false,
    true,
  ]);
  await get(bench, 'POST /account/sessions/end-others', { actor: here.actor });
  assert.deepEqual(await Promise.all([here, elsewhere].map(({ token }) => isAlive(bench, token))), [true, false]);
});

test('another’s session is not one’s own to end', async () => {
  const one = await signedIn(bench, { email: 'one-session@example.org' });
  const other = await signedIn(bench, { email: 'other-session@example.org' });
  const asked = { input: { sessionId: other.actor.sessionId }, actor: one.actor };
  assert.equal(await refusalOf(bench, 'POST /account/sessions/:sessionId/end', asked), 'session_not_found');
  assert.equal(await isAlive(bench, other.token), true);
});

test('an administrator sees and ends the sessions of an account', async () => {
  const somebody = await signedIn(bench, { email: 'looked-after@example.org' });
  const { accountId } = somebody.account;
  const managed = await get<ManagedAccount>(bench, 'GET /accounts/:accountId', {
    input: { accountId },
    actor: ADMINISTRATOR,
  });
  assert.equal(managed.sessions.length, 1);
  await get(bench, 'POST /accounts/:accountId/sessions/end', { input: { accountId }, actor: ADMINISTRATOR });
  assert.equal(await isAlive(bench, somebody.token), false);
});

test('an hour of silence ends a session, and work keeps it until the day is over', async () => {
  const { token } = await signedIn(bench, { email: 'silent@example.org' });
  const began = Date.now();
  const after = (minutes: number) => resolveActor(bench.database, token, new Date(began + minutes * MINUTE));
  for (const minutes of [50, 100, 150]) assert.ok(await after(minutes), `${minutes} minutes, and work between`);
  assert.equal(await after(211), null, 'an hour later');
  for (let minutes = 160; minutes < 720; minutes += 50) assert.ok(await after(minutes));
  assert.equal(await after(721), null, 'twelve hours, whatever was done');
});

test('when a session was last used is known within five minutes, and no better', async () => {
  const { token, actor } = await signedIn(bench, { email: 'coarse@example.org' });
  const seenAt = async (): Promise<unknown> => {
    const text = 'select last_seen_at from identity.session where session_id = $1';
    return (await bench.database.pool.query({ text, values: [actor.sessionId] })).rows[0]?.['last_seen_at'];
  };
  const before = await seenAt();
  await resolveActor(bench.database, token, new Date(Date.now() + 4 * MINUTE));
  assert.deepEqual(await seenAt(), before);
  await resolveActor(bench.database, token, new Date(Date.now() + 6 * MINUTE));
  assert.notDeepEqual(await seenAt(), before);
});

test('a change of password ends every other session, and is only made just after both factors', async () => {
  const here = await signedIn(bench, { email: 'changer@example.org' });
  const there = await signInAgain(bench, here.account);
  const input = { password: 'quiet herons cross the delta' };
  assert.equal(await refusalOf(bench, 'POST /account/password', { input, actor: here.actor }), 'confirm_first');
  const sure = await fresh(bench, here);
  await get(bench, 'POST /account/password', { input, actor: sure.actor });
  assert.deepEqual([await isAlive(bench, sure.token), await isAlive(bench, there.token)], [true, false]);
  const old = await get<{ outcome: string }>(bench, 'POST /sign-in', {
    input: { email: here.account.email, password: PASSWORD },
  });
  assert.equal(old.outcome, 'wrong');
  await signInAgain(bench, here.account, input.password);
});

test('another telephone is linked by its own code, and ends every other session', async () => {
  const somebody = await signedIn(bench, { email: 'telephone@example.org' });
  const there = await signInAgain(bench, somebody.account);
  const { actor } = await fresh(bench, somebody);
  assert.equal(
    await refusalOf(bench, 'POST /account/telephone', { input: { code: '000000' }, actor }),
    'telephone_not_started',
  );
  await get(bench, 'POST /account/telephone/start', { actor });
  const { secret } = await get<{ secret: string }>(bench, 'GET /account/telephone', { actor });
  await get(bench, 'POST /account/telephone', { input: { code: codeAt(secret, new Date()) }, actor });
  assert.equal(await isAlive(bench, there.token), false);
  assert.equal(
    await refusalOf(bench, 'POST /account/telephone', { input: { code: '000000' }, actor }),
    'telephone_not_started',
  );
});

test('a wrong confirmation is counted and waits like any other try', async () => {
  const { actor } = await signedIn(bench, { email: 'confirming@example.org' });
  const wrong = { input: { password: 'guess', code: '000000' }, actor };
  for (let tries = 0; tries < 5; tries += 1)
    assert.equal((await get<{ outcome: string }>(bench, 'POST /account/confirm', wrong)).outcome, 'wrong');
  assert.equal((await get<{ outcome: string }>(bench, 'POST /account/confirm', wrong)).outcome, 'locked');
});

test('an account that is closed stops at once, everywhere, whatever its browsers are doing', async () => {
  const first = await signedIn(bench, { email: 'stopped@example.org' });
  const others = [await signInAgain(bench, first.account), await signInAgain(bench, first.account)];
  const tokens = [first, ...others].map(({ token }) => token);
  let isClosed = false;
  const answeredAfter: boolean[] = [];
  const work = async (token: string): Promise<void> => {
    for (let requests = 0; requests < 40; requests += 1) {
      const beganAfter = isClosed;
      const actor = await resolveActor(bench.database, token);
      if (actor === null) continue;
      const { ok } = await call(bench, 'GET /me', { actor });
      if (beganAfter) answeredAfter.push(ok);
    }
  };
  const working = Promise.all(tokens.flatMap((token) => [work(token), work(token)]));
  const input = { accountId: first.account.accountId };
  await get(bench, 'POST /accounts/:accountId/disable', { input, actor: ADMINISTRATOR });
  isClosed = true;
  await working;
  assert.deepEqual(answeredAfter, []);
  for (const token of tokens) assert.equal(await isAlive(bench, token), false);
});
