import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { kyselyOf } from '@qantara/platform';
import { organisationsModule } from '@qantara/organisations/server';
import type { OwnAccount } from '../../contract/index.ts';
import { identityModule } from '../index.ts';
import { get, openBench, PASSWORD, type Bench } from '../testing.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { AT_SABIL, signedIn, signInAgain } from '../testing/signed-in.ts';
import { takeTry } from './wait-store.ts';

let bench: Bench;
before(async () => {
  bench = await openBench([identityModule, organisationsModule], AT_SABIL);
});
after(() => bench.database.close());

type Tried = { outcome: string; waitSeconds: number };

function tryIn(email: string, password: string, origin: string): Promise<Tried> {
  return get(bench, 'POST /sign-in', { input: { email, password }, origin });
}

/** Time passes: every wait ends now. */
async function letWaitsEnd(): Promise<void> {
  await bench.database.pool.query({ text: `update identity.wait set waits_until = now() - interval '1 second'` });
}

test('waits grow, twice as long each time, and knocking while one waits makes none longer', async () => {
  await signedIn(bench, { email: 'growing@example.org' });
  const waits: number[] = [];
  let began = 0;
  const guess = async (): Promise<void> => {
    began = Date.now();
    assert.equal((await tryIn('growing@example.org', 'guess', 'guesser')).outcome, 'wrong');
  };
  for (let tries = 0; tries < 5; tries += 1) await guess();
  for (let round = 0; round < 4; round += 1) {
    for (let knock = 0; knock < 3; knock += 1) {
      const { outcome, waitSeconds } = await tryIn('growing@example.org', PASSWORD, 'guesser');
      assert.equal(outcome, 'locked');
      // With what has passed since the guess: on a busy machine that is seconds.
      if (knock === 2) waits.push(waitSeconds + (Date.now() - began) / 1000);
    }
    await letWaitsEnd();
    await guess();
  }
  const ratios = waits.slice(1).map((wait, index) => Math.round(wait / (waits[index] ?? 1)));
  assert.deepEqual(ratios, [2, 2, 2], `waits ${waits.join(' ')}`);
});

test('a hundred guesses at one moment are a hundred guesses: five are looked at', async () => {
  await signedIn(bench, { email: 'burst@example.org' });
  const tried = await Promise.all(Array.from({ length: 40 }, () => tryIn('burst@example.org', 'guess', 'burster')));
  assert.equal(tried.filter(({ outcome }) => outcome === 'wrong').length, 5);
});

test('of many at once, one that came a moment earlier and is counted a moment later does not wait', async () => {
  const given = (now: Date) => ({ db: kyselyOf<IdentityTables>(bench.database.pool), now });
  const late = given(new Date());
  const early = given(new Date(late.now.getTime() - 50));
  const bucket = { name: 'out of order', backOff: { free: 2, first: 15, most: 900 } };
  assert.equal(await takeTry(late, bucket), 0);
  assert.equal(await takeTry(early, bucket), 0);
  assert.equal(await takeTry(early, bucket), 15);
});

test('who has signed in from a place before is not kept out by what others try elsewhere', async () => {
  const { account } = await signedIn(bench, { email: 'kept-in@example.org' });
  for (let tries = 0; tries < 30; tries += 1) await tryIn(account.email, 'guess', `bot ${tries}`);
  assert.equal((await tryIn(account.email, PASSWORD, 'a new place')).outcome, 'locked');
  assert.equal((await tryIn(account.email, PASSWORD, account.email)).outcome, 'second_factor', 'the usual place');
});

test('an address that nobody has waits just as long', async () => {
  await signedIn(bench, { email: 'there@example.org' });
  const outcomes = async (email: string): Promise<Tried[]> => {
    const tried: Tried[] = [];
    for (let tries = 0; tries < 7; tries += 1) tried.push(await tryIn(email, 'guess', `from ${email}`));
    return tried;
  };
  const one = await outcomes('there@example.org');
  const other = await outcomes('not-there@example.org');
  assert.deepEqual(
    one.map(({ outcome }) => outcome),
    other.map(({ outcome }) => outcome),
  );
  // What is left of one wait of fifteen seconds, at whatever moment it is asked.
  for (const { outcome, waitSeconds } of [...one, ...other])
    assert.ok(outcome === 'wrong' ? waitSeconds === 0 : waitSeconds > 0 && waitSeconds <= 15, `${waitSeconds}`);
});

test('the owner is told of tries that failed, once', async () => {
  const { account } = await signedIn(bench, { email: 'told@example.org' });
  for (let tries = 0; tries < 3; tries += 1) await tryIn(account.email, 'guess', 'somebody');
  const { actor } = await signInAgain(bench, account);
  assert.equal((await get<OwnAccount>(bench, 'GET /account', { actor })).failedTries, 3);
  const again = await signInAgain(bench, account);
  assert.equal((await get<OwnAccount>(bench, 'GET /account', { actor: again.actor })).failedTries, 0);
});
