import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { ANYONE, newId, type Actor } from '@qantara/kernel';
import type { Keyring } from '../../contract/index.ts';
import { identityModule, issueAccessCode, resolveActor } from '../index.ts';
import { call, countRows, get, inSystem, openBench, refusalOf, type Bench } from '../testing.ts';

let bench: Bench;
before(async () => {
  bench = await openBench([identityModule]);
});
after(() => bench.database.close());

const PASSWORD = 'quiet herons cross the delta';
const OTHER = 'three foxes under slow rain';
type Outcome = { outcome: string; requests?: number };

const aCode = (personId = newId()): Promise<string> => inSystem(bench, (ctx) => issueAccessCode(ctx, personId));

/** Whom the last session that was set belongs to. */
async function lastActor(): Promise<Actor> {
  return (await resolveActor(bench.database, bench.sessions.at(-1) ?? '')) ?? ANYONE;
}

async function byCode(code: string): Promise<Actor> {
  assert.deepEqual(await get(bench, 'POST /codes/open', { input: { accessCode: code } }), { outcome: 'opened' });
  return lastActor();
}

async function open(signInName: string, password = PASSWORD, origin = signInName): Promise<Outcome> {
  return get<Outcome>(bench, 'POST /keyrings/open', { input: { signInName, password }, origin });
}

async function signedIn(signInName: string, password = PASSWORD): Promise<Actor> {
  assert.equal((await open(signInName, password)).outcome, 'opened');
  return lastActor();
}

/** An account of this name, with the code of the request in it. */
async function anAccount(signInName: string): Promise<{ code: string; actor: Actor }> {
  const code = await aCode();
  const actor = await byCode(code);
  await get(bench, 'POST /keyring', { input: { signInName, password: PASSWORD }, actor, origin: signInName });
  return { code, actor: await lastActor() };
}

const lookAt = (actor: Actor): Promise<Keyring> => get<Keyring>(bench, 'GET /keyring', { actor });

async function eventsOf(type: string): Promise<{ data: string }[]> {
  const { rows } = await bench.database.pool.query<{ data: string }>({
    text: `select event::text as data from platform.event where type = $1`,
    values: [type],
  });
  return rows;
}

test('who came by a code makes an account, and it opens the same as the code', async () => {
  const { code, actor } = await anAccount('made');
  const again = await signedIn('Made ');
  assert.equal(again.kind, 'resident');
  assert.equal(again.personId, (await byCode(code)).personId);
  assert.deepEqual([...again.permissions], [...actor.permissions]);
});

test('without a code nobody makes an account, and nobody makes a second one out of the first', async () => {
  const input = { signInName: 'nobody', password: PASSWORD };
  assert.equal(await refusalOf(bench, 'POST /keyring', { input }), 'not_signed_in');
  const { actor, code } = await anAccount('first');
  assert.equal(await refusalOf(bench, 'POST /keyring', { input, actor }), 'keyring_by_code');
  assert.equal(await refusalOf(bench, 'POST /keyring', { input, actor: await byCode(code) }), 'keyring_kept');
});

test('two tabs that make an account at one moment make one', async () => {
  const actor = await byCode(await aCode());
  const before = await countRows(bench, 'identity.keyring');
  const make = (signInName: string) =>
    call(bench, 'POST /keyring', { input: { signInName, password: PASSWORD }, actor, origin: signInName });
  const answers = await Promise.all([make('tab one'), make('tab two')]);
  assert.deepEqual(answers.map((answer) => (answer.ok ? '' : answer.code)).toSorted(), ['', 'keyring_kept']);
  assert.equal(await countRows(bench, 'identity.keyring'), before + 1);
});

test('a name that others have is answered like any other: each opens their own by their own password', async () => {
  const one = await anAccount('+216 50 555 321');
  const code = await aCode();
  const actor = await byCode(code);
  const input = { signInName: '٥٠٥٥٥٣٢١', password: OTHER };
  assert.equal(await refusalOf(bench, 'POST /keyring', { input, actor, origin: 'house' }), null);
  assert.equal((await signedIn('0021650555321')).personId, one.actor.personId);
  assert.equal((await signedIn('50 555 321', OTHER)).personId, actor.personId);
});

test('name and password of somebody else are refused as a password that is easy to guess, and are counted as a try', async () => {
  await anAccount('taken');
  const actor = await byCode(await aCode());
  const make = () =>
    call(bench, 'POST /keyring', { input: { signInName: 'taken', password: PASSWORD }, actor, origin: 'prober' });
  const answer = await make();
  assert.deepEqual(answer.ok ? [] : answer.fields, [{ path: 'password', code: 'password_guessable' }]);
  for (let tries = 0; tries < 4; tries += 1) await make();
  assert.equal(
    await refusalOf(bench, 'POST /keyring', {
      input: { signInName: 'taken', password: OTHER },
      actor,
      origin: 'prober',
    }),
    'keyring_locked',
  );
});

