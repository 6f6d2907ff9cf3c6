import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { organisationsModule } from '@qantara/organisations/server';
import type {
  Account,
  AskedPasskey,
  EnrolmentLink,
  ManagedAccount,
  OpenedEnrolment,
  OwnAccount,
  RecoveryCodes,
} from '../../contract/index.ts';
import { identityModule, recoverFromConsole } from '../index.ts';
import { codeAt } from '../sign-in/second-factor.ts';
import { actorInRole, get, inSystem, openBench, PASSWORD, refusalOf, type Bench } from '../testing.ts';
import { AT_SABIL, fresh, isAlive, lastActor, signedIn, withKey, type Somebody } from '../testing/signed-in.ts';
import { SoftKey } from '../testing/soft-key.ts';

let bench: Bench;
let first: Somebody;
let second: Somebody;
let third: Somebody;
before(async () => {
  bench = await openBench([identityModule, organisationsModule], AT_SABIL);
  first = await fresh(bench, await signedIn(bench, { email: 'first@example.org', role: 'administrator' }));
  second = await fresh(bench, await signedIn(bench, { email: 'second@example.org', role: 'administrator' }));
  third = await signedIn(bench, { email: 'third@example.org', role: 'administrator' });
});
after(() => bench.database.close());

const NEW_PASSWORD = 'quiet herons cross the delta';
type Created = { account: Account; invitation: EnrolmentLink };

function invite(email: string): Promise<Created> {
  const input = { email, displayName: 'Noor Haddad', role: 'planner', locale: 'fr' };
  return get(bench, 'POST /accounts', { input, actor: actorInRole('administrator', null) });
}

function tokenOf({ link }: EnrolmentLink): string {
  return link.split('/').at(-1) ?? '';
}

function open(token: string): Promise<OpenedEnrolment> {
  return get(bench, 'POST /enrolments/open', { input: { token } });
}

async function answersOf(token: string): Promise<{ token: string; password: string; code: string }> {
  const { secret } = await open(token);
  return { token, password: NEW_PASSWORD, code: codeAt(secret, new Date()) };
}

const complete = 'POST /enrolments/complete';
const noLink = (token: string) => refusalOf(bench, 'POST /enrolments/open', { input: { token } });

test('no administrator ever knows a password: a new colleague takes their account by a link', async () => {
  const { account, invitation } = await invite('new@example.org');
  assert.equal(account.isEnrolled, false);
  assert.match(invitation.link, /^https:\/\/sabil\.example\/fr\/enrol\/[\w-]{43}$/);
  const days = (Date.parse(invitation.expiresAt) - Date.now()) / 86_400_000;
  assert.ok(days > 6.9 && days <= 7);
  const { recoveryCodes } = await get<RecoveryCodes>(bench, complete, { input: await answersOf(tokenOf(invitation)) });
  assert.equal(new Set(recoveryCodes).size, 10);
  assert.equal((await lastActor(bench)).accountId, account.accountId, 'they are signed in');
  const signed = await get<{ outcome: string }>(bench, 'POST /sign-in', {
    input: { email: 'new@example.org', password: NEW_PASSWORD },
  });
  assert.equal(signed.outcome, 'second_factor');
});

test('before a colleague has come, nothing but their link opens the account', async () => {
  await invite('waiting@example.org');
  for (const password of ['', PASSWORD, 'null'].filter((one) => one !== '')) {
    const input = { email: 'waiting@example.org', password };
    assert.equal((await get<{ outcome: string }>(bench, 'POST /sign-in', { input })).outcome, 'wrong');
  }
});

test('a link works once, and two at the same moment are one', async () => {
  const { invitation } = await invite('once@example.org');
  const token = tokenOf(invitation);
  const input = await answersOf(token);
  const tried = await Promise.all([1, 2].map(() => refusalOf(bench, complete, { input })));
  assert.equal(tried.filter((code) => code === null).length, 1);
  assert.equal(await refusalOf(bench, complete, { input }), 'enrolment_not_found');
  assert.equal(await noLink(token), 'enrolment_not_found');
});

