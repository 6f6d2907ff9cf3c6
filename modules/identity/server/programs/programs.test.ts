import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { newId } from '@qantara/kernel';
import { ALONE, withTables } from '@qantara/platform';
import { SignJWT } from 'jose';
import type { Program, RoleRequest } from '../../contract/index.ts';
import { listAccountsThatMay } from '../accounts/account-address-store.ts';
import { resolveActor } from '../sessions/resolve-actor.ts';
import { listColleagueCircles } from '../teams/list-colleague-circles.ts';
import { inSystem } from '../testing.ts';
import { AGREE, RoleBench, type Colleague } from '../testing/role-bench.ts';
import { resolveProgram } from './resolve-program.ts';
import { askForToken, assertionOf, programKeys, setOf, type ProgramKeys } from './testing.ts';
import type { IdentityTables } from '../tables.gen.ts';

const REGISTER = 'POST /programs';
let region: RoleBench;
let clinic: string;
let officer: Colleague;
let rsa: ProgramKeys;
let elliptic: ProgramKeys;
const published = new Map<string, { status: number; text: string }>();
let asked = 0;

before(async () => {
  region = await RoleBench.open({
    ...ALONE,
    ask: (url) => {
      asked += 1;
      const { status, text } = published.get(url.href) ?? { status: 404, text: '' };
      return Promise.resolve({ status, headers: {}, body: Buffer.from(text) });
    },
  });
  clinic = await region.anOrganisation('Clinic');
  officer = await region.somebody('privacy_officer');
  rsa = await programKeys('RS384', 'first');
  elliptic = await programKeys('ES384', 'second');
});
after(() => region.bench.database.close());

const proposal = (extra: object = {}) => ({
  name: 'Clinic record',
  organisationId: clinic,
  role: 'navigator',
  contact: 'Computers of the clinic, 71 000 000',
  scopes: 'system/*.rs system/Task.cu',
  keys: setOf(rsa.publicKey, elliptic.publicKey),
  reason: 'sends referrals',
  ...extra,
});

async function registered(extra: object = {}): Promise<{ program: Program; request: RoleRequest }> {
  return region.as(region.admin, REGISTER, proposal(extra));
}

async function agreed(extra: object = {}): Promise<Program> {
  const { program, request } = await registered(extra);
  await region.as(officer, AGREE, { requestId: request.requestId });
  return program;
}

async function tokenOf(programId: string, keys = rsa): Promise<string> {
  const got = await askForToken(region.bench.executor, await assertionOf(programId, keys));
  if (typeof got === 'string') throw new Error(got);
  return got.access_token;
}

const who = (token: string, now?: Date) => resolveProgram(region.bench.database, token, now);

test('a program gets no further than its token until another person agrees to its role', async () => {
  const { program, request } = await registered();
  assert.equal(request.state, 'asked');
  const early = await tokenOf(program.programId);
  assert.equal((await who(early))?.permissions.has('referral:send'), false);
  await region.as(officer, AGREE, { requestId: request.requestId });
  const actor = await who(early);
  assert.deepEqual([actor?.accountId, actor?.organisationId, actor?.role], [program.programId, clinic, 'navigator']);
  assert.deepEqual(actor?.scopes, ['system/*.rs', 'system/Task.cu']);
  assert.ok(actor?.permissions.has('referral:send'));
});

test('a token is good for five minutes, for what was asked of what was granted', async () => {
  const { programId } = await agreed();
  const executor = region.bench.executor;
  const got = await askForToken(executor, await assertionOf(programId, elliptic), { scope: 'system/Task.cruds' });
  assert.ok(typeof got !== 'string');
  assert.deepEqual([got.scope, got.expires_in], ['system/Task.crus', 300]);
  assert.deepEqual((await who(got.access_token))?.scopes, ['system/Task.crus']);
  assert.equal(await who(got.access_token, new Date(Date.now() + 301_000)), null);
  const none = await askForToken(executor, await assertionOf(programId, rsa), { scope: 'system/Patient.d' });
  assert.equal(none, 'scope_not_granted');
  assert.equal(
    await askForToken(executor, await assertionOf(programId, rsa), { grant_type: 'password' }),
    'grant_not_known',
  );
});

