import { Dexie, type EntityTable } from 'dexie';
import type { Sealed } from './sealed-box.ts';

/** Who keeps something on this device, and what opens it: their phrase, or what the server keeps for who forgot it. */
export type KeyRing = {
  deviceId: string;
  /** By which the server tells, without a session, whether this device is still known. */
  secret: string;
  salt: Uint8Array<ArrayBuffer>;
  byPhrase: Sealed;
  byServer: Sealed;
};

/** Something taken along, or a piece of work that was begun. */
export type Copy = { id: string; deviceId: string; kind: string; at: string; sealed: Sealed };

/** One command on its way: `ready` to be sent, `waiting` for somebody to decide, `sent` and nothing left of it but that. */
export type Entry = {
  commandId: string;
  deviceId: string;
  state: 'ready' | 'waiting' | 'sent';
  at: string;
  tries: number;
  nextAt: number;
  /** Why it waits. */
  code: string | null;
  sealed: Sealed | null;
};

export type DeviceDatabase = Dexie & {
  keyRings: EntityTable<KeyRing, 'deviceId'>;
  copies: EntityTable<Copy, 'id'>;
  entries: EntityTable<Entry, 'commandId'>;
};

/** What one browser keeps. A write is on the disk before it counts as done: browsers do not promise that by themselves. */
export function openDeviceDatabase(name = 'qantara'): DeviceDatabase {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' }) as DeviceDatabase;
  database.version(1).stores({
    keyRings: 'deviceId',
    copies: 'id, [deviceId+kind]',
    entries: 'commandId, [deviceId+state]',
  });
  return database;
}

/** Takes everything of one owner off the device. */
export async function wipeDevice(database: DeviceDatabase, deviceId: string): Promise<void> {
  const { keyRings, copies, entries } = database;
  await database.transaction('rw', [keyRings, copies, entries], async () => {
    // The keys first: what is left after a crash opens for nobody.
    await keyRings.delete(deviceId);
    await copies.filter((copy) => copy.deviceId === deviceId).delete();
    await entries.filter((entry) => entry.deviceId === deviceId).delete();
  });
}
