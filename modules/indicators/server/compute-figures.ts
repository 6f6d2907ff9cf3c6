import { dayIn, refuse } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import { within } from '@qantara/territory/domain';
import { listAreas } from '@qantara/territory/server';
import type { Area } from '@qantara/territory/contract';
import type { Figure, FigureQuestion, FigureTable, Indicator, Period, Row } from '../contract/index.ts';
import {
  figureOf,
  isPartner,
  isWordOfPeople,
  MISSING,
  OF_A_PERSON,
  periodOf,
  stepHolding,
  type PartBreakdown,
  tellRows,
  wholeYearOf,
  yearOf,
} from '../domain/index.ts';
import { overPeriod, type Said } from '../domain/series/index.ts';
import { findIndicator, listObservations } from './indicator-store.ts';
import { keysOf } from './keys-of.ts';
import { listPopulationRows } from './populations/list-population-rows.ts';
import { countMeasure, type Counted } from './measure-view.ts';
import type { IndicatorsTables } from './tables.gen.ts';

type Tables = IndicatorsTables;
type Asked = { indicator: Indicator; period: Period; areaId: string | null; needCode: string | null };
export type AskedByPart = Asked & { by: PartBreakdown };

const EMPTY = { numerator: 0, denominator: 0, value: null, newest: null };

type SaidOfPlace = Said & { areaId: string };

/** What a source said, as a cell: months and quarters are put together, and an older word on the same is history. */
function cellsOfSaid(
  { unit }: Indicator,
  said: readonly SaidOfPlace[],
  keyOf: (one: SaidOfPlace) => string | undefined,
): Counted[] {
  return [...Map.groupBy(said, keyOf)].flatMap(([key, own]) => {
    const one = overPeriod(unit, own);
    if (one === undefined || key === undefined) return [];
    const { numerator, denominator, value } = one;
    return [{ ...EMPTY, key, numerator: numerator ?? 0, denominator: denominator ?? 0, value }];
  });
}

/** In which row of a table an observation lies: that of its place, or of the month or quarter that holds it. */
function rowOf(by: PartBreakdown): (one: SaidOfPlace) => string | undefined {
  if (by === 'none') return () => '';
  if (by === 'area') return ({ areaId }) => areaId;
  return (one) => (by === 'month' || by === 'quarter' ? stepHolding(one, by) : undefined);
}

async function countObserved(ctx: Ctx<Tables>, asked: AskedByPart, areas: Area[]): Promise<Counted[]> {
  const region = areas.find((area) => area.kind === 'region')?.areaId;
  const only = asked.areaId ?? region;
  const areaIds = asked.by === 'area' || only === undefined ? null : [only];
  const { indicator, period } = asked;
  const said = await listObservations(ctx.db, { indicatorId: indicator.indicatorId, areaIds, period });
  return cellsOfSaid(indicator, said, rowOf(asked.by));
}

async function count(ctx: Ctx<Tables>, asked: AskedByPart, areas: Area[]): Promise<Counted[]> {
  const { indicator } = asked;
  if (indicator.recipe === null) return countObserved(ctx, asked, areas);
  const measure = ctx.measures.get(indicator.recipe);
  if (measure === undefined) return [];
  return countMeasure(ctx.db, {
    measure,
    needCode: indicator.needCode ?? asked.needCode,
    areaIds: asked.areaId === null ? null : within(areas, asked.areaId),
    period: asked.period,
    by: asked.by,
    timeZone: ctx.timeZone,
    now: ctx.now,
  });
}

export function cellOf(indicator: Indicator, cell: Counted | undefined): Figure {
  // What nobody was counted in is nobody; what no source has said is not known.
  if (cell === undefined)
    return indicator.unit === 'count' && indicator.recipe !== null
      ? { numerator: 0, denominator: null, value: 0, state: 'shown' }
      : MISSING;
  if (indicator.recipe === null && cell.value !== null && cell.denominator === 0)
    return { numerator: null, denominator: null, value: cell.value, state: 'shown' };
  return figureOf(indicator.unit, cell, indicator.factor);
}

/** Counts of small areas are carried to the towns that hold them; what has no area keeps a row of its own. */
function byTown(cells: Counted[], areas: Area[]): Counted[] {
  const towns = areas.filter((area) => area.kind === 'municipality');
  const townOf = (areaId: string): string =>
    towns.find((town) => within(areas, town.areaId).includes(areaId))?.areaId ?? '';
  const sums = new Map<string, Counted>();
  for (const cell of cells) {
    const key = townOf(cell.key);
    const sum = sums.get(key) ?? { key, numerator: 0, denominator: 0, value: null, newest: null };
    sums.set(key, {
      ...sum,
      numerator: sum.numerator + cell.numerator,
      denominator: sum.denominator + cell.denominator,
    });
  }
  return [...sums.values()];
}

