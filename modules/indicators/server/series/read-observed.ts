import { dayAfter } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Area } from '@qantara/territory/contract';
import { listAreas } from '@qantara/territory/server';
import type { Figure, Indicator } from '../../contract/index.ts';
import { figureOf, HIDDEN, MISSING, tellPlaces, tellsOfFew } from '../../domain/index.ts';
import { overPeriod, type Said } from '../../domain/series/index.ts';
import { listYears } from '../indicator-store.ts';
import type { IndicatorsTables } from '../tables.gen.ts';

type Asked = {
  observed: readonly Indicator[];
  years: readonly number[];
  isPublic: boolean;
  /** Of which place; none is the whole region. */
  areaId: string | null;
};
type Told = { total: Figure; asOf: string | null };
/** What a source said of one measure in one year, by place. */
type ByPlace = ReadonlyMap<string, Told>;

function observedFigure({ unit, factor }: Indicator, { numerator, denominator, value }: Said): Figure {
  if (value !== null && (denominator ?? 0) === 0) return { numerator: null, denominator: null, value, state: 'shown' };
  return figureOf(unit, { numerator: numerator ?? 0, denominator: denominator ?? 0, value }, factor);
}

type Setting = { place: string; region: string; towns: Area[]; areaIds: string[] };

/** Which places are asked for: of a town as everybody reads it its neighbours and the region too; null where there is no region yet. */
async function settingOf(ctx: Ctx<IndicatorsTables>, { isPublic, areaId }: Asked): Promise<Setting | null> {
  const isOfPlace = isPublic && areaId !== null;
  const areas = await listAreas(ctx, isOfPlace ? undefined : 'region');
  const region = areas.find(({ kind }) => kind === 'region')?.areaId;
  if (region === undefined) return null;
  const place = areaId ?? region;
  const towns = areas.filter(({ kind }) => kind === 'municipality');
  return { place, region, towns, areaIds: [place, region, ...towns.map((town) => town.areaId)] };
}

/** To everybody none of a few; of a town what stands in the table of all towns: one that is hidden there is told nowhere. */
function publicFigure(own: Figure, by: ByPlace, { place, region, towns }: Setting): Figure {
  if (!towns.some(({ areaId }) => areaId === place)) return tellsOfFew(own) ? HIDDEN : own;
  const rows = towns.flatMap(({ areaId }) => {
    const told = by.get(areaId);
    return told === undefined ? [] : [{ key: areaId as string, label: null, figure: told.total }];
  });
  const told = tellPlaces({ total: by.get(region)?.total ?? MISSING, rows });
  return told.rows.find(({ key }) => key === place)?.figure ?? MISSING;
}

function byPlaceOf(indicator: Indicator, said: readonly (Said & { areaId: string })[]): ByPlace {
  const by = new Map<string, Told>();
  for (const [areaId, own] of Map.groupBy(said, (one) => one.areaId)) {
    const one = overPeriod(indicator.unit, own);
    if (one !== undefined) by.set(areaId, { total: observedFigure(indicator, one), asOf: dayAfter(one.endsOn, -1) });
  }
  return by;
}

/**
 * What sources said of the region or one place, all measures and years in one question; months and quarters of a year are put together.
 * Everybody is told none of a few, and of a town nothing that its neighbours would tell.
 */
export async function readObserved(ctx: Ctx<IndicatorsTables>, asked: Asked): Promise<Map<string, Told>> {
  const { observed, years, isPublic } = asked;
  const found = new Map<string, Told>();
  const setting = observed.length === 0 ? null : await settingOf(ctx, asked);
  if (setting === null) return found;
  const indicatorIds = observed.map(({ indicatorId }) => indicatorId);
  const said = await listYears(ctx.db, { indicatorIds, areaIds: setting.areaIds, years });
  const cells = Map.groupBy(said, ({ indicatorId, startsOn }) => `${indicatorId} ${Number(startsOn.slice(0, 4))}`);
  for (const indicator of observed)
    for (const year of years) {
      const key = `${indicator.indicatorId} ${year}`;
      const by = byPlaceOf(indicator, cells.get(key) ?? []);
      const own = by.get(setting.place);
      if (own === undefined) continue;
      found.set(key, { ...own, total: isPublic ? publicFigure(own.total, by, setting) : own.total });
    }
  return found;
}
