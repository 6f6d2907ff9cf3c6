export { openDeviceDatabase, wipeDevice, type DeviceDatabase, type Entry, type KeyRing } from './device-database.ts';
export { openByPhrase, setNewPhrase, setUpDevice, type KnownDevice } from './key-ring.ts';
export {
  decideEntry,
  dropCopy,
  finalise,
  flush,
  keepCopy,
  listCopies,
  listEntries,
  sendBy,
  type OpenDevice,
  type OpenedCopy,
  type Outcome,
  type Packed,
  type Send,
  type ShownEntry,
} from './outbox.ts';
