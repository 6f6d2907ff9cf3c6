import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { openDeviceDatabase, wipeDevice } from './device-database.ts';
import { openByPhrase, setNewPhrase, setUpDevice } from './key-ring.ts';
import {
  decideEntry,
  finalise,
  flush,
  keepCopy,
  listCopies,
  listEntries,
  sendBy,
  type OpenDevice,
  type Outcome,
  type Send,
} from './outbox.ts';

const FEW = 10;
const KEY = Buffer.alloc(32, 7).toString('base64');
let made = 0;

async function aDevice(phrase = 'a quiet river at night', database = openDeviceDatabase(`device ${(made += 1)}`)) {
  const known = { deviceId: crypto.randomUUID(), secret: 'x', key: KEY };
  return { known, ...(await setUpDevice(known, { database, phrase, iterations: FEW })) };
}

const packed = (input: unknown) => ({ path: 'POST /things', input, about: { what: 'x' } });

/** What the network and the server do with one sending. */
type Weather = 'ok' | 'never arrives' | 'answer is lost' | 'crash after' | 'refused' | 'fault' | 'signed out';
const WEATHER: Weather[] = ['ok', 'never arrives', 'answer is lost', 'crash after', 'refused', 'fault', 'signed out'];

class Crash extends Error {}

/** A server that does a command once, whatever is repeated, and remembers what it refused. */
class Server {
  readonly done = new Map<string, unknown>();
  times = 0;

  sendIn(next: () => Weather): Send {
    return async ({ input }, commandId): Promise<Outcome> => {
      const weather = next();
      if (weather === 'never arrives' || weather === 'fault') return { kind: 'later' };
      if (weather === 'signed out') return { kind: 'sign_in' };
      if (weather === 'refused' && !this.done.has(commandId)) return { kind: 'refused', code: 'changed' };
      if (!this.done.has(commandId)) {
        this.done.set(commandId, input);
        this.times += 1;
      }
      if (weather === 'crash after') throw new Crash();
      return weather === 'answer is lost' ? { kind: 'later' } : { kind: 'done' };
    };
  }
}

type Step =
  | { kind: 'finalise' }
  | { kind: 'press twice' }
  | { kind: 'flush'; weathers: Weather[] }
  | { kind: 'two pages' };
const steps = fc.array(
  fc.oneof(
    fc.constant<Step>({ kind: 'finalise' }),
    fc.constant<Step>({ kind: 'press twice' }),
    fc.constant<Step>({ kind: 'two pages' }),
    fc
      .array(fc.constantFrom(...WEATHER), { minLength: 1, maxLength: 6 })
      .map((weathers): Step => ({ kind: 'flush', weathers })),
  ),
  { maxLength: 25 },
);

let clock = 1e15;

async function flushIn(device: OpenDevice, server: Server, weathers: Weather[]): Promise<void> {
  let at = 0;
  // Long after: no wait holds anything up.
  clock += 1e9;
  const next = () => weathers[(at += 1) - 1] ?? 'ok';
  await flush(device, { send: server.sendIn(next), now: () => clock }).catch((fault: unknown) => {
    if (!(fault instanceof Crash)) throw fault;
  });
}

test('whatever is dropped, repeated, refused or cut off between two steps: nothing is lost, and nothing happens twice', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      let device: OpenDevice = await aDevice();
      const server = new Server();
      const all = new Map<string, number>();
      for (const step of history) {
        if (step.kind === 'finalise' || step.kind === 'press twice') {
          const commandId = crypto.randomUUID();
          const final = { commandId, packed: packed(all.size), now: new Date(all.size) };
          all.set(commandId, all.size);
          await finalise(device, final);
          if (step.kind === 'press twice') await finalise(device, final);
        } else if (step.kind === 'flush') await flushIn(device, server, step.weathers);
        else await Promise.all([flushIn(device, server, []), flushIn(device, server, [])]);
        // The browser is closed and opened again.
        const { name } = device.database;
        device.database.close();
        const database = openDeviceDatabase(name);
        device = (await openByPhrase({ database, phrase: 'a quiet river at night', iterations: FEW })) ?? device;
      }
      const waiting = (await listEntries(device)).filter(({ state }) => state === 'waiting');
      await flushIn(device, server, []);
      for (const [commandId, input] of all) {
        const isWaiting = waiting.some((entry) => entry.commandId === commandId && entry.packed?.input === input);
        assert.ok(isWaiting || server.done.get(commandId) === input, 'something was lost');
      }
      assert.equal(server.times, server.done.size);
      assert.equal((await listEntries(device)).filter(({ state }) => state === 'ready').length, 0);
      device.database.close();
    }),
    { numRuns: 60 },
  );
});

