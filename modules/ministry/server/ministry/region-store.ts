import { newId, type LocalizedText } from '@qantara/kernel';
import { sql } from 'kysely';
import type { RegionCard, RegionState } from '../../contract/index.ts';
import { isLate } from '../../domain/index.ts';
import type { MinistryCtx } from '../region/exchange-store.ts';

const OVERLAP_DAYS = 30;

type RegionRow = {
  regionId: string;
  name: LocalizedText;
  state: RegionState;
  askedName: LocalizedText | null;
  askedBy: string | null;
  publicKey: string;
  packages: number;
  gaps: number;
  lastMadeAt: Date | null;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
  setAside: number;
};

function withdrawnOf({ withdrawnAt, withdrawnReason, setAside }: RegionRow): RegionCard['withdrawn'] {
  if (withdrawnAt === null || withdrawnReason === null) return null;
  return { at: withdrawnAt.toISOString(), reason: withdrawnReason, setAside };
}

function toCard(row: RegionRow, { actor, now }: MinistryCtx): RegionCard {
  const { regionId, name, askedName, state, publicKey, packages, gaps, lastMadeAt, askedBy } = row;
  return {
    regionId,
    name,
    askedName,
    state,
    publicKey,
    packages,
    gaps,
    isOwn: askedBy !== null && askedBy === actor.accountId,
    lastMadeAt: lastMadeAt?.toISOString() ?? null,
    isLate: state === 'standing' && isLate(lastMadeAt, now),
    withdrawn: withdrawnOf(row),
  };
}

/** Every region that was asked for, with its newest key and what was heard of it. */
export async function listRegions(ctx: MinistryCtx): Promise<RegionCard[]> {
  const { rows } = await sql<RegionRow>`
    select region.region_id as "regionId", region.name, region.state, region.asked_by as "askedBy",
      case when region.asked_name <> region.name then region.asked_name end as "askedName",
      (select public_key from ministry.region_key as key where key.region_id = region.region_id
        order by withdrawn_at nulls first, until nulls first, added_at desc limit 1) as "publicKey",
      count(received.received_id) filter (where set_aside_at is null)::int as packages,
      count(received.received_id) filter (where set_aside_at is null and received.has_gap)::int as gaps,
      max(received.made_at) filter (where set_aside_at is null) as "lastMadeAt",
      region.withdrawn_at as "withdrawnAt", region.withdrawn_reason as "withdrawnReason",
      count(received.received_id) filter (where set_aside_at is not null)::int as "setAside"
    from ministry.region
    left join ministry.received on received.region_id = region.region_id
    group by region.region_id order by region.asked_at, region.region_id`.execute(ctx.db);
  return rows.map((row) => toCard(row, ctx));
}

export async function insertRegion(
  { db, now, actor }: MinistryCtx,
  { instanceId, name, publicKey }: { instanceId: string; name: LocalizedText; publicKey: string },
): Promise<string | null> {
  const row = await db
    .insertInto('ministry.region')
    .values({
      region_id: instanceId,
      record_id: newId(now.getTime()),
      name: JSON.stringify(name),
      asked_name: JSON.stringify(name),
      state: 'asked',
      asked_by: actor.accountId,
      asked_at: now,
    })
    // One that was refused or withdrawn may be asked for again, with the right key; until somebody agrees it is called as before.
    .onConflict((conflict) =>
      conflict
        .column('region_id')
        .doUpdateSet({
          asked_name: JSON.stringify(name),
          state: 'asked',
          asked_by: actor.accountId,
          asked_at: now,
          answered_by: null,
          answered_at: null,
        })
        .where('ministry.region.state', 'in', ['refused', 'withdrawn']),
    )
    .returning('record_id')
    .executeTakeFirst();
  if (row === undefined) return null;
  const former = db.deleteFrom('ministry.region_key').where('region_id', '=', instanceId);
  await former.where('withdrawn_at', 'is', null).execute();
  await addKey({ db, now }, instanceId, publicKey);
  return row.record_id;
}

