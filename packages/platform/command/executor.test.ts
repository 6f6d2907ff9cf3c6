import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { newId, type InvokeAnswer } from '@qantara/kernel';
import { adder, callerAs, openBench, type Bench } from '../testing.ts';
import { erasePersonFromAudit } from '../audit/erase-values.ts';
import { verifyChain } from '../audit/verify-chain.ts';

let bench: Bench;
before(async () => {
  bench = await openBench();
});
after(() => bench.database.close());

function add(tally: string, commandId?: string, by = 1): Promise<InvokeAnswer> {
  return bench.executor.call('POST /tallies/:tally/add', { tally, by }, { commandId, caller: callerAs(adder) });
}

async function one(text: string, values: unknown[] = []): Promise<Record<string, unknown>> {
  return (await bench.database.pool.query({ text, values })).rows[0] ?? {};
}

test('the same command sent twice has the effect of one, and the answer of the first', async () => {
  const commandId = newId();
  assert.deepEqual(await add('twice', commandId), { ok: true, value: { count: 1 } });
  assert.deepEqual(await add('twice', commandId), { ok: true, value: { count: 1 } });
  assert.deepEqual(await one('select count from platform.rate where bucket = $1', ['twice']), { count: 1 });
});

test('the same command sent many times at once has the effect of one', async () => {
  const commandId = newId();
  const answers = await Promise.all(Array.from({ length: 8 }, () => add('at once', commandId)));
  for (const answer of answers) assert.deepEqual(answer, { ok: true, value: { count: 1 } });
});

test('one identifier cannot be used for two different commands', async () => {
  const commandId = newId();
  await add('reused', commandId);
  const answer = await add('reused', commandId, 2);
  assert.equal(answer.ok ? '' : answer.code, 'command_reused');
});

test('a command that is refused changes nothing, tells nobody, and may be sent again', async () => {
  const before = await one('select count(*) as events from platform.event');
  const commandId = newId();
  for (let index = 0; index < 10; index += 1) await add('full', newId(), 10);
  const refused = await add('full', commandId, 1);
  assert.equal(refused.ok ? '' : refused.code, 'too_much');
  assert.deepEqual(await one('select count from platform.rate where bucket = $1', ['full']), { count: 100 });
  const now = await one('select count(*) as events from platform.event');
  assert.equal(Number(now['events']), Number(before['events']) + 10);
});

test('a command that changes something and tells nobody does not commit', async () => {
  const call = bench.executor.call('POST /tallies/:tally/forget', { tally: 'x' }, { caller: callerAs(adder) });
  await assert.rejects(call, /told nobody/);
});

test('the kept answer cannot be read from the database without the command’s own identifier', async () => {
  const commandId = newId();
  await add('sealed', commandId, 7);
  const row = await one('select output from platform.command where route = $1 order by at desc limit 1', [
    'POST /tallies/:tally/add',
  ]);
  assert.ok(
    !Buffer.from(row['output'] as Buffer)
      .toString('latin1')
      .includes('count'),
  );
});

test('opening a record is recorded with the answer', async () => {
  const person = newId();
  await bench.executor.call('POST /tallies/:tally/open', { tally: 'x', person }, { caller: callerAs(adder) });
  const entry = await one(
    'select opening.kind, opening.account_id, opening.rules from platform.access_entry join platform.opening using (opening_id) where person_id = $1',
    [person],
  );
  assert.deepEqual(entry, { kind: 'record', account_id: adder.accountId, rules: ['none'] });
});

test('personal values stand beside the chain: erasing them leaves it whole', async () => {
  const person = newId();
  const input = { tally: 'erased', by: 1, person };
  await bench.executor.call('POST /tallies/:tally/add', input, { caller: callerAs(adder) });
  await bench.executor.call('POST /tallies/:tally/open', input, { caller: callerAs(adder) });
  await bench.executor.asSystem(async (ctx) => void (await erasePersonFromAudit(ctx, person)));
  assert.deepEqual(await one('select from platform.event_value where person_id = $1', [person]), {});
  assert.deepEqual((await verifyChain(bench.database.pool)).broken, []);
});

test('an event that somebody changes in the database is named by the audit', async () => {
  await add('tampered');
  const row = await one(
    'select event_id, stream, position from platform.event order by at desc, event_id desc limit 1',
  );
  await one(`update platform.event set data = data || '{"by": 9}' where event_id = $1`, [row['event_id']]);
  const { broken } = await verifyChain(bench.database.pool);
  assert.ok(broken.some((link) => link.stream === row['stream'] && link.position === row['position']));
});

test('an event that somebody removes is named by the audit', async () => {
  await add('removed');
  const row = await one('select event_id, stream from platform.event order by at desc, event_id desc limit 1');
  await one('delete from platform.outbox where event_id = $1', [row['event_id']]);
  await one('delete from platform.event where event_id = $1', [row['event_id']]);
  const { broken } = await verifyChain(bench.database.pool);
  assert.ok(broken.some((link) => link.stream === row['stream']));
});

test('text that no database keeps is refused and named', async () => {
  for (const tally of ['null \u0000 character', 'half \ud800 pair']) {
    const answer = await add(tally);
    assert.deepEqual(answer.ok ? [] : answer.fields, [{ path: 'tally', code: 'invalid' }]);
  }
});
