import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { identityModule } from '../index.ts';
import { call, countRows, get, openBench, refusalOf, type Bench } from '../testing.ts';
import { lastActor, OF_FOXES, OF_HERONS, residentsOf, type Outcome } from '../testing/residents.ts';

let bench: Bench;
let residents: ReturnType<typeof residentsOf>;
before(async () => {
  bench = await openBench([identityModule]);
  residents = residentsOf(bench);
});
after(() => bench.database.close());

async function eventsOf(type: string): Promise<{ data: string }[]> {
  const { rows } = await bench.database.pool.query<{ data: string }>({
    text: `select event::text as data from platform.event where type = $1`,
    values: [type],
  });
  return rows;
}

test('who came by a code makes an account, and it opens the same as the code', async () => {
  const { code, actor } = await residents.anAccount('made');
  const again = await residents.signedIn('Made ');
  assert.equal(again.kind, 'resident');
  assert.equal(again.personId, (await residents.byCode(code)).personId);
  assert.deepEqual([...again.permissions], [...actor.permissions]);
});

test('without a code nobody makes an account, and nobody makes a second one out of the first', async () => {
  const input = { signInName: 'nobody', password: OF_HERONS };
  assert.equal(await refusalOf(bench, 'POST /keyring', { input }), 'not_signed_in');
  const { actor, code } = await residents.anAccount('first');
  assert.equal(await refusalOf(bench, 'POST /keyring', { input, actor }), 'keyring_by_code');
  assert.equal(await refusalOf(bench, 'POST /keyring', { input, actor: await residents.byCode(code) }), 'keyring_kept');
});

test('two tabs that make an account at one moment make one', async () => {
  const actor = await residents.byCode(await residents.aCode());
  const before = await countRows(bench, 'identity.keyring');
  const make = (signInName: string) =>
    call(bench, 'POST /keyring', { input: { signInName, password: OF_HERONS }, actor, origin: signInName });
  const answers = await Promise.all([make('tab one'), make('tab two')]);
  assert.deepEqual(answers.map((answer) => (answer.ok ? '' : answer.code)).toSorted(), ['', 'keyring_kept']);
  assert.equal(await countRows(bench, 'identity.keyring'), before + 1);
});

test('a name that others have is answered like any other: each opens their own by their own password', async () => {
  const one = await residents.anAccount('+216 50 555 321');
  const code = await residents.aCode();
  const actor = await residents.byCode(code);
  const input = { signInName: '٥٠٥٥٥٣٢١', password: OF_FOXES };
  assert.equal(await refusalOf(bench, 'POST /keyring', { input, actor, origin: 'house' }), null);
  assert.equal((await residents.signedIn('0021650555321')).personId, one.actor.personId);
  assert.equal((await residents.signedIn('50 555 321', OF_FOXES)).personId, actor.personId);
});

test('name and password of somebody else are refused as a password that is easy to guess, and are counted as a try', async () => {
  await residents.anAccount('taken');
  const actor = await residents.byCode(await residents.aCode());
  const make = () =>
    call(bench, 'POST /keyring', { input: { signInName: 'taken', password: OF_HERONS }, actor, origin: 'prober' });
  const answer = await make();
  assert.deepEqual(answer.ok ? [] : answer.fields, [{ path: 'password', code: 'password_guessable' }]);
  for (let tries = 0; tries < 4; tries += 1) await make();
  assert.equal(
    await refusalOf(bench, 'POST /keyring', {
      input: { signInName: 'taken', password: OF_FOXES },
      actor,
      origin: 'prober',
    }),
    'keyring_locked',
  );
});

test('the name is kept nowhere, and no event tells it', async () => {
  await residents.anAccount('unforgettable');
  const { rows } = await bench.database.pool.query<{ all: string }>(`select
    (select string_agg(keyring::text, ' ') from identity.keyring) || (select string_agg(request::text, ' ') from identity.keyring_request as request)
    || (select string_agg(event::text, ' ') from platform.event) || (select string_agg(wait::text, ' ') from identity.wait) as all`);
  assert.ok((rows[0]?.all.length ?? 0) > 0);
  assert.equal(rows[0]?.all.includes('unforgettable'), false);
});

test('passwords are judged by the rules of the house', async () => {
  const actor = await residents.byCode(await residents.aCode());
  for (const password of ['password12345', 'short', 'herons2026'])
    assert.equal(
      await refusalOf(bench, 'POST /keyring', { input: { signInName: 'herons', password }, actor }),
      'invalid_input',
    );
  assert.equal(
    await refusalOf(bench, 'POST /keyring', { input: { signInName: ' ً ّ ', password: OF_HERONS }, actor }),
    'invalid_input',
  );
});

