import { refuse, type LocalizedText, type Page } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { within } from '@qantara/territory/domain';
import { listAreas } from '@qantara/territory/server';
import type { Area } from '@qantara/territory/contract';
import type { z } from 'zod';
import type { AssetCollection, AssetMap, AssetSearch, PublicAsset, Tag } from '../contract/index.ts';
import { toAsset, type AssetRow, type Narrowing } from './asset-store.ts';
import { countByArea, countByTag, findShown, listOpen, listPoints, listAssetPage } from './asset-view.ts';
import type { AssetsTables } from './tables.gen.ts';
import { listTagNames, tagsOf, type TagNames } from './tag-store.ts';

type AssetsCtx = Ctx<AssetsTables>;
type Asked = Pick<z.output<typeof AssetSearch>, 'kind' | 'areaId' | 'tag'>;
type Shown = z.input<typeof PublicAsset>;

const MOST_POINTS = 400;
const MOST_TAGS = 12;
/** One answer in memory: a region's assets are thousands, not millions. */
const MOST_EXPORTED = 50_000;

/** An area means all that lies in it. */
export async function narrowingOf(ctx: AssetsCtx, asked: Asked): Promise<Narrowing> {
  const { kind, areaId, tag } = asked;
  return { kind, tag, areaIds: areaId === undefined ? null : within(await listAreas(ctx), areaId) };
}

/** What everyone may read of an asset: its contact only where that was said to be for everyone. */
function toPublic(row: AssetRow, names: TagNames): Shown {
  const {
    isConfidential: _place,
    showsContact,
    endedAt: _at,
    endedWhy: _why,
    version: _version,
    ...asset
  } = toAsset(row, names);
  if (showsContact || asset.kind === 'skill') return asset;
  return { ...asset, phone: null, email: null, website: null };
}

/** Assets of a community, by kind, area and word. */
export async function findAssets(ctx: AssetsCtx, asked: z.output<typeof AssetSearch>): Promise<Page<Shown>> {
  const narrowing = await narrowingOf(ctx, asked);
  const { page, perPage } = asked;
  const { rows, total } = await listAssetPage(ctx, narrowing, { page, perPage, areEnded: false });
  const names = await listTagNames(ctx.db);
  const items = rows.slice(0, perPage).map((row) => toPublic(row, names));
  return { items, page, perPage, total, hasMore: rows.length > perPage };
}

/** One asset as everyone reads it. */
export async function getPublicAsset(ctx: AssetsCtx, { assetId }: { assetId: string }): Promise<Shown> {
  const row = (await findShown(ctx.db, assetId)) ?? refuse('asset_not_found');
  return toPublic(row, await listTagNames(ctx.db));
}

function townOf(areas: Area[], areaId: string): string | null {
  const area = areas.find((one) => one.areaId === areaId);
  if (area === undefined || area.kind === 'region') return null;
  return area.kind === 'municipality' ? area.areaId : area.parentAreaId;
}

async function countByTown(ctx: AssetsCtx, narrowing: Narrowing): Promise<{ areaId: string; count: number }[]> {
  const areas = await listAreas(ctx);
  const towns = new Map<string, number>();
  for (const { areaId, count } of await countByArea(ctx.db, narrowing)) {
    const town = townOf(areas, areaId);
    if (town !== null) towns.set(town, (towns.get(town) ?? 0) + count);
  }
  return [...towns].map(([areaId, count]) => ({ areaId, count }));
}

async function listUsedTags(ctx: AssetsCtx, narrowing: Narrowing): Promise<(Tag & { count: number })[]> {
  const counted = await countByTag(ctx.db, { ...narrowing, tag: undefined }, MOST_TAGS);
  const names = await listTagNames(ctx.db);
  return counted.flatMap(({ tag, count }) => tagsOf([tag], names).map((word) => ({ ...word, count })));
}

/** The same assets as a map shows them: points, towns by how many, and the words that they are found by. */
export async function getAssetMap(ctx: AssetsCtx, asked: Asked): Promise<z.input<typeof AssetMap>> {
  const narrowing = await narrowingOf(ctx, asked);
  const rows = await listPoints(ctx.db, narrowing, MOST_POINTS + 1);
  const points = rows
    .slice(0, MOST_POINTS)
    .flatMap(({ latitude, longitude, ...row }) =>
      latitude === null || longitude === null
        ? []
        : [{ assetId: row.asset_id, kind: row.kind, name: row.name as LocalizedText, latitude, longitude }],
    );
  return {
    points,
    hasMore: rows.length > MOST_POINTS,
    towns: await countByTown(ctx, narrowing),
    tags: await listUsedTags(ctx, narrowing),
  };
}

function withoutBlanks(text: LocalizedText): Partial<Record<'ar' | 'fr' | 'en', string>> {
  return Object.fromEntries(Object.entries(text).filter(([, value]) => value !== undefined && value !== ''));
}

/**
 * All public assets as GeoJSON (RFC 7946): one without a place told has no geometry. Of a skill no contact leaves, not
 * even of the organisation that holds it: a list of who can be reached through whom is not for copying.
 */
export async function exportAssets(ctx: AssetsCtx, asked: Asked): Promise<z.input<typeof AssetCollection>> {
  const rows = await listOpen(ctx.db, await narrowingOf(ctx, asked), MOST_EXPORTED);
  const codes = new Map((await listAreas(ctx)).map(({ areaId, code }) => [areaId as string, code]));
  const names = await listTagNames(ctx.db);
  const features = rows.map((row) => {
    const asset = toPublic(row, names);
    const isSkill = asset.kind === 'skill';
    const { latitude, longitude } = asset;
    return {
      type: 'Feature' as const,
      id: asset.assetId,
      geometry:
        latitude === null || longitude === null
          ? null
          : { type: 'Point' as const, coordinates: [longitude, latitude] as [number, number] },
      properties: {
        kind: asset.kind,
        name: withoutBlanks(asset.name),
        description: asset.description === null ? null : withoutBlanks(asset.description),
        area: codes.get(asset.areaId ?? '') ?? null,
        organisation: asset.organisationName === null ? null : withoutBlanks(asset.organisationName),
        phone: isSkill ? null : asset.phone,
        email: isSkill ? null : asset.email,
        website: asset.website,
        tags: row.tags,
        updated: asset.updatedAt,
      },
    };
  });
  return { type: 'FeatureCollection', features };
}
