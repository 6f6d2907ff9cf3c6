import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import test, { after, before } from 'node:test';
import { adder, callerAs, openBench, tallyModule, type Bench } from '../testing.ts';
import { createJobs, type Jobs } from './jobs.ts';

let bench: Bench;
let jobs: Jobs;
before(async () => {
  bench = await openBench();
  const { database, executor, handling } = bench;
  const retry = { retryLimit: 1, retryDelay: 1, retryBackoff: false };
  jobs = createJobs({ database, executor, modules: [tallyModule(handling)], retry });
  await jobs.start();
});
after(async () => {
  await jobs.stop();
  await bench.database.close();
});

/** Only what never comes about fails: how fast a machine is, is not what is promised. */
const LONGEST_MS = 60_000;

async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + LONGEST_MS;
  while (!isSo() && Date.now() < end) await wait(50);
  assert.ok(isSo(), 'it did not come about in time');
}

function add(tally: string): Promise<unknown> {
  return bench.executor.call('POST /tallies/:tally/add', { tally, by: 1 }, { caller: callerAs(adder) });
}

test('an event reaches its subscriber once', async () => {
  await add('told');
  await until(() => bench.handling.handled.length === 1);
  await jobs.relay();
  await wait(1500);
  assert.equal(bench.handling.handled.length, 1);
});

test('a subscriber that fails is tried again, and what it did half is undone', async () => {
  bench.handling.failsLeft = 1;
  const before = bench.handling.handled.length;
  await add('retried');
  await until(() => bench.handling.handled.length === before + 1);
  const marks = await bench.database.pool.query('select count(*) as marks from platform.delivery');
  assert.equal(Number(marks.rows[0]?.['marks']), before + 1);
});

test('one delivery that fails holds up none of the others', async () => {
  bench.handling.failsLeft = 1;
  const before = bench.handling.handled.length;
  for (let index = 0; index < 20; index += 1) await add(`crowd ${index}`);
  await until(() => bench.handling.handled.length >= before + 19);
  await until(() => bench.handling.handled.length === before + 20);
});

test('what fails for good waits as a dead letter, and is done when somebody sends it back', async () => {
  assert.equal(await jobs.countDeadLetters(), 0);
  bench.handling.failsLeft = 2;
  const before = bench.handling.handled.length;
  await add('hopeless');
  await until(() => bench.handling.failsLeft === 0);
  let dead = 0;
  for (const end = Date.now() + LONGEST_MS; dead === 0 && Date.now() < end;) {
    await wait(250);
    dead = await jobs.countDeadLetters();
  }
  assert.equal(dead, 1);
  assert.equal(await jobs.retryDeadLetters(), 1);
  await until(() => bench.handling.handled.length === before + 1);
});
