import { listStandingReleases, type StandingRelease } from '@qantara/disclosure/server';
import type { AnyCtx } from '@qantara/platform';
import type { Figure, Indicator } from '../../contract/index.ts';
import {
  ALL_NEEDS,
  HIDDEN,
  isOutcome,
  MISSING,
  OUTCOME_LAYOUT,
  outcomeFigure,
  totalFigure,
  wantedFigure,
  type PublicBreakdown,
} from '../../domain/index.ts';
import { datasetOf } from './datasets.ts';

type By = PublicBreakdown | 'none';

/** What stands of one figure: its total, its parts by key, and as of when; nothing where nothing of that year was ever told. */
export type Released = { total: Figure; figureAt: (key: string) => Figure; asOf: Date };
/** Looks a figure up among the releases that were read. */
export type Lookup = (indicator: Indicator, year: number, by: By) => Released | undefined;

type Wanted = { year: number; layout: string };

const layoutOf = ({ table }: StandingRelease): string => table.dimensions.map(({ code }) => code).join();

function findRelease(
  releases: readonly StandingRelease[],
  indicator: Indicator,
  { year, layout }: Wanted,
): StandingRelease | undefined {
  const dataset = datasetOf(indicator);
  const isOf = (one: StandingRelease): boolean =>
    one.dataset === dataset && one.cut['period']?.join() === String(year) && layoutOf(one) === layout;
  return releases.find(isOf);
}

const rootOf = ({ table }: StandingRelease): string => table.dimensions[0]?.nodes[0]?.code ?? '';

/** A part that was not laid out when the table was told, such as a quarter that has begun since, is not known. */
function outcomesOf(
  releases: readonly StandingRelease[],
  indicator: Indicator,
  asked: { year: number; by: By },
): Released | undefined {
  const { year, by } = asked;
  const whole = findRelease(releases, indicator, { year, layout: OUTCOME_LAYOUT });
  if (indicator.needCode !== null) {
    const byNeed = findRelease(releases, indicator, { year, layout: `need,${OUTCOME_LAYOUT}` });
    if (byNeed === undefined) return undefined;
    return {
      total: outcomeFigure(byNeed.table, indicator, [indicator.needCode]),
      figureAt: () => MISSING,
      asOf: byNeed.asOf,
    };
  }
  if (by === 'none' || whole === undefined)
    return whole && { total: outcomeFigure(whole.table, indicator, []), figureAt: () => MISSING, asOf: whole.asOf };
  const parts = findRelease(releases, indicator, { year, layout: `${by},${OUTCOME_LAYOUT}` });
  // The whole was told and its parts may not be: they are known, and not told.
  if (parts === undefined)
    return { total: outcomeFigure(whole.table, indicator, []), figureAt: () => HIDDEN, asOf: whole.asOf };
  return {
    total: outcomeFigure(parts.table, indicator, [rootOf(parts)]),
    figureAt: (key) => outcomeFigure(parts.table, indicator, [by === 'quarter' ? quarterOf(key) : key]),
    asOf: parts.asOf,
  };
}

/** A quarter by its first day, as it is laid out: 2026-04-01 is 2026-Q2. */
const quarterOf = (firstDay: string): string =>
  `${firstDay.slice(0, 4)}-Q${Math.ceil(Number(firstDay.slice(5, 7)) / 3)}`;

function wantedOf(releases: readonly StandingRelease[], indicator: Indicator, year: number): Released | undefined {
  const found = findRelease(releases, indicator, { year, layout: 'need' });
  return (
    found && {
      total: wantedFigure(found.table, indicator.needCode ?? ALL_NEEDS),
      figureAt: (key) => wantedFigure(found.table, key),
      asOf: found.asOf,
    }
  );
}

/** Of the whole year and everybody: of one need nothing of this was released. */
function totalOf(releases: readonly StandingRelease[], indicator: Indicator, year: number): Released | undefined {
  if (indicator.needCode !== null) return undefined;
  const found = findRelease(releases, indicator, { year, layout: 'area' });
  return found && { total: totalFigure(found.table, indicator), figureAt: () => MISSING, asOf: found.asOf };
}

/** Reads what stands of these indicators, in one question: what everybody sees is what was released, and nothing else. */
export async function readReleased(ctx: AnyCtx, indicators: readonly Indicator[]): Promise<Lookup> {
  const datasets = [...new Set(indicators.map(datasetOf))];
  const releases = await listStandingReleases(ctx, datasets);
  return (indicator, year, by) => {
    if (isOutcome(indicator.recipe)) return outcomesOf(releases, indicator, { year, by });
    return indicator.recipe === 'wanted_needs'
      ? wantedOf(releases, indicator, year)
      : totalOf(releases, indicator, year);
  };
}
