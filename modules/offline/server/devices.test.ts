import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { anAccount, actorInRole, call, get, refusalOf } from '@qantara/identity/testing';
import { newId, type Actor } from '@qantara/kernel';
import { aConsent, aPerson, type PeopleBench } from '@qantara/people/testing';
import type { TakenPerson } from '../contract/index.ts';
import { openOfflineBench } from './testing.ts';

type Known = { deviceId: string; secret: string; key: string };

let bench: PeopleBench;
let salma: Actor;
before(async () => {
  bench = await openOfflineBench();
  salma = await colleague('salma@hub.example');
});
after(() => bench.database.close());

async function colleague(email: string): Promise<Actor> {
  const organisationId = bench.organisations.hub;
  const { accountId } = await anAccount(bench, { email, role: 'navigator', organisationId });
  return actorInRole('navigator', organisationId, accountId);
}

const aDevice = (actor = salma) => get<Known>(bench, 'POST /devices', { actor });
const KEY = 'POST /devices/:deviceId/key';
const PEOPLE = 'POST /devices/:deviceId/people';
const END = 'POST /devices/:deviceId/end';

async function isLive({ deviceId, secret }: Pick<Known, 'deviceId' | 'secret'>): Promise<boolean> {
  return (await get<{ isLive: boolean }>(bench, 'POST /devices/check', { input: { deviceId, secret } })).isLive;
}

async function taken({ deviceId }: Known, personIds: string[], actor = salma): Promise<TakenPerson[]> {
  return (await get<{ people: TakenPerson[] }>(bench, PEOPLE, { input: { deviceId, personIds }, actor })).people;
}

test('a device gets a secret and half of a key of its own; the server keeps neither as it is', async () => {
  const [one, other] = [await aDevice(), await aDevice()];
  assert.notEqual(one.secret, other.secret);
  assert.equal(Buffer.from(one.key, 'base64').length, 32);
  assert.deepEqual(await get(bench, KEY, { input: { deviceId: one.deviceId }, actor: salma }), { key: one.key });
  const { rows } = await bench.database.pool.query<{ row: string }>('select device::text as row from offline.device');
  assert.ok(rows.every(({ row }) => !row.includes(one.secret) && !row.includes(one.key)));
});

test('another account has no way to a device: it is as if it were not there', async () => {
  const known = await aDevice();
  const [actor, input] = [await colleague('other@hub.example'), { deviceId: known.deviceId }];
  for (const path of [KEY, END]) {
    assert.equal(await refusalOf(bench, path, { input, actor }), 'device_not_found');
    assert.equal(await refusalOf(bench, path, { input: { deviceId: newId() }, actor }), 'device_not_found');
  }
  assert.equal(await refusalOf(bench, PEOPLE, { input: { ...input, personIds: [] }, actor }), 'device_not_found');
  assert.deepEqual(await get(bench, 'GET /devices', { actor }), { devices: [] });
});

test('a device that was ended is told so, without a session, and nothing opens its copy any more', async () => {
  const known = await aDevice();
  assert.equal(await isLive(known), true);
  await get(bench, END, { input: { deviceId: known.deviceId }, actor: salma });
  assert.equal(await isLive(known), false);
  assert.equal(await refusalOf(bench, KEY, { input: { deviceId: known.deviceId }, actor: salma }), 'device_not_found');
  const { rows } = await bench.database.pool.query({
    text: 'select sealed_key from offline.device where device_id = $1',
    values: [known.deviceId],
  });
  assert.deepEqual(rows, [{ sealed_key: '' }]);
});

test('the device of an account that was closed is wiped at its next contact', async () => {
  const actor = await colleague('closing@hub.example');
  const known = await aDevice(actor);
  assert.equal(await isLive(known), true);
  await bench.database.pool.query({
    text: 'update identity.account set disabled_at = now() where account_id = $1',
    values: [actor.accountId],
  });
  assert.equal(await isLive(known), false);
});

test('who guesses takes nothing off a device: a wrong secret and a device that is not known are told that all is well', async () => {
  const { deviceId, secret } = await aDevice();
  await get(bench, END, { input: { deviceId }, actor: salma });
  assert.equal(await isLive({ deviceId, secret: 'guessed' }), true);
  assert.equal(await isLive({ deviceId: newId(), secret }), true);
});

test('of people the least is taken along, only those whom one may open, and each opening is recorded', async () => {
  const known = await aDevice();
  const { personId } = await aPerson(bench, { displayName: 'Amal Haddad' }, salma);
  const theirs = await aPerson(bench, { displayName: 'Nour' }, bench.otherNavigator);
  const people = await taken(known, [personId, theirs.personId, newId()]);
  assert.deepEqual(
    people.map((person) => [person.personId, person.displayName, Object.keys(person).length]),
    [[personId, 'Amal Haddad', 3]],
  );
  const { rows } = await bench.database.pool.query({
    text: `select channel from platform.access_entry join platform.opening using (opening_id) where person_id = $1 and account_id = $2 and kind = 'card'`,
    values: [personId, salma.accountId],
  });
  assert.deepEqual(rows, [{ channel: 'offline' }]);
});

test('whom one may open no more is not among them at the next contact, and goes from the device', async () => {
  const known = await aDevice();
  const { personId } = await aPerson(bench, {}, salma);
  assert.equal((await taken(known, [personId])).length, 1);
  const text = `update people.reach set record_class = 'restricted' where person_id = $1`;
  await bench.database.pool.query({ text, values: [personId] });
  assert.deepEqual(await taken(known, [personId]), []);
});

test('nobody without a session learns anything but whether a device may keep what it holds', async () => {
  const { deviceId } = await aDevice();
  for (const [path, input] of [
    ['POST /devices', {}],
    [KEY, { deviceId }],
    [PEOPLE, { deviceId, personIds: [] }],
    ['GET /waiting-answers', {}],
  ] as const) {
    const answer = await call(bench, path, { input });
    assert.equal(answer.ok ? 'answered' : answer.code, 'not_signed_in', path);
  }
});

test('by a consent alone nobody is taken along: only those whom the colleague’s own organisation looks after', async () => {
  const actor = bench.otherNavigator;
  const known = await aDevice(actor);
  const { personId } = await aPerson(bench);
  await aConsent(bench, personId, { recipients: [bench.organisations.clinic] });
  assert.deepEqual(await taken(known, [personId], actor), []);
});
