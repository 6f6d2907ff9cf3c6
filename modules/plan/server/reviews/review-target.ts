import { dayIn, refuse } from '@qantara/kernel';
import { listIndicatorsAmong, readTotals } from '@qantara/indicators/server';
import type { Indicator } from '@qantara/indicators/contract';
import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { AddReview, ItemId, Review, ReviewedTarget } from '../../contract/index.ts';
import { goalOf, placeOf, turnOf } from '../../domain/index.ts';
import { findItem } from '../item-store.ts';
import { findPlan } from '../plan-store.ts';
import type { PlanTables } from '../tables.gen.ts';
import { listTargets, type BareTarget } from '../target-store.ts';
import { getOpenItem } from '../write/open-plan.ts';
import { insertReview, listReviewRows } from './review-store.ts';

type PlanCtx = Ctx<PlanTables>;
type OfTarget = { itemId: ItemId; targetId: string };
type Actual = ReviewedTarget['actual'];

/** So many whole years are drawn, at most: a longer history hides what turned. */
const MOST_YEARS = 8;

async function getTarget(ctx: PlanCtx, planId: string, { itemId, targetId }: OfTarget): Promise<BareTarget> {
  const targets = await listTargets(ctx.db, planId);
  return targets.find((one) => one.targetId === targetId && one.itemId === itemId) ?? refuse('target_not_found');
}

async function readActual(ctx: PlanCtx, indicator: Indicator, areaId: string | null): Promise<Actual> {
  const thisYear = Number(dayIn(ctx.timeZone, ctx.now).slice(0, 4));
  const years = Array.from({ length: MOST_YEARS }, (_, at) => thisYear - MOST_YEARS + at);
  const totals = await readTotals(ctx, { indicators: [indicator], years, reader: 'staff', areaId });
  const points = years.map((year) => ({ year, ...totals(indicator, year).total }));
  const first = points.findIndex(({ value }) => value !== null);
  return points.slice(first < 0 ? MOST_YEARS - 1 : first).map(({ year, value, state }) => ({ year, value, state }));
}

/** What became of a review's forecast: only whole years that both tell are compared. */
function turnSince(review: Omit<Review, 'turn'>, actual: Actual, better: Indicator['better']): Review['turn'] {
  const points = review.forecast
    .toSorted((one, other) => one.year - other.year)
    .map(({ year, value }) => ({ forecast: value, actual: actual.find((one) => one.year === year)?.value ?? null }));
  return turnOf(points, better);
}

/** A target with its figures and the looks at it so far. Refuses `target_not_found`. */
export async function listReviews(ctx: PlanCtx, of: OfTarget): Promise<ReviewedTarget> {
  const item = (await findItem(ctx.db, of.itemId)) ?? refuse('item_not_found');
  const plan = (await findPlan(ctx.db, { planId: item.planId, onlyPublic: false })) ?? refuse('item_not_found');
  const target = await getTarget(ctx, item.planId, of);
  const [found] = await listIndicatorsAmong(ctx, new Set([target.indicatorId]));
  const indicator = found ?? refuse('target_not_found');
  const actual = await readActual(ctx, indicator, placeOf(plan));
  const rows = await listReviewRows(ctx.db, of.targetId);
  return {
    planId: plan.planId,
    planName: plan.name,
    isOpen: plan.state !== 'archived',
    number: item.number,
    title: item.title,
    indicator,
    baseline: target.baseline,
    goal: goalOf(target),
    actual,
    reviews: rows.map((row) => ({ ...row, turn: turnSince(row, actual, indicator.better) })),
  };
}

/** Writes down a look at a figure; the next one follows, none is changed. Refuses `review_later`. */
export async function addReview(ctx: PlanCtx, given: z.output<typeof AddReview>): Promise<{ reviewId: string }> {
  const { planId } = await getOpenItem(ctx, given.itemId);
  await getTarget(ctx, planId, given);
  if (given.heldOn > dayIn(ctx.timeZone, ctx.now))
    refuse('review_later', { fields: [{ path: 'heldOn', code: 'review_later' }] });
  const reviewId = await insertReview(ctx, given);
  ctx.emit({ type: 'target.reviewed', subject: given.targetId, data: { reviewId, itemId: given.itemId } });
  return { reviewId };
}
