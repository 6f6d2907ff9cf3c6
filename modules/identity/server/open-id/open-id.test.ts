import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { ANYONE, type Actor } from '@qantara/kernel';
import { organisationsModule } from '@qantara/organisations/server';
import type { OpenIdProvider } from '@qantara/platform';
import type { FinishedOpenId, OwnAccount } from '../../contract/index.ts';
import { identityModule } from '../index.ts';
import { actorInRole, anAccount, get, openBench, refusalOf, type Bench } from '../testing.ts';
import { FakeProvider } from '../testing/fake-provider.ts';
import { AT_SABIL, fresh, lastActor, signedIn } from '../testing/signed-in.ts';

const opened: { bench: Bench; provider: FakeProvider }[] = [];
after(async () => {
  for (const { bench, provider } of opened) {
    await bench.database.close();
    await provider.close();
  }
});

/** A region and a provider of its own, so that what one test makes it say is heard in no other. */
async function regionWith(more: Partial<OpenIdProvider> = {}) {
  const provider = new FakeProvider();
  await provider.open();
  const outside = { ...AT_SABIL, openId: provider.settings(more) };
  const bench = await openBench([identityModule, organisationsModule], outside);
  opened.push({ bench, provider });
  return { bench, provider };
}

let bench: Bench;
let provider: FakeProvider;
before(async () => {
  ({ bench, provider } = await regionWith());
});

type Begun = { address: string; actor: Actor };

async function begin(at = bench, next = ''): Promise<Begun> {
  const { address } = await get<{ address: string }>(at, 'POST /sign-in/provider/start', {
    input: { next, locale: 'fr' },
  });
  return { address, actor: await lastActor(at) };
}

function finish(query: string, actor: Actor, at = bench): Promise<FinishedOpenId> {
  return get(at, 'POST /sign-in/provider', { input: { query }, actor });
}

const verified = (email: string, sub = email) => ({ sub, email, email_verified: true });

test('the browser is sent to the provider with a state, a nonce and a proof key, and never twice the same', async () => {
  const one = new URL((await begin()).address).searchParams;
  const other = new URL((await begin()).address).searchParams;
  assert.equal(one.get('redirect_uri'), 'https://sabil.example/en/sign-in/return');
  assert.equal(one.get('code_challenge_method'), 'S256');
  for (const name of ['state', 'nonce', 'code_challenge']) assert.notEqual(one.get(name), other.get(name));
});

test('who has an account comes in by a verified address, goes on where they were, and gives our second factor', async () => {
  const { accountId } = await anAccount(bench, { email: 'clerk@example.org' }, true);
  const { address, actor } = await begin(bench, '/fr/work');
  assert.equal(actor.kind, 'anyone');
  const done = await finish(provider.authorise(address, verified('Clerk@example.org', 'one')), actor);
  assert.deepEqual(done, { outcome: 'second_factor', locale: 'fr', next: '/fr/work' });
  const half = await lastActor(bench);
  assert.equal(half.accountId, accountId);
  assert.equal(half.role, null);
  assert.notEqual(half.sessionId, actor.sessionId, 'the stranger’s session became nobody’s');
});

test('from then on the account is the provider’s subject, whatever becomes of the address', async () => {
  await anAccount(bench, { email: 'moves@example.org' }, true);
  const first = await begin();
  await finish(provider.authorise(first.address, verified('moves@example.org', 'mover')), first.actor);
  const renamed = await begin();
  const query = provider.authorise(renamed.address, { sub: 'mover', email: 'new@example.org', email_verified: false });
  assert.equal((await finish(query, renamed.actor)).outcome, 'second_factor');
  const heir = await begin();
  const inherited = provider.authorise(heir.address, verified('moves@example.org', 'heir of the address'));
  assert.equal((await finish(inherited, heir.actor)).outcome, 'other_account');
});

test('an address that the provider has not verified opens nothing, nor does one that nobody has here', async () => {
  await anAccount(bench, { email: 'victim@example.org' }, true);
  for (const [claims, outcome] of [
    [{ sub: 'a', email: 'victim@example.org', email_verified: false }, 'unverified'],
    [{ sub: 'b', email: 'victim@example.org' }, 'unverified'],
    [{ sub: 'c', email: 'victim@example.org', email_verified: 'true' }, 'unverified'],
    [{ sub: 'd' }, 'unverified'],
    [verified('nobody@example.org'), 'unknown'],
  ] as const) {
    const { address, actor } = await begin();
    const sessions = bench.sessions.length;
    assert.equal((await finish(provider.authorise(address, claims), actor)).outcome, outcome, JSON.stringify(claims));
    assert.equal(bench.sessions.length, sessions);
  }
});