test('a link that was replaced, has run out, was never made, or is of a closed account opens nothing', async () => {
  const { account, invitation } = await invite('replaced@example.org');
  const { accountId } = account;
  const administrator = actorInRole('administrator', null);
  const newer = await get<EnrolmentLink>(bench, 'POST /accounts/:accountId/invite', {
    input: { accountId },
    actor: administrator,
  });
  assert.equal(await noLink(tokenOf(invitation)), 'enrolment_not_found');
  assert.equal(await noLink('x'.repeat(43)), 'enrolment_not_found');
  await get(bench, 'POST /accounts/:accountId/disable', { input: { accountId }, actor: administrator });
  assert.equal(await noLink(tokenOf(newer)), 'enrolment_not_found');
  const late = await invite('late@example.org');
  await bench.database.pool.query({
    text: `update identity.enrolment set expires_at = now() - interval '1 second' where account_id = $1`,
    values: [late.account.accountId],
  });
  assert.equal(await noLink(tokenOf(late.invitation)), 'enrolment_not_found');
});

test('a weak password or a wrong code takes nothing, and the link still works', async () => {
  const { invitation } = await invite('clumsy@example.org');
  const input = await answersOf(tokenOf(invitation));
  assert.equal(await refusalOf(bench, complete, { input: { ...input, password: 'noor.haddad2026' } }), 'invalid_input');
  const wrong = input.code === '000000' ? '000001' : '000000';
  assert.equal(await refusalOf(bench, complete, { input: { ...input, code: wrong } }), 'second_factor_wrong');
  assert.equal(await refusalOf(bench, complete, { input: { token: input.token } }), 'invalid_input');
  assert.equal(await refusalOf(bench, complete, { input }), null);
});

test('a colleague may take the account with a passkey alone: no password is ever set', async () => {
  const { account, invitation } = await invite('key-only@example.org');
  const token = tokenOf(invitation);
  const key = new SoftKey();
  const asked = await get<AskedPasskey>(bench, 'POST /enrolments/passkey/start', { input: { token } });
  const evil = key.make(asked.options, { origin: 'https://evil.example' });
  const lie = { token, challengeId: asked.challengeId, credential: evil };
  assert.equal(await refusalOf(bench, complete, { input: lie }), 'passkey_not_valid');
  await get(bench, complete, { input: { ...lie, credential: key.make(asked.options) } });
  const { challengeId, options } = await get<AskedPasskey>(bench, 'POST /sign-in/passkey/start');
  const input = { challengeId, credential: key.use(options, account) };
  assert.equal((await get<{ outcome: string }>(bench, 'POST /sign-in/passkey', { input })).outcome, 'signed_in');
});

test('a recovery code stands in for the telephone, once, and only for its own account', async () => {
  const somebody = await fresh(bench, await signedIn(bench, { email: 'paper@example.org' }));
  const other = await fresh(bench, await signedIn(bench, { email: 'other-paper@example.org' }));
  const codes = async ({ actor }: Somebody) => {
    const made = await get<RecoveryCodes>(bench, 'POST /account/recovery-codes', { actor });
    return made.recoveryCodes;
  };
  const [mine = '', spare = ''] = await codes(somebody);
  const [theirs = ''] = await codes(other);
  const tryCode = async (code: string): Promise<string> => {
    const given = { email: somebody.account.email, password: PASSWORD };
    await get(bench, 'POST /sign-in', { input: given });
    const asked = { input: { code }, actor: await lastActor(bench) };
    return (await get<{ outcome: string }>(bench, 'POST /second-factor', asked)).outcome;
  };
  assert.equal(await tryCode(theirs), 'wrong');
  assert.equal(await tryCode(mine.toLowerCase().replaceAll('-', ' ')), 'signed_in');
  assert.equal(await tryCode(mine), 'wrong', 'used once');
  const own = await get<OwnAccount>(bench, 'GET /account', { actor: somebody.actor });
  assert.equal(own.codesLeft, 9);
  await codes(somebody);
  assert.equal(await tryCode(spare), 'wrong', 'replaced by new ones');
});

test('the codes are kept as digests alone', async () => {
  const { actor } = await fresh(bench, await signedIn(bench, { email: 'digest@example.org' }));
  const { recoveryCodes } = await get<RecoveryCodes>(bench, 'POST /account/recovery-codes', { actor });
  const { rows } = await bench.database.pool.query({ text: 'select * from identity.recovery_code' });
  const kept = JSON.stringify(rows.map((row) => Object.values(row).map(String)));
  for (const code of recoveryCodes) assert.ok(!kept.includes(code.replaceAll('-', '')) && !kept.includes(code));
});

const paths = {
  start: 'POST /accounts/:accountId/recovery',
  agree: 'POST /accounts/:accountId/recovery/agree',
};

