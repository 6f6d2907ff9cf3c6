import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { newId } from '@qantara/kernel';
import { call, countRows, get, refusalOf } from '@qantara/identity/testing';
import type { Consent, Person, PersonCard } from '../contract/index.ts';
import { aConsent, aPerson, openPeopleBench, type PeopleBench } from './testing.ts';

let bench: PeopleBench;
before(async () => {
  bench = await openPeopleBench();
});
after(() => bench.database.close());

type Found = { people: PersonCard[]; hasMore: boolean };

function search(name: string, actor = bench.navigator): Promise<Found> {
  return get(bench, 'POST /people/search', { input: { name }, actor });
}

test('a person is found in any script and any spelling', async () => {
  const person = await aPerson(bench, { displayName: 'محمد الطرابلسي' });
  for (const name of ['محمد', 'Mohamed', 'Muhammad Trabelsi', 'mohammed TRABELSI', 'الطرابلسي'])
    assert.deepEqual(
      (await search(name)).people.map(({ personId }) => personId),
      [person.personId],
      name,
    );
  assert.deepEqual((await search('Samira')).people, []);
});

test('of many people of one name the next twenty follow, and the opening of each is noted with its page', async () => {
  for (let at = 0; at < 23; at += 1) await aPerson(bench, { displayName: 'Walid Zouari', birthYear: 1960 + at });
  const first = await search('Walid Zouari');
  assert.deepEqual([first.people.length, first.hasMore], [20, true]);
  const before = await countRows(bench, 'platform.access_entry');
  const after = first.people.at(-1)?.personId;
  const input = { name: 'Walid Zouari', after };
  const second = await get<Found>(bench, 'POST /people/search', { input, actor: bench.navigator });
  assert.deepEqual([second.people.map(({ birthYear }) => birthYear), second.hasMore], [[1962, 1961, 1960], false]);
  assert.equal(await countRows(bench, 'platform.access_entry'), before + 3);
});

test('another organisation’s person does not exist for us: the same answer as for nobody', async () => {
  const theirs = await aPerson(bench, { displayName: 'Zeineb Mansour' }, bench.otherNavigator);
  const ask = (personId: string) =>
    call(bench, 'GET /people/:personId', { input: { personId }, actor: bench.navigator });
  assert.deepEqual(await ask(theirs.personId), await ask(newId()));
  assert.deepEqual(await search('Zeineb Mansour'), { people: [], hasMore: false });
  assert.equal((await search('Zeineb Mansour', bench.otherNavigator)).people.length, 1);
});

test('every opening of a record is recorded', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Opened Once' });
  const before = await countRows(bench, 'platform.access_entry');
  await get(bench, 'GET /people/:personId', { input: { personId }, actor: bench.navigator });
  assert.equal(await countRows(bench, 'platform.access_entry'), before + 1);
});

test('of two corrections made at once the second is told, and loses nothing of the first', async () => {
  const { personId, version } = await aPerson(bench, { displayName: 'Rim' });
  const correct = (displayName: string) => ({
    input: { personId, version, displayName, contactPoints: [] },
    actor: bench.navigator,
  });
  const saved = await get<Person>(bench, 'POST /people/:personId', correct('Rim Saidi'));
  assert.equal(saved.displayName, 'Rim Saidi');
  assert.equal(await refusalOf(bench, 'POST /people/:personId', correct('Reem')), 'person_changed');
  const { person } = await get<{ person: Person }>(bench, 'GET /people/:personId', {
    input: { personId },
    actor: bench.navigator,
  });
  assert.equal(person.displayName, 'Rim Saidi');
});

test('somebody without a name and without a way to make contact is not added: nobody would find them again', async () => {
  const asked = { input: { displayName: '' }, actor: bench.navigator };
  assert.equal(await refusalOf(bench, 'POST /people', asked), 'name_or_contact_needed');
});

test('a consent is taken back once, and stays to be seen', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Hedi' });
  const { consentId } = await aConsent(bench, personId);
  const asked = { input: { personId, consentId }, actor: bench.navigator };
  const withdrawn = await get<Consent>(bench, 'POST /people/:personId/consents/:consentId/withdraw', asked);
  assert.notEqual(withdrawn.withdrawnAt, null);
  assert.equal(
    await refusalOf(bench, 'POST /people/:personId/consents/:consentId/withdraw', asked),
    'consent_already_withdrawn',
  );
});

test('consent names partners that are there', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Lina' });
  const input = {
    personId,
    categories: ['identity'],
    recipients: [newId()],
    givenHow: 'spoken',
    locale: 'fr',
    textNumber: 1,
  };
  const asked = { input, actor: bench.navigator };
  assert.equal(await refusalOf(bench, 'POST /people/:personId/consents', asked), 'recipient_not_found');
});
