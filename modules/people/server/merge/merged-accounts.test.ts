import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Keyring } from '@qantara/identity/contract';
import { issueAccessCode, resolveActor } from '@qantara/identity/server';
import { actorInRole, get, inSystem, refusalOf } from '@qantara/identity/testing';
import { ANYONE, type Actor } from '@qantara/kernel';
import type { Merge, Person } from '../../contract/index.ts';
import { aPerson, openPeopleBench, type PeopleBench } from '../testing.ts';

let bench: PeopleBench;
before(async () => {
  bench = await openPeopleBench();
});
after(() => bench.database.close());

const PASSWORD = 'quiet herons cross the delta';

async function lastActor(): Promise<Actor> {
  return (await resolveActor(bench.database, bench.sessions.at(-1) ?? '')) ?? ANYONE;
}

async function opened(person: Person): Promise<{ actor: Actor; accessCode: string }> {
  const accessCode = await inSystem(bench, (ctx) => issueAccessCode(ctx, person.personId));
  await get(bench, 'POST /codes/open', { input: { accessCode } });
  return { actor: await lastActor(), accessCode };
}

async function signIn(signInName: string): Promise<Actor> {
  const { outcome } = await get<{ outcome: string }>(bench, 'POST /keyrings/open', {
    input: { signInName, password: PASSWORD },
    origin: signInName,
  });
  assert.equal(outcome, 'opened');
  return lastActor();
}

/** Merges two records, by the word of two colleagues. */
async function merge(kept: Person, other: Person): Promise<string> {
  const input = { personId: kept.personId, otherPersonId: other.personId };
  const { mergeId } = await get<Merge>(bench, 'POST /merges', { input, actor: bench.navigator });
  await step(mergeId, 'confirm');
  return mergeId;
}

async function step(mergeId: string, taken: string): Promise<void> {
  const actor = actorInRole('navigator', bench.organisations.hub);
  assert.equal(await refusalOf(bench, `POST /merges/:mergeId/${taken}`, { input: { mergeId }, actor }), null);
}

const personsOf = async (actor: Actor): Promise<Set<string | null>> => {
  const { requests } = await get<Keyring>(bench, 'GET /keyring', { actor });
  const found = new Set<string | null>();
  for (const { keyringRequestId } of requests) {
    await get(bench, 'POST /keyring/requests/:keyringRequestId/open', {
      input: { keyringRequestId },
      actor: found.size === 0 ? actor : await lastActor(),
    });
    found.add((await lastActor()).personId);
  }
  return found;
};

test('two records of one person stay two requests of their account, merged and parted again', async () => {
  const kept = await aPerson(bench, { displayName: 'Wafa Merged' });
  const other = await aPerson(bench, { displayName: 'Wided Merged' });
  const both = new Set<string | null>([kept.personId, other.personId]);
  const { actor } = await opened(kept);
  await get(bench, 'POST /keyring', { input: { signInName: 'wafa', password: PASSWORD }, actor });
  const owner = await lastActor();
  const { accessCode } = await opened(other);
  await get(bench, 'POST /keyring/requests', { input: { accessCode }, actor: owner });
  const mergeId = await merge(kept, other);
  assert.deepEqual(await personsOf(await signIn('wafa')), both);
  await step(mergeId, 'undo');
  assert.deepEqual(await personsOf(await signIn('wafa')), both);
});

test('records of two people that were merged by mistake let neither account into the other’s', async () => {
  const people = [await aPerson(bench, { displayName: 'Nour One' }), await aPerson(bench, { displayName: 'Nour Two' })];
  for (const [index, person] of people.entries()) {
    const { actor } = await opened(person);
    await get(bench, 'POST /keyring', { input: { signInName: `nour ${index}`, password: PASSWORD }, actor });
  }
  const [one, two] = people;
  assert.ok(one && two);
  await merge(one, two);
  assert.deepEqual(await personsOf(await signIn('nour 0')), new Set([one.personId]));
  assert.deepEqual(await personsOf(await signIn('nour 1')), new Set([two.personId]));
});
