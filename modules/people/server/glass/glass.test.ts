import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { inTransaction, standingOf } from '@qantara/platform';
import { call, get, refusalOf } from '@qantara/identity/testing';
import type { GlassItem, OpenGlass, Person } from '../../contract/index.ts';
import { aPerson, openPeopleBench, withPermissions, type PeopleBench } from '../testing.ts';

let bench: PeopleBench;
before(async () => {
  bench = await openPeopleBench();
});
after(() => bench.database.close());

const WHY = { reasonCode: 'life_in_danger', reason: 'She was brought in after a fall and cannot speak' };
const PHONE = '+216 50 888 100';

function aKnownPerson(displayName: string, more: object = {}): Promise<Person> {
  return aPerson(bench, {
    displayName,
    birthYear: 1984,
    contactPoints: [{ kind: 'phone', value: PHONE, isSafe: true }],
    ...more,
  });
}

type Asked = { glassId: string | null };
const breakGlass = (name: string, more: object = {}, actor = bench.otherNavigator): Promise<Asked> =>
  get(bench, 'POST /emergencies', { input: { name, birthYear: 1984, ...WHY, ...more }, actor });
const look = (glassId: string, actor = bench.otherNavigator): Promise<OpenGlass> =>
  get(bench, 'GET /emergencies/:glassId', { input: { glassId }, actor });
const refusedLook = (glassId: string, actor = bench.otherNavigator) =>
  refusalOf(bench, 'GET /emergencies/:glassId', { input: { glassId }, actor });

test('in an emergency another organisation’s person is read for some hours: who, how to reach them safely, and who looks after them', async () => {
  const person = await aKnownPerson('Emna Trabelsi');
  const { glassId } = await breakGlass('Emna Trabelsi');
  const shown = await look(glassId ?? '');
  assert.equal(shown.displayName, 'Emna Trabelsi');
  assert.equal(shown.safeContact.ways[0]?.value, PHONE);
  assert.deepEqual(shown.stewardName, { en: 'Hub' });
  const hours = (new Date(shown.glass.until).getTime() - new Date(shown.glass.openedAt).getTime()) / 3_600_000;
  assert.equal(Math.round(hours * 10) / 10, 3);
  // It is no door to the record itself: nothing is written, and its own page stays closed.
  const asked = { input: { personId: person.personId }, actor: bench.otherNavigator };
  assert.equal(await refusalOf(bench, 'GET /people/:personId', asked), 'person_not_found');
});

test('whoever looks after the person is told at once, by whom and why', async () => {
  await aKnownPerson('Meriem Ben Ali');
  await breakGlass('Meriem Ben Ali');
  const { ofOurs } = await get<{ ofOurs: GlassItem[] }>(bench, 'GET /emergencies', { actor: bench.navigator });
  assert.deepEqual(
    ofOurs.filter(({ displayName }) => displayName === 'Meriem Ben Ali').map(({ reason }) => reason),
    [WHY.reason],
  );
  const { count } = await get<{ count: number }>(bench, 'GET /emergencies/count', { actor: bench.navigator });
  assert.ok(count >= 1);
  const others = await get<{ ofOurs: GlassItem[] }>(bench, 'GET /emergencies', { actor: bench.otherNavigator });
  assert.deepEqual(others.ofOurs, [], 'another organisation is told of its own people alone');
});

test('nobody, several who fit, a wrong year, and a record that no emergency opens have one answer', async () => {
  await aKnownPerson('Samia Gharbi');
  await aKnownPerson('Samia Gharbi', { contactPoints: [] });
  const mediator = withPermissions(bench.navigator, ['class:mediation']);
  const { personId } = await aKnownPerson('Fadwa Hamdi');
  const mediation = {
    input: { personId, recordClass: 'mediation', reason: 'A quarrel of neighbours' },
    actor: mediator,
  };
  assert.equal(await refusalOf(bench, 'POST /people/:personId/protection', mediation), null);
  const answers = [
    await breakGlass('Nobody Atall'),
    await breakGlass('Samia Gharbi'),
    await breakGlass('Emna Trabelsi', { birthYear: 1999 }),
    await breakGlass('Fadwa Hamdi'),
  ];
  assert.deepEqual(
    answers.map(({ glassId }) => glassId),
    [null, null, null, null],
  );
});

test('a name alone opens nothing: a word of it more, and a year or a way of contact, are needed', async () => {
  const refused = (input: object) =>
    refusalOf(bench, 'POST /emergencies', { input: { ...WHY, ...input }, actor: bench.otherNavigator });
  assert.equal(await refused({ name: 'Emna', birthYear: 1984 }), 'glass_needs_more');
  assert.equal(await refused({ name: 'Emna Trabelsi' }), 'glass_needs_more');
});

test('what names nobody well enough is no try: it is not counted', async () => {
  const caller = withPermissions(bench.otherNavigator, []);
  const unclear = { input: { ...WHY, name: 'Emna Trabelsi' }, actor: caller };
  for (let tries = 0; tries < 11; tries += 1)
    assert.equal(await refusalOf(bench, 'POST /emergencies', unclear), 'glass_needs_more');
  await aKnownPerson('Asma Dridi');
  assert.notEqual((await breakGlass('Asma Dridi', {}, caller)).glassId, null);
});

