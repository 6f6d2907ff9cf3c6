import { listStandingReleases } from '@qantara/disclosure/server';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import type { Area } from '@qantara/territory/contract';
import { listAreas } from '@qantara/territory/server';
import type { Figure, Indicator, Period } from '../../contract/index.ts';
import { breakdownsOf, stepsOf, yearOf, type PublicBreakdown } from '../../domain/index.ts';
import { listIndicators } from '../indicator-store.ts';
import { keysOf } from '../keys-of.ts';
import { getPublicSeries } from '../series/keep-series.ts';
import type { IndicatorsTables } from '../tables.gen.ts';
import { readReleased, type Lookup } from './read-released.ts';

/** One figure as everybody may read it: of which part of the region's year it is, and as of when; no area is the whole region. */
export type PublicFigure = {
  code: string;
  period: Period;
  areaId: string | null;
  needCode: string | null;
  figure: Figure;
  interval: { low: number; high: number } | null;
  asOf: string | null;
};

type Read = { ctx: Ctx<IndicatorsTables>; lookup: Lookup; areas: Area[] };
type Place = Pick<PublicFigure, 'period' | 'areaId' | 'needCode'>;

function placeOf(by: PublicBreakdown, key: string, period: Period): Place {
  const whole = { period, areaId: null, needCode: null };
  if (by === 'area') return { ...whole, areaId: key };
  if (by === 'need') return { ...whole, needCode: key };
  const endsOn = stepsOf(period, 'quarter').find((first) => first > key) ?? period.endsOn;
  return { ...whole, period: { startsOn: key, endsOn } };
}

/** What stands of one indicator and year: the whole of it, then its parts. */
async function listOfYear({ ctx, lookup, areas }: Read, indicator: Indicator, year: number): Promise<PublicFigure[]> {
  const period = yearOf(year);
  const whole = lookup(indicator, year, 'none');
  if (whole === undefined) return [];
  const { code, needCode } = indicator;
  const bare = { code, interval: null };
  const asOf = whole.asOf.toISOString();
  const figures: PublicFigure[] = [{ ...bare, period, areaId: null, needCode, figure: whole.total, asOf }];
  for (const by of breakdownsOf(indicator)) {
    const parts = lookup(indicator, year, by);
    if (parts === undefined) continue;
    for (const { key } of await keysOf(ctx, { by, period }, areas))
      figures.push({
        ...bare,
        ...placeOf(by, key, period),
        figure: parts.figureAt(key),
        asOf: parts.asOf.toISOString(),
      });
  }
  return figures;
}

/** What was approved of a measure that sources bring, but for what would tell of a few people. */
async function listOfSeries(ctx: Ctx<IndicatorsTables>, { code }: Indicator): Promise<PublicFigure[]> {
  const { observations } = await getPublicSeries(ctx, { code });
  return observations.map(({ areaId, startsOn, endsOn, numerator, denominator, value, interval }) => ({
    code,
    period: { startsOn, endsOn },
    areaId,
    needCode: null,
    figure: { numerator, denominator, value, state: value === null ? 'missing' : 'shown' },
    interval,
    asOf: null,
  }));
}

/**
 * Every figure that everybody may read, for files: of what we count of people what stands of its releases, and nothing else; of what
 * sources bring what was approved.
 */
export async function listPublicFigures(anyCtx: AnyCtx): Promise<PublicFigure[]> {
  const ctx = withTables<IndicatorsTables>(anyCtx);
  const indicators = await listIndicators(ctx);
  const own = indicators.filter(({ isOfPeople }) => isOfPeople);
  const standing = await listStandingReleases(ctx);
  const years = [...new Set(standing.flatMap(({ cut }) => cut['period'] ?? []))].filter((one) => /^\d{4}$/.test(one));
  const read = { ctx, lookup: await readReleased(ctx, own), areas: await listAreas(ctx) };
  const figures: PublicFigure[] = [];
  for (const indicator of own)
    for (const year of years.toSorted()) figures.push(...(await listOfYear(read, indicator, Number(year))));
  for (const indicator of indicators.filter(({ recipe }) => recipe === null))
    figures.push(...(await listOfSeries(ctx, indicator)));
  return figures;
}
