import { dayIn } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { within } from '@qantara/territory/domain';
import { listAreas } from '@qantara/territory/server';
import type { FigureQuestion, ReasonMix } from '../../contract/index.ts';
import { isPartner, LEAST_SHOWN, periodOf, wholeYearOf } from '../../domain/index.ts';
import type { IndicatorsTables } from '../tables.gen.ts';
import { countReasons, countSaidWhy } from './reasons-view.ts';

type Asked = { period: ReasonMix['period']; needCode: string | null; areaIds: string[] | null };

/** What people said; to a partner of the whole region and a whole year alone, and of no few. */
async function saidFor(ctx: Ctx<IndicatorsTables>, asked: Asked): Promise<ReasonMix['saidWhy']> {
  if (!isPartner(ctx.actor)) return countSaidWhy(ctx, asked);
  if (asked.needCode !== null || asked.areaIds !== null || wholeYearOf(asked.period) === null) return [];
  return (await countSaidWhy(ctx, asked)).filter(({ count }) => count >= LEAST_SHOWN);
}

/** Why partners say no, why help failed, and why people say that it did not come. Refuses `ends_before_it_starts`. */
export async function getReasons(
  ctx: Ctx<IndicatorsTables>,
  question: Omit<FigureQuestion, 'code' | 'by'>,
): Promise<ReasonMix> {
  const { areaId, needCode = null } = question;
  const period = periodOf(question, dayIn(ctx.timeZone, ctx.now));
  const areaIds = areaId === undefined ? null : within(await listAreas(ctx), areaId);
  const asked = { period, needCode, areaIds };
  return {
    period,
    refused: await countReasons(ctx, asked, 'rejected'),
    notHelped: await countReasons(ctx, asked, 'failed'),
    saidWhy: await saidFor(ctx, asked),
  };
}
