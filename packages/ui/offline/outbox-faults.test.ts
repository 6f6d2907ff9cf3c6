import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import test from 'node:test';
import type { DBCore, DBCoreTable } from 'dexie';
import fc from 'fast-check';
import { openDeviceDatabase, wipeDevice, type DeviceDatabase } from './device-database.ts';
import { openByPhrase, setNewPhrase, setUpDevice } from './key-ring.ts';
import { decideEntry, finalise, flush, keepCopy, listCopies, listEntries, type OpenDevice } from './outbox.ts';

const FEW = 10;
const KEY = Buffer.alloc(32, 7).toString('base64');
const PHRASE = 'a quiet river at night';
let made = 0;

class DiskFault extends Error {}

/** Which write of those that come fails, counted from one; after it the disk is well again. Before it is done, or after. */
type Fault = { at: number; isAfter: boolean };

/** A disk of which one write fails. */
class Disk {
  #fault: Fault | null = null;
  #written = 0;

  /** Does the work with this fault; gives whether the fault came. */
  async failing(fault: Fault, work: () => Promise<unknown>): Promise<boolean> {
    this.#fault = fault;
    this.#written = 0;
    try {
      await work();
    } catch (error) {
      assert.equal(this.#fault, null, `something else failed: ${String(error)}`);
    }
    const came = this.#fault === null;
    this.#fault = null;
    return came;
  }

  #comes(isAfter: boolean): boolean {
    if (this.#fault === null || this.#fault.isAfter !== isAfter) return false;
    this.#written += 1;
    if (this.#written < this.#fault.at) return false;
    this.#fault = null;
    return true;
  }

  on(table: DBCoreTable): DBCoreTable {
    return {
      ...table,
      mutate: async (request) => {
        if (this.#comes(false)) throw new DiskFault();
        const written = await table.mutate(request);
        if (this.#comes(true)) throw new DiskFault();
        return written;
      },
    };
  }

  under(database: DeviceDatabase): DeviceDatabase {
    const create = (core: DBCore): DBCore => ({ ...core, table: (name) => this.on(core.table(name)) });
    database.use({ stack: 'dbcore', name: 'disk', create });
    return database;
  }
}

type Given = { device: OpenDevice; disk: Disk; known: { deviceId: string; secret: string; key: string } };

async function aDevice(): Promise<Given> {
  const disk = new Disk();
  const database = disk.under(openDeviceDatabase(`faulty device ${(made += 1)}`));
  const known = { deviceId: crypto.randomUUID(), secret: 'x', key: KEY };
  return { device: await setUpDevice(known, { database, phrase: PHRASE, iterations: FEW }), disk, known };
}

const packed = (input: unknown) => ({ path: 'POST /things', input, about: {} });

/** Does a step with each of its writes failing once, on a device of its own each time, and asks after each what must hold. */
async function withEachFault(
  step: (given: Given, fails: (work: () => Promise<unknown>) => Promise<void>) => Promise<void>,
) {
  for (const isAfter of [false, true]) {
    let came = true;
    let faults = 0;
    for (let at = 1; came; at += 1) {
      const given = await aDevice();
      await step(given, async (work) => void (came = await given.disk.failing({ at, isAfter }, work)));
      given.device.database.close();
      assert.ok(at < 20, 'the writes come to an end');
      faults += came ? 1 : 0;
    }
    assert.ok(faults > 0, 'some write failed');
  }
}

/** What is kept of one piece of work: its draft, or its command, and never both. */
async function keptOf(device: OpenDevice, commandId: string): Promise<'draft' | 'command'> {
  const drafts = (await listCopies(device, 'draft')).filter(({ id }) => id === `d ${commandId}`).length;
  const commands = (await listEntries(device)).filter((entry) => entry.commandId === commandId).length;
  assert.equal(drafts + commands, 1, `${drafts} drafts and ${commands} commands`);
  return drafts === 1 ? 'draft' : 'command';
}

async function aDraft(device: OpenDevice, commandId: string): Promise<void> {
  await keepCopy(device, { id: `d ${commandId}`, kind: 'draft', value: commandId, now: new Date() });
}

const whole = (commandId: string) => ({
  commandId,
  packed: packed(commandId),
  now: new Date(),
  draftId: `d ${commandId}`,
});

test('whichever write of finalising fails, there is the draft or the command, and the next press finishes', async () => {
  await withEachFault(async ({ device }, fails) => {
    await aDraft(device, 'c');
    await fails(() => finalise(device, whole('c')));
    await keptOf(device, 'c');
    await finalise(device, whole('c'));
    assert.equal(await keptOf(device, 'c'), 'command');
  });
});

test('whichever write after a sending fails, the command is sent again under its own identifier, and then it is settled', async () => {
  await withEachFault(async ({ device }, fails) => {
    await finalise(device, whole('c'));
    const sent: string[] = [];
    const send = (_packed: unknown, commandId: string) => {
      sent.push(commandId);
      return Promise.resolve({ kind: 'done' } as const);
    };
    await fails(() => flush(device, { send }));
    await flush(device, { send });
    assert.deepEqual(new Set(sent), new Set(['c']));
    assert.deepEqual(
      (await listEntries(device)).map(({ state }) => state),
      ['sent'],
    );
  });
});

test('whichever write of a decision fails, the command waits as before or is decided: never lost, never twice', async () => {
  await withEachFault(async ({ device }, fails) => {
    await finalise(device, whole('c'));
    await flush(device, { send: () => Promise.resolve({ kind: 'refused', code: 'gone' }) });
    const decided = { again: packed('c'), commandId: 'again', now: new Date() };
    await fails(() => decideEntry(device, 'c', decided));
    const [one, ...more] = await listEntries(device);
    assert.deepEqual([one?.packed?.input, more], ['c', []]);
    await decideEntry(device, 'c', decided);
    assert.deepEqual(
      (await listEntries(device)).map(({ commandId, state }) => [commandId, state]),
      [['again', 'ready']],
    );
  });
});

test('whichever write of a wipe fails, it is all there or all gone, and the next contact wipes it', async () => {
  await withEachFault(async ({ device, known }, fails) => {
    const { database } = device;
    await aDraft(device, 'd');
    await finalise(device, whole('c'));
    await fails(() => wipeDevice(database, known.deviceId));
    const counts = async () =>
      Promise.all([database.keyRings.count(), database.copies.count(), database.entries.count()]);
    const left = await counts();
    assert.ok(left.every((count) => count === 1) || left.every((count) => count === 0), left.join(' '));
    await wipeDevice(database, known.deviceId);
    assert.deepEqual(await counts(), [0, 0, 0]);
  });
});

test('whichever write of a new phrase fails, the old one or the new one opens', async () => {
  await withEachFault(async ({ device: { database }, known }, fails) => {
    const opens = async (phrase: string) => (await openByPhrase({ database, phrase, iterations: FEW })) !== undefined;
    await fails(() => setNewPhrase(known, { database, phrase: 'a new phrase altogether', iterations: FEW }));
    assert.ok((await opens(PHRASE)) !== (await opens('a new phrase altogether')));
  });
});

const faults = fc.record({ at: fc.integer({ min: 1, max: 4 }), isAfter: fc.boolean() });
const outcomes = fc.constantFrom('done', 'later', 'refused', 'sign_in');
const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('finalise' as const), fault: faults }),
    fc.record({ kind: fc.constant('flush' as const), fault: faults, outcomes: fc.array(outcomes, { maxLength: 4 }) }),
    fc.record({ kind: fc.constant('decide' as const), fault: faults }),
  ),
  { maxLength: 20 },
);