test('an answer counts once, in the browser that asked, for the question that it asked', async () => {
  await anAccount(bench, { email: 'careful@example.org' }, true);
  const mine = await begin();
  const query = provider.authorise(mine.address, verified('careful@example.org'));
  const other = await begin();
  assert.equal((await finish(query, other.actor)).outcome, 'expired', 'another browser');
  const again = await begin();
  const fine = provider.authorise(again.address, verified('careful@example.org'));
  assert.equal((await finish(fine, ANYONE)).outcome, 'expired', 'a browser that asked nothing');
  assert.equal((await finish(fine, again.actor)).outcome, 'expired', 'it was taken out already');
  const right = await begin();
  const used = provider.authorise(right.address, verified('careful@example.org'));
  assert.equal((await finish(used, right.actor)).outcome, 'second_factor');
  assert.equal((await finish(used, right.actor)).outcome, 'expired', 'a second time');
});

test('a state, an issuer, a code or a proof key that does not belong together opens nothing', async () => {
  await anAccount(bench, { email: 'mixed@example.org' }, true);
  const changes: ((query: URLSearchParams) => void)[] = [
    (query) => query.set('state', `${query.get('state') ?? ''}x`),
    (query) => query.set('iss', 'https://another.example'),
    (query) => query.delete('iss'),
    (query) => query.set('code', 'of somebody else'),
    (query) => query.delete('code'),
  ];
  for (const change of changes) {
    const { address, actor } = await begin();
    const query = new URLSearchParams(provider.authorise(address, verified('mixed@example.org')));
    change(query);
    assert.equal((await finish(query.toString(), actor)).outcome, 'refused', change.toString());
  }
  const one = await begin();
  const two = await begin();
  const stolen = new URLSearchParams(provider.authorise(one.address, verified('mixed@example.org')));
  const own = new URLSearchParams(provider.authorise(two.address, verified('mixed@example.org')));
  own.set('code', stolen.get('code') ?? '');
  assert.equal((await finish(own.toString(), two.actor)).outcome, 'refused', 'another’s code fails its proof key');
});

test('what the provider did not sign, for us, now and for this question, is nobody’s word', async () => {
  await anAccount(bench, { email: 'signed@example.org' }, true);
  const past = Math.floor(Date.now() / 1000) - 3600;
  for (const lies of [
    { claims: { iss: 'https://another.example' } },
    { claims: { aud: 'another client' } },
    { claims: { nonce: 'of another question' } },
    { claims: { exp: past, iat: past - 60 } },
    { hasForeignKey: true },
    // Not signed at all; by a secret where a key is wanted; by a key that it brings along or names itself.
    { head: { alg: 'none' } },
    { head: { alg: 'HS256' } },
    { head: { kid: 'another', jku: 'https://evil.example/keys' }, hasForeignKey: true },
    { head: { jwk: { kty: 'RSA', n: 'AQAB', e: 'AQAB' } }, hasForeignKey: true },
  ]) {
    provider.lies = lies;
    const { address, actor } = await begin();
    const done = await finish(provider.authorise(address, verified('signed@example.org')), actor);
    assert.equal(done.outcome, 'refused', JSON.stringify(lies));
  }
  provider.lies = {};
});

test('a closed account stays closed', async () => {
  const { accountId } = await anAccount(bench, { email: 'closed@example.org' }, true);
  const administrator = actorInRole('administrator', null);
  await get(bench, 'POST /accounts/:accountId/disable', { input: { accountId }, actor: administrator });
  const { address, actor } = await begin();
  assert.equal((await finish(provider.authorise(address, verified('closed@example.org')), actor)).outcome, 'unknown');
});

test('where the provider has asked for two factors, in a way that counts here, ours is not asked', async () => {
  const strong = await regionWith({ amr: ['mfa'], acr: ['urn:high'] });
  await anAccount(strong.bench, { email: 'strong@example.org' });
  const outcomeOf = async (more: object): Promise<string> => {
    const { address, actor } = await begin(strong.bench);
    const query = strong.provider.authorise(address, { ...verified('strong@example.org'), ...more });
    return (await finish(query, actor, strong.bench)).outcome;
  };
  assert.equal(await outcomeOf({ amr: ['pwd'] }), 'second_factor');
  assert.equal(await outcomeOf({ acr: 'urn:low' }), 'second_factor');
  assert.equal(await outcomeOf({ amr: ['pwd', 'mfa'] }), 'signed_in');
  assert.equal((await lastActor(strong.bench)).role, 'planner');
  assert.equal(await outcomeOf({ acr: 'urn:high' }), 'signed_in');
});

