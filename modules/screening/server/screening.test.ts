import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { actorInRole, countRows, get, refusalOf } from '@qantara/identity/testing';
import { aPerson, type PeopleBench } from '@qantara/people/testing';
import type { Screening, WaitingRequest } from '../contract/index.ts';
import { aRequest, openScreeningBench } from './testing.ts';

let bench: PeopleBench;
before(async () => {
  bench = await openScreeningBench();
});
after(() => bench.database.close());

function ask(request = aRequest()): Promise<{ accessCode: string }> {
  return get(bench, 'POST /requests', { input: request });
}

async function listWaiting(): Promise<WaitingRequest[]> {
  const answer = await get<{ requests: WaitingRequest[] }>(bench, 'GET /requests/waiting', { actor: bench.navigator });
  return answer.requests;
}

async function firstWaiting(): Promise<string> {
  const [first] = await listWaiting();
  assert.ok(first);
  return first.screeningId;
}

const TAKE = 'POST /requests/:screeningId/take';

test('who asks for help without an account gets a code, and the code opens their request', async () => {
  const { accessCode } = await ask();
  assert.match(accessCode, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  const opened = await get(bench, 'POST /codes/open', { input: { accessCode: accessCode.toLowerCase() } });
  assert.deepEqual(opened, { outcome: 'opened' });
  assert.deepEqual(await get(bench, 'POST /codes/open', { input: { accessCode: '0000-0000-0000' } }), {
    outcome: 'wrong',
  });
});

test('a request is taken by one navigator, and their organisation looks after the person from then on', async () => {
  await ask();
  const screeningId = await firstWaiting();
  const taken = await get<Screening>(bench, TAKE, { input: { screeningId }, actor: bench.navigator });
  assert.equal(taken.status, 'taken');
  const colleague = actorInRole('navigator', bench.organisations.hub);
  assert.equal(await refusalOf(bench, TAKE, { input: { screeningId }, actor: colleague }), 'already_taken');
  assert.equal(
    await refusalOf(bench, TAKE, { input: { screeningId }, actor: bench.otherNavigator }),
    'screening_not_found',
  );
  const { personId } = taken;
  const read = (actor = bench.navigator) => refusalOf(bench, 'GET /people/:personId', { input: { personId }, actor });
  assert.equal(await read(), null);
  assert.equal(await read(bench.otherNavigator), 'person_not_found');
});

test('two navigators who press at the same moment: one has it, the other is told', async () => {
  await ask();
  const screeningId = await firstWaiting();
  const both = [bench.navigator, actorInRole('navigator', bench.organisations.hub)];
  const codes = await Promise.all(both.map((actor) => refusalOf(bench, TAKE, { input: { screeningId }, actor })));
  assert.deepEqual(new Set(codes), new Set(['already_taken', null]));
});

test('whoever wants help to be safe waits in front of those who came before', async () => {
  await ask();
  await ask(aRequest({ needs: ['safety', 'food'], wants: ['safety'] }));
  const waiting = await listWaiting();
  assert.equal(waiting[0]?.isUrgent, true);
  assert.deepEqual(waiting[0]?.needNames, [{ en: 'safety' }]);
});

test('what cannot be answered is not kept: no person, no answers, no request', async () => {
  const tables = ['people.person', 'forms.response', 'screening.screening', 'identity.access_code'];
  const before = await Promise.all(tables.map((table) => countRows(bench, table)));
  const refused = async (request: object) => refusalOf(bench, 'POST /requests', { input: aRequest(request) });
  assert.equal(await refused({ safeContact: 'may_contact' }), 'contact_needed');
  assert.equal(await refused({ wants: ['housing'] }), 'want_without_need');
  assert.equal(await refused({ needs: ['unheard_of'], wants: ['unheard_of'] }), 'need_not_found');
  assert.deepEqual(await Promise.all(tables.map((table) => countRows(bench, table))), before);
});

test('a request sent twice by an impatient finger is one request, with one code', async () => {
  const before = await countRows(bench, 'screening.screening');
  const commandId = crypto.randomUUID();
  const send = () => get<{ accessCode: string }>(bench, 'POST /requests', { input: aRequest(), commandId });
  const first = await send();
  assert.deepEqual(await send(), first);
  assert.equal(await countRows(bench, 'screening.screening'), before + 1);
});

test('a navigator records needs; what is not wanted is never asked for', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Salah' });
  const input = {
    personId,
    channel: 'telephone',
    needs: { food: 'yes', housing: 'prefer_not_to_say', safety: 'no' },
    wants: { food: 'no' },
    locale: 'fr',
  };
  const made = await get<{ screening: Screening }>(bench, 'POST /screenings', { input, actor: bench.navigator });
  assert.equal(made.screening.status, 'taken');
  assert.equal(
    made.screening.findings.some(({ wantsHelp }) => wantsHelp === true),
    false,
  );
  const foreign = { input, actor: bench.otherNavigator };
  assert.equal(await refusalOf(bench, 'POST /screenings', foreign), 'person_not_found');
});

test('only the organisation that took a request closes it', async () => {
  await ask();
  const screeningId = await firstWaiting();
  const close = (actor = bench.navigator) =>
    refusalOf(bench, 'POST /screenings/:screeningId/close', { input: { screeningId }, actor });
  assert.equal(await close(), 'screening_not_taken');
  await get(bench, TAKE, { input: { screeningId }, actor: bench.navigator });
  assert.equal(await close(bench.otherNavigator), 'screening_not_found');
  assert.equal(await close(), null);
});
