import { listStandingReleases } from '@qantara/disclosure/server';
import { dayIn } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import type { Area } from '@qantara/territory/contract';
import { listAreas } from '@qantara/territory/server';
import type { Figure, Indicator, Period, PublicSeries } from '../../contract/index.ts';
import { breakdownsOf, stepsOf, yearOf, type PublicBreakdown } from '../../domain/index.ts';
import { listIndicators } from '../indicator-store.ts';
import { listYearsOf } from '../measure-view.ts';
import { getPublicFigures } from '../public-figures.ts';
import { keysOf } from '../keys-of.ts';
import { getPublicSeries } from '../series/keep-series.ts';
import type { IndicatorsTables } from '../tables.gen.ts';
import { readReleased, type Lookup } from './read-released.ts';

/** One figure as everybody may read it: of which part of the region's year it is, and as of when; no area is the whole region, no cut everybody in it. */
export type PublicFigure = {
  code: string;
  period: Period;
  areaId: string | null;
  needCode: string | null;
  /** Of whom, by one trait: `sex:f`. */
  cut: string | null;
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
  const bare = { code, cut: null, interval: null };
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

/** What is counted of things, such as services or promises: as it is, of each year that has any, the first first; what has no days, of the one under way. */
async function listOfThings(ctx: Ctx<IndicatorsTables>, indicator: Indicator): Promise<PublicFigure[]> {
  const measure = ctx.measures.get(indicator.recipe ?? '');
  if (measure === undefined) return [];
  const now = Number(dayIn(ctx.timeZone, ctx.now).slice(0, 4));
  const had = measure.at === null ? [now] : await listYearsOf(ctx.db, measure, ctx.timeZone);
  // What is due later, such as a promise, is in a year of which nothing is known.
  const years = had.filter((year) => year <= now).toReversed();
  const { code, needCode } = indicator;
  const figures: PublicFigure[] = [];
  for (const year of years)
    for (const by of ['none', ...breakdownsOf(indicator)] as const) {
      const { period, total, rows, asOf } = await getPublicFigures(ctx, { code, year, by });
      const bare = { code, cut: null, interval: null, asOf };
      if (by === 'none') figures.push({ ...bare, period, areaId: null, needCode, figure: total });
      else figures.push(...rows.map(({ key, figure }) => ({ ...bare, ...placeOf(by, key, period), figure })));
    }
  return figures;
}

function toFigures(code: string, { observations, cuts }: PublicSeries): PublicFigure[] {
  const bare = { code, needCode: null, asOf: null };
  const wholes = observations.map(
    ({ areaId, startsOn, endsOn, numerator, denominator, value, interval }): PublicFigure => ({
      ...bare,
      period: { startsOn, endsOn },
      areaId,
      cut: null,
      figure: { numerator, denominator, value, state: value === null ? 'missing' : 'shown' },
      interval,
    }),
  );
  const parts = cuts.flatMap(({ startsOn, endsOn, rows }) =>
    rows.map(({ cut, figure }): PublicFigure => ({
      ...bare,
      period: { startsOn, endsOn },
      areaId: null,
      cut,
      figure,
      interval: null,
    })),
  );
  return [...wholes, ...parts];
}

/**
 * Every figure that everybody may read, for files: of what we count of people what stands of its releases, and nothing else; of what
 * sources bring what was approved, but for what would tell of a few people.
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
  for (const indicator of indicators.filter(({ isOfPeople }) => !isOfPeople))
    figures.push(
      ...(indicator.recipe === null
        ? toFigures(indicator.code, await getPublicSeries(ctx, { code: indicator.code }))
        : await listOfThings(ctx, indicator)),
    );
  return figures;
}
