import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Actor } from '@qantara/kernel';
import { organisationsModule, saveOrganisation } from '@qantara/organisations/server';
import { identityModule, resolveActor } from '../index.ts';
import { codeAt } from './second-factor.ts';
import { actorInRole, anAccount, get, inSystem, openBench, PASSWORD, refusalOf, type Bench } from '../testing.ts';

let bench: Bench;
before(async () => {
  bench = await openBench([identityModule, organisationsModule]);
});
after(() => bench.database.close());

type Outcome = { outcome: string };

async function signIn(email: string, password: string, origin = email): Promise<Outcome> {
  const { outcome } = await get<Outcome>(bench, 'POST /sign-in', { input: { email, password }, origin });
  return { outcome };
}

/** Whom the last session that was set belongs to. */
async function lastActor(): Promise<Actor> {
  const actor = await resolveActor(bench.database, bench.sessions.at(-1) ?? '');
  assert.ok(actor);
  return actor;
}

async function halfSignedIn(email: string): Promise<Actor> {
  assert.deepEqual(await signIn(email, PASSWORD), { outcome: 'second_factor' });
  return lastActor();
}

async function confirm(actor: Actor, code: string): Promise<Outcome> {
  const { outcome } = await get<Outcome>(bench, 'POST /second-factor', { input: { code }, actor });
  return { outcome };
}

async function secretOf(actor: Actor): Promise<string> {
  return (await get<{ secret: string }>(bench, 'GET /second-factor', { actor })).secret;
}

test('a wrong password and an address that nobody has are answered alike', async () => {
  await anAccount(bench, { email: 'one@example.org' });
  assert.deepEqual(await signIn('one@example.org', 'not this one'), { outcome: 'wrong' });
  assert.deepEqual(await signIn('nobody@example.org', 'not this one'), { outcome: 'wrong' });
});

test('after five tries even the right password waits, and other accounts do not', async () => {
  await anAccount(bench, { email: 'tried@example.org' });
  await anAccount(bench, { email: 'other@example.org' });
  for (let tries = 0; tries < 5; tries += 1) await signIn('tried@example.org', 'guess');
  assert.deepEqual(await signIn('tried@example.org', PASSWORD), { outcome: 'locked' });
  assert.deepEqual(await signIn('other@example.org', PASSWORD), { outcome: 'second_factor' });
});

test('one command’s identifier for many guesses tells nothing and counts each of them', async () => {
  await anAccount(bench, { email: 'guessed@example.org' });
  const commandId = crypto.randomUUID();
  const guess = async (password: string): Promise<Outcome> => {
    const input = { email: 'guessed@example.org', password };
    const { outcome } = await get<Outcome>(bench, 'POST /sign-in', { input, origin: 'guesser', commandId });
    return { outcome };
  };
  for (let tries = 0; tries < 5; tries += 1) assert.deepEqual(await guess(`guess ${tries}`), { outcome: 'wrong' });
  const sessions = bench.sessions.length;
  assert.deepEqual(await guess(PASSWORD), { outcome: 'locked' });
  assert.equal(bench.sessions.length, sessions);
});

test('a house whose people all know their passwords is never locked out together', async () => {
  for (let index = 0; index < 32; index += 1) {
    const email = `colleague-${index}@example.org`;
    await anAccount(bench, { email });
    assert.deepEqual(await signIn(email, PASSWORD, 'one house'), { outcome: 'second_factor' });
  }
});

test('between the two factors a session opens nothing but the second', async () => {
  await anAccount(bench, { email: 'half@example.org', role: 'administrator' });
  const actor = await halfSignedIn('half@example.org');
  assert.equal(await refusalOf(bench, 'GET /accounts', { actor }), 'not_allowed');
  assert.equal(await refusalOf(bench, 'GET /me', { actor }), 'not_allowed');
});

test('the second factor opens once: a code that was seen over a shoulder is worth nothing', async () => {
  await anAccount(bench, { email: 'two@example.org' });
  const actor = await halfSignedIn('two@example.org');
  const code = codeAt(await secretOf(actor), new Date());
  assert.deepEqual(await confirm(actor, code), { outcome: 'signed_in' });
  const signedIn = await lastActor();
  assert.equal(signedIn.role, 'planner');
  assert.ok(signedIn.permissions.has('plan:write'));
  assert.deepEqual(await confirm(await halfSignedIn('two@example.org'), code), { outcome: 'wrong' });
});

