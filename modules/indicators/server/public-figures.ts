import { dayIn, refuse } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import { listAreas } from '@qantara/territory/server';
import type { Figure, FigureTable, Indicator } from '../contract/index.ts';
import { breakdownsOf, MISSING, yearOf, type PublicBreakdown } from '../domain/index.ts';
import { tableOf } from './compute-figures.ts';
import { findIndicator } from './indicator-store.ts';
import { keysOf } from './keys-of.ts';
import { readReleased } from './releases/read-released.ts';
import { readYears } from './series/read-observed.ts';
import type { IndicatorsTables } from './tables.gen.ts';

type Tables = IndicatorsTables;
type By = PublicBreakdown | 'none';
type Asked = { indicator: Indicator; year: number; by: By };

const isOffered = ({ indicator, by }: Omit<Asked, 'year'>): boolean =>
  by !== 'none' && breakdownsOf(indicator).includes(by);

/** What stands of our own counts: nothing that was not released, and no breakdown that is not released of this indicator. */
async function releasedTable(ctx: Ctx<Tables>, { indicator, year, by }: Asked): Promise<FigureTable> {
  const period = yearOf(year);
  const released = (await readReleased(ctx, [indicator]))(indicator, year, by);
  const areas = by === 'area' ? await listAreas(ctx) : [];
  const keys = isOffered({ indicator, by }) ? await keysOf(ctx, { by, period }, areas) : [];
  return {
    indicator,
    period,
    by,
    total: released?.total ?? MISSING,
    rows: keys.map(({ key, label }) => ({ key, label, figure: released?.figureAt(key) ?? MISSING })),
    asOf: released?.asOf.toISOString() ?? null,
  };
}

/** What sources said of the region and of its towns. */
async function observedTable(ctx: Ctx<Tables>, { indicator, year, by }: Asked): Promise<FigureTable> {
  const period = yearOf(year);
  const areas = await listAreas(ctx, by === 'area' ? undefined : 'region');
  const keys = isOffered({ indicator, by }) ? await keysOf(ctx, { by, period }, areas) : [];
  const areaIds = areas.map(({ areaId }) => areaId);
  const at = await readYears(ctx, { observed: [indicator], years: [year], isPublic: true, areaIds });
  const figureAt = (areaId: string): Figure => at(indicator, areaId, year)?.total ?? MISSING;
  return {
    indicator,
    period,
    by,
    total: figureAt(areas.find(({ kind }) => kind === 'region')?.areaId ?? ''),
    rows: keys.map(({ key, label }) => ({ key, label, figure: figureAt(key) })),
    asOf: null,
  };
}

/**
 * A figure as anyone may see it, of one whole year or the one under way. What is counted of services is told as it is, what sources say
 * of places but for those of a few, and what we counted of people is what stands of its releases. Refuses `indicator_not_found`.
 */
export async function getPublicFigures(
  anyCtx: AnyCtx,
  question: { code: string; year?: number | undefined; by: By },
): Promise<FigureTable> {
  const ctx = withTables<Tables>(anyCtx);
  const indicator = (await findIndicator(ctx, question.code)) ?? refuse('indicator_not_found');
  const year = question.year ?? Number(dayIn(ctx.timeZone, ctx.now).slice(0, 4));
  const { by } = question;
  if (indicator.isOfPeople) return releasedTable(ctx, { indicator, year, by });
  if (indicator.recipe === null) return observedTable(ctx, { indicator, year, by });
  const counted = { indicator, period: yearOf(year), areaId: null, needCode: null };
  return { ...(await tableOf(ctx, { ...counted, by: isOffered({ indicator, by }) ? by : 'none' })), by };
}
