import { randomBytes, timingSafeEqual } from 'node:crypto';
import { findActorOf } from '@qantara/identity/server';
import { markOf, newId, refuse } from '@qantara/kernel';
import { findVisiblePerson } from '@qantara/people/server';
import type { Ctx } from '@qantara/platform';
import { RECEIVED, type TakenPerson } from '../contract/index.ts';
import { findDevice, insertDevice, saveEnded, type KeptDevice } from './device-store.ts';
import type { OfflineTables } from './tables.gen.ts';

type OfflineCtx = Ctx<OfflineTables>;

const digestOf = (ctx: OfflineCtx, secret: string) => ctx.vault.digest('offline device', secret);

/** A device of this account that has not ended; anybody else's is not there. */
async function getOwn(ctx: OfflineCtx, deviceId: string): Promise<KeptDevice> {
  const device = (await findDevice(ctx.db, deviceId)) ?? refuse('device_not_found');
  return device.accountId === ctx.actor.accountId && device.endedAt === null ? device : refuse('device_not_found');
}

/** Comes to know a browser that somebody takes along, and keeps half of what opens its copy, for who forgets their phrase. */
export async function addDevice(ctx: OfflineCtx) {
  const accountId = ctx.actor.accountId ?? refuse('device_not_found');
  const [secret, key] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64')];
  const deviceId = newId(ctx.now.getTime());
  const sealed = { digest: digestOf(ctx, secret), sealedKey: ctx.vault.seal(key) };
  await insertDevice(ctx.db, { deviceId, accountId, addedAt: ctx.now, ...sealed });
  ctx.emit({ type: 'device.added', subject: deviceId });
  return { deviceId, secret, key };
}

/** Ends a device of one's own: at its next contact everything of this account is taken off it. */
export async function endDevice(ctx: OfflineCtx, { deviceId }: { deviceId: string }) {
  await getOwn(ctx, deviceId);
  await saveEnded(ctx.db, deviceId, ctx.now);
  ctx.emit({ type: 'device.ended', subject: deviceId });
  return { isEnded: true };
}

/** The half of the key that is kept here, for the account whose device it is. */
export async function openDevice(ctx: OfflineCtx, { deviceId }: { deviceId: string }) {
  return { key: ctx.vault.open((await getOwn(ctx, deviceId)).sealedKey) };
}

/**
 * Whether a device may keep what it holds: asked without a session, so that one whose account was closed learns of it too. A device that
 * is not known, and a wrong secret, are told that it may: nobody takes data off a device by guessing.
 */
export async function checkDevice(ctx: OfflineCtx, { deviceId, secret }: { deviceId: string; secret: string }) {
  const device = await findDevice(ctx.db, deviceId);
  const isTheirs = device !== undefined && timingSafeEqual(device.digest, digestOf(ctx, secret));
  if (!isTheirs) return { received: RECEIVED, isLive: true } as const;
  const actor = await findActorOf(ctx, device.accountId);
  const isOpen = actor !== undefined && actor.permissions.has('form:answer');
  return { received: RECEIVED, isLive: device.endedAt === null && isOpen } as const;
}

/**
 * The people whom somebody takes along, as they may know them now: the least that tells one from another. Whom they may not open any
 * more is not among them, and goes from the device. Each opening is recorded as one by a copy.
 */
export async function takePeople(ctx: OfflineCtx, given: { deviceId: string; personIds: string[] }) {
  await getOwn(ctx, given.deviceId);
  const people: TakenPerson[] = [];
  for (const personId of given.personIds) {
    const person = await findVisiblePerson(ctx, personId);
    if (person !== undefined) people.push({ personId, mark: markOf(personId), displayName: person.displayName });
  }
  const personIds = people.map(({ personId }) => personId);
  ctx.noteAccess({ personId: personIds, kind: 'card', channel: 'offline' });
  return { received: RECEIVED, people } as const;
}