test('the name is kept nowhere, and no event tells it', async () => {
  await anAccount('unforgettable');
  const { rows } = await bench.database.pool.query<{ all: string }>(`select
    (select string_agg(keyring::text, ' ') from identity.keyring) || (select string_agg(request::text, ' ') from identity.keyring_request as request)
    || (select string_agg(event::text, ' ') from platform.event) || (select string_agg(wait::text, ' ') from identity.wait) as all`);
  assert.ok((rows[0]?.all.length ?? 0) > 0);
  assert.equal(rows[0]?.all.includes('unforgettable'), false);
});

test('passwords are judged by the rules of the house', async () => {
  const actor = await byCode(await aCode());
  for (const password of ['password12345', 'short', 'herons2026'])
    assert.equal(
      await refusalOf(bench, 'POST /keyring', { input: { signInName: 'herons', password }, actor }),
      'invalid_input',
    );
  assert.equal(
    await refusalOf(bench, 'POST /keyring', { input: { signInName: ' ً ّ ', password: PASSWORD }, actor }),
    'invalid_input',
  );
});

test('an unknown name and a wrong password have one answer, wait alike, and take the same stretching', async () => {
  await anAccount('there');
  const outcomes = async (name: string): Promise<Outcome[]> => {
    const tried: Outcome[] = [];
    for (let tries = 0; tries < 7; tries += 1) {
      const { outcome, requests = -1 } = await open(name, 'guess', `from ${name}`);
      tried.push({ outcome, requests });
    }
    return tried;
  };
  const one = await outcomes('there');
  assert.deepEqual(await outcomes('not there'), one);
  assert.equal(one.at(-1)?.outcome, 'locked');
  assert.equal((await open('there', PASSWORD, 'from there')).outcome, 'locked', 'even the right one waits');
  assert.ok((await eventsOf('keyring.failed')).length >= 10);
  assert.ok((await eventsOf('keyring.locked')).length >= 4);
});

test('an account holds several requests: the last asked is opened, and each of them by choice', async () => {
  const { actor: first } = await anAccount('several');
  const code = await aCode();
  assert.deepEqual(
    await get(bench, 'POST /keyring/requests', { input: { accessCode: code.toLowerCase() }, actor: first }),
    { outcome: 'added', waitSeconds: 0 },
  );
  assert.equal((await open('several')).requests, 2);
  const actor = await lastActor();
  assert.notEqual(actor.personId, first.personId, 'the one that was asked last');
  const { requests } = await lookAt(actor);
  assert.deepEqual(
    requests.map(({ isOpen }) => isOpen),
    [true, false],
  );
  const keyringRequestId = requests[1]?.keyringRequestId ?? '';
  await get(bench, 'POST /keyring/requests/:keyringRequestId/open', { input: { keyringRequestId }, actor });
  assert.equal((await lastActor()).personId, first.personId);
  assert.equal(
    await refusalOf(bench, 'POST /keyring/requests/:keyringRequestId/open', { input: { keyringRequestId }, actor }),
    'keyring_not_open',
    'the session before has ended',
  );
});

test('with another request’s code one joins the account by its name and password', async () => {
  const { actor: first } = await anAccount('joined');
  const actor = await byCode(await aCode());
  const join = (password: string) =>
    get<Outcome>(bench, 'POST /keyring/join', { input: { signInName: 'joined', password }, actor, origin: 'joined' });
  assert.equal((await join(OTHER)).outcome, 'wrong');
  assert.equal((await join(PASSWORD)).outcome, 'joined');
  assert.deepEqual((await lookAt(await lastActor())).requests.length, 2);
  assert.equal((await lookAt(first)).requests.length, 2);
});

test('wrong codes add nothing and are counted; a request in another account is not taken out of it from here', async () => {
  const { actor } = await anAccount('adding');
  const add = (accessCode: string, origin = 'adder') =>
    call(bench, 'POST /keyring/requests', { input: { accessCode }, actor, origin });
  const { code } = await anAccount('other owner');
  const kept = await add(code, 'once');
  assert.equal(kept.ok ? '' : kept.code, 'keyring_kept');
  const outcomes = new Set<string>();
  for (let tries = 0; tries < 22; tries += 1) {
    const answer = await add('0000-0000-0000');
    outcomes.add(answer.ok ? (answer.value as Outcome).outcome : answer.code);
  }
  assert.deepEqual([...outcomes], ['wrong', 'locked']);
  assert.equal((await lookAt(actor)).requests.length, 1);
});

