import {
  listEntries,
  openDeviceDatabase,
  type DeviceDatabase,
  type OpenDevice,
  type ShownEntry,
} from '@qantara/ui/offline';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  checkOwners,
  contactServer,
  countWaiting,
  readDevice,
  type Contact,
  type DeviceContents,
} from './device-work.ts';

const CONTACT_EVERY_MS = 10_000;
/** Whoever puts the device down does not leave it open. */
const LOCKED_AFTER_MS = 15 * 60_000;

export type DeviceState = {
  database: DeviceDatabase | null;
  /** Whether anybody has set this device up; null until it is known. */
  isSetUp: boolean | null;
  device: OpenDevice | null;
  contents: DeviceContents | null;
  entries: ShownEntry[];
  contact: Contact | null;
  /** How many of the owner's answers wait at the server for a decision. */
  waiting: number;
  open: (device: OpenDevice) => void;
  lock: () => void;
  /** Reads the device again after something was done on it, and sends what is ready. */
  refresh: () => Promise<void>;
};

/** One page of this browser at a time speaks with the server; the others wait for the next turn. */
async function alone<T>(work: () => Promise<T>): Promise<T | null> {
  return navigator.locks.request('qantara-outbox', { ifAvailable: true }, (lock) =>
    lock === null ? Promise.resolve(null) : work(),
  );
}

function useLockWhenIdle(isOpen: boolean, lock: () => void): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    let timer = setTimeout(lock, LOCKED_AFTER_MS);
    const touched = () => {
      clearTimeout(timer);
      timer = setTimeout(lock, LOCKED_AFTER_MS);
    };
    for (const event of ['pointerdown', 'keydown']) addEventListener(event, touched);
    return () => {
      clearTimeout(timer);
      for (const event of ['pointerdown', 'keydown']) removeEventListener(event, touched);
    };
  }, [isOpen, lock]);
}

/** Speaks with the server now and then: the news that a network is there is not to be relied on. */
function useContact(contact: () => Promise<void>): void {
  useEffect(() => {
    const turn = () => void contact();
    turn();
    const timer = setInterval(turn, CONTACT_EVERY_MS);
    addEventListener('online', turn);
    return () => {
      clearInterval(timer);
      removeEventListener('online', turn);
    };
  }, [contact]);
}

/** The database of this browser, and whether anybody has set the device up; the page is kept from now on. */
function useDatabase() {
  const [database, setDatabase] = useState<DeviceDatabase | null>(null);
  const [isSetUp, setSetUp] = useState<boolean | null>(null);
  useEffect(() => {
    const opened = openDeviceDatabase();
    void opened.keyRings.count().then((count) => {
      setDatabase(opened);
      setSetUp(count > 0);
    });
    void navigator.serviceWorker?.register('/service-worker.js');
    return () => opened.close();
  }, []);
  return { database, isSetUp, setSetUp };
}

/** What an open device shows; the key is held here alone and goes when it is locked. */
function useOpenDevice() {
  const [device, setDevice] = useState<OpenDevice | null>(null);
  const [contents, setContents] = useState<DeviceContents | null>(null);
  const [entries, setEntries] = useState<ShownEntry[]>([]);
  const current = useRef<OpenDevice | null>(null);
  const lock = useCallback(() => {
    current.current = null;
    setDevice(null);
    setContents(null);
    setEntries([]);
  }, []);
  const show = useCallback(async () => {
    const open = current.current;
    if (open === null) return;
    setContents(await readDevice(open));
    setEntries(await listEntries(open));
  }, []);
  const hold = (opened: OpenDevice) => {
    current.current = opened;
    setDevice(opened);
  };
  return { device, contents, entries, current, lock, show, hold };
}

/** One contact: who may keep what, then what is on its way. */
async function speakWith(database: DeviceDatabase, open: OpenDevice | null): Promise<Contact | 'wiped' | null> {
  const wiped = await checkOwners(database);
  if (open === null) return null;
  return wiped.includes(open.deviceId) ? 'wiped' : contactServer(open);
}

/** What this browser keeps for whoever has opened it, and how it stands with the server. */
export function useDevice(): DeviceState {
  const { database, isSetUp, setSetUp } = useDatabase();
  const { device, contents, entries, current, lock, show, hold } = useOpenDevice();
  const [contact, setContact] = useState<Contact | null>(null);
  const [waiting, setWaiting] = useState(0);
  const speak = useCallback(async () => {
    if (database === null) return;
    const came = await alone(() => speakWith(database, current.current));
    setSetUp((await database.keyRings.count()) > 0);
    if (came === 'wiped') lock();
    else if (came !== null) setContact(came);
    if (came === 'done') setWaiting(await countWaiting());
    await show();
  }, [database, current, lock, setSetUp, show]);
  useContact(speak);
  useLockWhenIdle(device !== null, lock);
  const refresh = useCallback(async () => {
    await show();
    await speak();
  }, [show, speak]);
  const open = (opened: OpenDevice) => {
    hold(opened);
    setSetUp(true);
    void refresh();
  };
  return { database, isSetUp, device, contents, entries, contact, waiting, open, lock, refresh };
}
