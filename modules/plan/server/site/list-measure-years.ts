import { dayIn, refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { listIndicatorsAmong, readTotals } from '@qantara/indicators/server';
import type { Indicator } from '@qantara/indicators/contract';
import type { MeasureYears, PlanId } from '../../contract/index.ts';
import { placeOf } from '../../domain/index.ts';
import { listItems } from '../item-store.ts';
import { findPlan } from '../plan-store.ts';
import type { PlanTables } from '../tables.gen.ts';
import { listTargets } from '../target-store.ts';

/** As far back as the page of a measure goes: our own counts, and what sources have said. */
const YEARS_OF_OURS = 5;
const YEARS_OF_SOURCES = 12;

const yearsBefore = (year: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => year - count + index);

/** What the nodes of a plan aim at, or the one with this number. */
async function aimedAt(ctx: Ctx<PlanTables>, planId: string, number: string | undefined): Promise<Set<string>> {
  const targets = await listTargets(ctx.db, planId);
  const items = number === undefined ? [] : await listItems(ctx.db, planId);
  const itemId = items.find((one) => one.number === number)?.itemId;
  const isAsked = (target: { itemId: string }) => number === undefined || target.itemId === itemId;
  return new Set(targets.filter(isAsked).map(({ indicatorId }) => indicatorId));
}

/** The whole years of what a published plan, or one node of it, aims at; the year under way is none. Refuses `plan_not_found`. */
export async function listMeasureYears(
  ctx: Ctx<PlanTables>,
  { planId, number }: { planId?: PlanId | undefined; number?: string | undefined },
): Promise<{ measures: MeasureYears[] }> {
  const plan = (await findPlan(ctx.db, { planId, onlyPublic: true })) ?? refuse('plan_not_found');
  const aimed = await aimedAt(ctx, plan.planId, number);
  const told = (await listIndicatorsAmong(ctx, aimed)).filter(({ unit }) => unit !== 'words');
  const year = Number(dayIn(ctx.timeZone, ctx.now).slice(0, 4));
  const asked = { reader: 'public', areaId: placeOf(plan) } as const;
  const read = async (indicators: Indicator[], years: number[]): Promise<MeasureYears[]> => {
    const totals = await readTotals(ctx, { ...asked, indicators, years });
    return indicators.map((indicator) => ({
      indicatorId: indicator.indicatorId,
      figures: years.map((one) => {
        const { value, state } = totals(indicator, one).total;
        return { year: one, value, state };
      }),
    }));
  };
  const ours = told.filter(({ recipe }) => recipe !== null);
  const sources = told.filter(({ recipe }) => recipe === null);
  return {
    measures: [
      ...(await read(ours, yearsBefore(year, YEARS_OF_OURS))),
      ...(await read(sources, yearsBefore(year, YEARS_OF_SOURCES))),
    ],
  };
}