test('a stranger’s identifier opens nothing', async () => {
  const one = await anAccount('mine');
  const two = await anAccount('theirs');
  const keyringRequestId = (await lookAt(two.actor)).requests[0]?.keyringRequestId ?? '';
  const asked = { input: { keyringRequestId }, actor: one.actor };
  assert.equal(
    await refusalOf(bench, 'POST /keyring/requests/:keyringRequestId/open', asked),
    'keyring_request_not_found',
  );
  const byItsCode = { input: { keyringRequestId }, actor: await byCode(two.code) };
  assert.equal(await refusalOf(bench, 'POST /keyring/requests/:keyringRequestId/open', byItsCode), 'keyring_not_open');
});

test('a stolen code takes its own request out of the account, opens no other, and does not get into it', async () => {
  const { code, actor: owner } = await anAccount('robbed');
  await get(bench, 'POST /keyring/requests', { input: { accessCode: await aCode() }, actor: owner });
  const thief = await byCode(code);
  const seen = await lookAt(thief);
  assert.deepEqual([seen.isSignedIn, seen.requests], [false, []]);
  for (const path of ['POST /keyring/end'])
    assert.equal(await refusalOf(bench, path, { actor: thief }), 'keyring_not_open');
  const password = { signInName: 'robbed', currentPassword: PASSWORD, password: OTHER };
  assert.equal(await refusalOf(bench, 'POST /keyring/password', { input: password, actor: thief }), 'keyring_not_open');
  await get(bench, 'POST /keyring/leave', { actor: thief });
  assert.equal((await lookAt(thief)).keptSince, null);
  const { requests } = await lookAt(await signedIn('robbed'));
  assert.equal(requests.length, 1);
});

test('who forgot the password takes the request out by its code and makes a new account; the old one ends with its last', async () => {
  const { code } = await anAccount('forgetful');
  const actor = await byCode(code);
  await get(bench, 'POST /keyring/leave', { actor });
  assert.equal((await open('forgetful')).outcome, 'wrong');
  await get(bench, 'POST /keyring', {
    input: { signInName: 'forgetful', password: OTHER },
    actor,
    origin: 'forgetful',
  });
  assert.equal((await signedIn('forgetful', OTHER)).personId, actor.personId);
});

test('a password changes for who knows the one in use, and every other session ends', async () => {
  const { actor: elsewhere } = await anAccount('changing');
  const actor = await signedIn('changing');
  const change = (currentPassword: string) => {
    const input = { signInName: 'changing', currentPassword, password: OTHER };
    return get<Outcome>(bench, 'POST /keyring/password', { input, actor, origin: 'changing' });
  };
  assert.equal((await change('not this one')).outcome, 'wrong');
  assert.equal((await change(PASSWORD)).outcome, 'changed');
  assert.ok((await lookAt(await lastActor())).isSignedIn);
  assert.equal(await refusalOf(bench, 'POST /keyring/end', { actor: elsewhere }), 'keyring_not_open');
  assert.equal((await open('changing')).outcome, 'wrong');
  assert.equal((await open('changing', OTHER)).outcome, 'opened');
});

test('another account’s name and password change nothing of this one', async () => {
  const { actor } = await anAccount('this one');
  await anAccount('that one');
  const input = { signInName: 'that one', currentPassword: PASSWORD, password: OTHER };
  assert.equal((await get<Outcome>(bench, 'POST /keyring/password', { input, actor })).outcome, 'wrong');
  assert.equal((await open('that one')).outcome, 'opened');
});

test('who leaves closes every session of the account; who ends it too, and the codes open on', async () => {
  const { code } = await anAccount('ending');
  const tokens = bench.sessions.length;
  await signedIn('ending');
  const actor = await signedIn('ending');
  await get(bench, 'POST /sign-out', { actor });
  for (const token of bench.sessions.slice(tokens, -1))
    assert.equal(await resolveActor(bench.database, token ?? ''), null);
  await get(bench, 'POST /keyring/end', { actor: await signedIn('ending') });
  assert.equal((await open('ending')).outcome, 'wrong');
  assert.ok((await byCode(code)).personId);
});

test('a code that is taken back takes with it what may have been added by it', async () => {
  const { code, actor } = await anAccount('revoked');
  await bench.database.pool.query({
    text: 'update identity.access_code set revoked_at = now() where person_id = $1',
    values: [actor.personId],
  });
  assert.equal((await get<Outcome>(bench, 'POST /codes/open', { input: { accessCode: code } })).outcome, 'wrong');
  assert.equal((await open('revoked')).outcome, 'wrong');
});
