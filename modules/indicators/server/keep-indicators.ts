import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Countable, Indicator, IndicatorEdit, NewCounted, NewIndicator } from '../contract/index.ts';
import { findIndicator, saveIndicator, updateIndicator } from './indicator-store.ts';
import { listNeedKeys } from './row-key-view.ts';
import type { IndicatorsTables } from './tables.gen.ts';

type IndicatorsCtx = Ctx<IndicatorsTables>;

/** A new measure whose values are brought in. Refuses `indicator_exists`; of a rate it must be said of how many. */
export async function addIndicator(ctx: IndicatorsCtx, given: NewIndicator): Promise<Indicator> {
  if ((await findIndicator(ctx, given.code)) !== undefined)
    refuse('indicator_exists', { fields: [{ path: 'code', code: 'not_a_choice' }] });
  if ((given.unit === 'rate') === (given.factor === 1))
    refuse('invalid_input', { fields: [{ path: 'factor', code: 'not_a_choice' }] });
  await saveIndicator(ctx, { ...given, recipe: null, needCode: null });
  return (await findIndicator(ctx, given.code)) ?? refuse('indicator_not_found');
}

/** What modules publish to be counted. */
export function listCountable(ctx: IndicatorsCtx): Promise<{ measures: Countable[] }> {
  const measures = [...ctx.measures.values()].map(({ code, module, unit, better, traits }) => ({
    recipe: code,
    publishedBy: module,
    unit,
    better,
    hasNeeds: traits.need !== undefined,
  }));
  return Promise.resolve({ measures });
}

/** A new measure of our own work. Refuses `measure_not_found`, and `need_not_found` also where what is counted has no need. */
export async function addCounted(ctx: IndicatorsCtx, given: NewCounted): Promise<Indicator> {
  const { code, recipe, needCode } = given;
  const measure =
    ctx.measures.get(recipe) ?? refuse('measure_not_found', { fields: [{ path: 'recipe', code: 'not_a_choice' }] });
  if ((await findIndicator(ctx, code)) !== undefined)
    refuse('indicator_exists', { fields: [{ path: 'code', code: 'not_a_choice' }] });
  const needs = measure.traits.need === undefined ? [] : await listNeedKeys(ctx);
  if (needCode !== null && !needs.some(({ key }) => key === needCode))
    refuse('need_not_found', { fields: [{ path: 'needCode', code: 'not_a_choice' }] });
  await saveIndicator(ctx, { ...given, kind: 'programme', unit: measure.unit });
  return (await findIndicator(ctx, code)) ?? refuse('indicator_not_found');
}

/** What is said of a measure; what it counts never changes. Refuses `indicator_changed` where somebody else was first. */
export async function editIndicator(
  ctx: IndicatorsCtx,
  { code, version, ...details }: IndicatorEdit,
): Promise<Indicator> {
  const before = (await findIndicator(ctx, code)) ?? refuse('indicator_not_found');
  if (!(await updateIndicator(ctx.db, { indicatorId: before.indicatorId, version, details })))
    refuse('indicator_changed');
  ctx.emit({ type: 'indicator.changed', subject: before.indicatorId, data: { code } });
  return (await findIndicator(ctx, code)) ?? refuse('indicator_not_found');
}
