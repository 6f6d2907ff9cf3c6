import { dayIn, refuse } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import { around } from '@qantara/territory/domain';
import { listAreas } from '@qantara/territory/server';
import type {
  CutTable,
  Indicator,
  Observation,
  PublicSeries,
  Series,
  WrittenObservation,
} from '../../contract/index.ts';
import { intervalOf, isStale, numbersOf } from '../../domain/series/index.ts';
import { hasCuts, tellCuts } from '../../domain/index.ts';
import { findIndicator } from '../indicator-store.ts';
import type { IndicatorsTables } from '../tables.gen.ts';
import { judgeSeries } from './judge-series.ts';
import {
  findEnd,
  isApprovedIn,
  listApprovedCuts,
  listFormer,
  listObservationsOf,
  listWaiting,
  lockIndicators,
  lockObservation,
  saveObservations,
  saveState,
  sharesDays,
  type Kept,
  type Place,
  type Waiting,
} from './observation-store.ts';

type IndicatorsCtx = Ctx<IndicatorsTables>;
type Period = { code: string; areaId: string; startsOn: string };

async function indicatorOf(ctx: IndicatorsCtx, code: string): Promise<Indicator> {
  return (await findIndicator(ctx, code)) ?? refuse('indicator_not_found');
}

function valueOf({ unit, factor }: Indicator, { numerator, denominator, value }: Kept): number | null {
  if (value !== null || numerator === null) return value;
  if (unit === 'count') return numerator;
  return denominator === null ? null : (numerator / denominator) * factor;
}

function told(indicator: Indicator, kept: Kept): Observation {
  const interval = intervalOf(indicator.unit, indicator.factor, kept);
  return { ...kept, value: valueOf(indicator, kept), interval };
}

async function seriesOf(ctx: IndicatorsCtx, indicator: Indicator, isPublic: boolean): Promise<Series> {
  const { indicatorId, frequency } = indicator;
  const kept = await listObservationsOf(ctx.db, { indicatorId, isPublic });
  const newest =
    kept
      .map(({ endsOn }) => endsOn)
      .toSorted()
      .at(-1) ?? null;
  return {
    indicator,
    observations: kept.map((one) => told(indicator, one)),
    former: isPublic ? [] : await listFormer(ctx.db, indicatorId),
    isStale: indicator.recipe === null && isStale(frequency, newest, dayIn(ctx.timeZone, ctx.now)),
  };
}

/** Everything that was brought in of a measure, with what was corrected and by whom it waits to be approved. */
export async function getSeries(ctx: IndicatorsCtx, { code }: { code: string }): Promise<Series> {
  return seriesOf(ctx, await indicatorOf(ctx, code), false);
}

/** What is told of it, of whole populations: what was approved, but for what would tell of a few people. What is counted from records has no series, and its figures are suppressed elsewhere. */
export async function getPublicSeries(ctx: IndicatorsCtx, { code }: { code: string }): Promise<PublicSeries> {
  const indicator = await indicatorOf(ctx, code);
  const series = await seriesOf(ctx, indicator, true);
  return { ...series, cuts: await cutsOf(ctx, indicator) };
}

/** The parts of the whole region: a part of a small place would be of a few people. */
async function cutsOf(ctx: IndicatorsCtx, indicator: Indicator, before: string | null = null): Promise<CutTable[]> {
  const [region] = await listAreas(ctx, 'region');
  if (region === undefined || !hasCuts(indicator)) return [];
  const kept = await listApprovedCuts(ctx.db, { indicatorId: indicator.indicatorId, areaId: region.areaId });
  const asked = kept.filter(({ startsOn }) => before === null || startsOn < before);
  return tellCuts(asked.map((one) => ({ ...one, value: valueOf(indicator, one) })));
}

/** What everybody may read of a measure by one trait of people at a time, of the newest period that began before a day. */
export async function readPublicCuts(
  anyCtx: AnyCtx,
  { code, before }: { code: string; before: string },
): Promise<CutTable[]> {
  const ctx = withTables<IndicatorsTables>(anyCtx);
  return cutsOf(ctx, await indicatorOf(ctx, code), before);
}

async function placeOf(ctx: IndicatorsCtx, { code, areaId, startsOn }: Period) {
  const indicator = await indicatorOf(ctx, code);
  return { indicator, place: { indicatorId: indicator.indicatorId, areaId, startsOn } satisfies Place };
}

/** The areas that this one lies in, without itself. */
async function above(ctx: IndicatorsCtx, areaId: string): Promise<string[]> {
  const areas = await listAreas(ctx);
  if (!areas.some((area) => area.areaId === areaId))
    refuse('area_not_found', { fields: [{ path: 'areaId', code: 'not_a_choice' }] });
  return around(areas, areaId).flatMap((one) => (one.areaId === areaId ? [] : [one.areaId]));
}

function checkCorrection(standing: Kept | undefined, { version, reason }: WrittenObservation): void {
  if ((standing?.version ?? null) !== version) refuse('observation_changed');
  if (standing === undefined) return;
  if (standing.state === 'approved') refuse('observation_approved');
  if (reason === '') refuse('correction_needs_reason', { fields: [{ path: 'reason', code: 'required' }] });
}

