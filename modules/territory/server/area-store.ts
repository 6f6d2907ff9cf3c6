import { withTables, type AnyCtx } from '@qantara/platform';
import { newId, type LocalizedText } from '@qantara/kernel';
import type { Kysely } from 'kysely';
import type { Area, AreaId, AreaKind, AreaOnMap } from '../contract/index.ts';
import type { TerritoryTables } from './tables.gen.ts';

export type NewArea = {
  code: string;
  parentCode: string | null;
  kind: AreaKind;
  name: LocalizedText;
  boundary: AreaOnMap['boundary'] | null;
  latitude: number | null;
  longitude: number | null;
  population: number | null;
};

/** Every area, or those of one kind, in the order of their codes. */
export async function listAreas(anyCtx: AnyCtx, kind?: AreaKind): Promise<Area[]> {
  const { db } = withTables<TerritoryTables>(anyCtx);
  const rows = await db
    .selectFrom('territory.area')
    .select(['area_id', 'parent_area_id', 'kind', 'code', 'name', 'latitude', 'longitude', 'population'])
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'region'))
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    areaId: row.area_id as AreaId,
    parentAreaId: row.parent_area_id as AreaId | null,
    kind: row.kind,
    code: row.code,
    name: row.name as LocalizedText,
    latitude: row.latitude,
    longitude: row.longitude,
    population: row.population,
  }));
}

/** The boundaries of one kind of area. An area without a boundary is not on the map; its figures are in the table. */
export async function listAreasOnMap(db: Kysely<TerritoryTables>, kind: AreaKind): Promise<AreaOnMap[]> {
  const rows = await db
    .selectFrom('territory.area')
    .select(['area_id', 'name', 'boundary'])
    .where('kind', '=', kind)
    .where('boundary', 'is not', null)
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    areaId: row.area_id as AreaId,
    name: row.name as LocalizedText,
    boundary: row.boundary as AreaOnMap['boundary'],
  }));
}

/** Adds an area under the area with its parent's code. */
export async function saveArea(anyCtx: AnyCtx, area: NewArea): Promise<AreaId> {
  const ctx = withTables<TerritoryTables>(anyCtx);
  const areaId = newId<'AreaId'>(ctx.now.getTime());
  const parent =
    area.parentCode === null
      ? undefined
      : await ctx.db
          .selectFrom('territory.area')
          .select('area_id')
          .where('code', '=', area.parentCode)
          .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto('territory.area')
    .values({
      area_id: areaId,
      parent_area_id: parent?.area_id ?? null,
      kind: area.kind,
      code: area.code,
      name: JSON.stringify(area.name),
      boundary: area.boundary === null ? null : JSON.stringify(area.boundary),
      latitude: area.latitude,
      longitude: area.longitude,
      population: area.population,
      created_at: ctx.now,
    })
    .execute();
  ctx.emit({ type: 'area.added', subject: areaId, data: { code: area.code } });
  return areaId;
}
