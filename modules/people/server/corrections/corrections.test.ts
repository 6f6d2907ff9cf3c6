import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { get, refusalOf, residentOf } from '@qantara/identity/testing';
import type { CorrectionRequest, Person } from '../../contract/index.ts';
import { aPerson, openPeopleBench, type PeopleBench } from '../testing.ts';

let bench: PeopleBench;
before(async () => {
  bench = await openPeopleBench();
});
after(() => bench.database.close());

const ask = (personId: string, field: string, whatIsRight: string): Promise<CorrectionRequest> =>
  get(bench, 'POST /my-record/corrections', {
    input: { field, whatIsWrong: 'It is wrong', whatIsRight },
    actor: residentOf(personId),
  });
const ACCEPT = 'POST /people/:personId/corrections/:correctionId/accept';
const DECLINE = 'POST /people/:personId/corrections/:correctionId/decline';
const of = ({ personId, correctionId }: CorrectionRequest, actor = bench.navigator) => ({
  input: { personId, correctionId, declineReason: 'The paper says otherwise' },
  actor,
});
const opened = async (personId: string): Promise<Person> =>
  (await get<{ person: Person }>(bench, 'GET /people/:personId', { input: { personId }, actor: bench.navigator }))
    .person;

test('what a person asks for changes nothing until whoever looks after them accepts it; then it is a correction like any other', async () => {
  const { personId, version } = await aPerson(bench, { displayName: 'Amel Hadad' });
  const asked = await ask(personId, 'name', 'Amal Haddad');
  assert.equal((await opened(personId)).displayName, 'Amel Hadad');
  const list = await get<{ corrections: CorrectionRequest[] }>(bench, 'GET /corrections', { actor: bench.navigator });
  assert.ok(list.corrections.some(({ correctionId }) => correctionId === asked.correctionId));
  const accepted = await get<CorrectionRequest>(bench, ACCEPT, of(asked));
  assert.equal(accepted.status, 'accepted');
  const person = await opened(personId);
  assert.deepEqual([person.displayName, person.version], ['Amal Haddad', version + 1]);
  const { rows } = await bench.database.pool.query({
    text: `select type from platform.event where person_id = $1 and type = 'person.corrected'`,
    values: [personId],
  });
  assert.equal(rows.length, 1);
  assert.equal(await refusalOf(bench, DECLINE, of(asked)), 'correction_decided');
});

test('a birth is written where it can be read for certain; the rest a colleague writes first', async () => {
  const { personId, version } = await aPerson(bench, { displayName: 'Rim Saidi', languages: ['fr'] });
  await get(bench, ACCEPT, of(await ask(personId, 'birth', '7/3/1999')));
  assert.deepEqual((await opened(personId)).birth, {
    year: 1999,
    month: 3,
    day: 7,
    estimatedAge: null,
    estimatedOn: null,
  });
  const unclear = await ask(personId, 'birth', 'in spring');
  assert.equal(await refusalOf(bench, ACCEPT, of(unclear)), 'correction_unreadable');
  const language = await ask(personId, 'language', 'Arabic');
  assert.equal(await refusalOf(bench, ACCEPT, of(language)), 'correction_by_hand_first');
  const input = { personId, version: version + 1, displayName: 'Rim Saidi', languages: ['ar'] };
  await get(bench, 'POST /people/:personId', { input, actor: bench.navigator });
  assert.equal(await refusalOf(bench, ACCEPT, of(language)), null);
});

test('a stranger’s navigator finds nothing to decide, and five that wait are enough', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Five Times' });
  const first = await ask(personId, 'other', 'a');
  assert.equal(await refusalOf(bench, ACCEPT, of(first, bench.otherNavigator)), 'person_not_found');
  const list = await get<{ corrections: CorrectionRequest[] }>(bench, 'GET /corrections', {
    actor: bench.otherNavigator,
  });
  assert.deepEqual(list.corrections, []);
  const declined = await get<CorrectionRequest>(bench, DECLINE, of(first));
  assert.equal(declined.declineReason, 'The paper says otherwise');
  for (let count = 0; count < 5; count += 1) await ask(personId, 'other', 'b');
  const input = { field: 'other', whatIsWrong: 'xx', whatIsRight: 'x' };
  const sixth = { input, actor: residentOf(personId) };
  assert.equal(await refusalOf(bench, 'POST /my-record/corrections', sixth), 'too_many_corrections');
});
