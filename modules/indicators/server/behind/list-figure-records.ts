import { dayIn, refuse } from '@qantara/kernel';
import type { Ctx, RecordBehind } from '@qantara/platform';
import { within } from '@qantara/territory/domain';
import { listAreas } from '@qantara/territory/server';
import type { Indicator, RecordsQuestion } from '../../contract/index.ts';
import { isPartner, isWordOfPeople, OF_A_PERSON, periodOf, type PartBreakdown } from '../../domain/index.ts';
import { findIndicator } from '../indicator-store.ts';
import { listRecords } from '../measure-view.ts';
import type { IndicatorsTables } from '../tables.gen.ts';

const MOST_ASKED = 5000;
const MOST_SHOWN = 200;

type Tables = IndicatorsTables;
type Question = RecordsQuestion & { by: PartBreakdown };

/** A cell of a town is all that lies in it: the town becomes the place that is asked about. */
async function areasOf(ctx: Ctx<Tables>, { by, key, areaId }: Question): Promise<string[] | null> {
  const place = by === 'area' && key !== '' ? key : areaId;
  return place === undefined ? null : within(await listAreas(ctx), place);
}

async function listBehind(ctx: Ctx<Tables>, indicator: Indicator, question: Question): Promise<RecordBehind[]> {
  const { recipe, opensRecords } = indicator;
  const measure = recipe === null ? undefined : ctx.measures.get(recipe);
  if (measure?.records === undefined || !opensRecords || (isWordOfPeople(recipe) && isPartner(ctx.actor))) return [];
  const { startsOn, endsOn, by, key, counted } = question;
  const asked = {
    measure,
    needCode: indicator.needCode ?? question.needCode ?? null,
    areaIds: await areasOf(ctx, question),
    period: periodOf({ startsOn, endsOn }, dayIn(ctx.timeZone, ctx.now)),
    timeZone: ctx.timeZone,
    now: ctx.now,
    counted,
  };
  const cell = by === 'area' ? { by: 'none' as const, key: '' } : { by, key };
  const ids = await listRecords(ctx.db, { ...asked, ...cell }, MOST_ASKED);
  return measure.records.listVisible(ctx, ids, MOST_SHOWN + 1);
}

/**
 * The records behind a figure that the reader may open under the policy of their module; the others do not exist, and the
 * count is of those that are shown. What a person is opens nothing: who is of an age, a language or a cohort is told in no list. Refuses
 * `indicator_not_found`, `breakdown_of_whole_year`.
 */
export async function listFigureRecords(ctx: Ctx<Tables>, question: RecordsQuestion) {
  const indicator = (await findIndicator(ctx, question.code)) ?? refuse('indicator_not_found');
  const { by } = question;
  if (by === 'population' || OF_A_PERSON.includes(by)) refuse('breakdown_of_whole_year');
  const found = await listBehind(ctx, indicator, { ...question, by });
  return { indicator, records: found.slice(0, MOST_SHOWN), hasMore: found.length > MOST_SHOWN };
}
