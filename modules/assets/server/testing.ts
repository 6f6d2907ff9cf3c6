import type { Actor } from '@qantara/kernel';
import { identityModule } from '@qantara/identity/server';
import { actorInRole, get, inSystem, openBench, type Bench } from '@qantara/identity/testing';
import { organisationsModule, saveOrganisation } from '@qantara/organisations/server';
import { saveArea, territoryModule } from '@qantara/territory/server';
import type { AssetImport, AssetMapping, NewAsset } from '../contract/index.ts';
import { assetsModule } from './index.ts';

/** Two organisations that hold skills, a planner who takes files in, and a town of one square degree. */
export type AssetsBench = Bench & {
  organisations: Record<'hub' | 'clinic', string>;
  areas: Record<'town' | 'garden', string>;
  planner: Actor;
  navigator: Actor;
  otherNavigator: Actor;
};

function square(west: number, south: number, side: number) {
  const [east, north] = [west + side, south + side];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon' as const, coordinates: [ring] };
}

async function addAreas(bench: Bench): Promise<AssetsBench['areas']> {
  const none = { latitude: null, longitude: null, population: null };
  const add = (
    area: { code: string; parentCode: string | null; kind: 'municipality' | 'neighbourhood' },
    side: number,
  ) =>
    inSystem(bench, (ctx) =>
      saveArea(ctx, { ...area, ...none, name: { en: area.code }, boundary: square(10, 36, side) }),
    );
  return {
    town: await add({ code: 'TOWN', parentCode: null, kind: 'municipality' }, 1),
    garden: await add({ code: 'GARDEN', parentCode: 'TOWN', kind: 'neighbourhood' }, 0.5),
  };
}

/** A database of its own with the modules below and this one. */
export async function openAssetsBench(): Promise<AssetsBench> {
  const bench = await openBench([identityModule, territoryModule, organisationsModule, assetsModule]);
  const named = (name: string): Promise<string> =>
    inSystem(bench, (ctx) =>
      saveOrganisation(ctx, {
        name: { en: name },
        description: null,
        sector: 'association',
        email: null,
        phone: `070 555 ${name}`,
        website: null,
        areaId: null,
        receivesReferrals: false,
      }),
    );
  const organisations = { hub: await named('hub'), clinic: await named('clinic') };
  return {
    ...bench,
    organisations,
    areas: await addAreas(bench),
    planner: actorInRole('planner', organisations.hub),
    navigator: actorInRole('navigator', organisations.hub),
    otherNavigator: actorInRole('navigator', organisations.clinic),
  };
}

/** A public garden in the town, unless the test says otherwise. */
export async function anAsset(
  bench: AssetsBench,
  changed: Partial<NewAsset> = {},
  actor: Actor = bench.navigator,
): Promise<string> {
  const given = {
    kind: 'place',
    name: { ar: 'الحديقة', fr: 'Le jardin', en: 'The garden' },
    areaId: bench.areas.garden,
    latitude: 36.2,
    longitude: 10.2,
    ...changed,
  };
  return (await get<{ assetId: string }>(bench, 'POST /assets', { input: given, actor })).assetId;
}

/** Somebody's skill, agreed to in words. */
export function aSkill(bench: AssetsBench, changed: Partial<NewAsset> = {}): Promise<string> {
  return anAsset(bench, {
    kind: 'skill',
    name: { fr: 'Couture', en: 'Sewing' },
    latitude: null,
    longitude: null,
    knownAs: 'Amal Haddad',
    givenOn: '2026-01-15',
    givenHow: 'spoken',
    ...changed,
  });
}

export type Feature = { id?: string; at?: [number, number]; properties?: Record<string, unknown> };

/** A file of GeoJSON with these features. */
export function aFile(features: Feature[]): string {
  const collection = {
    type: 'FeatureCollection',
    features: features.map(({ id, at = [10.2, 36.2], properties = {} }) => ({
      type: 'Feature',
      ...(id !== undefined && { id }),
      geometry: { type: 'Point', coordinates: at },
      properties,
    })),
  };
  return Buffer.from(JSON.stringify(collection)).toString('base64');
}

export function takeIn(bench: AssetsBench, content: string, source = 'city'): Promise<AssetImport> {
  const input = { fileName: 'places.geojson', source, content };
  return get(bench, 'POST /asset-imports', { input, actor: bench.planner });
}

export function tryDry(
  bench: AssetsBench,
  importId: string,
  mapping: Partial<AssetMapping> = {},
): Promise<AssetImport> {
  const input = { importId, nameFr: 'nom', kindOtherwise: 'place', ...mapping };
  return get(bench, 'POST /asset-imports/:importId/check', { input, actor: bench.planner });
}

export function write(bench: AssetsBench, importId: string): Promise<AssetImport> {
  return get(bench, 'POST /asset-imports/:importId/write', { input: { importId }, actor: bench.planner });
}
