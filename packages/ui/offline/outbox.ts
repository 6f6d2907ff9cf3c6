import type { Invoke } from '@qantara/kernel';
import type { Copy, DeviceDatabase, Entry } from './device-database.ts';
import { seal, unseal } from './sealed-box.ts';

/** What one owner keeps on this device, once it is open. */
export type OpenDevice = { database: DeviceDatabase; deviceId: string; key: CryptoKey };

/** A command as it is sent, and what its author reads of it until then. */
export type Packed = { path: string; input: unknown; about: Record<string, string> };

/** What became of one sending. */
export type Outcome = { kind: 'done' } | { kind: 'refused'; code: string } | { kind: 'later' } | { kind: 'sign_in' };
export type Send = (packed: Packed, commandId: string) => Promise<Outcome>;

/** Refusals that say nothing of the command itself. */
const LATER: ReadonlySet<string> = new Set(['busy', 'broken', 'too_many_requests']);
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 120_000;

/**
 * Sends by the ordinary way of pages. What is no answer of ours (no network, a portal that asks for a password, a fault) is tried again;
 * only an answer that `isReceipt` recognises counts as sent.
 */
export function sendBy(invoke: Invoke, isReceipt: (value: unknown) => boolean): Send {
  return async ({ path, input }, commandId) => {
    try {
      const answer = await invoke(path, input, { commandId });
      if (answer.ok) return isReceipt(answer.value) ? { kind: 'done' } : { kind: 'later' };
      if (answer.code === 'not_signed_in') return { kind: 'sign_in' };
      return LATER.has(answer.code) ? { kind: 'later' } : { kind: 'refused', code: answer.code };
    } catch {
      return { kind: 'later' };
    }
  };
}

type Final = { commandId: string; packed: Packed; now: Date; draftId?: string };

/**
 * Puts a command on its way, and the draft that it came from goes, in one step: there is never neither, nor both. It is read back before
 * it counts as kept.
 */
export async function finalise(
  { database, deviceId, key }: OpenDevice,
  { commandId, packed, now, draftId }: Final,
): Promise<void> {
  const sealed = await seal(key, commandId, packed);
  const entry: Entry = {
    commandId,
    deviceId,
    state: 'ready',
    at: now.toISOString(),
    tries: 0,
    nextAt: 0,
    code: null,
    sealed,
  };
  const { entries, copies } = database;
  await database.transaction('rw', [entries, copies], async () => {
    // A second press of the button finalises the same command once.
    if ((await entries.get(commandId)) === undefined) await entries.add(entry);
    if (draftId !== undefined) await copies.delete(draftId);
  });
  const kept = await entries.get(commandId);
  if (kept === undefined) throw new Error('the device did not keep what it was given');
}

function settled(entry: Entry, outcome: Outcome, now: number): Partial<Entry> {
  if (outcome.kind === 'done') return { state: 'sent', code: null, sealed: null };
  if (outcome.kind === 'refused') return { state: 'waiting', code: outcome.code };
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(entry.tries, 10));
  return { tries: entry.tries + 1, nextAt: outcome.kind === 'sign_in' ? 0 : now + wait };
}

/** Only what has not been settled by another page in the meantime. */
async function settle(database: DeviceDatabase, entry: Entry, change: Partial<Entry>): Promise<void> {
  await database.transaction('rw', database.entries, async () => {
    const current = await database.entries.get(entry.commandId);
    if (current?.state === 'ready') await database.entries.update(entry.commandId, change);
  });
}

/**
 * Sends what is ready, in its order. A command is repeated under its own identifier until an answer was kept here, so that whatever is
 * cut off between two steps happens again, and once. Stops where one has to sign in. Gives whether anything is left for later.
 */
export async function flush(
  { database, deviceId, key }: OpenDevice,
  { send, now = Date.now }: { send: Send; now?: () => number },
): Promise<Outcome['kind']> {
  const ready = await database.entries.where({ deviceId, state: 'ready' }).sortBy('at');
  let left: Outcome['kind'] = 'done';
  for (const entry of ready) {
    if (entry.nextAt > now() || entry.sealed === null) {
      left = 'later';
      continue;
    }
    const packed = (await unseal(key, entry.commandId, entry.sealed)) as Packed;
    const outcome = await send(packed, entry.commandId);
    await settle(database, entry, settled(entry, outcome, now()));
    if (outcome.kind === 'sign_in') return 'sign_in';
    if (outcome.kind === 'later') left = 'later';
  }
  return left;
}

/** What somebody decided about a command that waits: to send it as it is or changed, under an identifier of its own, or to let it go. */
export async function decideEntry(
  device: OpenDevice,
  commandId: string,
  decided: { again: Packed; commandId: string; now: Date } | 'drop',
): Promise<void> {
  const { database, deviceId, key } = device;
  const sealed = decided === 'drop' ? null : await seal(key, decided.commandId, decided.again);
  await database.transaction('rw', database.entries, async () => {
    const waiting = await database.entries.get(commandId);
    if (waiting?.state !== 'waiting') return;
    await database.entries.delete(commandId);
    if (decided === 'drop' || sealed === null) return;
    const at = decided.now.toISOString();
    const fresh = { deviceId, state: 'ready' as const, at, tries: 0, nextAt: 0, code: null, sealed };
    await database.entries.put({ commandId: decided.commandId, ...fresh });
  });
}

/** A command and what it is about, for its author; of one that was sent nothing is left to read. */
export type ShownEntry = Omit<Entry, 'sealed'> & { packed: Packed | null };

/** Everything of one owner that is on its way, the newest first. */
export async function listEntries({ database, deviceId, key }: OpenDevice): Promise<ShownEntry[]> {
  const rows = await database.entries.filter((entry) => entry.deviceId === deviceId).toArray();
  const shown = await Promise.all(
    rows.map(async ({ sealed, ...entry }) => ({
      ...entry,
      packed: sealed === null ? null : ((await unseal(key, entry.commandId, sealed)) as Packed),
    })),
  );
  return shown.toSorted((one, other) => (one.at < other.at ? 1 : -1));
}

/** Keeps something on the device, sealed. */
export async function keepCopy(
  { database, deviceId, key }: OpenDevice,
  { id, kind, value, now }: { id: string; kind: string; value: unknown; now: Date },
): Promise<void> {
  const copy: Copy = { id, deviceId, kind, at: now.toISOString(), sealed: await seal(key, `${kind} ${id}`, value) };
  await database.copies.put(copy);
}

export type OpenedCopy<T> = { id: string; at: string; value: T };

/** What of one kind is kept, the newest first. */
export async function listCopies<T>({ database, deviceId, key }: OpenDevice, kind: string): Promise<OpenedCopy<T>[]> {
  const rows = await database.copies.where({ deviceId, kind }).toArray();
  const opened = await Promise.all(
    rows.map(async ({ id, at, sealed }) => ({ id, at, value: (await unseal(key, `${kind} ${id}`, sealed)) as T })),
  );
  return opened.toSorted((one, other) => (one.at < other.at ? 1 : -1));
}

export async function dropCopy({ database }: OpenDevice, id: string): Promise<void> {
  await database.copies.delete(id);
}
