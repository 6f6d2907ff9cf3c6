import { dayAfter } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { listAreas } from '@qantara/territory/server';
import type { Figure, Indicator } from '../../contract/index.ts';
import { figureOf, HIDDEN, yearKey, yearsOfPlaces } from '../../domain/index.ts';
import type { Said } from '../../domain/series/index.ts';
import { listYears } from '../indicator-store.ts';
import type { IndicatorsTables } from '../tables.gen.ts';

type Places = {
  observed: readonly Indicator[];
  years: readonly number[];
  isPublic: boolean;
  areaIds: readonly string[];
};
type Asked = Omit<Places, 'areaIds'> & {
  /** Of which place; none is the whole region. */
  areaId: string | null;
};
type Told = { total: Figure; asOf: string | null };

function observedFigure({ unit, factor }: Indicator, { numerator, denominator, value }: Said): Figure {
  if (value !== null && (denominator ?? 0) === 0) return { numerator: null, denominator: null, value, state: 'shown' };
  return figureOf(unit, { numerator: numerator ?? 0, denominator: denominator ?? 0, value }, factor);
}

/**
 * What sources said of years of places, all measures in one question; months and quarters of a year are put together. Everybody is told
 * a year where all that it is made of is told.
 */
export async function readYears(
  ctx: Ctx<IndicatorsTables>,
  { observed, years, isPublic, areaIds }: Places,
): Promise<(indicator: Indicator, areaId: string, year: number) => Told | undefined> {
  const indicatorIds = observed.map(({ indicatorId }) => indicatorId);
  const said = observed.length === 0 ? [] : await listYears(ctx.db, { indicatorIds, areaIds, years });
  const byIndicator = Map.groupBy(said, ({ indicatorId }) => indicatorId);
  const found = new Map(
    observed.map((one) => [one.indicatorId, yearsOfPlaces(one.unit, byIndicator.get(one.indicatorId) ?? [])]),
  );
  return (indicator, areaId, year) => {
    const one = found.get(indicator.indicatorId)?.get(yearKey(areaId, year));
    if (one === undefined) return undefined;
    const isHidden = isPublic && one.of.some(({ isTold }) => !isTold);
    return { total: isHidden ? HIDDEN : observedFigure(indicator, one.said), asOf: dayAfter(one.said.endsOn, -1) };
  };
}

/** What sources said of the region or one place, by indicator and year. */
export async function readObserved(ctx: Ctx<IndicatorsTables>, asked: Asked): Promise<Map<string, Told>> {
  const { observed, years, isPublic } = asked;
  const found = new Map<string, Told>();
  if (observed.length === 0) return found;
  const areaId = asked.areaId ?? (await listAreas(ctx, 'region'))[0]?.areaId ?? '';
  const at = await readYears(ctx, { observed, years, isPublic, areaIds: [areaId] });
  for (const indicator of observed)
    for (const year of years) {
      const told = at(indicator, areaId, year);
      if (told !== undefined) found.set(`${indicator.indicatorId} ${year}`, told);
    }
  return found;
}
