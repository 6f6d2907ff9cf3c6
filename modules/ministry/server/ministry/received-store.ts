import { newId } from '@qantara/kernel';
import { sql } from 'kysely';
import type { PackageContent } from '../../contract/index.ts';
import type { Known } from '../../domain/index.ts';
import type { MinistryCtx } from '../region/exchange-store.ts';

/** The newest package of a region that is believed: what comes next follows it. */
export async function findNewest({ db }: MinistryCtx, regionId: string): Promise<Known | null> {
  const row = await db
    .selectFrom('ministry.received')
    .select(['sequence', 'hash'])
    .where('region_id', '=', regionId)
    .where('set_aside_at', 'is', null)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Whether a package was taken before, though it was set aside since. */
export async function isTaken({ db }: MinistryCtx, regionId: string, hash: string): Promise<boolean> {
  const query = db.selectFrom('ministry.received').select('received_id').where('region_id', '=', regionId);
  return (await query.where('hash', '=', hash).executeTakeFirst()) !== undefined;
}

export type Received = {
  regionId: string;
  hash: string;
  hasGap: boolean;
  way: 'post' | 'upload';
  content: PackageContent;
};

export async function insertReceived({ db, now }: MinistryCtx, one: Received): Promise<string> {
  const received_id = newId(now.getTime());
  await db
    .insertInto('ministry.received')
    .values({
      received_id,
      region_id: one.regionId,
      sequence: one.content.sequence,
      hash: one.hash,
      has_gap: one.hasGap,
      way: one.way,
      content: JSON.stringify(one.content),
      made_at: one.content.madeAt,
      received_at: now,
    })
    .execute();
  return received_id;
}

/** Sets aside what was taken of a region on a day or later, in the region's calendar, and says how many packages it was. */
export async function setAsideSince(ctx: MinistryCtx, regionId: string, since: string): Promise<number> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('ministry.received')
    .set({ set_aside_at: ctx.now })
    .where('region_id', '=', regionId)
    .where('set_aside_at', 'is', null)
    .where('received_at', '>=', sql<Date>`${since}::timestamp at time zone ${ctx.timeZone}`)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** What each region told last, of what is believed. */
export async function listNewest({ db }: MinistryCtx): Promise<{ regionId: string; content: PackageContent }[]> {
  const { rows } = await sql<{ regionId: string; content: PackageContent }>`
    select distinct on (region_id) region_id as "regionId", content from ministry.received
    where set_aside_at is null order by region_id, sequence desc`.execute(db);
  return rows;
}
