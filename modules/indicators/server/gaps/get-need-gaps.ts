import { dayIn } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { within } from '@qantara/territory/domain';
import { listAreas } from '@qantara/territory/server';
import type { GapQuestion } from '../../contract/index.ts';
import { byUrgency, periodOf } from '../../domain/index.ts';
import type { IndicatorsTables } from '../tables.gen.ts';
import { listGapRows } from './gap-view.ts';

/** What people needed and did not get, by area and need, beside what there is; the widest gap first. Refuses `ends_before_it_starts`. */
export async function getNeedGaps(ctx: Ctx<IndicatorsTables>, asked: GapQuestion) {
  const { timeZone, now } = ctx;
  const period = periodOf(asked, dayIn(timeZone, now));
  const areaIds = asked.areaId === undefined ? null : within(await listAreas(ctx), asked.areaId);
  const gaps = await listGapRows(ctx.db, { period, areaIds, needCode: asked.needCode ?? null, timeZone, now });
  return { period, gaps: gaps.filter(({ unmetTotal }) => unmetTotal > 0).toSorted(byUrgency) };
}