test('an account is given back by two administrators, neither of them its owner, and the owner sees it', async () => {
  const owner = await fresh(bench, await signedIn(bench, { email: 'lost@example.org' }));
  const { key } = await withKey(bench, owner);
  const input = { accountId: owner.account.accountId };
  assert.equal(await refusalOf(bench, paths.agree, { input, actor: second.actor }), 'recovery_not_found');
  await get(bench, paths.start, { input, actor: first.actor });
  assert.equal(await refusalOf(bench, paths.start, { input, actor: second.actor }), 'recovery_under_way');
  assert.equal(await refusalOf(bench, paths.agree, { input, actor: first.actor }), 'own_request');
  const seen = await get<OwnAccount>(bench, 'GET /account', { actor: owner.actor });
  assert.equal(seen.recovery?.isOwnRequest, false);
  const made = await get<EnrolmentLink>(bench, paths.agree, { input, actor: second.actor });
  const hours = (Date.parse(made.expiresAt) - Date.now()) / 3_600_000;
  assert.ok(hours > 23.9 && hours <= 24);
  assert.equal(await isAlive(bench, owner.token), true, 'nothing happens before the owner comes');
  await get(bench, complete, { input: await answersOf(tokenOf(made)) });
  assert.equal(await isAlive(bench, owner.token), false);
  const asked = await get<AskedPasskey>(bench, 'POST /sign-in/passkey/start');
  const old = { challengeId: asked.challengeId, credential: key.use(asked.options, owner.account) };
  assert.equal((await get<{ outcome: string }>(bench, 'POST /sign-in/passkey', { input: old })).outcome, 'wrong');
  const told = await bench.database.pool.query({
    text: `select type, account_id from platform.event where subject_id = $1 and type like 'recovery.%' order by at, event_id`,
    values: [input.accountId],
  });
  assert.deepEqual(told.rows, [
    { type: 'recovery.requested', account_id: first.account.accountId },
    { type: 'recovery.agreed', account_id: second.account.accountId },
  ]);
});

test('nobody recovers their own account, and only just after both factors', async () => {
  const input = { accountId: first.account.accountId };
  assert.equal(await refusalOf(bench, paths.start, { input, actor: first.actor }), 'own_account');
  await get(bench, paths.start, { input, actor: second.actor });
  assert.equal(await refusalOf(bench, paths.agree, { input, actor: first.actor }), 'own_account');
  const idle = actorInRole('administrator', null);
  assert.equal(await refusalOf(bench, paths.agree, { input, actor: idle }), 'confirm_first');
  await get(bench, 'POST /account/recovery/cancel', { actor: first.actor });
  assert.equal(await refusalOf(bench, paths.agree, { input, actor: second.actor }), 'recovery_not_found');
});

test('an owner who lost nothing stops a recovery, also after both have agreed', async () => {
  const owner = await signedIn(bench, { email: 'not-lost@example.org' });
  const input = { accountId: owner.account.accountId };
  await get(bench, paths.start, { input, actor: second.actor });
  const made = await get<EnrolmentLink>(bench, paths.agree, { input, actor: first.actor });
  await get(bench, 'POST /account/recovery/cancel', { actor: owner.actor });
  assert.equal(await noLink(tokenOf(made)), 'enrolment_not_found');
});

test('where one administrator is alone, the server’s console gives an account back, and it is recorded', async () => {
  const owner = await signedIn(bench, { email: 'console@example.org' });
  const { accountId } = owner.account;
  for (const { account } of [second, third])
    await get(bench, 'POST /accounts/:accountId/disable', {
      input: { accountId: account.accountId },
      actor: first.actor,
    });
  assert.equal(
    await refusalOf(bench, paths.start, { input: { accountId }, actor: first.actor }),
    'no_second_administrator',
  );
  const made = await inSystem(bench, async (ctx) => (await recoverFromConsole(ctx, 'console@example.org')) ?? null);
  assert.ok(made);
  const managed = await get<ManagedAccount>(bench, 'GET /accounts/:accountId', {
    input: { accountId },
    actor: first.actor,
  });
  assert.equal(managed.livingLink?.purpose, 'recovery');
  await get(bench, complete, { input: await answersOf(tokenOf(made)) });
  const told = await bench.database.pool.query({
    text: `select actor_kind from platform.event where subject_id = $1 and type = 'recovery.from_console'`,
    values: [accountId],
  });
  assert.deepEqual(told.rows, [{ actor_kind: 'system' }]);
});
