import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { newId, type Actor } from '@qantara/kernel';
import type { Team } from '@qantara/identity/contract';
import { actorInRole, anAccount, get, refusalOf } from '@qantara/identity/testing';
import type { Keeper } from '../../contract/index.ts';
import { aPerson, openPeopleBench, withPermissions, type PeopleBench } from '../testing.ts';

let bench: PeopleBench;
let team: Team;
/** A colleague of the team whose role sees no more than the team's people. */
let inTeam: Actor;
before(async () => {
  bench = await openPeopleBench();
  const { hub } = bench.organisations;
  const administrator = actorInRole('administrator', null);
  const given = { input: { organisationId: hub, name: { en: 'Night team' } }, actor: administrator };
  team = await get<Team>(bench, 'POST /teams', given);
  inTeam = { ...withPermissions(bench.navigator, ['scope:team']), teamIds: [team.teamId] };
});
after(() => bench.database.close());

type Listed = { keepers: Keeper[]; choices: Keeper[] };
const list = (personId: string): Promise<Listed> =>
  get(bench, 'GET /people/:personId/keepers', { input: { personId }, actor: bench.navigator });
const give = (personId: string, circleId: string, actor = bench.navigator) =>
  refusalOf(bench, 'POST /people/:personId/keepers', { input: { personId, circleId }, actor });
const end = (personId: string, circleId: string, actor = bench.navigator) =>
  refusalOf(bench, 'POST /people/:personId/keepers/:circleId/end', { input: { personId, circleId }, actor });
const sees = async (personId: string, actor: Actor): Promise<boolean> =>
  (await refusalOf(bench, 'GET /people/:personId', { input: { personId }, actor })) === null;

test('a team sees whom it was given, and no more once they are taken back', async () => {
  const { personId } = await aPerson(bench);
  assert.equal(await sees(personId, inTeam), false);
  assert.equal(await give(personId, team.teamId), null);
  assert.equal(await sees(personId, inTeam), true);
  assert.deepEqual(
    (await list(personId)).keepers.map(({ kind }) => kind),
    ['organisation', 'team'],
  );
  assert.equal(await end(personId, team.teamId), null);
  assert.equal(await sees(personId, inTeam), false);
});

test('a colleague whose scope is themselves sees whom they were given', async () => {
  const account = await anAccount(bench, {
    email: 'alone@example.org',
    displayName: 'Alone',
    role: 'navigator',
    organisationId: bench.organisations.hub,
  });
  const alone = { ...withPermissions(bench.navigator, ['scope:self']), accountId: account.accountId };
  const { personId } = await aPerson(bench);
  assert.ok((await list(personId)).choices.some(({ circleId }) => circleId === account.accountId));
  await give(personId, account.accountId);
  assert.equal(await sees(personId, alone), true);
});

test('nobody is given to another organisation, a stranger or nobody; and the organisation itself stays', async () => {
  const { personId } = await aPerson(bench);
  for (const circleId of [bench.organisations.clinic, newId(), bench.otherNavigator.accountId ?? ''])
    assert.equal(await give(personId, circleId), 'keeper_not_found');
  assert.equal(await end(personId, bench.organisations.hub), 'keeper_not_found');
  assert.equal(await give(personId, team.teamId, bench.otherNavigator), 'person_not_found');
});

test('whoever a protected person is given to needs the class all the same', async () => {
  const officer = withPermissions(bench.navigator, ['class:violence']);
  const { personId } = await aPerson(bench);
  const given = { input: { personId, recordClass: 'violence', reason: 'She fled in the night' }, actor: officer };
  await get(bench, 'POST /people/:personId/protection', given);
  assert.equal(await give(personId, team.teamId, officer), null);
  assert.equal(await sees(personId, inTeam), false);
  assert.equal(
    await sees(personId, { ...inTeam, permissions: new Set([...inTeam.permissions, 'class:violence']) }),
    true,
  );
});