test('what the server refuses waits for its author, who sends it otherwise or lets it go', async () => {
  const device = await aDevice();
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()];
  for (const commandId of [one, other])
    await finalise(device, { commandId, packed: packed(commandId), now: new Date() });
  await flush(device, { send: () => Promise.resolve({ kind: 'refused', code: 'gone' }) });
  assert.deepEqual(
    (await listEntries(device)).map(({ state, code }) => [state, code]),
    [
      ['waiting', 'gone'],
      ['waiting', 'gone'],
    ],
  );
  await decideEntry(device, one, 'drop');
  await decideEntry(device, other, { again: packed('changed'), commandId: crypto.randomUUID(), now: new Date() });
  const left = await listEntries(device);
  assert.deepEqual(
    left.map(({ state, packed: shown }) => [state, shown?.input]),
    [['ready', 'changed']],
  );
});

test('an answer that is not ours counts for nothing: a portal that asks for a password, a fault, a full house', async () => {
  const isReceipt = (value: unknown) => value === 'received';
  const outcome = (invoke: Parameters<typeof sendBy>[0]) => sendBy(invoke, isReceipt)(packed(1), 'id');
  const refused = (code: string) => () => Promise.resolve({ ok: false as const, code, fields: [], values: {} });
  assert.deepEqual(await outcome(() => Promise.resolve({ ok: true, value: '<html>' })), { kind: 'later' });
  assert.deepEqual(await outcome(() => Promise.reject(new TypeError('no network'))), { kind: 'later' });
  assert.deepEqual(await outcome(refused('busy')), { kind: 'later' });
  assert.deepEqual(await outcome(refused('not_signed_in')), { kind: 'sign_in' });
  assert.deepEqual(await outcome(refused('person_not_found')), { kind: 'refused', code: 'person_not_found' });
  assert.deepEqual(await outcome(() => Promise.resolve({ ok: true, value: 'received' })), { kind: 'done' });
});

test('each account on a device opens its own with its own phrase, and a wrong one opens nothing', async () => {
  const database = openDeviceDatabase('shared device');
  const one = await aDevice('the first phrase of all', database);
  const other = await aDevice('another phrase entirely', database);
  await keepCopy(one, { id: 'a', kind: 'person', value: 'Amal', now: new Date() });
  assert.deepEqual(await listCopies(other, 'person'), []);
  const opened = await openByPhrase({ database, phrase: 'the first phrase of all', iterations: FEW });
  assert.equal(opened?.deviceId, one.deviceId);
  assert.equal(await openByPhrase({ database, phrase: 'nobody’s phrase', iterations: FEW }), undefined);
  const [copy] = await database.copies.toArray();
  assert.equal(JSON.stringify(copy).includes('Amal'), false);
  assert.equal(new TextDecoder().decode(copy?.sealed.data).includes('Amal'), false);
});

test('who forgot the phrase sets another with what the server keeps, and loses nothing', async () => {
  const device = await aDevice();
  await finalise(device, { commandId: 'c', packed: packed('kept'), now: new Date() });
  const opening = { database: device.database, phrase: 'a new phrase altogether', iterations: FEW };
  const wrong = { ...device.known, key: Buffer.alloc(32, 8).toString('base64') };
  assert.equal(await setNewPhrase(wrong, opening), undefined);
  const opened = await setNewPhrase(device.known, opening);
  assert.ok(opened);
  assert.equal((await listEntries(opened))[0]?.packed?.input, 'kept');
});

test('a device that was ended keeps nothing of its owner, and everything of others', async () => {
  const database = openDeviceDatabase('ended device');
  const one = await aDevice('the first phrase of all', database);
  const other = await aDevice('another phrase entirely', database);
  for (const device of [one, other]) {
    await keepCopy(device, { id: `p ${device.deviceId}`, kind: 'person', value: 'x', now: new Date() });
    await finalise(device, { commandId: crypto.randomUUID(), packed: packed(1), now: new Date() });
  }
  await wipeDevice(database, one.deviceId);
  assert.equal((await database.keyRings.toArray()).length, 1);
  assert.equal((await listEntries(other)).length, 1);
  assert.equal((await database.copies.toArray()).length, 1);
});
