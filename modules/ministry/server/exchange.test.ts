import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { actorWith, aReferral, tellEverybody, anIndicator, type CountedRegion } from '@qantara/indicators/testing';
import { savePlan } from '@qantara/plan/server';
import type { Exchange, PackageCard, PackageContent, RegionCard, RollUp } from '../contract/index.ts';
import { ministryModule, newInstanceId, newKeyPair, signPackage } from './index.ts';
import { openExchange } from './testing/open-exchange.ts';

let exchange: Awaited<ReturnType<typeof openExchange>>;
let region: CountedRegion;
before(async () => {
  exchange = await openExchange();
  ({ region } = exchange);
  const sentAt = new Date(Date.now() - 1000).toISOString();
  await region.executor.asSystem(async (ctx) => {
    for (const recipe of ['closure_rate', 'got_help_rate'] as const) await anIndicator(ctx, { recipe });
    await anIndicator(ctx, { recipe: 'referrals_sent', unit: 'count' });
    const name = { ar: 'خطة', fr: 'Plan', en: 'Plan' };
    const days = { startsOn: '2025-01-01', endsOn: '2029-01-01', areaId: region.areas.region };
    await savePlan(ctx, { ...days, name, vision: name, isPublic: true });
    await savePlan(ctx, { ...days, name: { en: 'Draft' }, vision: name, isPublic: false });
  });
  for (let index = 0; index < 50; index += 1)
    await aReferral(region, { sentAt, status: index < 30 ? 'completed' : 'requested', needCode: 'food' });
  await tellEverybody(region);
});
after(() => region.database.close());

const call: typeof exchange.call = (...asked) => exchange.call(...asked);
const done: typeof exchange.done = (...asked) => exchange.done(...asked);
const receive: typeof exchange.receive = (signed) => exchange.receive(signed);

type Opened = { card: PackageCard; content: PackageContent; signed: string };
const open = (packageId: string): Promise<Opened> => done<Opened>('GET /exchange/packages/:packageId', { packageId });
const make = async (): Promise<Opened> =>
  open((await done<PackageCard>('POST /exchange/packages', { way: 'file' })).packageId);

test('there is nothing to send before there is a key; the first is made once, and its private half is sealed', async () => {
  assert.equal((await call('GET /exchange/preview')).code, 'exchange_not_begun');
  assert.equal((await call('POST /exchange/packages', { way: 'file' })).code, 'exchange_not_begun');
  const { publicKey, instanceId } = await done<Exchange>('POST /exchange/keys');
  assert.match(publicKey ?? '', /^[\w-]{43}$/);
  assert.ok(instanceId);
  const { rows } = await region.database.pool.query('select sealed_key, public_key from ministry.signing_key');
  assert.ok(!String(rows[0]?.['sealed_key']).includes(publicKey ?? ''));
  assert.equal((await call('GET /exchange', {}, actorWith(null, 'plan:read'))).code, 'not_allowed');
});

test('a package says what the preview said, is taken once by whom it is known to, and names the one before', async () => {
  const { content: shown } = await done<{ content: PackageContent }>('GET /exchange/preview');
  const first = await make();
  assert.deepEqual({ ...first.content, madeAt: '' }, { ...shown, madeAt: '' });
  assert.deepEqual(
    first.content.plans.map(({ name }) => name.en),
    ['Plan'],
    'a draft is told to nobody',
  );
  assert.equal((await receive(first.signed)).code, 'package_region_unknown');
  await exchange.register(first.content.instanceId, (await done<Exchange>('GET /exchange')).publicKey ?? '');
  assert.equal((await receive(first.signed)).code, null);
  assert.equal((await receive(first.signed)).code, 'package_replayed');
  const second = await make();
  assert.equal(second.content.sequence, 2);
  assert.match(second.content.previous ?? '', /^[0-9a-f]{64}$/);
  const content = Buffer.from(second.signed).toString('base64');
  const carried = await done<{ hasGap: boolean }>('POST /ministry/packages', { fileName: 'two.jws', content });
  assert.equal(carried.hasGap, false);
});

