import { dayAfter } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Area } from '@qantara/territory/contract';
import { listAreas } from '@qantara/territory/server';
import type { Figure, Indicator } from '../../contract/index.ts';
import { figureOf, HIDDEN, tellSeries, yearKey, yearsOfPlaces, type YearSaid } from '../../domain/index.ts';
import type { Said } from '../../domain/series/index.ts';
import { listYears } from '../indicator-store.ts';
import type { IndicatorsTables } from '../tables.gen.ts';

type Places = {
  observed: readonly Indicator[];
  years: readonly number[];
  isPublic: boolean;
  /** All places where a place within the region is asked for: what may be told of one depends on its neighbours. */
  areas: readonly Area[];
};
type Asked = Omit<Places, 'areas'> & {
  /** Of which place; none is the whole region. */
  areaId: string | null;
};
type Told = { total: Figure; asOf: string | null };
type SaidOfPlace = Said & { indicatorId: string; areaId: string };

function observedFigure({ unit, factor }: Indicator, { numerator, denominator, value }: Said): Figure {
  if (value !== null && (denominator ?? 0) === 0) return { numerator: null, denominator: null, value, state: 'shown' };
  return figureOf(unit, { numerator: numerator ?? 0, denominator: denominator ?? 0, value }, factor);
}

const startYear = (day: string): number => Number(day.slice(0, 4));

/** Everything said of these years; for everybody also what was said within a stretch of several, by which one of them could be had. */
async function listSaid(
  ctx: Ctx<IndicatorsTables>,
  { observed, years, isPublic, areas }: Places,
): Promise<SaidOfPlace[]> {
  const ids = {
    indicatorIds: observed.map(({ indicatorId }) => indicatorId),
    areaIds: areas.map(({ areaId }) => areaId),
  };
  const said = await listYears(ctx.db, { ...ids, years });
  const last = Math.max(...years, ...said.map(({ endsOn }) => startYear(dayAfter(endsOn, -1))));
  const isWithin = !isPublic || years.includes(last);
  return isWithin ? said : listYears(ctx.db, { ...ids, years: [...years, last] });
}

function yearsSaid(
  indicator: Indicator,
  own: readonly SaidOfPlace[],
  { isPublic, areas }: Places,
): Map<string, YearSaid> {
  if (isPublic && indicator.counts === 'people') return tellSeries(indicator.unit, own, areas).years;
  const years = yearsOfPlaces(indicator.unit, own);
  return new Map([...years].map(([key, said]) => [key, { said, isHidden: false }]));
}

/**
 * What sources said of years of places, all measures in one question; months and quarters of a year are put together. Everybody is told
 * none of a few, and nothing that its neighbours or its own months would tell.
 */
export async function readYears(
  ctx: Ctx<IndicatorsTables>,
  places: Places,
): Promise<(indicator: Indicator, areaId: string, year: number) => Told | undefined> {
  const said = places.observed.length === 0 ? [] : await listSaid(ctx, places);
  const byIndicator = Map.groupBy(said, ({ indicatorId }) => indicatorId);
  const told = new Map(
    places.observed.map((one) => [one.indicatorId, yearsSaid(one, byIndicator.get(one.indicatorId) ?? [], places)]),
  );
  return (indicator, areaId, year) => {
    const one = told.get(indicator.indicatorId)?.get(yearKey(areaId, year));
    if (one === undefined) return undefined;
    const total = one.isHidden ? HIDDEN : observedFigure(indicator, one.said);
    return { total, asOf: dayAfter(one.said.endsOn, -1) };
  };
}

/** The places to read, and among them the one that is asked for. */
async function placesFor(
  ctx: Ctx<IndicatorsTables>,
  { areaId, isPublic }: Asked,
): Promise<{ areas: Area[]; place: string | undefined }> {
  const areas = await listAreas(ctx, areaId === null ? 'region' : undefined);
  const place = areaId ?? areas.find(({ kind }) => kind === 'region')?.areaId;
  return { areas: isPublic ? areas : areas.filter((area) => area.areaId === place), place };
}

/** What sources said of the region or one place, by indicator and year. */
export async function readObserved(ctx: Ctx<IndicatorsTables>, asked: Asked): Promise<Map<string, Told>> {
  const { observed, years, isPublic } = asked;
  const found = new Map<string, Told>();
  if (observed.length === 0) return found;
  const { areas, place } = await placesFor(ctx, asked);
  const at = await readYears(ctx, { observed, years, isPublic, areas });
  for (const indicator of observed)
    for (const year of years) {
      const told = at(indicator, place ?? '', year);
      if (told !== undefined) found.set(`${indicator.indicatorId} ${year}`, told);
    }
  return found;
}
