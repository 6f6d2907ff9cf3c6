import { dayIn, refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { isSmall, LEAST_SHOWN, monthsOf, wholeYearOf } from '@qantara/indicators/domain';
import { listIndicatorsAmong, readTotals, type Totals } from '@qantara/indicators/server';
import type { Figure, FigureState, FigureTable, Indicator } from '@qantara/indicators/contract';
import type { Item, NamedPlan, Plan, PlanFacts, Target } from '../contract/index.ts';
import type { z } from 'zod';
import {
  goalOf,
  inReadingOrder,
  isSilent,
  judgedYear,
  lastYearOf,
  newsAsOf,
  placeOf,
  progressOf,
  rollUpTree,
  statusOf,
} from '../domain/index.ts';
import { listItems, listServices, type BareItem } from './item-store.ts';
import { listLevels } from './level-store.ts';
import { findPlan, listBelow } from './plan-store.ts';
import { listTargets, type BareTarget } from './target-store.ts';
import type { PlanTables } from './tables.gen.ts';

type Tables = PlanTables;
type Reader = 'public' | 'staff';

const NOT_KNOWN: Figure = { numerator: null, denominator: null, value: null, state: 'missing' };

/** The figure that a target is judged by; of a year that only runs, where nothing was known before it, none. */
function currentOf(
  { totals }: Figures,
  indicator: Indicator,
  aim: { dueOn: string; today: string; goal: number | null },
): FigureTable {
  const knownOf = (year: number) => {
    const { total, asOf } = totals(indicator, year);
    return { state: total.state, value: total.value, asOf };
  };
  const { addsUp, better } = indicator;
  const year = judgedYear({ ...aim, addsUp, better, knownOf });
  return year === null
    ? { ...totals(indicator, lastYearOf(aim)), total: NOT_KNOWN, asOf: null }
    : totals(indicator, year);
}

/**
 * Whether everybody may read a typed baseline. It is a figure like any other: none of a few people; none of a year that is hidden, or of
 * other days than a year, of which nobody can say; and of what we counted ourselves only what was released.
 */
function mayTellBaseline({ totals }: Figures, bare: BareTarget, indicator: Indicator): boolean {
  const { baseline, baselineStartsOn: startsOn, baselineEndsOn: endsOn } = bare;
  if (indicator.counts === 'things') return true;
  if (indicator.unit === 'count' && isSmall(baseline, LEAST_SHOWN)) return false;
  if (startsOn === null || endsOn === null) return !indicator.isOfPeople;
  const year = wholeYearOf({ startsOn, endsOn });
  if (year === null) return false;
  const { state } = totals(indicator, year).total;
  return state === 'shown' || (state === 'missing' && !indicator.isOfPeople);
}

function baselineOf(
  figures: Figures,
  bare: BareTarget,
  indicator: Indicator,
): { baseline: number | null; baselineState: FigureState } {
  const { baseline } = bare;
  if (baseline === null) return { baseline, baselineState: 'missing' };
  const isTold = figures.reader === 'staff' || mayTellBaseline(figures, bare, indicator);
  return isTold ? { baseline, baselineState: 'shown' } : { baseline: null, baselineState: 'suppressed' };
}

const yearIn = (day: string): number => Number(day.slice(0, 4));
const heardOf = ({ path }: BareTarget, { asOf, indicator: { frequency } }: FigureTable) => ({
  path,
  everyMonths: monthsOf(frequency),
  asOf,
});

type Figures = { totals: Totals; indicators: Map<string, Indicator>; reader: Reader };

function toTarget(bare: BareTarget, figures: Figures, days: { startsOn: string; today: string }): Target {
  const indicator = figures.indicators.get(bare.indicatorId);
  if (indicator === undefined) throw new Error('a target aims at an indicator that is not there');
  const { baseline, baselineState } = baselineOf(figures, bare, indicator);
  const goal = goalOf({ ...bare, baseline });
  const current = currentOf(figures, indicator, { goal, dueOn: bare.dueOn, today: days.today });
  const tolerance = bare.targetKind === 'maintain' ? (bare.tolerance ?? 0) : null;
  const aim = { baseline, goal, current: current.total.value, better: indicator.better, tolerance };
  return {
    targetId: bare.targetId,
    indicator,
    baseline,
    baselineState,
    baselineStartsOn: bare.baselineStartsOn,
    baselineEndsOn: bare.baselineEndsOn,
    goal,
    targetKind: bare.targetKind,
    target: bare.target,
    tolerance: bare.tolerance,
    path: bare.path,
    dueOn: bare.dueOn,
    current,
    progress: progressOf(aim),
    status: statusOf({ ...aim, ...heardOf(bare, current), ...days, dueOn: bare.dueOn }),
  };
}

/** The figures behind all targets of a plan, in as many questions as there are kinds of figures. */
async function readTargets(ctx: Ctx<Tables>, plan: PlanFacts, reader: Reader): Promise<Map<string, Target[]>> {
  const bare = await listTargets(ctx.db, plan.planId);
  const today = dayIn(ctx.timeZone, ctx.now);
  const aimed = new Set(bare.map(({ indicatorId }) => indicatorId));
  const indicators = await listIndicatorsAmong(ctx, aimed);
  const began =
    reader === 'public' ? bare.flatMap(({ baselineStartsOn: day }) => (day === null ? [] : [yearIn(day)])) : [];
  const due = bare.map(({ dueOn }) => lastYearOf({ dueOn, today }));
  const years = [...new Set([...due.flatMap((one) => [one, one - 1]), ...began])];
  const figures = {
    totals: await readTotals(ctx, { indicators, years, reader, areaId: placeOf(plan) }),
    indicators: new Map<string, Indicator>(indicators.map((one) => [one.indicatorId, one])),
    reader,
  };
  const targets = Map.groupBy(bare, ({ itemId }) => itemId);
  const days = { startsOn: plan.startsOn, today };
  return new Map([...targets].map(([itemId, own]) => [itemId, own.map((one) => toTarget(one, figures, days))]));
}

/** Work that is over waits for no news. Where nobody has said anything yet, the plan's first day is counted from. */
function isItemSilent(ctx: Ctx<Tables>, item: BareItem, plan: PlanFacts): boolean {
  const { kind, progress } = item;
  const asOf = newsAsOf(item, { ...plan, timeZone: ctx.timeZone });
  return isSilent({ kind, progress, asOf, everyMonths: plan.reportEveryMonths }, dayIn(ctx.timeZone, ctx.now));
}

async function findAbove(
  ctx: Ctx<Tables>,
  { parentPlanId: planId }: PlanFacts,
  onlyPublic: boolean,
): Promise<z.infer<typeof NamedPlan> | null> {
  const above = planId === null ? undefined : await findPlan(ctx.db, { planId, onlyPublic });
  return above === undefined ? null : { planId: above.planId, name: above.name };
}

/** A plan with its figures as they are at this moment, for this reader; without a word which, the region's. Refuses `plan_not_found`. */
export async function getPlan(
  ctx: Ctx<Tables>,
  { planId, reader }: { planId?: string | undefined; reader: Reader },
): Promise<Plan> {
  const onlyPublic = reader === 'public';
  const plan = (await findPlan(ctx.db, { planId, onlyPublic })) ?? refuse('plan_not_found');
  const targets = await readTargets(ctx, plan, reader);
  const bare = (await listItems(ctx.db, plan.planId)).map((item) => ({
    ...item,
    targets: targets.get(item.itemId) ?? [],
  }));
  const rolled = rollUpTree(bare);
  const items: Item[] = inReadingOrder(bare).map((item) => ({
    ...item,
    rolledUp: rolled.get(item.itemId) ?? { progress: null, coverage: 0 },
    isStale: isItemSilent(ctx, item, plan),
  }));
  return {
    ...plan,
    levels: await listLevels(ctx.db, plan.planId),
    items,
    above: await findAbove(ctx, plan, onlyPublic),
    below: await listBelow(ctx.db, plan.planId, { onlyPublic }),
    served: await listServices(ctx.db, plan.planId, onlyPublic),
  };
}
