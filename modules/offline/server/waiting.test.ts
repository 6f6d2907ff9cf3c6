import assert from 'node:assert/strict';
import test, { after, before, beforeEach } from 'node:test';
import type { FormResponse } from '@qantara/forms/contract';
import { actorInRole, anAccount, call, countRows, get, refusalOf } from '@qantara/identity/testing';
import { newId, type Actor } from '@qantara/kernel';
import { aPerson, type PeopleBench } from '@qantara/people/testing';
import type { OpenedWaiting, TakenAgain, WaitingAnswers } from '../contract/index.ts';
import { tellDangerWaiting } from './tell-danger-waiting.ts';
import { handedOver, openOfflineBench, publishHousehold } from './testing.ts';

let bench: PeopleBench;
let salma: Actor;
let colleague: Actor;

const ofHub = async (email: string) => {
  const organisationId = bench.organisations.hub;
  const { accountId } = await anAccount(bench, { email, role: 'navigator', organisationId });
  return actorInRole('navigator', organisationId, accountId);
};

before(async () => {
  bench = await openOfflineBench();
  salma = await ofHub('salma@hub.example');
  colleague = await ofHub('colleague@hub.example');
});
beforeEach(() => bench.database.pool.query('delete from offline.waiting'));
after(() => bench.database.close());

const HAND_OVER = 'POST /taken-answers';
const TAKE = 'POST /waiting-answers/:waitingId/take';
const THROW = 'POST /waiting-answers/:waitingId/throw-away';

function handOver(more: object = {}, asked: { actor?: Actor; commandId?: string } = {}) {
  return get<object>(bench, HAND_OVER, { input: handedOver(more), actor: salma, ...asked });
}

async function waiting(actor = salma): Promise<WaitingAnswers[]> {
  return (await get<{ waiting: WaitingAnswers[] }>(bench, 'GET /waiting-answers', { actor })).waiting;
}

async function firstWaiting(actor = salma): Promise<OpenedWaiting> {
  const [first] = await waiting(actor);
  return get(bench, 'GET /waiting-answers/:waitingId', { input: { waitingId: first?.waitingId }, actor });
}

function take(waitingId: string, more: object = {}): Promise<TakenAgain> {
  return get(bench, TAKE, { input: { waitingId, whose: 'same', ...more }, actor: salma });
}

async function responseOf({ personId, responseId }: TakenAgain): Promise<FormResponse> {
  const path = 'GET /people/:personId/responses/:responseId';
  return get(bench, path, { input: { personId, responseId }, actor: salma });
}

async function eventsOf(type: string) {
  const { rows } = await bench.database.pool.query<{ data: object; reason: string | null; person_id: string | null }>({
    text: 'select data, reason, person_id from platform.event where type = $1 order by at desc',
    values: [type],
  });
  return rows;
}

const APPLIED = { received: 'qantara.received', outcome: 'applied' };
const WAITING = { received: 'qantara.received', outcome: 'waiting' };

test('what fits is applied at once, and the same command twice has the effect of one', async () => {
  const { personId } = await aPerson(bench, {}, salma);
  const before = await countRows(bench, 'forms.response');
  const commandId = newId();
  for (let times = 0; times < 3; times += 1) assert.deepEqual(await handOver({ personId }, { commandId }), APPLIED);
  assert.equal(await countRows(bench, 'forms.response'), before + 1);
  assert.deepEqual(await waiting(), []);
});

test('from a form with rules for needs the needs of somebody new become work', async () => {
  assert.deepEqual(await handOver({ formCode: 'hunger', answers: { hungry: 'yes' } }), APPLIED);
  const { rows } = await bench.database.pool.query('select need_code from screening.finding where has_need');
  assert.deepEqual(rows, [{ need_code: 'food' }]);
});

