import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { RegionCard, RollUp } from '../contract/index.ts';
import { newInstanceId, newKeyPair, signPackage } from './index.ts';
import { openExchange } from './testing/open-exchange.ts';

let exchange: Awaited<ReturnType<typeof openExchange>>;
before(async () => {
  exchange = await openExchange();
});
after(() => exchange.region.database.close());

test('a region is known once a second person agrees, never by whoever asked', async () => {
  const instanceId = newInstanceId();
  const { publicKey } = newKeyPair();
  const asked = { instanceId, name: { en: 'Elsewhere' }, publicKey };
  await exchange.done('POST /ministry/regions', asked);
  const answer = 'POST /ministry/regions/:regionId/answer';
  assert.equal((await exchange.call(answer, { regionId: instanceId, agrees: true })).code, 'region_own');
  assert.equal((await exchange.call('POST /ministry/regions', asked)).code, 'region_exists');
  assert.equal((await exchange.answer(instanceId, false)).code, null);
  assert.equal((await exchange.answer(instanceId, true)).code, 'region_answered');
  await exchange.done('POST /ministry/regions', asked);
  assert.equal((await exchange.answer(newInstanceId(), true)).code, 'region_not_found');
});

test('a key that leaked is withdrawn by one person at once, for good; another is taken by two, and what was told before stands', async () => {
  const { instanceId, keys, content, sign } = await exchange.stranger();
  const WITHDRAW = 'POST /ministry/regions/:regionId/withdraw';
  const given = { regionId: instanceId, reason: 'The laptop was stolen' };
  const figure = { code: 'lent', name: { en: 'Lent' }, unit: 'count', year: 2032, state: 'shown', outOf: null };
  const lent = (number: number) => ({ figures: [{ ...figure, count: number, value: number }] });
  const sumOfAll = async () => {
    const { figures, regions } = await exchange.done<RollUp>('GET /ministry/roll-up', { year: 2032 });
    const own = regions.find(({ regionId }) => regionId === instanceId);
    return [figures.find(({ code }) => code === 'lent')?.value, own?.state];
  };
  assert.equal((await exchange.receive(await sign(lent(500)))).code, null);
  await exchange.region.database.pool.query({
    text: "update ministry.received set received_at = received_at - interval '3 days' where region_id = $1",
    values: [instanceId],
  });
  assert.equal(
    (await exchange.receive(await sign({ ...lent(9000), sequence: 2, previous: 'a'.repeat(64) }))).code,
    'package_chain_broken',
  );
  assert.equal(
    (await exchange.receive(await sign({ ...lent(9000), sequence: 7 }))).code,
    null,
    'whoever has the key may',
  );
  assert.deepEqual(await sumOfAll(), [9000, 'standing']);

  assert.equal((await exchange.call(WITHDRAW, { ...given, reason: ' ' })).code, 'invalid_input');
  assert.equal((await exchange.call(WITHDRAW, { ...given, since: '2099-01-01' })).code, 'since_later');
  const today = new Date().toISOString().slice(0, 10);
  const { withdrawn, packages } = await exchange.done<RegionCard>(WITHDRAW, { ...given, since: today });
  assert.deepEqual([withdrawn?.reason, withdrawn?.setAside, packages], ['The laptop was stolen', 1, 1]);
  assert.deepEqual(await sumOfAll(), [500, 'withdrawn'], 'what was told before is still its word');
  assert.equal((await exchange.receive(await sign({ ...lent(9000), sequence: 8 }))).code, 'package_region_unknown');
  assert.equal((await exchange.call(WITHDRAW, given)).code, 'region_not_standing');

  const asked = { instanceId, name: { en: 'A region' } };
  const again = (publicKey: string, of = instanceId) =>
    exchange.call('POST /ministry/regions', { ...asked, instanceId: of, publicKey });
  assert.equal((await again(keys.publicKey)).code, 'key_withdrawn');
  assert.equal((await again(keys.publicKey, newInstanceId())).code, 'key_withdrawn', 'nor by another name');
  const fresh = newKeyPair();
  assert.equal((await again(fresh.publicKey)).code, null);
  assert.deepEqual(await sumOfAll(), [500, 'asked'], 'while it waits, too');
  assert.equal((await exchange.answer(instanceId, true)).code, null);
  assert.equal((await exchange.receive(await sign({ ...lent(9000), sequence: 8 }))).code, 'package_signature_wrong');
  const next = content({ ...lent(520), sequence: 2, previous: 'b'.repeat(64) });
  assert.equal(
    (await exchange.receive(await signPackage(next, { instanceId, ...fresh }))).code,
    'package_chain_broken',
  );
  const after = { ...next, sequence: 3 };
  assert.equal((await exchange.receive(await signPackage(after, { instanceId, ...fresh }))).code, null);
  assert.deepEqual(await sumOfAll(), [520, 'standing']);
});