async function listTownMedians(ctx: Ctx<Tables>, asked: AskedByPart, areas: Area[]): Promise<Counted[]> {
  const towns = areas.filter((area) => area.kind === 'municipality');
  const cells: Counted[] = [];
  for (const town of towns) {
    const [cell] = await count(ctx, { ...asked, areaId: town.areaId, by: 'none' }, areas);
    if (cell !== undefined) cells.push({ ...cell, key: town.areaId });
  }
  return cells;
}

async function listCells(ctx: Ctx<Tables>, asked: AskedByPart, areas: Area[]): Promise<Counted[]> {
  if (asked.by !== 'area' || asked.indicator.recipe === null) return count(ctx, asked, areas);
  // A median of towns cannot be made of medians of neighbourhoods: it is counted town by town.
  if (asked.indicator.unit === 'days') return listTownMedians(ctx, asked, areas);
  return byTown(await count(ctx, asked, areas), areas);
}

/** The whole tree only where places are told apart: a plan asks for a dozen figures of the whole region at once. */
async function listAreasFor(ctx: Ctx<Tables>, asked: AskedByPart): Promise<Area[]> {
  if (asked.by === 'area' || asked.areaId !== null) return listAreas(ctx);
  return asked.indicator.recipe === null ? listAreas(ctx, 'region') : [];
}

/** A figure as the records have it, before anything of it is hidden. */
export async function tableOf(ctx: Ctx<Tables>, asked: AskedByPart): Promise<FigureTable> {
  const areas = await listAreasFor(ctx, asked);
  const [total] = await count(ctx, { ...asked, by: 'none' }, areas);
  const keys = await keysOf(ctx, asked, areas);
  const cells = keys.length === 0 ? [] : await listCells(ctx, asked, areas);
  const rows: Row[] = keys.map(({ key, label }) => ({
    key,
    label,
    figure: cellOf(
      asked.indicator,
      cells.find((cell) => cell.key === key),
    ),
  }));
  return {
    indicator: asked.indicator,
    period: asked.period,
    by: asked.by,
    total: cellOf(asked.indicator, total),
    rows,
    asOf: total?.newest?.toISOString() ?? null,
  };
}

/** A figure for those who may open the records behind it. Refuses `indicator_not_found`, `ends_before_it_starts`. */
export async function getFigures(anyCtx: AnyCtx, question: FigureQuestion): Promise<FigureTable> {
  const indicator = (await findIndicator(withTables<Tables>(anyCtx), question.code)) ?? refuse('indicator_not_found');
  return computeFigures(anyCtx, indicator, question);
}

/** The same for an indicator at hand. Refuses `ends_before_it_starts`, `breakdown_of_whole_year`. */
export async function computeFigures(
  anyCtx: AnyCtx,
  indicator: Indicator,
  question: Omit<FigureQuestion, 'code'>,
): Promise<FigureTable> {
  const ctx = withTables<Tables>(anyCtx);
  const { areaId = null, needCode = null, by } = question;
  const isGuarded = OF_A_PERSON.includes(by) || (isWordOfPeople(indicator.recipe) && isPartner(ctx.actor));
  const asked = { indicator, period: periodFor(ctx, question, isGuarded), areaId, needCode };
  if (isGuarded) checkWhole(asked);
  if (by === 'population') return populationTable(ctx, asked);
  const table = await tableOf(ctx, { ...asked, by });
  if (!isGuarded) return table;
  return { ...table, ...tellRows(table) };
}

/** Cohorts overlap, so their rows are no parts of the whole: what is hidden of them is decided by people and not by sums. */
async function populationTable(ctx: Ctx<Tables>, asked: Asked): Promise<FigureTable> {
  const table = await tableOf(ctx, { ...asked, by: 'none' });
  return { ...table, ...tellRows(table), by: 'population', rows: await listPopulationRows(ctx, asked) };
}

/** The period that was asked for; of what must be a whole year, without one, the year under way. */
function periodFor(ctx: Ctx<Tables>, question: Omit<FigureQuestion, 'code'>, isGuarded: boolean): Period {
  const today = dayIn(ctx.timeZone, ctx.now);
  const isOpen = question.startsOn === undefined && question.endsOn === undefined;
  return isOpen && isGuarded ? yearOf(Number(today.slice(0, 4))) : periodOf(question, today);
}

/** What a person is, crossed with a month, a place or a need, tells of a few: a whole year of everybody, or nothing. */
function checkWhole({ indicator, period, areaId, needCode }: Asked): void {
  const isWhole = wholeYearOf(period) !== null && areaId === null && needCode === null && indicator.needCode === null;
  if (!isWhole) refuse('breakdown_of_whole_year', { fields: [{ path: 'by', code: 'not_a_choice' }] });
}
