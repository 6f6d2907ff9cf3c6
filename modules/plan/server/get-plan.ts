import { dayIn, refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { yearOf } from '@qantara/indicators/domain';
import { computeFigures, computePublicFigures, listAllIndicators } from '@qantara/indicators/server';
import type { FigureState, FigureTable, Indicator } from '@qantara/indicators/contract';
import type { Item, NamedPlan, Plan, PlanFacts, Target } from '../contract/index.ts';
import type { z } from 'zod';
import { goalOf, inReadingOrder, isStale, progressOf, rollUpTree, statusOf } from '../domain/index.ts';
import { listItems, listServices, type BareItem } from './item-store.ts';
import { listLevels } from './level-store.ts';
import { findPlan, listBelow } from './plan-store.ts';
import { listTargets, type BareTarget } from './target-store.ts';
import type { PlanTables } from './tables.gen.ts';

type Tables = PlanTables;
type Reader = 'public' | 'staff';

/** A figure for one calendar year, as this reader may see it. */
async function readYear(
  ctx: Ctx<Tables>,
  indicator: Indicator,
  asked: { year: number; reader: Reader },
): Promise<FigureTable> {
  if (asked.reader === 'public') return computePublicFigures(ctx, indicator, { year: asked.year, by: 'none' });
  return computeFigures(ctx, indicator, { ...yearOf(asked.year), by: 'none' });
}

/** This year so far; in its first weeks, while there is too little to tell, the year before. */
async function readCurrent(ctx: Ctx<Tables>, indicator: Indicator, reader: Reader): Promise<FigureTable> {
  const year = Number(dayIn(ctx.timeZone, ctx.now).slice(0, 4));
  const current = await readYear(ctx, indicator, { year, reader });
  return current.total.state === 'shown' ? current : readYear(ctx, indicator, { year: year - 1, reader });
}

/** A baseline is a figure like any other: where it tells of a few people, the public does not get it in a target either. */
async function readBaseline(
  ctx: Ctx<Tables>,
  bare: BareTarget,
  asked: { indicator: Indicator; reader: Reader },
): Promise<{ baseline: number | null; baselineState: FigureState }> {
  const { baseline, baselineStartsOn } = bare;
  if (baseline === null) return { baseline, baselineState: 'missing' };
  const isOurs = asked.indicator.kind === 'programme';
  if (asked.reader === 'public' && isOurs && baselineStartsOn !== null) {
    const year = Number(baselineStartsOn.slice(0, 4));
    const { total } = await readYear(ctx, asked.indicator, { year, reader: 'public' });
    if (total.state === 'suppressed') return { baseline: null, baselineState: 'suppressed' };
  }
  return { baseline, baselineState: 'shown' };
}

const heardOf = ({ path, everyMonths }: BareTarget, { asOf }: FigureTable) => ({ path, everyMonths, asOf });

async function readTarget(
  ctx: Ctx<Tables>,
  bare: BareTarget,
  asked: { indicators: Indicator[]; startsOn: string; reader: Reader },
): Promise<Target> {
  const indicator = asked.indicators.find(({ indicatorId }) => indicatorId === bare.indicatorId);
  if (indicator === undefined) throw new Error('a target aims at an indicator that is not there');
  const current = await readCurrent(ctx, indicator, asked.reader);
  const { baseline, baselineState } = await readBaseline(ctx, bare, { indicator, reader: asked.reader });
  const goal = goalOf({ ...bare, baseline });
  const tolerance = bare.targetKind === 'maintain' ? (bare.tolerance ?? 0) : null;
  const aim = { baseline, goal, current: current.total.value, better: indicator.better, tolerance };
  const today = dayIn(ctx.timeZone, ctx.now);
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
    everyMonths: bare.everyMonths,
    path: bare.path,
    dueOn: bare.dueOn,
    current,
    progress: progressOf(aim),
    status: statusOf({ ...aim, ...heardOf(bare, current), startsOn: asked.startsOn, dueOn: bare.dueOn, today }),
  };
}

async function readTargets(ctx: Ctx<Tables>, plan: PlanFacts, reader: Reader): Promise<Map<string, Target[]>> {
  const indicators = await listAllIndicators(ctx);
  const targets = new Map<string, Target[]>();
  for (const bare of await listTargets(ctx.db, plan.planId)) {
    const target = await readTarget(ctx, bare, { indicators, startsOn: plan.startsOn, reader });
    targets.set(bare.itemId, [...(targets.get(bare.itemId) ?? []), target]);
  }
  return targets;
}

/** Work that is over waits for no news. Where nobody has said anything yet, the plan's first day is counted from. */
function isSilent({ kind, progress, reportedAt }: BareItem, plan: PlanFacts, today: string): boolean {
  if (kind !== 'initiative' || progress === 'done' || progress === 'stopped') return false;
  return isStale({ asOf: reportedAt ?? plan.startsOn, everyMonths: plan.reportEveryMonths, today });
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
  const today = dayIn(ctx.timeZone, ctx.now);
  const items: Item[] = inReadingOrder(bare).map((item) => ({
    ...item,
    rolledUp: rolled.get(item.itemId) ?? { progress: null, coverage: 0 },
    isStale: isSilent(item, plan, today),
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
