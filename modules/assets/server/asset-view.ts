import type { Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import { nameIn, narrowed, selectAssets, selectWhole, type AssetRow, type Db, type Narrowing } from './asset-store.ts';
import type { AssetsTables } from './tables.gen.ts';

/** Assets that have not ended, which is all that anybody but the staff is shown. */
function shown(db: Db, narrowing: Narrowing) {
  return narrowed(selectAssets(db), narrowing).where('asset.ended_at', 'is', null);
}

type Asked = { page: number; perPage: number; areEnded: boolean };

/** One page by name, with one row more where there are more, and how many there are in all. */
export async function listAssetPage(
  { db, locale }: Pick<Ctx<AssetsTables>, 'db' | 'locale'>,
  narrowing: Narrowing,
  { page, perPage, areEnded }: Asked,
): Promise<{ rows: AssetRow[]; total: number }> {
  const ended = areEnded ? 'is not' : 'is';
  const rows = await narrowed(selectWhole(db), narrowing)
    .where('asset.ended_at', ended, null)
    .orderBy(nameIn(locale))
    .orderBy('asset.asset_id')
    .limit(perPage + 1)
    .offset((page - 1) * perPage)
    .execute();
  const { count } = await narrowed(selectAssets(db), narrowing)
    .where('asset.ended_at', ended, null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return { rows, total: Number(count) };
}

/** One that has not ended. */
export async function findShown(db: Db, assetId: string): Promise<AssetRow | undefined> {
  return selectWhole(db).where('asset.asset_id', '=', assetId).where('asset.ended_at', 'is', null).executeTakeFirst();
}

/** How many are in each area, but for those whose place nobody may know. */
export async function countByArea(db: Db, narrowing: Narrowing): Promise<{ areaId: string; count: number }[]> {
  const rows = await shown(db, narrowing)
    .where('asset.is_confidential', '=', false)
    .where('asset.area_id', 'is not', null)
    .select(['asset.area_id', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('asset.area_id')
    .execute();
  return rows.map((row) => ({ areaId: row.area_id ?? '', count: Number(row.count) }));
}

/** The words that they are most found by. */
export async function countByTag(
  db: Db,
  narrowing: Narrowing,
  limit: number,
): Promise<{ tag: string; count: number }[]> {
  const tagged = shown(db, narrowing).select(sql<string>`unnest(asset.tags)`.as('tag'));
  const rows = await db
    .selectFrom(tagged.as('tagged'))
    .select(['tag', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('tag')
    .orderBy('count', 'desc')
    .orderBy('tag')
    .limit(limit)
    .execute();
  return rows.map(({ tag, count }) => ({ tag, count: Number(count) }));
}

/** Those with a point that everyone may know. */
export async function listPoints(db: Db, narrowing: Narrowing, limit: number) {
  return shown(db, narrowing)
    .where('asset.is_confidential', '=', false)
    .where('asset.latitude', 'is not', null)
    .select(['asset.asset_id', 'asset.kind', 'asset.name', 'asset.latitude', 'asset.longitude'])
    .orderBy('asset.asset_id')
    .limit(limit)
    .execute();
}

/** Those whose place everyone may know, whole. */
export async function listOpen(db: Db, narrowing: Narrowing, limit: number): Promise<AssetRow[]> {
  return narrowed(selectWhole(db), narrowing)
    .where('asset.ended_at', 'is', null)
    .where('asset.is_confidential', '=', false)
    .orderBy('asset.asset_id')
    .limit(limit)
    .execute();
}