test('the secret is shown until it was used, and never after', async () => {
  await anAccount(bench, { email: 'secret@example.org' });
  const actor = await halfSignedIn('secret@example.org');
  const secret = await secretOf(actor);
  await confirm(actor, codeAt(secret, new Date()));
  const later = await get(bench, 'GET /second-factor', { actor: await halfSignedIn('secret@example.org') });
  assert.deepEqual(later, {
    isEnrolled: true,
    hasTelephone: true,
    hasPasskey: false,
    secret: null,
    qrCode: null,
    sampleCode: null,
  });
});

test('many visitors may try one invented account with the code that its page shows', async () => {
  await anAccount(bench, { email: 'sample@example.org' }, true);
  for (let visitor = 0; visitor < 2; visitor += 1) {
    const actor = await halfSignedIn('sample@example.org');
    const { sampleCode } = await get<{ sampleCode: string }>(bench, 'GET /second-factor', { actor });
    assert.deepEqual(await confirm(actor, sampleCode), { outcome: 'signed_in' });
  }
});

test('five wrong codes, and the right one waits', async () => {
  await anAccount(bench, { email: 'codes@example.org' });
  const actor = await halfSignedIn('codes@example.org');
  const right = codeAt(await secretOf(actor), new Date());
  const wrong = right === '000000' ? '000001' : '000000';
  for (let tries = 0; tries < 5; tries += 1) await confirm(actor, wrong);
  assert.deepEqual(await confirm(actor, right), { outcome: 'locked' });
});

test('the session of an account that was closed opens nothing, from that moment', async () => {
  const account = await anAccount(bench, { email: 'closed@example.org' });
  const actor = await halfSignedIn('closed@example.org');
  await confirm(actor, codeAt(await secretOf(actor), new Date()));
  const token = bench.sessions.at(-1) ?? '';
  assert.ok(await resolveActor(bench.database, token));
  const administrator = actorInRole('administrator', null);
  await get(bench, 'POST /accounts/:accountId/disable', {
    input: { accountId: account.accountId },
    actor: administrator,
  });
  assert.equal(await resolveActor(bench.database, token), null);
  assert.deepEqual(await signIn('closed@example.org', PASSWORD), { outcome: 'wrong' });
});

test('a region keeps an administrator: nobody closes their own account', async () => {
  const account = await anAccount(bench, { email: 'own@example.org', role: 'administrator' });
  const actor = actorInRole('administrator', null, account.accountId);
  const asked = { input: { accountId: account.accountId }, actor };
  assert.equal(await refusalOf(bench, 'POST /accounts/:accountId/disable', asked), 'own_account');
});

test('who works for an organisation has one: a referral cannot come from nobody', async () => {
  const actor = actorInRole('administrator', null);
  const account = { displayName: 'Amal', locale: 'ar' };
  for (const role of ['navigator', 'partner']) {
    const input = { ...account, role, email: `${role}-of-nobody@example.org` };
    assert.equal(await refusalOf(bench, 'POST /accounts', { input, actor }), 'organisation_needed');
  }
});

test('an organisation from a directory takes referrals once somebody there can answer them', async () => {
  const organisation = {
    name: { en: 'Taken in' },
    description: null,
    sector: 'association',
    email: null,
    phone: null,
  } as const;
  const organisationId = await inSystem(bench, (ctx) =>
    saveOrganisation(ctx, { ...organisation, website: null, areaId: null, receivesReferrals: false }),
  );
  const takes = async (): Promise<boolean> => {
    const asked = { input: { organisationId } };
    const found = await get<{ receivesReferrals: boolean }>(bench, 'GET /organisations/:organisationId', asked);
    return found.receivesReferrals;
  };
  const colleague = { email: 'first@example.org', displayName: 'First', locale: 'en' };
  const add = (role: string, email: string) =>
    get<{ request: { requestId: string; state: string } }>(bench, 'POST /accounts', {
      input: { ...colleague, role, email, organisationId },
      actor: actorInRole('administrator', null),
    });
  await add('navigator', 'navigator@taken-in.example');
  assert.equal(await takes(), false);
  const { request } = await add('partner', 'partner@taken-in.example');
  assert.equal(request.state, 'asked');
  assert.equal(await takes(), false, 'nobody there can answer yet');
  const input = { requestId: request.requestId };
  await get(bench, 'POST /role-requests/:requestId/agree', { input, actor: actorInRole('privacy_officer', null) });
  assert.equal(await takes(), true);
});