test('an assertion opens once', async () => {
  const { programId } = await agreed();
  const assertion = await assertionOf(programId, rsa);
  assert.ok(typeof (await askForToken(region.bench.executor, assertion)) !== 'string');
  assert.equal(await askForToken(region.bench.executor, assertion), 'program_not_proven');
});

test('whoever does not hold the key gets nothing, whatever the assertion says', async () => {
  const { programId } = await agreed();
  const other = await agreed();
  const stranger = await programKeys('RS384', 'first');
  const soon = Math.floor(Date.now() / 1000);
  const hmac = await new SignJWT({ iss: programId, sub: programId, exp: soon + 60, jti: newId() })
    .setProtectedHeader({ alg: 'HS384', kid: 'first' })
    .sign(new TextEncoder().encode(JSON.stringify(rsa.publicKey)));
  const parts = (await assertionOf(programId, rsa)).split('.');
  const unsigned = [Buffer.from('{"alg":"none","kid":"first"}').toString('base64url'), parts[1], ''].join('.');
  const wrong = [
    await assertionOf(programId, stranger),
    await assertionOf(programId, rsa, { aud: 'https://elsewhere.example/oauth/token' }),
    await assertionOf(programId, rsa, { exp: soon - 60 }),
    await assertionOf(programId, rsa, { exp: soon + 3600 }),
    await assertionOf(programId, rsa, { exp: 1e300 }),
    await assertionOf(programId, rsa, { iss: other.programId }),
    await assertionOf(programId, rsa, { sub: other.programId }),
    await assertionOf(newId(), rsa),
    await assertionOf(programId, rsa, { header: { kid: 'second' } }),
    await assertionOf(programId, rsa, { header: { kid: 'third' } }),
    await assertionOf(programId, rsa, { jti: '' }),
    hmac,
    unsigned,
    'no assertion',
    '',
  ];
  for (const [index, assertion] of wrong.entries())
    assert.equal(await askForToken(region.bench.executor, assertion), 'program_not_proven', String(index));
});

test('a program that is closed, or has other keys or scopes, is out at once', async () => {
  const { programId } = await agreed();
  const first = await tokenOf(programId);
  await region.as(region.admin, 'POST /programs/:programId/keys', { programId, keys: setOf(elliptic.publicKey) });
  assert.equal(await who(first), null);
  assert.equal(await askForToken(region.bench.executor, await assertionOf(programId, rsa)), 'program_not_proven');
  const second = await tokenOf(programId, elliptic);
  await region.as(region.admin, 'POST /programs/:programId/scopes', { programId, scopes: 'system/Task.rs' });
  assert.equal(await who(second), null);
  const third = await tokenOf(programId, elliptic);
  await region.as(region.admin, 'POST /accounts/:accountId/disable', { accountId: programId });
  assert.equal(await who(third), null);
  assert.equal(await askForToken(region.bench.executor, await assertionOf(programId, elliptic)), 'program_not_proven');
  const changed = { programId, keys: setOf(rsa.publicKey) };
  assert.equal(
    await region.refused(region.admin, 'POST /programs/:programId/keys', changed),
    'account_already_disabled',
  );
});

test('keys that a program publishes itself are read where it says, and read again when one is missing', async () => {
  const keysAddress = 'https://clinic.example/keys.json';
  const { programId } = await agreed({ keys: '', keysAddress });
  assert.equal(await askForToken(region.bench.executor, await assertionOf(programId, rsa)), 'program_not_proven');
  published.set('https://clinic.example/other.json', { status: 200, text: setOf(rsa.publicKey) });
  await region.as(region.admin, 'POST /programs/:programId/keys', {
    programId,
    keysAddress: 'https://clinic.example/other.json',
  });
  await tokenOf(programId);
  const before = asked;
  await tokenOf(programId);
  assert.equal(asked, before, 'what was read a moment ago is not asked again');
  assert.equal(await region.refused(region.admin, REGISTER, proposal({ keysAddress })), 'keys_or_address');
  assert.equal(
    await region.refused(region.admin, REGISTER, proposal({ keys: '', keysAddress: 'http://clinic.example/' })),
    'invalid_input',
  );
});

