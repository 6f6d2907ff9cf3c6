import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { newId, type Actor } from '@qantara/kernel';
import { get, inSystem, refusalOf } from '@qantara/identity/testing';
import { saveArea } from '@qantara/territory/server';
import type { PersonCard } from '../contract/index.ts';
import { aPerson, openPeopleBench, withPermissions, type PeopleBench } from './testing.ts';

let bench: PeopleBench;
before(async () => {
  bench = await openPeopleBench();
});
after(() => bench.database.close());

const AN_AREA = { kind: 'municipality', boundary: null, latitude: null, longitude: null, population: null } as const;

const opens = async (personId: string, actor: Actor): Promise<boolean> =>
  (await refusalOf(bench, 'GET /people/:personId', { input: { personId }, actor })) === null;
const finds = async (name: string, actor: Actor): Promise<number> =>
  (await get<{ people: PersonCard[] }>(bench, 'POST /people/search', { input: { name }, actor })).people.length;

test('whose scope is themselves sees those whom they added or were given, and not their colleagues’', async () => {
  const alone = withPermissions(bench.navigator, ['scope:self']);
  const theirs = await aPerson(bench, { displayName: 'Yosra Ayari' });
  const own = await aPerson(bench, { displayName: 'Basma Ayari' }, alone);
  assert.deepEqual([await opens(own.personId, alone), await opens(theirs.personId, alone)], [true, false]);
  assert.equal(await finds('Ayari', alone), 1);
  assert.equal(await opens(own.personId, bench.navigator), true, 'a colleague whose scope is the organisation');
});

test('whose scope is a team sees that of the team, whoever in it added them', async () => {
  const team = newId();
  const inTeam = (): Actor => ({ ...withPermissions(bench.navigator, ['scope:team']), teamIds: [team] });
  const one = inTeam();
  const other = inTeam();
  const person = await aPerson(bench, { displayName: 'Hajer Oueslati' }, one);
  assert.equal(await opens(person.personId, other), true);
  assert.equal(await opens(person.personId, { ...other, teamIds: [newId()] }), false);
});

test('whoever answers for an area finds those who live in it, or in a part of it, and writes nothing', async () => {
  const area = (code: string, parentCode: string | null) =>
    inSystem(bench, (ctx) => saveArea(ctx, { ...AN_AREA, code, parentCode, name: { en: code } }));
  const town = await area('TOWN', null);
  const quarter = await area('QUARTER', 'TOWN');
  const elsewhere = await area('ELSEWHERE', null);
  const coordinator: Actor = {
    ...withPermissions(bench.otherNavigator, ['scope:territory']),
    areaId: town,
  };
  const near = await aPerson(bench, { displayName: 'Khadija Mejri', areaId: quarter });
  const far = await aPerson(bench, { displayName: 'Khadija Mejri', areaId: elsewhere });
  assert.deepEqual([await opens(near.personId, coordinator), await opens(far.personId, coordinator)], [true, false]);
  assert.equal(await finds('Khadija Mejri', coordinator), 1);
  const corrected = { personId: near.personId, version: near.version, displayName: 'Khadija Mejri' };
  assert.equal(
    await refusalOf(bench, 'POST /people/:personId', { input: corrected, actor: coordinator }),
    'person_not_found',
  );
  // Who moves away is found where they went.
  await get(bench, 'POST /people/:personId', { input: { ...corrected, areaId: elsewhere }, actor: bench.navigator });
  assert.equal(await opens(near.personId, coordinator), false);
});

test('a role without a group of fields reads the person and not that group', async () => {
  const contactPoints = [{ kind: 'phone' as const, value: '+216 50 999 100', isSafe: true }];
  const { personId } = await aPerson(bench, { displayName: 'Thouraya Jemli', contactPoints });
  const permissions = new Set([...bench.navigator.permissions].filter((one) => one !== 'field:contact'));
  const shown = await get<{
    person: { displayName: string; contactPoints: unknown[] };
    safeContact: { ways: unknown[] };
  }>(bench, 'GET /people/:personId', { input: { personId }, actor: { ...bench.navigator, permissions } });
  assert.equal(shown.person.displayName, 'Thouraya Jemli');
  assert.deepEqual([shown.person.contactPoints, shown.safeContact.ways], [[], []]);
});
