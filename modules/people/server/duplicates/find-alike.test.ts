import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { get, residentOf } from '@qantara/identity/testing';
import type { Alike, Pair } from '../../contract/index.ts';
import { aPerson, openPeopleBench, type PeopleBench } from '../testing.ts';

let bench: PeopleBench;
before(async () => {
  bench = await openPeopleBench();
});
after(() => bench.database.close());

const phone = (value: string, isSafe = true) => ({ kind: 'phone' as const, value, isSafe });
const alike = (input: object, actor = bench.navigator): Promise<Alike> =>
  get(bench, 'POST /people/alike', { input, actor });

test('before somebody is added, those of one’s own who may be the same are shown with reasons', async () => {
  const { personId } = await aPerson(bench, { displayName: 'محمد الطرابلسي', birthYear: 1980 });
  const { people, elsewhere } = await alike({ displayName: 'Mohamed Trabelsi', birthYear: 1980 });
  assert.deepEqual(
    people.map((one) => [one.personId, one.reasons]),
    [[personId, ['same_name', 'birth_fits']]],
  );
  assert.deepEqual(elsewhere, []);
  const byNumber = await alike({ displayName: 'Somebody', contactPoints: [phone('50 555 303')] });
  assert.deepEqual(byNumber.people, []);
});

test('of another organisation’s person a stranger learns initials and whom to ask, and that is recorded', async () => {
  const theirs = await aPerson(
    bench,
    { displayName: 'Zeineb Mansouri', birthYear: 1991, contactPoints: [phone('+216 50 555 404')] },
    bench.otherNavigator,
  );
  const { people, elsewhere } = await alike({ displayName: 'زينب المنصوري', birthYear: 1991 });
  assert.deepEqual(people, []);
  assert.deepEqual(elsewhere, [
    {
      initials: 'Z M',
      organisationId: bench.organisations.clinic,
      organisationName: { en: 'Clinic' },
      hasSameContact: false,
    },
  ]);
  assert.ok(!JSON.stringify(elsewhere).includes(theirs.personId), 'no identifier to ask more with');
  const other = await alike({ displayName: 'Nobody', contactPoints: [phone('50555404')] });
  assert.equal(other.elsewhere[0]?.hasSameContact, true);
  assert.deepEqual((await alike({ displayName: 'Zeineb Mansouri', birthYear: 1960 })).elsewhere, []);
  assert.deepEqual((await alike({ displayName: 'Zeineb' })).elsewhere, [], 'one word is not enough');
  const { rows } = await bench.database.pool.query(
    `select count(*)::integer as count from platform.access_entry join platform.opening using (opening_id)
      where person_id = $1 and kind = 'limited_card'`,
    [theirs.personId],
  );
  assert.equal(rows[0]?.['count'], 2);
});

test('who is not to be found, or in danger, is as nobody to a stranger: the same answer', async () => {
  const contactPoints = [phone('+216 50 555 505')];
  const hidden = { displayName: 'Hayet Jaziri', contactPoints };
  await aPerson(bench, { ...hidden, isRestricted: true }, bench.otherNavigator);
  const feared = { displayName: 'Rym Chebbi', mayContact: false, noContactReason: 'danger' as const };
  await aPerson(bench, feared, bench.otherNavigator);
  const nobody = { displayName: 'Haifa Jaouadi', contactPoints: [phone('+216 50 555 606')] };
  assert.deepEqual(await alike(hidden), await alike(nobody));
  assert.deepEqual(await alike({ displayName: 'Rym Chebbi' }), { people: [], elsewhere: [] });
});

test('a person says by their own code that they are not to be found, and is not', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Amira Belhadj' }, bench.otherNavigator);
  assert.equal((await alike({ displayName: 'Amira Belhadj' })).elsewhere.length, 1);
  await get(bench, 'POST /my-record/restrict', { input: { isRestricted: true }, actor: residentOf(personId) });
  assert.deepEqual((await alike({ displayName: 'Amira Belhadj' })).elsewhere, []);
});

test('the queue holds pairs of one’s own organisation, and none that somebody said to be two', async () => {
  const contactPoints = [phone('+216 50 555 707')];
  const one = await aPerson(bench, { displayName: 'Faouzi Ghannouchi', contactPoints });
  const other = await aPerson(bench, { displayName: 'فوزي الغنوشي', contactPoints });
  await aPerson(bench, { displayName: 'Faouzi Ghannouchi', contactPoints }, bench.otherNavigator);
  const pairs = async (actor = bench.navigator): Promise<string[][]> => {
    const { pairs: found } = await get<{ pairs: Pair[] }>(bench, 'GET /duplicates', { actor });
    return found.map(({ people }) => people.map(({ personId }) => personId).toSorted());
  };
  const pair = [one.personId, other.personId].toSorted();
  const isThere = (found: string[][]): boolean => found.some((ids) => ids.join() === pair.join());
  assert.ok(isThere(await pairs()));
  assert.ok(!isThere(await pairs(bench.otherNavigator)));
  const input = { personId: one.personId, otherPersonId: other.personId };
  await get(bench, 'POST /duplicates/not-same', { input, actor: bench.navigator });
  assert.ok(!isThere(await pairs()));
});
