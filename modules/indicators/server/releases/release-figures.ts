import type { CountedTable } from '@qantara/disclosure/contract';
import { declareDataset, releaseTable } from '@qantara/disclosure/server';
import { dayIn, type LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import type { Area } from '@qantara/territory/contract';
import { within } from '@qantara/territory/domain';
import { listAreas } from '@qantara/territory/server';
import type { Indicator, ReleaseReport } from '../../contract/index.ts';
import {
  ALL_NEEDS,
  heldBack,
  outcomeTable,
  outcomeTableBy,
  totalTable,
  wantedTable,
  WHOLE_YEAR,
  yearOf,
  type OutcomeCounts,
  type Places,
  type RecipeCounts,
} from '../../domain/index.ts';
import { listIndicators } from '../indicator-store.ts';
import { judgeAllSeries } from '../series/judge-series.ts';
import { countMeasure, listYearsOf } from '../measure-view.ts';
import { listNeedKeys } from '../row-key-view.ts';
import type { IndicatorsTables } from '../tables.gen.ts';
import { cutOf, datasetOf, isOfWholeYear, OUTCOMES, WANTED } from './datasets.ts';
import { countYear, type YearPart } from './year-counts-view.ts';

type IndicatorsCtx = Ctx<IndicatorsTables>;
/** The region as it is laid out. */
type Setting = { areas: Area[]; region: string; needs: string[]; indicators: Indicator[] };
type Asked = { dataset: string; year: number; table: CountedTable; snapshot: string };

const NAMES: Record<typeof OUTCOMES | typeof WANTED, LocalizedText> = {
  [OUTCOMES]: {
    ar: 'الإحالات وما آلت إليه',
    fr: 'Les orientations et leur issue',
    en: 'Referrals and what became of them',
  },
  [WANTED]: {
    ar: 'الاحتياجات التي طُلبت فيها المساعدة',
    fr: 'Les besoins pour lesquels une aide est souhaitée',
    en: 'Needs for which help is wanted',
  },
};

/** Counts of small areas are carried to the towns that hold them. */
function byTown(parts: readonly YearPart[], areas: Area[]): OutcomeCounts[] {
  const towns = areas.filter((area) => area.kind === 'municipality');
  return towns.map((town) => {
    const inside = within(areas, town.areaId);
    const own = parts.filter(({ key }) => inside.includes(key as Area['areaId']));
    const sum = (pick: (part: YearPart) => number): number => own.reduce((all, part) => all + pick(part), 0);
    return {
      key: town.areaId,
      sent: sum(({ sent }) => sent),
      closed: sum(({ closed }) => closed),
      helped: sum(({ helped }) => helped),
    };
  });
}

const plain = (codes: readonly string[]): Places['nodes'] => codes.map((code) => ({ code, population: null }));

function layoutsOf(parts: readonly YearPart[], quarters: readonly string[], setting: Setting): CountedTable[] {
  const { areas, region, needs } = setting;
  const of = (by: YearPart['by']): YearPart[] => parts.filter((part) => part.by === by);
  const [all] = of('none');
  if (all === undefined) return [];
  const towns = areas.filter(({ kind }) => kind === 'municipality');
  const nodes = towns.map(({ areaId, population }) => ({ code: areaId, population }));
  return [
    outcomeTable(all),
    outcomeTableBy({ code: 'area', whole: region, nodes }, all, byTown(of('area'), areas)),
    outcomeTableBy({ code: 'quarter', whole: WHOLE_YEAR, nodes: plain(quarters) }, all, of('quarter')),
    outcomeTableBy({ code: 'need', whole: ALL_NEEDS, nodes: plain(needs) }, all, of('need')),
  ];
}

/** Quarters of a year that have begun: one that has not come is not one without referrals. */
function quartersOf(year: number, today: string): string[] {
  return [1, 2, 3, 4]
    .filter((quarter) => `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01` <= today)
    .map((quarter) => `${year}-Q${quarter}`);
}

async function releaseAll(ctx: AnyCtx, asked: readonly Asked[], report: ReleaseReport): Promise<void> {
  for (const { dataset, year, table, snapshot } of asked) {
    const { outcome } = await releaseTable(ctx, { dataset, cut: cutOf(year), table, snapshot });
    report[outcome] += 1;
  }
}

/** One measure over the whole of a year, as its module publishes it. */
async function countWhole(ctx: IndicatorsCtx, code: string, asked: { year: number; by: 'none' | 'need' }) {
  const measure = ctx.measures.get(code);
  if (measure === undefined) return [];
  const { timeZone, now } = ctx;
  const { year, by } = asked;
  return countMeasure(ctx.db, { measure, by, needCode: null, areaIds: null, period: yearOf(year), timeZone, now });
}

type Whole = RecipeCounts & { sent: number };

/** Of referrals every measure was counted in one statement, and those are held back that others stand too near to; the rest is counted by itself. */
async function wholeOf(
  ctx: IndicatorsCtx,
  indicator: Indicator & { recipe: string },
  given: { all: YearPart | undefined; year: number; least: number },
): Promise<Whole | undefined> {
  const { all, year, least } = given;
  const { recipe, publishedBy } = indicator;
  if (publishedBy === 'referrals') {
    const counts = all?.counts.get(recipe);
    if (all === undefined || counts === undefined || all.sent === 0) return undefined;
    return heldBack(all.counts, least).has(recipe) ? undefined : { ...counts, sent: all.sent };
  }
  const [counts] = await countWhole(ctx, recipe, { year, by: 'none' });
  return counts === undefined || counts.denominator === 0 ? undefined : { ...counts, sent: counts.denominator };
}

/** What is told of the whole year alone. */
async function totalsOf(
  ctx: IndicatorsCtx,
  given: { all: YearPart | undefined; year: number; setting: Setting },
): Promise<Omit<Asked, 'year' | 'snapshot'>[]> {
  const { setting, ...of } = given;
  const asked: Omit<Asked, 'year' | 'snapshot'>[] = [];
  for (const indicator of setting.indicators) {
    const { recipe, unit, name } = indicator;
    if (recipe === null || !isOfWholeYear(indicator)) continue;
    const dataset = datasetOf(indicator);
    const { least } = await declareDataset(ctx, { dataset, name });
    const counts = await wholeOf(ctx, { ...indicator, recipe }, { ...of, least });
    if (counts !== undefined) asked.push({ dataset, table: totalTable(setting.region, counts, unit) });
  }
  return asked;
}

async function releaseYear(
  ctx: IndicatorsCtx,
  year: number,
  given: { setting: Setting; report: ReleaseReport },
): Promise<void> {
  const { setting, report } = given;
  const quarters = quartersOf(year, dayIn(ctx.timeZone, ctx.now));
  const parts = await countYear(ctx, { year, by: ['quarter', 'area', 'need'] });
  const snapshot = `${year} ${ctx.now.toISOString()}`;
  const tables = layoutsOf(parts, quarters, setting);
  const all = parts.find(({ by }) => by === 'none');
  const totals = await totalsOf(ctx, { all, year, setting });
  const needs = await countWhole(ctx, 'wanted_needs', { year, by: 'need' });
  const wanted = wantedTable(setting.needs, new Map(needs.map(({ key, numerator }) => [key, numerator])));
  await releaseAll(
    ctx,
    [...tables.map((table) => ({ dataset: OUTCOMES, table })), ...totals, { dataset: WANTED, table: wanted }].map(
      (one) => ({ ...one, year, snapshot }),
    ),
    report,
  );
}

/** The years of which anything that counts people can be told, the last first. */
async function countedYears(ctx: IndicatorsCtx): Promise<number[]> {
  const ofPeople = [...ctx.measures.values()].filter(({ isOfPeople }) => isOfPeople);
  const sources = new Map(ofPeople.map((measure) => [measure.source, measure]));
  const years = new Set<number>();
  for (const measure of sources.values())
    for (const year of await listYearsOf(ctx.db, measure, ctx.timeZone)) years.add(year);
  return [...years].toSorted((one, other) => other - one);
}

/**
 * Tells everybody what may be told of sources, and of our own counts: every year that has any, each in one statement so that its tables agree, judged by
 * disclosure control beside all that was told before. Where a table may not be told anew, the one before it stands.
 */
export async function releaseFigures(anyCtx: AnyCtx): Promise<ReleaseReport> {
  const ctx = withTables<IndicatorsTables>(anyCtx);
  const report: ReleaseReport = { released: 0, unchanged: 0, stands: 0, refused: 0 };
  const areas = await listAreas(ctx);
  const region = areas.find(({ kind }) => kind === 'region')?.areaId;
  if (region === undefined) return report;
  for (const dataset of [OUTCOMES, WANTED] as const) await declareDataset(ctx, { dataset, name: NAMES[dataset] });
  const needs = (await listNeedKeys(ctx)).map(({ key }) => key);
  const setting = { areas, region, needs, indicators: await listIndicators(ctx) };
  for (const year of await countedYears(ctx)) await releaseYear(ctx, year, { setting, report });
  // Last, so that whoever writes or approves what a source says waits for no counting.
  await judgeAllSeries(ctx);
  ctx.emit({ type: 'figures.released', subject: region, data: report });
  return report;
}
