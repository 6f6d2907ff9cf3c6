import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { get, refusalOf } from '@qantara/identity/testing';
import type { Person, PersonCard } from '../../contract/index.ts';
import { aPerson, openPeopleBench, type PeopleBench } from '../testing.ts';

let bench: PeopleBench;
before(async () => {
  bench = await openPeopleBench();
});
after(() => bench.database.close());

async function found(name: string, actor = bench.navigator): Promise<string[]> {
  const { people } = await get<{ people: PersonCard[] }>(bench, 'POST /people/search', { input: { name }, actor });
  return people.map(({ personId }) => personId);
}

const NAMES = 'POST /people/:personId/names';

test('a person is found by each of their names, and not by a word of one and a word of another', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Samira Haddad' });
  const input = { personId, kind: 'former', words: 'سميرة البوزيدي' };
  const saved = await get<Person>(bench, NAMES, { input, actor: bench.navigator });
  assert.equal(saved.displayName, 'Samira Haddad');
  for (const name of ['Samira Haddad', 'Samira Bouzidi', 'سميرة البوزيدي'])
    assert.deepEqual(await found(name), [personId]);
  assert.deepEqual(await found('Haddad Bouzidi'), []);
  const usual = { personId, kind: 'usual', words: 'Samira Ben Salah' };
  const renamed = await get<Person>(bench, NAMES, { input: usual, actor: bench.navigator });
  assert.equal(renamed.displayName, 'Samira Ben Salah');
  assert.deepEqual(renamed.names.map(({ kind }) => kind).toSorted(), ['former', 'former', 'usual']);
});

test('with a typing error somebody is found where nobody has the name as it was typed, and only then', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Nabil Gharsalli' });
  assert.deepEqual(await found('Nabil Ghasalli'), [personId]);
  assert.deepEqual(await found('نبيل الغرسلي'), [personId]);
  const { personId: exact } = await aPerson(bench, { displayName: 'Nabil Ghasalli' });
  assert.deepEqual(await found('Nabil Ghasalli'), [exact]);
  assert.deepEqual(await found('Nabil Ghasali', bench.otherNavigator), []);
});

test('whoever had been anonymous gets a name only with their agreement, and may be without one again', async () => {
  const contactPoints = [{ kind: 'phone' as const, value: '+216 50 555 777', isSafe: true }];
  const { personId, version } = await aPerson(bench, { displayName: '', contactPoints });
  const input = { personId, kind: 'usual', words: 'Warda' };
  assert.equal(await refusalOf(bench, NAMES, { input, actor: bench.navigator }), 'name_needs_agreement');
  const corrected = { input: { personId, version, displayName: 'Warda', contactPoints }, actor: bench.navigator };
  assert.equal(await refusalOf(bench, 'POST /people/:personId', corrected), 'name_needs_agreement');
  const agreed = { input: { ...input, agreedHow: 'spoken' }, actor: bench.navigator };
  const named = await get<Person>(bench, NAMES, agreed);
  assert.deepEqual([named.displayName, named.names[0]?.agreedHow], ['Warda', 'spoken']);
  const remove = { input: { personId, nameId: named.names[0]?.nameId }, actor: bench.navigator };
  const nameless = await get<Person>(bench, 'POST /people/:personId/names/:nameId/remove', remove);
  assert.deepEqual([nameless.displayName, nameless.names], [null, []]);
  assert.deepEqual(await found('Warda'), []);
});

test('what is known of a birth is kept as it is known, and what contradicts itself is refused', async () => {
  const month = await aPerson(bench, { displayName: 'Born in March', birthYear: 1984, birthMonth: 3 });
  assert.deepEqual([month.birth.year, month.birth.month, month.birth.day], [1984, 3, null]);
  const guess = await aPerson(bench, { displayName: 'About forty', estimatedAge: 40 });
  assert.equal(guess.birth.estimatedAge, 40);
  assert.match(guess.birth.estimatedOn ?? '', /^\d{4}-\d\d-\d\d$/);
  for (const wrong of [{ birthMonth: 3 }, { birthYear: 1984, birthMonth: 2, birthDay: 30 }])
    assert.equal(
      await refusalOf(bench, 'POST /people', { input: { displayName: 'Wrong', ...wrong }, actor: bench.navigator }),
      'invalid_input',
    );
});

test('languages are any of the world, and gender is as the person says it or nothing', async () => {
  const spoken = { languages: ['ti', 'ar'], needsInterpreter: true, gender: 'other' as const, genderWords: 'as I am' };
  const person = await aPerson(bench, { displayName: 'Selam Tesfay', ...spoken });
  assert.deepEqual(
    [person.languages, person.needsInterpreter, person.gender, person.genderWords],
    [['ti', 'ar'], true, 'other', 'as I am'],
  );
  assert.equal((await aPerson(bench, { displayName: 'Nobody Says' })).gender, null);
});