test('whom only the provider knows adds a key of their own just after signing in there, and not later', async () => {
  const strong = await regionWith({ amr: ['mfa'] });
  const input = { email: 'only-there@example.org', displayName: 'Noor', role: 'planner', locale: 'fr' };
  const administrator = actorInRole('administrator', null);
  const { invitation } = await get<{ invitation: { link: string } }>(strong.bench, 'POST /accounts', {
    input,
    actor: administrator,
  });
  const { address, actor } = await begin(strong.bench);
  const query = strong.provider.authorise(address, { ...verified('only-there@example.org'), amr: ['mfa'] });
  assert.equal((await finish(query, actor, strong.bench)).outcome, 'signed_in');
  const token = invitation.link.split('/').at(-1);
  const old = { input: { token } };
  assert.equal(await refusalOf(strong.bench, 'POST /enrolments/open', old), 'enrolment_not_found', 'they have come');
  const own = await lastActor(strong.bench);
  await get(strong.bench, 'POST /account/passkeys/start', { actor: own });
  await strong.bench.database.pool.query({
    text: `update identity.session set created_at = created_at - interval '11 minutes' where session_id = $1`,
    values: [own.sessionId],
  });
  assert.equal(await refusalOf(strong.bench, 'POST /account/passkeys/start', { actor: own }), 'confirm_first');
});

test('where addresses do not count, people link their account themselves, just after both factors', async () => {
  const careful = await regionWith({ matchesBy: 'subject' });
  const somebody = await signedIn(careful.bench, { email: 'linker@example.org' });
  const unknown = await begin(careful.bench);
  const query = careful.provider.authorise(unknown.address, verified('linker@example.org', 'l-1'));
  assert.equal((await finish(query, unknown.actor, careful.bench)).outcome, 'unknown');
  const path = 'POST /account/provider/start';
  const input = { locale: 'ar' };
  assert.equal(await refusalOf(careful.bench, path, { input, actor: somebody.actor }), 'confirm_first');
  const { actor } = await fresh(careful.bench, somebody);
  const { address } = await get<{ address: string }>(careful.bench, path, { input, actor });
  const answer = careful.provider.authorise(address, { sub: 'l-1' });
  assert.equal((await finish(answer, actor, careful.bench)).outcome, 'linked');
  const own = await get<OwnAccount>(careful.bench, 'GET /account', { actor });
  assert.notEqual(own.provider?.linkedAt, null);
  const later = await begin(careful.bench);
  const back = careful.provider.authorise(later.address, { sub: 'l-1' });
  assert.equal((await finish(back, later.actor, careful.bench)).outcome, 'second_factor');
});

test('an answer to a link is only for the one who asked for it', async () => {
  const victim = await fresh(bench, await signedIn(bench, { email: 'link-victim@example.org' }));
  const attacker = await fresh(bench, await signedIn(bench, { email: 'link-attacker@example.org' }));
  const { address } = await get<{ address: string }>(bench, 'POST /account/provider/start', {
    input: { locale: 'en' },
    actor: attacker.actor,
  });
  const query = provider.authorise(address, { sub: 'the attacker there' });
  assert.equal((await finish(query, victim.actor)).outcome, 'expired');
});

test('nobody but the issuer is asked, wherever its documents or answers would send us', async () => {
  const inside = new FakeProvider();
  await inside.open();
  const evil = await regionWith();
  evil.provider.lies = { tokenEndpoint: `${inside.issuer}/token` };
  await anAccount(evil.bench, { email: 'ssrf@example.org' }, true);
  const { address, actor } = await begin(evil.bench);
  const query = evil.provider.authorise(address, verified('ssrf@example.org'));
  const done = await finish(query, actor, evil.bench);
  await inside.close();
  assert.equal(done.outcome, 'unreachable');
  assert.equal(inside.asked, 0);
});

test('a provider that does not answer keeps nobody waiting, and passwords still work', async () => {
  const gone = await regionWith();
  await gone.provider.close();
  const asked = { input: { locale: 'en' } };
  assert.equal(await refusalOf(gone.bench, 'POST /sign-in/provider/start', asked), 'provider_unreachable');
  await gone.provider.open();
});