type Outcome = 'done' | 'later' | 'refused' | 'sign_in';

test('whatever history of a device whose writes fail here and there: each piece of work is there once, and reaches the server', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const { device, disk } = await aDevice();
      const reached = new Set<unknown>();
      const works: string[] = [];
      let clock = 1e15;
      const flushWith = async (answers: Outcome[]) => {
        let turn = 0;
        clock += 1e9;
        await flush(device, {
          now: () => clock,
          send: ({ input }) => {
            const kind = answers[(turn += 1) - 1] ?? 'done';
            if (kind === 'done') reached.add(input);
            return Promise.resolve(kind === 'refused' ? { kind, code: 'gone' } : { kind });
          },
        });
      };
      const decide = async () => {
        const waiting = (await listEntries(device)).find(({ state }) => state === 'waiting');
        if (waiting === undefined || waiting.packed === null) return;
        const again = { again: waiting.packed, commandId: crypto.randomUUID(), now: new Date() };
        await decideEntry(device, waiting.commandId, again);
      };
      for (const step of history) {
        const work = `w${works.length}`;
        if (step.kind === 'finalise') {
          works.push(work);
          await aDraft(device, work);
          await disk.failing(step.fault, () => finalise(device, whole(work)));
        } else if (step.kind === 'flush') await disk.failing(step.fault, () => flushWith(step.outcomes as Outcome[]));
        else await disk.failing(step.fault, decide);
      }
      for (const work of works)
        if ((await listCopies(device, 'draft')).some(({ value }) => value === work))
          await finalise(device, whole(work));
      for (let more = 0; more < works.length; more += 1) await decide();
      await flushWith([]);
      assert.deepEqual(reached, new Set(works));
      const left = await listEntries(device);
      assert.deepEqual([left.length, left.every(({ state }) => state === 'sent')], [works.length, true]);
      assert.deepEqual(await listCopies(device, 'draft'), []);
      device.database.close();
    }),
    { numRuns: 60 },
  );
});