test('an unknown name and a wrong password have one answer, wait alike, and take the same stretching', async () => {
  await residents.anAccount('there');
  const outcomes = async (name: string): Promise<Outcome[]> => {
    const tried: Outcome[] = [];
    for (let tries = 0; tries < 7; tries += 1) {
      const { outcome, requests = -1 } = await residents.open(name, 'guess', `from ${name}`);
      tried.push({ outcome, requests });
    }
    return tried;
  };
  const one = await outcomes('there');
  assert.deepEqual(await outcomes('not there'), one);
  assert.equal(one.at(-1)?.outcome, 'locked');
  assert.equal((await residents.open('there', OF_HERONS, 'from there')).outcome, 'locked', 'even the right one waits');
  assert.ok((await eventsOf('keyring.failed')).length >= 10);
  assert.ok((await eventsOf('keyring.locked')).length >= 4);
});

test('an account holds several requests: the last asked is opened, and each of them by choice', async () => {
  const { actor: first } = await residents.anAccount('several');
  const code = await residents.aCode();
  assert.deepEqual(
    await get(bench, 'POST /keyring/requests', { input: { accessCode: code.toLowerCase() }, actor: first }),
    { outcome: 'added', waitSeconds: 0 },
  );
  assert.equal((await residents.open('several')).requests, 2);
  const actor = await lastActor(bench);
  assert.notEqual(actor.personId, first.personId, 'the one that was asked last');
  const { requests } = await residents.lookAt(actor);
  assert.deepEqual(
    requests.map(({ isOpen }) => isOpen),
    [true, false],
  );
  const keyringRequestId = requests[1]?.keyringRequestId ?? '';
  await get(bench, 'POST /keyring/requests/:keyringRequestId/open', { input: { keyringRequestId }, actor });
  assert.equal((await lastActor(bench)).personId, first.personId);
  assert.equal(
    await refusalOf(bench, 'POST /keyring/requests/:keyringRequestId/open', { input: { keyringRequestId }, actor }),
    'keyring_not_open',
    'the session before has ended',
  );
});

test('with another request’s code one joins the account by its name and password', async () => {
  const { actor: first } = await residents.anAccount('joined');
  const actor = await residents.byCode(await residents.aCode());
  const join = (password: string) =>
    get<Outcome>(bench, 'POST /keyring/join', { input: { signInName: 'joined', password }, actor, origin: 'joined' });
  assert.equal((await join(OF_FOXES)).outcome, 'wrong');
  assert.equal((await join(OF_HERONS)).outcome, 'joined');
  assert.deepEqual((await residents.lookAt(await lastActor(bench))).requests.length, 2);
  assert.equal((await residents.lookAt(first)).requests.length, 2);
});

test('wrong codes add nothing and are counted; a request in another account is not taken out of it from here', async () => {
  const { actor } = await residents.anAccount('adding');
  const add = (accessCode: string, origin = 'adder') =>
    call(bench, 'POST /keyring/requests', { input: { accessCode }, actor, origin });
  const { code } = await residents.anAccount('other owner');
  const kept = await add(code, 'once');
  assert.equal(kept.ok ? '' : kept.code, 'keyring_kept');
  const outcomes = new Set<string>();
  for (let tries = 0; tries < 22; tries += 1) {
    const answer = await add('0000-0000-0000');
    outcomes.add(answer.ok ? (answer.value as Outcome).outcome : answer.code);
  }
  assert.deepEqual([...outcomes], ['wrong', 'locked']);
  assert.equal((await residents.lookAt(actor)).requests.length, 1);
});

test('a stranger’s identifier opens nothing', async () => {
  const one = await residents.anAccount('mine');
  const two = await residents.anAccount('theirs');
  const keyringRequestId = (await residents.lookAt(two.actor)).requests[0]?.keyringRequestId ?? '';
  const asked = { input: { keyringRequestId }, actor: one.actor };
  assert.equal(
    await refusalOf(bench, 'POST /keyring/requests/:keyringRequestId/open', asked),
    'keyring_request_not_found',
  );
  const byItsCode = { input: { keyringRequestId }, actor: await residents.byCode(two.code) };
  assert.equal(await refusalOf(bench, 'POST /keyring/requests/:keyringRequestId/open', byItsCode), 'keyring_not_open');
});