async function addKey({ db, now }: Pick<MinistryCtx, 'db' | 'now'>, regionId: string, publicKey: string) {
  await db
    .insertInto('ministry.region_key')
    .values({ region_id: regionId, public_key: publicKey, added_at: now })
    // A key that a region had before holds again, unless it was withdrawn.
    .onConflict((conflict) =>
      conflict
        .columns(['region_id', 'public_key'])
        .doUpdateSet({ until: null, added_at: now })
        .where('ministry.region_key.withdrawn_at', 'is', null),
    )
    .execute();
}

/** A key that a package announced: those before it are taken for a while longer. */
export async function addAnnouncedKey(ctx: MinistryCtx, regionId: string, publicKey: string): Promise<void> {
  const until = new Date(ctx.now.getTime() + OVERLAP_DAYS * 86_400_000);
  await ctx.db
    .updateTable('ministry.region_key')
    .set({ until })
    .where('region_id', '=', regionId)
    .where('public_key', '<>', publicKey)
    .where('until', 'is', null)
    .execute();
  await addKey(ctx, regionId, publicKey);
}

/** Answers for a region that waits, and says which record it was; null where somebody answered already. */
export async function saveAnswer(
  ctx: MinistryCtx,
  regionId: string,
  state: 'standing' | 'refused',
): Promise<string | null> {
  const row = await ctx.db
    .updateTable('ministry.region')
    .set((eb) => ({
      state,
      name: state === 'standing' ? eb.fn.coalesce('asked_name', 'name') : eb.ref('name'),
      asked_name: null,
      answered_by: ctx.actor.accountId,
      answered_at: ctx.now,
    }))
    .where('region_id', '=', regionId)
    .where('state', '=', 'asked')
    .returning('record_id')
    .executeTakeFirst();
  return row?.record_id ?? null;
}

export type Sender = { regionId: string; name: LocalizedText; keys: string[] };

/** A region whose packages are taken, with the keys that hold now; held, so that of two packages at once one is second. */
export async function lockSender({ db, now }: MinistryCtx, regionId: string): Promise<Sender | undefined> {
  const row = await db
    .selectFrom('ministry.region')
    .select(['region_id', 'name'])
    .where('region_id', '=', regionId)
    .where('state', '=', 'standing')
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const keys = await db
    .selectFrom('ministry.region_key')
    .select('public_key')
    .where('region_id', '=', regionId)
    .where('withdrawn_at', 'is', null)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', now)]))
    .execute();
  return { regionId: row.region_id, name: row.name as LocalizedText, keys: keys.map((key) => key.public_key) };
}

/** Whether a key was withdrawn, whichever region had it: whoever holds it may not come back by another name. */
export async function isWithdrawn({ db }: MinistryCtx, publicKey: string): Promise<boolean> {
  const query = db.selectFrom('ministry.region_key').select('public_key').where('public_key', '=', publicKey);
  return (await query.where('withdrawn_at', 'is not', null).executeTakeFirst()) !== undefined;
}

type Withdrawal = { regionId: string; reason: string; from: RegionState[] };

/**
 * Withdraws every key of a region, whichever other region has it too, and says which record it was; null where the region is in none of
 * the states that it may be withdrawn from.
 */
export async function saveWithdrawal(ctx: MinistryCtx, { regionId, reason, from }: Withdrawal): Promise<string | null> {
  const { db, now, actor } = ctx;
  const row = await db
    .updateTable('ministry.region')
    .set({ state: 'withdrawn', withdrawn_at: now, withdrawn_by: actor.accountId, withdrawn_reason: reason })
    .where('region_id', '=', regionId)
    .where('state', 'in', from)
    .returning('record_id')
    .executeTakeFirst();
  if (row === undefined) return null;
  const own = db.selectFrom('ministry.region_key').select('public_key').where('region_id', '=', regionId);
  const keys = db.updateTable('ministry.region_key').set({ withdrawn_at: now }).where('public_key', 'in', own);
  await keys.where('withdrawn_at', 'is', null).execute();
  return row.record_id;
}