test('what cannot be applied is accepted, waits sealed, once, and leaves nothing half done behind', async () => {
  const people = await countRows(bench, 'people.person');
  const commandId = newId();
  const given = { answers: { light: 'yes', secret_word: 'shibboleth' } };
  for (let times = 0; times < 2; times += 1) assert.deepEqual(await handOver(given, { commandId }), WAITING);
  assert.equal(await countRows(bench, 'people.person'), people, 'no record of somebody new is left over');
  assert.equal(await countRows(bench, 'offline.waiting'), 1);
  const { rows } = await bench.database.pool.query<{ row: string }>('select waiting::text as row from offline.waiting');
  assert.doesNotMatch(rows[0]?.row ?? '', /shibboleth|household/);
  const opened = await firstWaiting();
  assert.equal(opened.code, 'invalid_input');
  assert.deepEqual(opened.answers, given.answers);
  assert.deepEqual(opened.left, ['secret_word']);
});

test('whatever a device of last year says is accepted: an unknown form, answers of no shape, a version that never was', async () => {
  for (const odd of [{ formCode: 'no-such-form' }, { answers: { water: { a: { b: [null] } } } }, { version: 99 }])
    assert.deepEqual(await handOver(odd), WAITING);
  assert.deepEqual((await waiting()).map(({ code }) => code).toSorted(), [
    'form_not_found',
    'form_not_found',
    'invalid_input',
  ]);
  for (const { waitingId } of await waiting())
    assert.ok((await call(bench, 'GET /waiting-answers/:waitingId', { input: { waitingId }, actor: salma })).ok);
});

test('of somebody whom one may know no more they wait, in the same words as of somebody who never was', async () => {
  const theirs = await aPerson(bench, { displayName: 'Nour' }, bench.otherNavigator);
  for (const personId of [theirs.personId, newId()]) {
    assert.deepEqual(await handOver({ personId }), WAITING);
    const opened = await firstWaiting();
    const { displayName, isReachable, code } = opened;
    assert.deepEqual([displayName, isReachable, code], [null, false, 'person_not_found']);
    const input = { waitingId: opened.waitingId, whose: 'same' };
    assert.equal(await refusalOf(bench, TAKE, { input, actor: salma }), 'person_not_found');
    await get(bench, THROW, { input: { waitingId: opened.waitingId, reason: 'not mine' }, actor: salma });
  }
  assert.ok((await eventsOf('answers.waiting')).every(({ person_id }) => person_id === null));
  const seen = await get<{ events: unknown[] }>(bench, 'GET /waiting-answers', { actor: bench.otherNavigator });
  assert.deepEqual(seen, { waiting: [] });
});

test('only their author sees them, while their account is open; then whoever there looks after the person', async () => {
  const author = await ofHub(`leaving ${newId()}@hub.example`);
  const theirs = await aPerson(bench, {}, bench.otherNavigator);
  await handOver({ answers: {} }, { actor: author });
  await handOver({ personId: theirs.personId }, { actor: author });
  assert.equal((await waiting(author)).length, 2);
  const [first] = await waiting(author);
  const input = { waitingId: first?.waitingId, whose: 'new', reason: 'none of mine' };
  for (const actor of [colleague, bench.otherNavigator])
    for (const path of ['GET /waiting-answers/:waitingId', TAKE, THROW])
      assert.equal(await refusalOf(bench, path, { input, actor }), 'waiting_answers_not_found');
  const text = 'update identity.account set disabled_at = now() where account_id = $1';
  await bench.database.pool.query({ text, values: [author.accountId] });
  assert.deepEqual(
    (await waiting(colleague)).map(({ isOwn, mark }) => [isOwn, mark]),
    [[false, null]],
  );
  assert.deepEqual(await waiting(bench.otherNavigator), []);
});

