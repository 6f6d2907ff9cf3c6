import type { Ctx } from '@qantara/platform';
import type { Area } from '@qantara/territory/contract';
import { listAreas } from '@qantara/territory/server';
import type { Indicator } from '../../contract/index.ts';
import { tellSeries, type Stretch } from '../../domain/index.ts';
import { listIndicators } from '../indicator-store.ts';
import type { IndicatorsTables } from '../tables.gen.ts';
import { lockIndicators } from './observation-store.ts';
import { listApproved, saveTold, type Approved } from './told-store.ts';

type IndicatorsCtx = Ctx<IndicatorsTables>;

const sharesDays = (one: Approved, other: Approved): boolean =>
  one.startsOn < other.endsOn && other.startsOn < one.endsOn;

/**
 * Places wait for the figure of the whole region, so that it is never hidden for having come after them; where a source has none, they
 * wait for the next publication.
 */
function waiting(approved: readonly Approved[], areas: readonly Area[]): (one: Approved) => boolean {
  const tops = new Set<string>(areas.filter(({ parentAreaId }) => parentAreaId === null).map(({ areaId }) => areaId));
  const wholes = approved.filter(({ areaId, cut }) => tops.has(areaId) && cut === '');
  return (one) => !one.wasTold && !wholes.some((whole) => sharesDays(whole, one));
}

type Judging = { areas: readonly Area[]; around?: Stretch };

async function judgeOne(ctx: IndicatorsCtx, indicator: Indicator, { areas, around }: Judging): Promise<void> {
  const { indicatorId, unit, factor, counts } = indicator;
  const approved = await listApproved(ctx.db, indicatorId);
  const isOpen = counts === 'things' || unit === 'words';
  const measure = around === undefined ? { unit, factor } : { unit, factor, around };
  const judged = isOpen ? new Map(approved.map((one) => [one, true])) : tellSeries(measure, approved, areas);
  const isWaiting = around !== undefined && !isOpen ? waiting(approved, areas) : () => false;
  const said = [...judged].flatMap(([one, mayBeTold]) => {
    const isTold = mayBeTold && !isWaiting(one);
    const stays = isTold === one.isTold && (one.wasTold || !isTold);
    return stays ? [] : [{ ...one, isTold }];
  });
  if (said.length > 0) await saveTold(ctx.db, { indicatorId, said });
}

/** Decides what everybody may read of what was approved of one measure around a stretch of time, beside what they could read before. The measure is held by the caller. */
export async function judgeSeries(ctx: IndicatorsCtx, indicator: Indicator, around: Stretch): Promise<void> {
  await judgeOne(ctx, indicator, { areas: await listAreas(ctx), around });
}

/** The same of all measures that are brought in, whatever waited for others of its source; they are held until the command ends. */
export async function judgeAllSeries(ctx: IndicatorsCtx): Promise<void> {
  const areas = await listAreas(ctx);
  const broughtIn = (await listIndicators(ctx)).filter(({ recipe }) => recipe === null);
  await lockIndicators(ctx.db, new Set(broughtIn.map(({ indicatorId }) => indicatorId)));
  // One after another, so that the values of no more than one measure are in memory.
  for (const indicator of broughtIn) await judgeOne(ctx, indicator, { areas });
}
