import { randomBytes } from 'node:crypto';
import { newId, type Locale } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import type { ShortlistsTables } from './tables.gen.ts';

type ListsCtx = Ctx<ShortlistsTables>;
export type OfList = { personId: string; shortlistId: string };
export type ItemRow = { serviceId: string; note: string | null };
export type ListRow = OfList & {
  note: string | null;
  locale: Locale;
  version: number;
  sharedUntil: Date | null;
  items: ItemRow[];
};

/** A month is what a person needs to call round; a forgotten link ends by itself. */
const SHARED_DAYS = 60;
const DAY_MS = 86_400_000;

const digestOf = (ctx: ListsCtx, token: string): Buffer => ctx.vault.digest('shortlist link', token);

export async function insertShortlist(ctx: ListsCtx, of: { personId: string; locale: Locale }): Promise<OfList> {
  const shortlistId = newId(ctx.now.getTime());
  await ctx.db
    .insertInto('shortlists.shortlist')
    .values({
      person_id: of.personId,
      shortlist_id: shortlistId,
      locale: of.locale,
      prepared_by: ctx.actor.accountId,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
  return { personId: of.personId, shortlistId };
}

type Row = {
  person_id: string;
  shortlist_id: string;
  note: string | null;
  locale: Locale;
  version: number;
  shared_until: Date | null;
  items: ItemRow[];
};

const SELECTED = sql`
  select list.person_id, list.shortlist_id, list.note, list.locale, list.version,
    case when list.share_digest is null then null else list.shared_until end as shared_until,
    coalesce((select json_agg(json_build_object('serviceId', item.service_id, 'note', item.note) order by item.position, item.service_id)
      from shortlists.item where item.person_id = list.person_id and item.shortlist_id = list.shortlist_id), '[]') as items
  from shortlists.shortlist as list`;

const toList = (row: Row): ListRow => ({
  personId: row.person_id,
  shortlistId: row.shortlist_id,
  note: row.note,
  locale: row.locale,
  version: row.version,
  sharedUntil: row.shared_until,
  items: row.items,
});

export async function findShortlist(ctx: ListsCtx, of: OfList): Promise<ListRow | undefined> {
  const { rows } = await sql<Row>`${SELECTED}
    where list.person_id = ${of.personId} and list.shortlist_id = ${of.shortlistId}`.execute(ctx.db);
  return rows.map(toList)[0];
}

/** The same, held until the command ends: two who add at once both add. */
export async function lockShortlist(ctx: ListsCtx, of: OfList): Promise<ListRow | undefined> {
  await sql`select 1 from shortlists.shortlist
    where person_id = ${of.personId} and shortlist_id = ${of.shortlistId} for update`.execute(ctx.db);
  return findShortlist(ctx, of);
}

/** The list that a living link is of. Whoever holds it has no circle: the database shows them the one list that has its digest. */
export async function findShared(ctx: ListsCtx, token: string): Promise<ListRow | undefined> {
  const digest = digestOf(ctx, token);
  return ctx.db.transaction().execute(async (db) => {
    await sql`select set_config('qantara.share', ${digest.toString('hex')}, true)`.execute(db);
    const { rows } = await sql<Row>`${SELECTED}
      where list.share_digest = ${digest} and list.shared_until > ${ctx.now}`.execute(db);
    return rows.map(toList)[0];
  });
}

/** The lists of a person, newest first. */
export async function listShortlistRows(ctx: ListsCtx, recordIds: readonly string[]) {
  return ctx.db
    .selectFrom('shortlists.shortlist')
    .select((eb) => [
      'person_id',
      'shortlist_id',
      'locale',
      'updated_at',
      'share_digest',
      'shared_until',
      eb
        .selectFrom('shortlists.item')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('shortlists.item.person_id', '=', 'shortlists.shortlist.person_id')
        .whereRef('shortlists.item.shortlist_id', '=', 'shortlists.shortlist.shortlist_id')
        .as('services'),
    ])
    .where('person_id', 'in', recordIds)
    .orderBy('updated_at', 'desc')
    .orderBy('shortlist_id', 'desc')
    .limit(50)
    .execute();
}

/** Writes the services of a list in this order. */
export async function saveItems(ctx: ListsCtx, of: OfList, items: ItemRow[]): Promise<void> {
  await ctx.db
    .deleteFrom('shortlists.item')
    .where('person_id', '=', of.personId)
    .where('shortlist_id', '=', of.shortlistId)
    .execute();
  if (items.length > 0)
    await ctx.db
      .insertInto('shortlists.item')
      .values(
        items.map((item, index) => ({
          person_id: of.personId,
          shortlist_id: of.shortlistId,
          service_id: item.serviceId,
          position: index + 1,
          note: item.note,
        })),
      )
      .execute();
  await saveList(ctx, of, {});
}

export async function saveList(
  ctx: ListsCtx,
  of: OfList,
  values: { note?: string | null; locale?: Locale },
): Promise<void> {
  await ctx.db
    .updateTable('shortlists.shortlist')
    .set((eb) => ({ ...values, version: eb('version', '+', 1), updated_at: ctx.now }))
    .where('person_id', '=', of.personId)
    .where('shortlist_id', '=', of.shortlistId)
    .execute();
}

/** Makes a link for a list, in place of the one that it had; the secret is told once. */
export async function saveShare(ctx: ListsCtx, of: OfList): Promise<{ token: string; sharedUntil: string }> {
  const token = randomBytes(32).toString('base64url');
  const sharedUntil = new Date(ctx.now.getTime() + SHARED_DAYS * DAY_MS);
  await ctx.db
    .updateTable('shortlists.shortlist')
    .set({ share_digest: digestOf(ctx, token), shared_until: sharedUntil })
    .where('person_id', '=', of.personId)
    .where('shortlist_id', '=', of.shortlistId)
    .execute();
  return { token, sharedUntil: sharedUntil.toISOString() };
}

export async function removeShare(ctx: ListsCtx, of: OfList): Promise<void> {
  await ctx.db
    .updateTable('shortlists.shortlist')
    .set({ share_digest: null, shared_until: null })
    .where('person_id', '=', of.personId)
    .where('shortlist_id', '=', of.shortlistId)
    .execute();
}