test('tied to another person they are theirs, and nobody’s record was opened on the way', async () => {
  const { personId } = await aPerson(bench, {}, salma);
  await handOver({ personId: newId() });
  const { waitingId } = await firstWaiting();
  const hidden = await aPerson(bench, {}, bench.otherNavigator);
  const toHidden = { waitingId, whose: 'other', personId: hidden.personId };
  assert.equal(await refusalOf(bench, TAKE, { input: toHidden, actor: salma }), 'person_not_found');
  const taken = await take(waitingId, { whose: 'other', personId });
  assert.deepEqual([taken.state, taken.personId], ['whole', personId]);
  assert.deepEqual((await responseOf(taken)).answers, { water: 'yes' });
  assert.deepEqual(await waiting(), []);
  assert.equal(
    await refusalOf(bench, TAKE, { input: { waitingId, whose: 'new' }, actor: salma }),
    'waiting_answers_not_found',
  );
});

test('thrown away they are gone, for a reason that stays in the history', async () => {
  await handOver({ answers: {} });
  const { waitingId } = await firstWaiting();
  assert.equal(await refusalOf(bench, THROW, { input: { waitingId, reason: ' ' }, actor: salma }), 'invalid_input');
  await get(bench, THROW, { input: { waitingId, reason: 'answered twice' }, actor: salma });
  assert.deepEqual(await waiting(), []);
  assert.equal((await eventsOf('answers.thrown_away'))[0]?.reason, 'answered twice');
});

test('tried again they are taken as today’s version takes them; what it lacks is gone on with, and what it does not take stays in the history', async () => {
  const { personId } = await aPerson(bench, {}, salma);
  await handOver({ personId, answers: { light: 'yes', water: 'perhaps' } });
  await publishHousehold(bench, [
    { code: 'power', formerly: 'light' },
    { code: 'water', isRequired: true },
  ]);
  const { waitingId, left } = await firstWaiting();
  assert.deepEqual(left, ['water']);
  const taken = await take(waitingId);
  assert.equal(taken.state, 'partial');
  const begun = await responseOf(taken);
  assert.deepEqual([begun.state, begun.version, begun.answers], ['partial', 2, { power: 'yes' }]);
  const [told] = await eventsOf('answers.taken_again');
  assert.equal(told?.person_id, personId);
  const { rows } = await bench.database.pool.query<{ row: string }>({
    text: 'select value::text as row from platform.event_value as value where person_id = $1',
    values: [personId],
  });
  assert.ok(rows.some(({ row }) => row.includes('perhaps')));
});

test('answers that lack a paper which the form needs are accepted, wait, and are gone on with', async () => {
  await publishHousehold(bench, [
    { code: 'light' },
    { code: 'meter', kind: 'photo', isRequired: true },
    { code: 'leak', kind: 'photo' },
  ]);
  const { personId } = await aPerson(bench, {}, salma);
  assert.deepEqual(await handOver({ personId, answers: { light: 'yes' } }), WAITING);
  const taken = await take((await firstWaiting()).waitingId);
  assert.equal(taken.state, 'partial');
  const begun = await responseOf(taken);
  assert.deepEqual([begun.state, begun.answers], ['partial', { light: 'yes' }]);
});

test('danger in answers that wait is told at once to whoever asked, and to nobody who may not read it', async () => {
  const gone = { personId: newId(), formCode: 'hunger' };
  const toldOf = async (answers: object) => {
    assert.deepEqual(await handOver({ ...gone, answers }), WAITING);
    const [event] = await eventsOf('answers.waiting');
    const delivered = { eventId: newId(), type: 'answers.waiting', subject: newId(), personId: null, at: new Date() };
    const before = await countRows(bench, 'notifications.notice');
    const data = (event?.data ?? {}) as Record<string, unknown>;
    await bench.executor.asSystem((ctx) => tellDangerWaiting(ctx, { ...delivered, data }));
    return (await countRows(bench, 'notifications.notice')) - before;
  };
  assert.equal(await toldOf({ hungry: 'yes', afraid: 'no' }), 0);
  assert.equal(await toldOf({ hungry: 'no', afraid: 'yes' }), 1);
  const { rows } = await bench.database.pool.query<{ account_id: string }>({
    text: 'select account_id from notifications.notice order by at desc limit 1',
    values: [],
  });
  assert.equal(rows[0]?.account_id, salma.accountId);
});
