import type { DeviceDatabase, KeyRing } from './device-database.ts';
import type { OpenDevice } from './outbox.ts';
import { keyOfBytes, keyOfPhrase, newDataKey, newSalt, unwrapKey, wrapKey } from './sealed-box.ts';

/** What the server gives a device that it has come to know. */
export type KnownDevice = { deviceId: string; secret: string; key: string };

async function ringOf(
  known: KnownDevice,
  dataKey: CryptoKey,
  { phrase, iterations }: { phrase: string; iterations: number | undefined },
): Promise<KeyRing> {
  const salt = newSalt();
  return {
    deviceId: known.deviceId,
    secret: known.secret,
    salt,
    byPhrase: await wrapKey(dataKey, await keyOfPhrase(phrase, salt, iterations)),
    byServer: await wrapKey(dataKey, await keyOfBytes(known.key)),
  };
}

type Opening = { database: DeviceDatabase; phrase: string; iterations?: number };

/** Sets a device up for one owner: a key for data that two others wrap, their phrase and the one that the server keeps. */
export async function setUpDevice(known: KnownDevice, { database, phrase, iterations }: Opening): Promise<OpenDevice> {
  const ring = await ringOf(known, await newDataKey(), { phrase, iterations });
  await database.keyRings.put(ring);
  return (await openByPhrase({ database, phrase, ...(iterations === undefined ? {} : { iterations }) })) ?? lost();
}

function lost(): never {
  throw new Error('the device did not keep its key');
}

/** Opens what belongs to whoever knows this phrase; nobody else's is named, and none is where it is wrong. */
export async function openByPhrase({ database, phrase, iterations }: Opening): Promise<OpenDevice | undefined> {
  for (const ring of await database.keyRings.toArray()) {
    const key = await unwrapKey(ring.byPhrase, await keyOfPhrase(phrase, ring.salt, iterations));
    if (key !== undefined) return { database, deviceId: ring.deviceId, key };
  }
  return undefined;
}

/** For who forgot their phrase and has signed in: what the server keeps opens the data, and a new phrase takes the old one's place. */
export async function setNewPhrase(known: KnownDevice, opening: Opening): Promise<OpenDevice | undefined> {
  const { database, phrase, iterations } = opening;
  const ring = await database.keyRings.get(known.deviceId);
  if (ring === undefined) return undefined;
  const dataKey = await unwrapKey(ring.byServer, await keyOfBytes(known.key), true);
  if (dataKey === undefined) return undefined;
  await database.keyRings.put(await ringOf({ ...known, secret: ring.secret }, dataKey, { phrase, iterations }));
  return openByPhrase(opening);
}
