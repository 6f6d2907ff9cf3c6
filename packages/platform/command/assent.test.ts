import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { newId, Refusal, type Actor } from '@qantara/kernel';
import { inTransaction } from '../db/index.ts';
import { adder, openBench, type Bench } from '../testing.ts';
import { answerAssent, askAssent, findAssent, listAssents, useAssent } from './assent-store.ts';
import type { AnyCtx } from './context.ts';

let bench: Bench;
before(async () => {
  bench = await openBench();
});
after(() => bench.database.close());

const KIND = 'tally.empty';
const HOUR_MS = 3_600_000;
const START = new Date('2026-11-22T08:00:00Z');
const [first, second, third] = [adder, { ...adder, accountId: newId() }, { ...adder, accountId: newId() }] as const;

/** Work of one account, so many hours after the beginning. */
function as<T>(actor: Actor, work: (ctx: AnyCtx) => Promise<T>, hours = 0): Promise<T> {
  const now = new Date(START.getTime() + hours * HOUR_MS);
  return inTransaction(bench.database.pool, (client) => bench.executor.actAt(client, { actor, now }, work));
}

const ask = (): Promise<string> =>
  as(first, (ctx) => askAssent(ctx, { kind: KIND, about: { tally: 'x' }, reason: 'it is full' }));
const answer = (actor: Actor, assentId: string, { agrees = true, hours = 1 } = {}): Promise<string> =>
  codeOf(as(actor, (ctx) => answerAssent(ctx, { assentId, kind: KIND, agrees, note: null }), hours));
const use = (actor: Actor, assentId: string, hours = 2): Promise<string> =>
  codeOf(as(actor, (ctx) => useAssent(ctx, { assentId, kind: KIND }), hours));

function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (fault: unknown) => {
      if (fault instanceof Refusal) return fault.code;
      throw fault;
    },
  );
}

test('one asks, another agrees, the first uses it once', async () => {
  const assentId = await ask();
  assert.equal(await use(first, assentId), 'assent_not_agreed');
  assert.equal(await answer(second, assentId), 'done');
  assert.equal(await use(second, assentId), 'assent_not_agreed', 'who agreed may not use it');
  assert.equal(await use(first, assentId), 'done');
  assert.equal(await use(first, assentId), 'assent_not_agreed', 'the second time');
  const used = await as(first, (ctx) => findAssent(ctx, { assentId, kind: KIND }));
  assert.deepEqual([used.state, used.about, used.answeredBy], ['used', { tally: 'x' }, second.accountId]);
});

test('nobody agrees with themselves', async () => {
  assert.equal(await answer(first, await ask()), 'assent_own');
});

test('what was refused cannot be agreed to or used', async () => {
  const assentId = await ask();
  assert.equal(await answer(second, assentId, { agrees: false }), 'done');
  assert.equal(await answer(third, assentId), 'assent_closed');
  assert.equal(await use(first, assentId), 'assent_not_agreed');
});

test('after a day it is over, asked or agreed', async () => {
  const [asked, agreed] = [await ask(), await ask()];
  assert.equal(await answer(second, asked, { hours: 24 }), 'assent_closed');
  assert.equal(await answer(second, agreed, { hours: 23 }), 'done');
  assert.equal(await use(first, agreed, 24), 'assent_not_agreed');
  const over = await as(first, (ctx) => findAssent(ctx, { assentId: agreed, kind: KIND }), 24);
  assert.equal(over.state, 'expired');
});

test('the word for one kind of step is no word for another', async () => {
  const assentId = await ask();
  await answer(second, assentId);
  const other = as(first, (ctx) => useAssent(ctx, { assentId, kind: 'tally.other' }), 2);
  assert.equal(await codeOf(other), 'assent_not_found');
});

test('what was asked about something, or was used, is found however much was asked about other things since', async () => {
  const kind = 'tally.find';
  const asked = (tally: string, hours: number) =>
    as(first, (ctx) => askAssent(ctx, { kind, about: { tally, to: 'empty' }, reason: 'it is full' }), hours);
  const list = (meant: Parameters<typeof listAssents>[2]) =>
    as(first, async (ctx) => (await listAssents(ctx, kind, meant)).map(({ assentId }) => assentId), 3);
  const meant = await asked('meant', 0);
  await as(second, (ctx) => answerAssent(ctx, { assentId: meant, kind, agrees: true, note: null }), 1);
  await as(first, (ctx) => useAssent(ctx, { assentId: meant, kind }), 1);
  for (let number = 0; number < 60; number += 1) await asked(`other ${number}`, 2);
  assert.deepEqual(await list({ about: { tally: 'meant' } }), [meant]);
  assert.deepEqual(await list({ isUsed: true }), [meant]);
  assert.deepEqual(await list({ about: { tally: 'nothing' } }), []);
  assert.equal((await list({})).length, 50);
});

test('of two who answer at once one is told that it is closed', async () => {
  for (let round = 0; round < 10; round += 1) {
    const assentId = await ask();
    const answers = await Promise.all([answer(second, assentId), answer(third, assentId, { agrees: false })]);
    assert.deepEqual(answers.toSorted(), ['assent_closed', 'done']);
  }
});

test('of many uses at once one is done', async () => {
  const assentId = await ask();
  await answer(second, assentId);
  const uses = await Promise.all(Array.from({ length: 8 }, () => use(first, assentId)));
  assert.equal(uses.filter((code) => code === 'done').length, 1);
});

test('the database itself keeps who asked from agreeing', async () => {
  const assentId = await ask();
  const text = `update platform.assent set state = 'agreed', answered_by = asked_by where assent_id = $1`;
  await assert.rejects(bench.database.pool.query({ text, values: [assentId] }), /assent_check|check constraint/);
});
