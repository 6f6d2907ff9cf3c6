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
  type OutcomeCounts,
  type Places,
} from '../../domain/index.ts';
import { listIndicators } from '../indicator-store.ts';
import { listNeedKeys } from '../row-key-view.ts';
import type { IndicatorsTables } from '../tables.gen.ts';
import { cutOf, datasetOf, isOfWholeYear, OUTCOMES, WANTED } from './datasets.ts';
import { countWanted, countYear, listCountedYears, type YearPart } from './year-counts-view.ts';

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

/** Recipes that are told of the whole year alone, but those that others stand too near to. */
async function totalsOf(
  ctx: IndicatorsCtx,
  all: YearPart,
  setting: Setting,
): Promise<Omit<Asked, 'year' | 'snapshot'>[]> {
  const asked: Omit<Asked, 'year' | 'snapshot'>[] = [];
  for (const indicator of setting.indicators) {
    const { recipe, unit, name } = indicator;
    if (recipe === null || !isOfWholeYear(indicator)) continue;
    const dataset = datasetOf(indicator);
    const { least } = await declareDataset(ctx, { dataset, name });
    const counts = all.counts.get(recipe);
    if (counts === undefined || heldBack(all.counts, least).has(recipe)) continue;
    asked.push({ dataset, table: totalTable(setting.region, { ...counts, sent: all.sent }, unit) });
  }
  return asked;
}

async function releaseYear(
  ctx: IndicatorsCtx,
  year: number,
  given: { setting: Setting; report: ReleaseReport },
): Promise<void> {
  const { setting, report } = given;
  const { timeZone } = ctx;
  const quarters = quartersOf(year, dayIn(timeZone, ctx.now));
  const parts = await countYear(ctx.db, { year, timeZone, by: ['quarter', 'area', 'need'] });
  const snapshot = `${year} ${ctx.now.toISOString()}`;
  const tables = layoutsOf(parts, quarters, setting);
  const [all] = parts.filter(({ by }) => by === 'none');
  const totals = all === undefined || all.sent === 0 ? [] : await totalsOf(ctx, all, setting);
  const wanted = wantedTable(setting.needs, await countWanted(ctx.db, { year, timeZone }));
  await releaseAll(
    ctx,
    [...tables.map((table) => ({ dataset: OUTCOMES, table })), ...totals, { dataset: WANTED, table: wanted }].map(
      (one) => ({ ...one, year, snapshot }),
    ),
    report,
  );
}

/**
 * Tells everybody what may be told of our own counts: every year that has any, each in one statement so that its tables agree, judged by
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
  const setting = { areas, region, needs, indicators: await listIndicators(ctx.db) };
  for (const year of await listCountedYears(ctx.db, ctx.timeZone)) await releaseYear(ctx, year, { setting, report });
  ctx.emit({ type: 'figures.released', subject: region, data: report });
  return report;
}
