import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Actor } from '@qantara/kernel';
import { call, get, refusalOf } from '@qantara/identity/testing';
import type { Household, Person } from '../../contract/index.ts';
import { aPerson, openPeopleBench, withPermissions, type PeopleBench } from '../testing.ts';

let bench: PeopleBench;
/** A colleague at the hub who works with violence. */
let officer: Actor;
before(async () => {
  bench = await openPeopleBench();
  officer = withPermissions(bench.navigator, ['class:violence']);
});
after(() => bench.database.close());

const ask = <T>(path: string, input: unknown, actor = bench.navigator) => get<T>(bench, path, { input, actor });
const refused = (path: string, input: unknown, actor = bench.navigator) => refusalOf(bench, path, { input, actor });
const open = (householdId: string, actor = bench.navigator) =>
  ask<Household>('GET /households/:householdId', { householdId }, actor);
const ofPerson = async (personId: string, actor = bench.navigator) =>
  (await ask<{ households: Household[] }>('GET /people/:personId/households', { personId }, actor)).households;
const named = ({ members }: Household) => members.map(({ displayName }) => displayName);

async function start(person: Person, relation = 'head', actor = bench.navigator): Promise<string> {
  const asked = { personId: person.personId, relation, isHome: true };
  return (await ask<{ householdId: string }>('POST /households', asked, actor)).householdId;
}

async function add(householdId: string, person: Person, more: Record<string, unknown> = {}): Promise<string> {
  const input = { householdId, personId: person.personId, relation: 'partner', ...more };
  return (await ask<{ membershipId: string }>('POST /households/:householdId/members', input)).membershipId;
}

const LEAVE = 'POST /households/:householdId/leave';
const TODAY = new Date().toISOString().slice(0, 10);

async function aFamily() {
  const father = await aPerson(bench, { displayName: 'Mourad Ben Ali', birthYear: 1980 });
  const mother = await aPerson(bench, { displayName: 'Leila Ben Ali', birthYear: 1984 });
  const child = await aPerson(bench, { displayName: 'Adam Ben Ali', birthYear: new Date().getUTCFullYear() - 8 });
  const householdId = await start(father);
  const motherIn = await add(householdId, mother, { isHome: true });
  const childIn = await add(householdId, child, { relation: 'child', isHome: true });
  return { father, mother, child, householdId, motherIn, childIn };
}

test('a household says who is in it, how many of age and which children, and what is not known', async () => {
  const { householdId } = await aFamily();
  const guest = await aPerson(bench, { displayName: 'Uncle Without Year' });
  await add(householdId, guest, { relation: 'relative' });
  const { members, composition } = await open(householdId);
  assert.equal(members.length, 4);
  assert.deepEqual(composition, {
    size: 4,
    adults: 2,
    children: 1,
    childrenByAge: [{ age: 'from_6_to_12', count: 1 }],
    unknown: 1,
  });
  assert.equal(
    await refused('POST /households/:householdId/members', {
      householdId,
      personId: guest.personId,
      relation: 'relative',
    }),
    'already_in_household',
  );
});

test('what is known of one member and how to reach them safely is not said of another', async () => {
  const contactPoints = [{ kind: 'phone' as const, value: '+216 50 999 321', isSafe: false, note: 'he reads it' }];
  const him = await aPerson(bench, { displayName: 'Hatem Zorgui', contactPoints });
  const householdId = await start(him);
  const added = await ask<{ personId: string }>('POST /households/:householdId/new-members', {
    householdId,
    displayName: 'Amira Zorgui',
    relation: 'partner',
  });
  const { person } = await ask<{ person: Person }>('GET /people/:personId', { personId: added.personId });
  assert.deepEqual([person.contactPoints, person.mayContact, person.birth.estimatedAge], [[], true, null]);
  for (const shown of [await open(householdId), await ofPerson(added.personId)])
    assert.doesNotMatch(JSON.stringify(shown), /999 321|he reads it|contactPoints|mayContact/);
});

test('a member of a protected class is in no list and no count for who does not have it', async () => {
  const { mother, householdId } = await aFamily();
  const before = { seen: await open(householdId, officer) };
  const reason = 'Her brother works next door';
  const input = { personId: mother.personId, recordClass: 'violence', reason };
  await ask('POST /people/:personId/protection', input, officer);
  const seen = await open(householdId);
  assert.deepEqual(named(seen), ['Mourad Ben Ali', 'Adam Ben Ali']);
  assert.deepEqual([seen.composition.size, seen.composition.adults], [2, 1]);
  assert.deepEqual(await open(householdId, officer), before.seen);
  assert.equal(
    await refused('POST /households/:householdId/members', {
      householdId,
      personId: mother.personId,
      relation: 'partner',
    }),
    'person_not_found',
  );
});

test('a household of which one may know nobody is answered as none', async () => {
  const { householdId, mother } = await aFamily();
  const asked = (id: string) =>
    call(bench, 'GET /households/:householdId', { input: { householdId: id }, actor: bench.otherNavigator });
  assert.deepEqual(await asked(householdId), await asked(crypto.randomUUID()));
  const refusal = { householdId, membershipIds: [crypto.randomUUID()], on: TODAY, to: 'elsewhere' };
  assert.equal(await refused(LEAVE, refusal, bench.otherNavigator), 'household_not_found');
  assert.equal(
    await refused('GET /people/:personId/households', { personId: mother.personId }, bench.otherNavigator),
    'person_not_found',
  );
});

