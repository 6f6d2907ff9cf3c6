import { newId } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Selectable } from 'kysely';
import { newInstanceId } from '../sign-package.ts';
import type { PackageCard, PackageId } from '../../contract/index.ts';
import type { MinistryTables } from '../tables.gen.ts';

export type MinistryCtx = Ctx<MinistryTables>;
export type KeyRow = Selectable<MinistryTables['ministry.signing_key']>;
export type PackageRow = Selectable<MinistryTables['ministry.package']>;

/** What this region is called, held for as long as a package is made: two are never given one number. */
export async function lockInstance({ db }: MinistryCtx): Promise<string | undefined> {
  const row = await db.selectFrom('ministry.instance').select('instance_id').forUpdate().executeTakeFirst();
  return row?.instance_id;
}

export async function findInstance({ db }: MinistryCtx): Promise<string | undefined> {
  return (await db.selectFrom('ministry.instance').select('instance_id').executeTakeFirst())?.instance_id;
}

export async function insertInstance({ db, now }: MinistryCtx): Promise<void> {
  const instance_id = newInstanceId();
  await db
    .insertInto('ministry.instance')
    .values({ instance_id, made_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findKey({ db }: MinistryCtx, state: 'current' | 'next'): Promise<KeyRow | undefined> {
  return db.selectFrom('ministry.signing_key').selectAll().where('state', '=', state).executeTakeFirst();
}

export type NewKey = { publicKey: string; sealedKey: string; state: 'current' | 'next' };

export async function insertKey({ db, now }: MinistryCtx, { publicKey, sealedKey, state }: NewKey): Promise<string> {
  const key_id = newId(now.getTime());
  await db
    .insertInto('ministry.signing_key')
    .values({ key_id, public_key: publicKey, sealed_key: sealedKey, state, made_at: now })
    .execute();
  return key_id;
}

/** The next key takes the place of the one that announced it, whose private half is forgotten. */
export async function turnKeys({ db, now }: MinistryCtx): Promise<void> {
  await db
    .updateTable('ministry.signing_key')
    .set({ state: 'retired', sealed_key: null, retired_at: now })
    .where('state', '=', 'current')
    .execute();
  await db.updateTable('ministry.signing_key').set({ state: 'current' }).where('state', '=', 'next').execute();
}

export const toCard = (row: PackageRow): PackageCard => ({
  packageId: row.package_id as PackageId,
  sequence: row.sequence,
  way: row.way,
  state: row.state,
  address: row.address,
  madeAt: row.made_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
  lastFault: row.last_fault,
});

export async function listPackages({ db }: MinistryCtx): Promise<PackageRow[]> {
  return db.selectFrom('ministry.package').selectAll().orderBy('sequence', 'desc').limit(100).execute();
}

export async function findLastPackage({ db }: MinistryCtx): Promise<PackageRow | undefined> {
  return db.selectFrom('ministry.package').selectAll().orderBy('sequence', 'desc').limit(1).executeTakeFirst();
}

export async function findPackage({ db }: MinistryCtx, packageId: string): Promise<PackageRow | undefined> {
  return db.selectFrom('ministry.package').selectAll().where('package_id', '=', packageId).executeTakeFirst();
}

export type NewPackage = Pick<PackageRow, 'sequence' | 'hash' | 'previous_hash' | 'signed' | 'way' | 'address'>;

export async function insertPackage({ db, now, actor }: MinistryCtx, made: NewPackage): Promise<PackageRow> {
  const isPosted = made.way === 'post';
  return db
    .insertInto('ministry.package')
    .values({
      ...made,
      package_id: newId(now.getTime()),
      state: isPosted ? 'waiting' : 'made',
      due_at: isPosted ? now : null,
      made_by: actor.accountId,
      made_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The oldest first: a ministry takes them in their order, so that one which is tried again later holds up those behind it. */
export async function listDue({ db, now }: MinistryCtx): Promise<PackageRow[]> {
  return db
    .selectFrom('ministry.package as package')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('due_at', '<=', now)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('ministry.package as earlier')
            .select('earlier.package_id')
            .where('earlier.state', '=', 'waiting')
            .where('earlier.due_at', '>', now)
            .whereRef('earlier.address', '=', 'package.address')
            .whereRef('earlier.sequence', '<', 'package.sequence'),
        ),
      ),
    )
    .orderBy('sequence')
    .limit(20)
    .execute();
}

export type Settled = { state: 'waiting' | 'sent' | 'failed'; dueAt: Date | null; fault: string | null };

/** Notes one try; false where another server was first. */
export async function settlePackage(
  { db, now }: MinistryCtx,
  { package_id: packageId, attempts }: Pick<PackageRow, 'package_id' | 'attempts'>,
  { state, dueAt, fault }: Settled,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('ministry.package')
    .set({
      state,
      attempts: attempts + 1,
      due_at: dueAt,
      last_fault: fault,
      ended_at: state === 'waiting' ? null : now,
    })
    .where('package_id', '=', packageId)
    .where('state', '=', 'waiting')
    .where('attempts', '=', attempts)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
