import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { newId } from '@qantara/kernel';
import { get, refusalOf } from '@qantara/identity/testing';
import { aPerson } from '@qantara/people/testing';
import type { AccessView, GlassReviews } from '../../contract/index.ts';
import { openOversightBench, type OversightBench } from '../testing.ts';

let bench: OversightBench;
before(async () => {
  bench = await openOversightBench();
});
after(() => bench.database.close());

const view = (accountId: string | null, personId?: string): Promise<AccessView> =>
  get(bench, 'GET /oversight/accounts/:accountId/access', { input: { accountId, personId }, actor: bench.officer });
const reviews = (reviewed: 'yes' | 'no' = 'no'): Promise<GlassReviews> =>
  get(bench, 'GET /oversight/emergencies', { input: { reviewed }, actor: bench.officer });

async function anEmergency(displayName: string): Promise<string> {
  await aPerson(bench, { displayName, birthYear: 1971 });
  const why = { reasonCode: 'medical', reason: 'brought in after a fall' };
  const input = { name: displayName, birthYear: 1971, ...why };
  const { glassId } = await get<{ glassId: string }>(bench, 'POST /emergencies', {
    input,
    actor: bench.otherNavigator,
  });
  return glassId;
}

test('the privacy officer asks why a colleague sees a record, and reads no name of a person', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Zohra Belhaj' });
  const seen = await view(bench.worker.accountId, personId);
  assert.deepEqual([seen.explanation?.opens, seen.explanation?.writes], ['record', true]);
  assert.equal(seen.account.displayName, 'Salma Haddad');
  assert.ok(seen.reached.some(({ way, people }) => way === 'looks_after' && people >= 1));
  assert.equal(JSON.stringify(seen).includes('Zohra'), false);
});

test('and why another does not: nothing lets them come to the person', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Zohra Belhaj' }, bench.otherNavigator);
  const { explanation } = await view(bench.worker.accountId, personId);
  assert.equal(explanation?.opens, 'nothing');
  assert.deepEqual(
    explanation?.reasons.filter(({ holds }) => !holds).map(({ step }) => step),
    ['no_way'],
  );
});

test('a question about somebody is an opening like any other; one about nobody is answered as such', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Asked About' });
  await view(bench.worker.accountId, personId);
  const { rows } = await bench.database.pool.query({
    text: `select 1 from platform.access_entry join platform.opening using (opening_id) where person_id = $1 and kind = 'explain'`,
    values: [personId],
  });
  assert.equal(rows.length, 1);
  const { explanation } = await view(bench.worker.accountId, newId());
  assert.ok(explanation?.reasons.some(({ step, holds }) => step === 'record_is_there' && !holds));
});

test('an emergency waits for the privacy officer at once, without the person’s name, and is looked at once', async () => {
  const glassId = await anEmergency('Jamila Rezgui');
  const { items } = await reviews();
  const waiting = items.find((one) => one.glassId === glassId);
  assert.deepEqual([waiting?.displayName, waiting?.reasonCode], [null, 'medical']);
  const input = { glassId, verdict: 'justified', note: 'The hospital confirmed it' };
  const review = (actor = bench.officer) =>
    refusalOf(bench, 'POST /oversight/emergencies/:glassId/review', { input, actor });
  assert.equal(await review(bench.worker), 'not_allowed');
  assert.equal(await review(), null);
  assert.equal(await review(bench.secondOfficer), 'glass_reviewed');
  assert.equal(
    (await reviews()).items.some((one) => one.glassId === glassId),
    false,
  );
  assert.equal((await reviews('yes')).items.find((one) => one.glassId === glassId)?.verdict, 'justified');
});

test('nobody looks at what they opened themselves', async () => {
  const glassId = await anEmergency('Radhia Smaoui');
  await bench.database.pool.query({
    text: 'update people.glass set account_id = $2 where glass_id = $1',
    values: [glassId, bench.officer.accountId],
  });
  const asked = { input: { glassId, verdict: 'justified', note: 'x' }, actor: bench.officer };
  assert.equal(await refusalOf(bench, 'POST /oversight/emergencies/:glassId/review', asked), 'glass_own');
});

test('an administrator asks too, and a record of few eyes is for them as none', async () => {
  const ask = async (personId: string): Promise<AccessView> =>
    get(bench, 'GET /oversight/accounts/:accountId/access', {
      input: { accountId: bench.worker.accountId, personId },
      actor: bench.administrator,
    });
  const plain = await aPerson(bench, { displayName: 'Plain Record' });
  assert.equal((await ask(plain.personId)).explanation?.opens, 'record');
  const few = await aPerson(bench, { displayName: 'Few Eyes', isRestricted: true });
  const told = (await ask(few.personId)).explanation;
  const nobody = (await ask(newId())).explanation;
  assert.deepEqual({ ...told, personId: '' }, { ...nobody, personId: '' });
});