test('a package holds nothing but its fields, and no identifier of a person, referral or service', async () => {
  const { signed, content } = await make();
  const { rows } = await region.database.pool.query(
    'select referral_id::text as id from referrals.referral union select person_id::text from referrals.referral where person_id is not null',
  );
  const bytes = Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString('utf8');
  assert.ok(rows.length >= 50);
  for (const { id } of rows) assert.ok(!bytes.includes(String(id)));
  assert.ok(!bytes.includes(region.serviceId) && !bytes.includes(region.organisationId));
  const known = ['announces', 'figures', 'instanceId', 'madeAt', 'plans', 'previous', 'region', 'schema', 'sequence'];
  assert.deepEqual(Object.keys(JSON.parse(bytes) as object).toSorted(), known);
  assert.ok(
    content.figures.some(({ code, state, value }) => code === 'referrals_sent' && state === 'shown' && value === 50),
  );
  assert.equal((await receive(signed)).code, null);
});

test('each thing that is wrong is told to the letter', async () => {
  const { sign, keys, instanceId, content } = await exchange.stranger();
  const code = async (signed: string) => (await receive(signed)).code;
  assert.equal(await code('no package at all, whoever reads it'), 'package_unreadable');
  assert.equal(await code(await signPackage(content(), { ...newKeyPair(), instanceId })), 'package_signature_wrong');
  const [head, , tail] = (await sign()).split('.');
  const other = Buffer.from(JSON.stringify(content({ sequence: 9 }))).toString('base64url');
  assert.equal(await code(`${head}.${other}.${tail}`), 'package_signature_wrong');
  assert.equal(await code(await sign({ schema: 'qantara-exchange/0' })), 'package_version_unknown');
  assert.equal(await code(await sign({ persons: ['Amel'] })), 'package_field_unknown');
  assert.equal(await code(await sign({ sequence: 'one' })), 'package_not_valid');
  assert.equal(await code(await sign({ instanceId: newInstanceId() })), 'package_not_valid');
  assert.equal(await code(await sign({ madeAt: '2090-01-01T00:00:00.000Z' })), 'package_not_valid');
  const figure = { code: 'help', name: { en: 'Help' }, unit: 'ratio', year: 2026, state: 'shown' };
  const small = (count: number, outOf: number) => ({ figures: [{ ...figure, count, outOf, value: count / outOf }] });
  assert.equal(await code(await sign(small(4, 60))), 'package_figure_small');
  assert.equal(await code(await sign(small(55, 60))), 'package_figure_small', 'nor those left out');
  assert.equal(
    await code(await sign({ figures: [{ ...figure, state: 'suppressed', count: 4, outOf: null, value: null }] })),
    'package_figure_small',
    'what is hidden carries no number',
  );
  assert.equal(
    await code(await sign({ figures: [{ ...figure, count: 30, outOf: 60, value: 0.9 }] })),
    'package_not_valid',
  );
  assert.equal(await code(await sign(small(30, 60))), null);
  assert.equal(await code(await sign({ sequence: 2, previous: 'a'.repeat(64) })), 'package_chain_broken');
  assert.equal((await receive(await sign({ sequence: 4, previous: 'a'.repeat(64) }))).value?.hasGap, true);
  assert.equal(await code(await sign({ sequence: 3, previous: 'a'.repeat(64) })), 'package_older');
  const { regions } = await done<{ regions: RegionCard[] }>('GET /ministry/regions');
  const card = regions.find(({ regionId }) => regionId === instanceId);
  assert.deepEqual([card?.packages, card?.gaps, card?.publicKey], [2, 1, keys.publicKey]);
});

