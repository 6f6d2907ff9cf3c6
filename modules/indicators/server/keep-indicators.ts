import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Indicator, IndicatorEdit, NewIndicator } from '../contract/index.ts';
import { findIndicator, saveIndicator, updateIndicator } from './indicator-store.ts';
import type { IndicatorsTables } from './tables.gen.ts';

type IndicatorsCtx = Ctx<IndicatorsTables>;

/** A new measure whose values are brought in. Refuses `indicator_exists`; of a rate it must be said of how many. */
export async function addIndicator(ctx: IndicatorsCtx, given: NewIndicator): Promise<Indicator> {
  if ((await findIndicator(ctx.db, given.code)) !== undefined)
    refuse('indicator_exists', { fields: [{ path: 'code', code: 'not_a_choice' }] });
  if ((given.unit === 'rate') === (given.factor === 1))
    refuse('invalid_input', { fields: [{ path: 'factor', code: 'not_a_choice' }] });
  await saveIndicator(ctx, { ...given, recipe: null, needCode: null });
  return (await findIndicator(ctx.db, given.code)) ?? refuse('indicator_not_found');
}

/** What is said of a measure; what it counts never changes. Refuses `indicator_changed` where somebody else was first. */
export async function editIndicator(
  ctx: IndicatorsCtx,
  { code, version, ...details }: IndicatorEdit,
): Promise<Indicator> {
  const before = (await findIndicator(ctx.db, code)) ?? refuse('indicator_not_found');
  if (!(await updateIndicator(ctx.db, { indicatorId: before.indicatorId, version, details })))
    refuse('indicator_changed');
  ctx.emit({ type: 'indicator.changed', subject: before.indicatorId, data: { code } });
  return (await findIndicator(ctx.db, code)) ?? refuse('indicator_not_found');
}