test('a secret key is refused, and so is what is no key that we can use', async () => {
  const short = await programKeys('RS384', 'short', 2048);
  const cut = { ...short.publicKey, n: Buffer.alloc(128, 255).toString('base64url') };
  const refused = (keys: string) => region.refused(region.admin, REGISTER, proposal({ keys }));
  assert.equal(await refused(setOf(rsa.secret)), 'keys_private');
  for (const keys of [
    setOf(cut),
    setOf({ kty: 'oct', kid: 'x' }),
    setOf({ ...elliptic.publicKey, x: 'AAAA' }),
    setOf(rsa.publicKey, { ...elliptic.publicKey, kid: rsa.kid }),
    '{"keys":[]}',
    'keys',
  ])
    assert.equal(await refused(keys), 'keys_not_valid', keys.slice(0, 40));
  assert.equal(await refused(''), 'keys_or_address');
  const unknown = proposal({ scopes: 'system/Task.rs admin' });
  assert.equal(await region.refused(region.admin, REGISTER, unknown), 'invalid_input');
});

test('nobody signs in as a program, it is nobody’s colleague, and it keeps no accounts', async () => {
  const { programId } = await agreed();
  const accountId = programId;
  assert.equal(
    await region.refused(region.admin, 'POST /accounts/:accountId/invite', { accountId }),
    'account_not_found',
  );
  const circles = await inSystem(region.bench, (ctx) => listColleagueCircles(ctx, clinic));
  assert.ok(!circles.some(({ circleId }) => circleId === programId));
  const told = await inSystem(region.bench, (ctx) =>
    listAccountsThatMay(withTables<IdentityTables>(ctx), 'referral:send'),
  );
  assert.ok(!told.includes(programId));
  const { items } = await region.as<{ items: { accountId: string }[] }>(region.admin, 'GET /accounts', {});
  assert.ok(!items.some((one) => one.accountId === programId));
  for (const role of ['administrator', 'privacy_officer']) {
    assert.equal(await region.refused(region.admin, REGISTER, proposal({ role })), 'role_not_for_programs');
    const given = { accountId, role, reason: 'more' };
    assert.equal(await region.refused(region.admin, 'POST /accounts/:accountId/role', given), 'role_not_for_programs');
  }
});

test('a program’s token opens no page, and a session’s no interface', async () => {
  const { programId } = await agreed();
  const token = await tokenOf(programId);
  assert.equal(await resolveActor(region.bench.database, token), null);
  assert.equal(await who('a session of somebody'), null);
});

test('no token, key or assertion is kept, but for digests and public halves', async () => {
  const { programId } = await agreed();
  const token = await tokenOf(programId);
  const { rows } = await region.bench.database.pool.query<{ kept: string }>({
    text: `select (select string_agg(t::text, '') from identity.program_token as t) ||
      (select string_agg(p::text, '') from identity.program as p) ||
      (select string_agg(e::text, '') from platform.event as e where e.type like 'program.%') as kept`,
    values: [],
  });
  const kept = rows[0]?.kept ?? '';
  assert.ok(kept.includes('program.let_in'));
  assert.ok(!kept.includes(token));
  assert.ok(!kept.includes(rsa.secret.d ?? 'd'));
});

test('one administrator alone does not become a program that two people let in', async () => {
  const { programId } = await agreed({ scopes: 'system/Task.rs' });
  const mine = await programKeys('ES384', 'mine');
  await region.as(region.admin, 'POST /programs/:programId/keys', { programId, keys: setOf(mine.publicKey) });
  const swapped = await who(await tokenOf(programId, mine));
  assert.equal(swapped?.permissions.has('person:read'), false, 'a key that nobody else has seen opens nothing');
  const { waiting } = await region.as<{ waiting: RoleRequest[] }>(officer, 'GET /role-requests');
  const waits = waiting.find(({ account }) => account?.accountId === programId);
  await region.as(officer, AGREE, { requestId: waits?.requestId });
  assert.equal((await who(await tokenOf(programId, mine)))?.permissions.has('person:read'), true);
  await region.as(region.admin, 'POST /programs/:programId/scopes', { programId, scopes: 'system/Task.r' });
  assert.equal((await who(await tokenOf(programId, mine)))?.role, 'navigator', 'less needs nobody’s word');
  await region.as(region.admin, 'POST /programs/:programId/scopes', { programId, scopes: 'system/*.cruds' });
  assert.equal((await who(await tokenOf(programId, mine)))?.role, null, 'more does');
});
