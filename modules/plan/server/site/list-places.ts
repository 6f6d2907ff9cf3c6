import { dayIn } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { FigureTable } from '@qantara/indicators/contract';
import { readTotals } from '@qantara/indicators/server';
import type { Area } from '@qantara/territory/contract';
import { around } from '@qantara/territory/domain';
import { listAreas } from '@qantara/territory/server';
import type { ItemId, Place, PlacedWork, PlaceFigures, Plan, PlanId } from '../../contract/index.ts';
import { ledNodeOf, placeWorks } from '../../domain/index.ts';
import type { PlanTables } from '../tables.gen.ts';
import { openPublicPlan, type NamedPlan } from './open-public-plan.ts';

type PlanCtx = Ctx<PlanTables>;
type Places = {
  plan: NamedPlan;
  places: Place[];
  works: PlacedWork[];
  everywhere: ItemId[];
  figures: PlaceFigures[];
};

/** This year so far where it is told, or the year before; what everybody may read of the place, of what the plan measures. */
async function figuresAt(ctx: PlanCtx, plan: Plan, area: Area): Promise<PlaceFigures> {
  const aimed = plan.items.flatMap(({ targets }) => targets.map(({ indicator }) => indicator));
  const indicators = [...new Map(aimed.map((one) => [one.code, one])).values()];
  const year = Number(dayIn(ctx.timeZone, ctx.now).slice(0, 4));
  const years = [year, year - 1];
  const totals = await readTotals(ctx, { indicators, years, reader: 'public', areaId: area.areaId });
  const figures = indicators.flatMap((indicator): FigureTable[] =>
    years
      .map((one) => totals(indicator, one))
      .filter(({ total }) => total.state === 'shown')
      .slice(0, 1),
  );
  return { areaName: area.name, figures };
}

/** Of a neighbourhood and of the town it lies in; of no place beyond the plan, and of none that is not there. */
async function figuresOf(ctx: PlanCtx, plan: Plan, { areas, areaId }: { areas: Area[]; areaId: string }) {
  const over = around(areas, areaId).filter(({ kind }) => kind !== 'region');
  const all: PlaceFigures[] = [];
  for (const area of over) all.push(await figuresAt(ctx, plan, area));
  return all.filter(({ figures }) => figures.length > 0);
}

/** Where the work of a published plan is, by neighbourhood; of the one that is asked for, its figures too. Refuses `plan_not_found`. */
export async function listPlaces(
  ctx: PlanCtx,
  asked: { planId?: PlanId | undefined; areaId?: string | undefined },
): Promise<Places> {
  const { plan, named, details } = await openPublicPlan(ctx, asked);
  const areas = await listAreas(ctx);
  const areaIdsOf = (itemId: string) => details.get(itemId)?.areaIds ?? [];
  const { places, works, everywhere } = placeWorks(plan.items, { areas, areaId: plan.areaId, areaIdsOf });
  const chosen = places.find(({ areaId }) => areaId === asked.areaId);
  const today = dayIn(ctx.timeZone, ctx.now);
  return {
    plan: named,
    places,
    works: works.map((item) => ({ ...ledNodeOf(item, today), leadName: item.leadName })),
    everywhere,
    figures: chosen === undefined ? [] : await figuresOf(ctx, plan, { areas, areaId: chosen.areaId }),
  };
}
