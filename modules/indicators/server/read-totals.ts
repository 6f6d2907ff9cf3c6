import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import { within } from '@qantara/territory/domain';
import { listAreas } from '@qantara/territory/server';
import type { Figure, FigureTable, Indicator } from '../contract/index.ts';
import { breakdownsOf, figureOf, MISSING, yearOf } from '../domain/index.ts';
import { tableOf } from './compute-figures.ts';
import { readReleased } from './releases/read-released.ts';
import { countYear, type YearPart } from './releases/year-counts-view.ts';
import { readObserved } from './series/read-observed.ts';
import type { IndicatorsTables } from './tables.gen.ts';

type Tables = IndicatorsTables;
type Reader = 'public' | 'staff';
type Asked = {
  indicators: readonly Indicator[];
  years: readonly number[];
  reader: Reader;
  /** Of which place, with all in it; none is the whole region. */
  areaId: string | null;
};
type Told = { total: Figure; asOf: string | null };

/** The figure of the place for one indicator and year. */
export type Totals = (indicator: Indicator, year: number) => FigureTable;

const keyOf = ({ indicatorId }: Indicator, year: number): string => `${indicatorId} ${year}`;

const isOverReferrals = ({ publishedBy }: Indicator): boolean => publishedBy === 'referrals';

/** Our own counts for those who may open the records: every recipe over referrals of a year in one statement. */
async function addCounted(
  ctx: Ctx<Tables>,
  { indicators, years, areaId }: Asked,
  found: Map<string, Told>,
): Promise<void> {
  const ours = indicators.filter(isOverReferrals);
  if (ours.length === 0) return;
  const by = ours.some(({ needCode }) => needCode !== null) ? (['need'] as const) : [];
  const areaIds = areaId === null ? null : within(await listAreas(ctx), areaId);
  for (const year of years) {
    const parts = await countYear(ctx, { year, by, areaIds });
    for (const indicator of ours) found.set(keyOf(indicator, year), countedIn(parts, indicator));
  }
}

function countedIn(parts: readonly YearPart[], { recipe, needCode, unit, factor }: Indicator): Told {
  const isPart = ({ by, key }: YearPart): boolean =>
    needCode === null ? by === 'none' : by === 'need' && key === needCode;
  const part = parts.find(isPart);
  const counts = recipe === null ? undefined : part?.counts.get(recipe);
  const nothing = { numerator: 0, denominator: 0, value: null };
  return { total: figureOf(unit, counts ?? nothing, factor), asOf: part?.newest?.toISOString() ?? null };
}

/** Figures of services, of needs that were said and of what other modules publish: one question each. */
async function addOthers(
  ctx: Ctx<Tables>,
  { years, areaId }: Asked,
  given: { rest: readonly Indicator[]; found: Map<string, Told> },
) {
  for (const indicator of given.rest)
    for (const year of years) {
      const asked = { indicator, period: yearOf(year), areaId, needCode: null, by: 'none' } as const;
      given.found.set(keyOf(indicator, year), await tableOf(ctx, asked));
    }
}

async function addReleased(
  ctx: Ctx<Tables>,
  { indicators, years, areaId }: Asked,
  found: Map<string, Told>,
): Promise<void> {
  const ours = indicators.filter(({ isOfPeople }) => isOfPeople);
  const released = await readReleased(ctx, ours);
  for (const indicator of ours)
    for (const year of years) {
      const told = released(indicator, year, areaId === null ? 'none' : 'area');
      if (told === undefined || (areaId !== null && !breakdownsOf(indicator).includes('area'))) continue;
      const total = areaId === null ? told.total : told.figureAt(areaId);
      found.set(keyOf(indicator, year), { total, asOf: told.asOf.toISOString() });
    }
}

/**
 * The figures of many indicators and years at once, of the region or one place in it, as a plan asks for them: what was released for everybody, or what the
 * records have for those who may open them. As many questions as there are kinds of figures, however many indicators there are.
 */
export async function readTotals(anyCtx: AnyCtx, asked: Asked): Promise<Totals> {
  const ctx = withTables<Tables>(anyCtx);
  const found = new Map<string, Told>();
  const isPublic = asked.reader === 'public';
  const observed = asked.indicators.filter(({ recipe }) => recipe === null);
  const { years, areaId } = asked;
  for (const [key, told] of await readObserved(ctx, { observed, years, areaId, isPublic })) found.set(key, told);
  if (isPublic) await addReleased(ctx, asked, found);
  else await addCounted(ctx, asked, found);
  const rest = asked.indicators.filter(
    (one) => one.recipe !== null && !(isPublic ? one.isOfPeople : isOverReferrals(one)),
  );
  await addOthers(ctx, asked, { rest, found });
  return (indicator, year) => ({
    indicator,
    period: yearOf(year),
    by: 'none',
    rows: [],
    ...(found.get(keyOf(indicator, year)) ?? { total: MISSING, asOf: null }),
  });
}