test('a region that is asked for again keeps its name until a second person agrees to another, and where nobody does', async () => {
  const { instanceId } = await exchange.stranger();
  const names = async () => {
    const { regions } = await exchange.done<{ regions: RegionCard[] }>('GET /ministry/regions');
    const region = regions.find(({ regionId }) => regionId === instanceId);
    return [region?.name.en, region?.askedName?.en];
  };
  const askAs = (en: string) =>
    exchange.done('POST /ministry/regions', { instanceId, name: { en }, publicKey: newKeyPair().publicKey });
  await withdraw(instanceId);
  await askAs('Another');
  assert.deepEqual(await names(), ['A region', 'Another']);
  await exchange.answer(instanceId, false);
  assert.deepEqual(await names(), ['A region', undefined]);
  await askAs('A third');
  await exchange.answer(instanceId, true);
  assert.deepEqual(await names(), ['A third', undefined]);
});

test('a region whose every package was set aside is counted as one that told nothing, and not left out', async () => {
  const { instanceId, sign } = await exchange.stranger();
  await exchange.receive(await sign());
  const before = (await exchange.done<RollUp>('GET /ministry/roll-up')).regions.length;
  const since = '2026-01-01';
  await exchange.done('POST /ministry/regions/:regionId/withdraw', {
    regionId: instanceId,
    reason: 'It was never theirs',
    since,
  });
  assert.equal((await exchange.done<RollUp>('GET /ministry/roll-up')).regions.length, before);
});

/** The same bytes in another spelling: the last letter has bits to spare. */
function spelledAnew(text: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const other = `${text.slice(0, -1)}${letters[letters.indexOf(text.at(-1) ?? 'A') ^ 1]}`;
  assert.ok(Buffer.from(text, 'base64url').equals(Buffer.from(other, 'base64url')));
  return other;
}

const withdraw = (regionId: string, change: object = {}) =>
  exchange.call<RegionCard>('POST /ministry/regions/:regionId/withdraw', { regionId, reason: 'Stolen', ...change });
const codeOf = async (signed: Promise<string>) => (await exchange.receive(await signed)).code;

test('a withdrawn key is taken from nobody: not from another region that has it, by announcement or in another spelling', async () => {
  const [one, two, three] = [await exchange.stranger(), await exchange.stranger(), newInstanceId()];
  await exchange.register(three, one.keys.publicKey);
  const waits = newInstanceId();
  const asked = { instanceId: waits, name: { en: 'Waits' }, publicKey: one.keys.publicKey };
  await exchange.done('POST /ministry/regions', asked);
  assert.equal((await withdraw(one.instanceId)).code, null);
  const named = { ...one.keys, instanceId: three };
  assert.equal(await codeOf(signPackage(one.content({ instanceId: three }), named)), 'package_signature_wrong');
  assert.equal((await exchange.answer(waits, true)).code, 'key_withdrawn');
  assert.equal((await exchange.answer(waits, false)).code, null);
  assert.equal(await codeOf(two.sign({ announces: one.keys.publicKey })), 'package_not_valid');
  const again = { ...asked, instanceId: one.instanceId, publicKey: spelledAnew(one.keys.publicKey) };
  assert.equal((await exchange.call('POST /ministry/regions', again)).code, 'invalid_input');
});

test('one package is one in whatever spelling, and what is signed and is no package is told so', async () => {
  const { sign, instanceId, keys } = await exchange.stranger();
  const signed = await sign();
  assert.equal((await exchange.receive(spelledAnew(signed))).code, 'package_unreadable');
  assert.equal((await exchange.receive(signed)).code, null);
  assert.equal(await codeOf(signPackage('no package', { instanceId, ...keys })), 'package_not_valid');
});

test('a region that goes back to a key that it had is not locked out once the other is over', async () => {
  const { sign, content, instanceId, keys } = await exchange.stranger();
  const next = newKeyPair();
  assert.equal(await codeOf(sign({ announces: next.publicKey })), null);
  const back = content({ sequence: 3, announces: keys.publicKey });
  assert.equal(await codeOf(signPackage(back, { instanceId, ...next })), null);
  const { rows } = await exchange.region.database.pool.query({
    text: 'select public_key from ministry.region_key where region_id = $1 and until is null',
    values: [instanceId],
  });
  assert.deepEqual(rows, [{ public_key: keys.publicKey }]);
});

test('what came with a withdrawn key may be set aside afterwards too', async () => {
  const { sign, instanceId } = await exchange.stranger();
  await exchange.receive(await sign({ sequence: 1000 }));
  assert.equal((await withdraw(instanceId)).value?.packages, 1);
  assert.equal((await withdraw(instanceId)).code, 'region_not_standing');
  const { value } = await withdraw(instanceId, { since: '2026-01-01' });
  assert.deepEqual([value?.packages, value?.withdrawn?.setAside], [0, 1]);
});
