import { dayIn, refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { yearOf } from '@qantara/indicators/domain';
import { computeFigures, computePublicFigures, listAllIndicators } from '@qantara/indicators/server';
import type { FigureState, FigureTable, Indicator } from '@qantara/indicators/contract';
import type { Plan, Target } from '../contract/index.ts';
import { goalOf, inReadingOrder, progressOf, statusOf } from '../domain/index.ts';
import { findPlan, listItems, listTargets, type BareTarget } from './plan-store.ts';
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
  const aim = { baseline, goal, current: current.total.value, better: indicator.better };
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
    dueOn: bare.dueOn,
    current,
    progress: progressOf(aim),
    status: statusOf({ ...aim, startsOn: asked.startsOn, dueOn: bare.dueOn, today }),
  };
}

/** The plan with its figures as they are at this moment, for this reader. Refuses `plan_not_found`. */
export async function getPlan(ctx: Ctx<Tables>, reader: Reader): Promise<Plan> {
  const plan = (await findPlan(ctx.db, reader === 'public')) ?? refuse('plan_not_found');
  const items = inReadingOrder(await listItems(ctx.db, plan.planId));
  const indicators = await listAllIndicators(ctx);
  const targets = new Map<string, Target[]>();
  for (const bare of await listTargets(ctx.db, plan.planId)) {
    const target = await readTarget(ctx, bare, { indicators, startsOn: plan.startsOn, reader });
    targets.set(bare.itemId, [...(targets.get(bare.itemId) ?? []), target]);
  }
  return { ...plan, items: items.map((item) => ({ ...item, targets: targets.get(item.itemId) ?? [] })) };
}