test('a child of separated parents belongs to two households, and lives in one', async () => {
  const { child, householdId } = await aFamily();
  const aunt = await aPerson(bench, { displayName: 'Samia' });
  const other = await start(aunt);
  await add(other, child, { relation: 'in_care', isHome: true });
  const homes = await ofPerson(child.personId);
  assert.deepEqual(
    homes.map((one) => one.householdId),
    [other, householdId],
  );
  const ofChild = homes.map(({ members }) => members.find(({ personId }) => personId === child.personId)?.isHome);
  assert.deepEqual(ofChild, [true, false]);
});

test('whoever moves ends what was, and it stays to be seen', async () => {
  const { mother, householdId } = await aFamily();
  const sister = await aPerson(bench, { displayName: 'Nour' });
  const other = await start(sister);
  await add(other, mother, { relation: 'relative', isHome: true, leavesOthers: true });
  assert.deepEqual(named(await open(householdId)), ['Mourad Ben Ali', 'Adam Ben Ali']);
  assert.deepEqual(
    (await open(householdId)).former.map(({ displayName }) => displayName),
    ['Leila Ben Ali'],
  );
  assert.deepEqual(
    (await ofPerson(mother.personId)).map((one) => one.householdId),
    [other, householdId],
  );
});

test('who leaves without a link leaves no trace in either file, but for the class of violence', async () => {
  const { father, mother, child, householdId, motherIn, childIn } = await aFamily();
  const gone = await ask<{ householdId: string }>(LEAVE, {
    householdId,
    membershipIds: [motherIn, childIn],
    on: TODAY,
    to: 'own_household',
    keepsLink: 'no',
  });
  const left = await open(householdId);
  assert.deepEqual([named(left), left.former], [['Mourad Ben Ali'], []]);
  assert.deepEqual(
    (await ofPerson(father.personId)).map((one) => one.householdId),
    [householdId],
  );
  for (const { personId } of [mother, child])
    assert.deepEqual(
      (await ofPerson(personId)).map((one) => one.householdId),
      [gone.householdId],
    );
  assert.deepEqual(named(await open(gone.householdId)), ['Leila Ben Ali', 'Adam Ben Ali']);
  assert.equal((await open(householdId, officer)).former.length, 2);
  assert.equal((await ofPerson(mother.personId, officer)).length, 2);
  const { rows } = await bench.database.pool.query({
    text: `select row_to_json(event) as told from platform.event where type like 'household.%' and person_id = $1`,
    values: [mother.personId],
  });
  assert.ok(rows.length >= 3);
  assert.ok(!JSON.stringify(rows).includes(householdId), 'the story of a person names no household');
});

test('a link is cut afterwards too, and the whole household gone is nobody’s', async () => {
  const { householdId, motherIn } = await aFamily();
  const step = { householdId, membershipIds: [motherIn], on: TODAY, to: 'elsewhere' };
  await ask(LEAVE, step);
  assert.equal((await open(householdId)).former.length, 1);
  await ask(LEAVE, { ...step, keepsLink: 'no' });
  assert.equal((await open(householdId)).former.length, 0);
  const rest = (await open(householdId)).members.map(({ membershipId }) => membershipId);
  await ask(LEAVE, { ...step, membershipIds: rest, keepsLink: 'no' });
  assert.equal(await refused('GET /households/:householdId', { householdId }), 'household_not_found');
});

test('two records that are one person are one member, and two again when that is undone', async () => {
  const { mother, householdId } = await aFamily();
  const twin = await aPerson(bench, { displayName: 'Layla Ben Ali', birthYear: 1984 });
  await add(householdId, twin);
  assert.equal((await open(householdId)).composition.size, 4);
  const two = { personId: mother.personId, otherPersonId: twin.personId };
  const { mergeId } = await ask<{ mergeId: string }>('POST /merges', two);
  const colleague = withPermissions(bench.navigator, []);
  await ask('POST /merges/:mergeId/confirm', { mergeId }, colleague);
  assert.deepEqual(named(await open(householdId)), ['Mourad Ben Ali', 'Leila Ben Ali', 'Adam Ben Ali']);
  assert.equal(
    await refused('POST /households/:householdId/members', {
      householdId,
      personId: twin.personId,
      relation: 'relative',
    }),
    'already_in_household',
  );
  await ask('POST /merges/:mergeId/undo', { mergeId }, colleague);
  assert.equal((await open(householdId)).composition.size, 4);
});

test('what is said of a member is corrected, and no day lies ahead', async () => {
  const { householdId, motherIn } = await aFamily();
  const path = 'POST /households/:householdId/members/:membershipId';
  const change = { householdId, membershipId: motherIn, relation: 'contact', startedOn: '2020-02-01', isHome: true };
  await ask(path, change);
  const member = (await open(householdId)).members.find(({ membershipId }) => membershipId === motherIn);
  assert.deepEqual([member?.relation, member?.startedOn], ['contact', '2020-02-01']);
  assert.equal(await refused(path, { ...change, startedOn: '2999-01-01' }), 'day_not_here_yet');
  const early = { householdId, membershipIds: [motherIn], on: '2019-01-01', to: 'elsewhere' };
  assert.equal(await refused(LEAVE, early), 'left_before_start');
});

test('another organisation’s household is answered as none to whoever would add to it', async () => {
  const theirs = await aPerson(bench, { displayName: 'Theirs' }, bench.otherNavigator);
  const householdId = await start(theirs, 'head', bench.otherNavigator);
  assert.equal(
    await refused('POST /households/:householdId/members', {
      householdId,
      personId: theirs.personId,
      relation: 'partner',
    }),
    'household_not_found',
  );
});
