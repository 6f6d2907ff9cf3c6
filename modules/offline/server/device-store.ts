import type { Kysely } from 'kysely';
import type { OfflineTables } from './tables.gen.ts';

type Db = Kysely<OfflineTables>;

export type KeptDevice = {
  deviceId: string;
  accountId: string;
  digest: Buffer;
  sealedKey: string;
  addedAt: Date;
  endedAt: Date | null;
};

export async function insertDevice(db: Db, device: Omit<KeptDevice, 'endedAt'>): Promise<void> {
  await db
    .insertInto('offline.device')
    .values({
      device_id: device.deviceId,
      account_id: device.accountId,
      secret_digest: device.digest,
      sealed_key: device.sealedKey,
      added_at: device.addedAt,
    })
    .execute();
}

export async function findDevice(db: Db, deviceId: string): Promise<KeptDevice | undefined> {
  const row = await db.selectFrom('offline.device').selectAll().where('device_id', '=', deviceId).executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    deviceId: row.device_id,
    accountId: row.account_id,
    digest: Buffer.from(row.secret_digest),
    sealedKey: row.sealed_key,
    addedAt: row.added_at,
    endedAt: row.ended_at,
  };
}

/** The devices of one account, newest first. */
export async function listDeviceRows(db: Db, accountId: string) {
  const rows = await db
    .selectFrom('offline.device')
    .select(['device_id', 'added_at', 'ended_at'])
    .where('account_id', '=', accountId)
    .orderBy('added_at', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    deviceId: row.device_id,
    addedAt: row.added_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  }));
}

/** Ends a device; what opens its copy is kept no more. */
export async function saveEnded(db: Db, deviceId: string, now: Date): Promise<void> {
  await db
    .updateTable('offline.device')
    .set({ ended_at: now, sealed_key: '' })
    .where('device_id', '=', deviceId)
    .execute();
}