test('a new key is announced under the old one, which is forgotten here and taken there for a while', async () => {
  const before = await done<Exchange>('GET /exchange');
  const { nextKey } = await done<Exchange>('POST /exchange/keys');
  assert.ok(nextKey);
  assert.equal((await call('POST /exchange/keys')).code, 'key_already_renewed');
  const announcing = await make();
  assert.equal(announcing.content.announces, nextKey);
  const after = await make();
  assert.equal((await done<Exchange>('GET /exchange')).publicKey, nextKey);
  assert.equal((await receive(announcing.signed)).code, null);
  assert.equal((await receive(after.signed)).code, null);
  const { rows } = await region.database.pool.query({
    text: 'select sealed_key from ministry.signing_key where public_key = $1',
    values: [before.publicKey],
  });
  assert.equal(rows[0]?.['sealed_key'], null);
});

test('the roll-up sums what was told, says who told it, and makes no mean of middles', async () => {
  const one = await exchange.stranger();
  const two = await exchange.stranger();
  const figure = { code: 'help', name: { en: 'Help' }, unit: 'ratio', year: 2031, state: 'shown' };
  const days = { ...figure, code: 'middle', unit: 'days', count: null, outOf: null };
  const hidden = { ...figure, code: 'rare', state: 'suppressed', count: null, outOf: null, value: null };
  await receive(
    await one.sign({ figures: [{ ...figure, count: 20, outOf: 40, value: 0.5 }, { ...days, value: 3 }, hidden] }),
  );
  await receive(
    await two.sign({
      figures: [
        { ...figure, count: 90, outOf: 120, value: 0.75 },
        { ...days, value: 9 },
      ],
    }),
  );
  const { figures, regions } = await done<RollUp>('GET /ministry/roll-up', { year: 2031 });
  const of = (code: string) => figures.find((each) => each.code === code);
  assert.deepEqual([of('help')?.count, of('help')?.outOf, of('help')?.value], [110, 160, 110 / 160]);
  assert.deepEqual([of('help')?.told, of('help')?.regions], [2, regions.length]);
  assert.equal(of('middle')?.value, null);
  assert.deepEqual([of('rare')?.told, of('rare')?.suppressed, of('rare')?.value], [0, 1, null]);
});

test('what is posted is sent in its order, tried again while nobody answers, and given up where it is refused', async () => {
  await done('POST /exchange/packages', { way: 'post', address: 'https://ministry.example' });
  assert.equal((await call('POST /exchange/packages', { way: 'post', address: '' })).code, 'package_address_missing');
  const job = ministryModule.jobs?.find(({ name }) => name === 'ministry.send');
  const answers = [
    { status: 503, body: '' },
    { status: 200, body: '{}' },
  ];
  const asked: string[] = [];
  const run = (after: number) =>
    region.executor.asSystem(
      (ctx) =>
        job?.run({
          ...ctx,
          now: new Date(ctx.now.getTime() + after),
          outside: {
            ...ctx.outside,
            ask: (url) => {
              asked.push(url.href);
              const { status, body } = answers.shift() ?? { status: 500, body: '' };
              return Promise.resolve({ status, headers: {}, body: Buffer.from(body) });
            },
          },
        }) ?? Promise.resolve(),
    );
  const newest = async () => (await done<Exchange>('GET /exchange')).packages[0];
  await run(1000);
  assert.deepEqual([(await newest())?.state, (await newest())?.lastFault], ['waiting', 'http_503']);
  await done('POST /exchange/packages', { way: 'post', address: 'https://ministry.example' });
  await run(2000);
  assert.equal(asked.length, 1, 'not before its time, and nothing overtakes it');
  answers.push({ status: 200, body: '{}' });
  await run(120_000);
  const [last, first] = (await done<Exchange>('GET /exchange')).packages;
  assert.deepEqual([first?.state, last?.state, asked.length], ['sent', 'sent', 3]);
  assert.deepEqual(new Set(asked), new Set(['https://ministry.example/api/public/exchange']));
});