/** A measure has one rhythm: of the same place and people nothing is said twice of a day, or it would be added up twice. */
async function checkStretch(ctx: IndicatorsCtx, place: Place, { endsOn, cut }: WrittenObservation): Promise<void> {
  if (place.startsOn >= endsOn)
    refuse('ends_before_it_starts', { fields: [{ path: 'endsOn', code: 'ends_before_it_starts' }] });
  await lockIndicators(ctx.db, new Set([place.indicatorId]));
  if (await sharesDays(ctx.db, place, { endsOn, cut }))
    refuse('period_overlaps', { fields: [{ path: 'startsOn', code: 'period_overlaps' }] });
}

/**
 * Says what a source says of one place and period, or corrects it with a reason; it is provisional until somebody else approves it.
 * Refuses what was approved here or above: that is reopened first.
 */
export async function writeObservation(ctx: IndicatorsCtx, given: WrittenObservation): Promise<Series> {
  const { indicator, place } = await placeOf(ctx, given);
  if (indicator.recipe !== null) refuse('indicator_counted');
  await checkStretch(ctx, place, given);
  const higher = await above(ctx, given.areaId);
  const numbers = numbersOf(indicator.unit, given);
  if ('code' in numbers) refuse('invalid_input', { fields: [{ path: numbers.field, code: numbers.code }] });
  if (indicator.unit === 'words' && given.note === null)
    refuse('invalid_input', { fields: [{ path: 'note', code: 'required' }] });
  checkCorrection(await lockObservation(ctx.db, place, given.cut), given);
  if (await isApprovedIn(ctx.db, { ...place, endsOn: given.endsOn }, higher)) refuse('observation_approved');
  const { endsOn, cut, note } = given;
  const { accountId } = ctx.actor;
  await saveObservations(ctx.db, [{ at: 1, ...place, endsOn, cut, ...numbers }], {
    source: null,
    importId: null,
    reason: given.reason === '' ? null : given.reason,
    note,
    accountId,
    now: ctx.now,
  });
  const data = { areaId: given.areaId, startsOn: given.startsOn, cut };
  ctx.emit({ type: 'observation.written', subject: indicator.indicatorId, data, reason: given.reason || null });
  return seriesOf(ctx, indicator, false);
}

/** Whether one of the areas around is approved of days that are said of this one. */
async function isApprovedAbove(ctx: IndicatorsCtx, place: Place): Promise<boolean> {
  const endsOn = await findEnd(ctx.db, place);
  if (endsOn === null) return false;
  return isApprovedIn(ctx.db, { ...place, endsOn }, await above(ctx, place.areaId));
}

const seenAs = ({ cut, version }: Waiting): string => (cut === '' ? String(version) : `${version} ${cut}`);

/**
 * Agrees to what waits of one place and period, as it was seen. Refuses `own_observation`: whoever wrote it is not who checks it;
 * `observation_changed` where something else waits than was seen; and `approved_above` as writing does.
 */
export async function approveObservations(
  ctx: IndicatorsCtx,
  { seen, ...given }: Period & { seen: readonly string[] },
): Promise<Series> {
  const { indicator, place } = await placeOf(ctx, given);
  await lockIndicators(ctx.db, new Set([indicator.indicatorId]));
  const waiting = await listWaiting(ctx.db, place);
  if (waiting.length === 0) refuse('nothing_to_approve');
  if (waiting.some(({ writtenBy }) => writtenBy !== null && writtenBy === ctx.actor.accountId))
    refuse('own_observation');
  if (waiting.map(seenAs).toSorted().join('\n') !== [...seen].toSorted().join('\n')) refuse('observation_changed');
  if (await isApprovedAbove(ctx, place)) refuse('approved_above');
  await saveState(ctx.db, place, { state: 'approved', accountId: ctx.actor.accountId, now: ctx.now });
  const endsOn = (await findEnd(ctx.db, place)) ?? refuse('nothing_to_approve');
  await judgeSeries(ctx, indicator, { startsOn: place.startsOn, endsOn });
  const data = { areaId: given.areaId, startsOn: given.startsOn };
  ctx.emit({ type: 'observation.approved', subject: indicator.indicatorId, data });
  return seriesOf(ctx, indicator, false);
}

/** Takes an approval back, so that it may be corrected. Refuses `approved_above`: what stands on it is reopened first. */
export async function reopenObservations(ctx: IndicatorsCtx, given: Period & { reason: string }): Promise<Series> {
  const { indicator, place } = await placeOf(ctx, given);
  await lockIndicators(ctx.db, new Set([indicator.indicatorId]));
  if (await isApprovedAbove(ctx, place)) refuse('approved_above');
  const count = await saveState(ctx.db, place, { state: 'provisional', accountId: ctx.actor.accountId, now: ctx.now });
  if (count === 0) refuse('nothing_to_reopen');
  const data = { areaId: given.areaId, startsOn: given.startsOn };
  ctx.emit({ type: 'observation.reopened', subject: indicator.indicatorId, data, reason: given.reason });
  return seriesOf(ctx, indicator, false);
}