test('a protected record is opened for an hour, and one that is not to be found for as long as its class says', async () => {
  const officer = withPermissions(bench.navigator, ['class:violence']);
  const { personId } = await aKnownPerson('Lamia Zribi');
  const given = { input: { personId, recordClass: 'violence', reason: 'She fled in the night' }, actor: officer };
  await get(bench, 'POST /people/:personId/protection', given);
  const caller = withPermissions(bench.otherNavigator, []);
  const { glassId } = await breakGlass('Lamia Zribi', { birthYear: '', contact: PHONE }, caller);
  const { glass } = await look(glassId ?? '', caller);
  const minutes = (new Date(glass.until).getTime() - new Date(glass.openedAt).getTime()) / 60_000;
  assert.equal(Math.round(minutes), 60);
});

test('by the name of a record behind another, that other is opened, once and for as long as its class says', async () => {
  const kept = await aKnownPerson('Rania Bouzid');
  const behind = await aKnownPerson('Rania Bouzid Karray');
  const write = (text: string, values: string[]) => bench.database.pool.query({ text, values });
  // As no use case leaves them, and as the database is to hold all the same.
  await write(`update people.person set merged_into = $2 where person_id = $1`, [behind.personId, kept.personId]);
  const openedAs = async (recordClass: string, name: string): Promise<[string, string, number] | null> => {
    await write(`update people.person set record_class = $2 where person_id = $1`, [kept.personId, recordClass]);
    const caller = withPermissions(bench.otherNavigator, []);
    const { glassId } = await breakGlass(name, {}, caller);
    if (glassId === null) return null;
    const { glass } = await look(glassId, caller);
    const minutes = (new Date(glass.until).getTime() - new Date(glass.openedAt).getTime()) / 60_000;
    return [glass.personId, glass.recordClass, Math.round(minutes)];
  };
  assert.deepEqual(await openedAs('violence', 'Rania Karray'), [kept.personId, 'violence', 60]);
  assert.deepEqual(
    await openedAs('violence', 'Rania Bouzid'),
    [kept.personId, 'violence', 60],
    'a name that both have',
  );
  assert.equal(await openedAs('mediation', 'Rania Karray'), null);
  await write(`update people.person set record_class = 'mediation' where person_id = $1`, [behind.personId]);
  assert.deepEqual(await openedAs('ordinary', 'Rania Karray'), [kept.personId, 'ordinary', 180]);
});

test('an opening is its own account’s, ends when it is closed, and ends by itself', async () => {
  await aKnownPerson('Zohra Maalej');
  const opener = withPermissions(bench.otherNavigator, []);
  const { glassId } = await breakGlass('Zohra Maalej', {}, opener);
  assert.equal(await refusedLook(glassId ?? '', bench.otherNavigator), 'glass_not_found', 'a colleague');
  const close = { input: { glassId }, actor: opener };
  assert.equal(await refusalOf(bench, 'POST /emergencies/:glassId/close', close), null);
  assert.equal(await refusedLook(glassId ?? '', opener), 'glass_not_found');
  assert.equal(await refusalOf(bench, 'POST /emergencies/:glassId/close', close), 'glass_not_found', 'once');
  const again = await breakGlass('Zohra Maalej', {}, opener);
  const moved = `update people.reach set until = now() - interval '1 second' where basis_id = $1`;
  await bench.database.pool.query({ text: moved, values: [again.glassId] });
  assert.equal(await refusedLook(again.glassId ?? '', opener), 'glass_not_found');
});

test('ten in a day and no more, and a try that found nobody counts', async () => {
  const fisher = withPermissions(bench.otherNavigator, []);
  for (let tries = 0; tries < 10; tries += 1) await breakGlass(`Nobody Number${tries}`, {}, fisher);
  const asked = { input: { name: 'Emna Trabelsi', birthYear: 1984, ...WHY }, actor: fisher };
  assert.equal(await refusalOf(bench, 'POST /emergencies', asked), 'too_many_requests');
});

test('every look is recorded with the rule that let it and the reason', async () => {
  const person = await aKnownPerson('Kaouther Nasri');
  const { glassId } = await breakGlass('Kaouther Nasri', {}, withPermissions(bench.otherNavigator, []));
  assert.ok(glassId !== null);
  const opener = await openerOf(glassId);
  assert.ok((await call(bench, 'GET /emergencies/:glassId', { input: { glassId }, actor: opener })).ok);
  const { rows } = await bench.database.pool.query<{ rule: string; reason: string }>({
    text: `select opening.rules[entry.ordinal] as rule, entry.reason from platform.access_entry as entry
      join platform.opening using (opening_id) where entry.person_id = $1 and entry.subject_id = $2`,
    values: [person.personId, glassId],
  });
  assert.deepEqual(rows, [{ rule: 'glass', reason: WHY.reason }]);
});

/** The actor of the account that opened it. */
async function openerOf(glassId: string) {
  const { rows } = await bench.database.pool.query<{ account_id: string }>({
    text: 'select account_id from people.glass where glass_id = $1',
    values: [glassId],
  });
  return { ...bench.otherNavigator, accountId: rows[0]?.account_id ?? '' };
}

test('the database itself opens nothing in another account’s name, for longer than it may, or what no emergency opens', async () => {
  const { personId } = await aKnownPerson('Ahlem Ferchichi');
  const me = bench.otherNavigator.accountId ?? '';
  const tried = (opener: string, hours: number) =>
    inTransaction(
      bench.database.pool,
      async (client) => {
        const { rows } = await client.query<{ opened: boolean | null }>({
          text: `select people.open_glass($1, gen_random_uuid(), $2, null, 'medical', 'x', now() + make_interval(hours => $3)) as opened`,
          values: [personId, opener, hours],
        });
        return rows[0]?.opened ?? null;
      },
      { standing: standingOf(bench.otherNavigator) },
    );
  assert.equal(await tried(bench.navigator.accountId ?? '', 1), null);
  assert.equal(await tried(me, 24), null);
  assert.equal(await tried(me, 1), true);
});
