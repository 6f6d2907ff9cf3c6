import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newId } from '@qantara/kernel';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { SAMPLE_PASSWORD, sampleCode, signIn } from '../stage/sign-in.ts';
import type { Visitor } from '../stage/visitor.ts';

const region = regionUnderTest();
const elsewhere = regionUnderTest();

const COOKIE = 'qantara';

async function tokenOf(visitor: Visitor): Promise<string> {
  return (await visitor.context.cookies()).find(({ name }) => name === COOKIE)?.value ?? '';
}

type Asked = { path: string; method?: string; headers?: Record<string, string>; body?: string };

/** Asks as a program that holds a token, and nothing else of its owner's. */
function askAs(address: string, token: string, { path, headers = {}, ...more }: Asked): Promise<Response> {
  const own = { ...headers, cookie: `${COOKIE}=${token}`, origin: address };
  return fetch(`${address}/api${path}`, { ...more, headers: own });
}

const asHolder = (address: string, token: string, path: string): Promise<Response> => askAs(address, token, { path });

function addPerson(token: string, command: string, displayName: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': command };
  return askAs(region.address(), token, {
    path: '/people',
    method: 'POST',
    headers,
    body: JSON.stringify({ displayName }),
  });
}

describe('whoever holds a token that is not theirs', () => {
  test('a session that was put into a browser before its owner signed in is not the one they work in', async () => {
    const attacker = await region.visitor({ locale: 'en' });
    await attacker.open('/sign-in');
    const planted = (await tokenOf(attacker)) || 'planted'.padEnd(43, 'x');
    const owner = await region.visitor({ locale: 'en' });
    await owner.context.addCookies([{ name: COOKIE, value: planted, url: region.address() }]);
    await owner.open('/sign-in');
    await owner.type('identity.field.email', 'youssef@sabil.example');
    await owner.type('identity.field.password', SAMPLE_PASSWORD);
    await owner.press('identity.sign_in.go');
    const half = await tokenOf(owner);
    await owner.type('identity.field.code', await sampleCode(owner));
    await owner.press('identity.second.go');
    const whole = await tokenOf(owner);
    assert.equal(new Set([planted, half, whole]).size, 3, 'each step has a session of its own');
    for (const [token, status] of [
      [planted, 401],
      [half, 401],
      [whole, 200],
    ] as const)
      assert.equal((await asHolder(region.address(), token, '/me')).status, status);
    const [cookie] = await owner.context.cookies();
    assert.ok(cookie?.httpOnly && cookie.sameSite === 'Lax' && cookie.domain === new URL(region.address()).hostname);
    await owner.leave();
    await attacker.leave();
  });

  test('between the two factors the password alone opens nothing', async () => {
    const thief = await region.visitor({ locale: 'en' });
    await thief.open('/sign-in');
    await thief.type('identity.field.email', 'salma@sabil.example');
    await thief.type('identity.field.password', SAMPLE_PASSWORD);
    await thief.press('identity.sign_in.go');
    const half = await tokenOf(thief);
    for (const path of ['/me', '/worklist', '/requests/waiting', '/account', '/duplicates'])
      assert.ok([401, 403].includes((await asHolder(region.address(), half, path)).status), path);
    assert.match(region.printed(), /"event":"refused","code":"not_allowed"/, 'whoever watches sees it');
    for (const page of ['/work', '/work/people', '/account'])
      assert.ok([401, 403].includes(await thief.open(page)), page);
    await thief.leave();
  });

  test('a session that was ended opens nothing, wherever its token was copied to', async () => {
    const owner = await region.colleague('salma@sabil.example', 'en');
    const token = await tokenOf(owner);
    assert.equal((await asHolder(region.address(), token, '/worklist')).status, 200);
    const ended = await askAs(region.address(), token, {
      path: '/sign-out',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    assert.equal(ended.status, 200);
    for (const path of ['/worklist', '/me']) assert.equal((await asHolder(region.address(), token, path)).status, 401);
    const bearer = await fetch(`${region.address()}/api/me`, { headers: { authorization: `Bearer ${token}` } });
    assert.equal(bearer.status, 401);
    await owner.leave();
  });

  test('a session, and what was learnt, of another region opens nothing here', async () => {
    const there = await elsewhere.visitor({ locale: 'en' });
    await signIn(there, 'salma@sabil.example');
    const token = await tokenOf(there);
    assert.equal((await asHolder(elsewhere.address(), token, '/me')).status, 200);
    assert.equal((await asHolder(region.address(), token, '/me')).status, 401);
    await there.leave();
  });

  test('a command’s identifier that somebody else has used gives their answer to nobody', async () => {
    const [salma, youssef] = [
      await region.colleague('salma@sabil.example', 'en'),
      await region.colleague('youssef@sabil.example', 'en'),
    ];
    const [hers, his] = [await tokenOf(salma), await tokenOf(youssef)];
    const command = newId();
    const first = (await (await addPerson(hers, command, 'Replayed Zqx')).json()) as { personId: string };
    const again = (await (await addPerson(hers, command, 'Replayed Zqx')).json()) as { personId: string };
    const other = (await (await addPerson(his, command, 'Replayed Zqx')).json()) as { personId: string };
    assert.equal(again.personId, first.personId, 'her own repetition is one command');
    assert.notEqual(other.personId, first.personId, 'his is a command of his own');
    assert.equal((await addPerson(hers, command, 'Somebody Else')).status, 422);
    assert.equal((await addPerson('', command, 'Replayed Zqx')).status, 401);
    assert.equal((await addPerson(his, "' or 1=1", 'Replayed Zqx')).status, 422);
    await salma.leave();
    await youssef.leave();
  });
});
