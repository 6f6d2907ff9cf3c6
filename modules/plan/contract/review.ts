import { FigureState, Indicator } from '@qantara/indicators/contract';
import { IsoDate, Locale, LocalizedText, route } from '@qantara/kernel';
import { z } from 'zod';
import { ItemId, PlanId } from './plan.ts';

/** What became of a curve against what was forecast (Friedman; anchors, plan-engagement-grants §2.2). */
export const TurnOfCurve = z.enum(['turned', 'worse', 'unclear', 'too_few']);

const ForecastPoint = z.object({ year: z.coerce.number().int().min(1990).max(2200), value: z.coerce.number() });
const words = z.string().trim().max(4000);

/** One look at a figure together, with what became of its own forecast since. */
export const Review = z.object({
  reviewId: z.uuid(),
  heldOn: IsoDate,
  forecast: z.array(ForecastPoint),
  story: z.string(),
  partners: z.string(),
  whatWorks: z.string(),
  nextSteps: z.string(),
  locale: Locale,
  turn: TurnOfCurve,
});
export type Review = z.infer<typeof Review>;

export const ReviewedTarget = z.object({
  planId: PlanId,
  planName: LocalizedText,
  isOpen: z.boolean(),
  number: z.string(),
  title: LocalizedText,
  indicator: Indicator,
  baseline: z.number().nullable(),
  goal: z.number().nullable(),
  /** The figures of whole years as the records have them; the year that runs is no point. */
  actual: z.array(z.object({ year: z.number().int(), value: z.number().nullable(), state: FigureState })),
  reviews: z.array(Review),
});
export type ReviewedTarget = z.infer<typeof ReviewedTarget>;

const isBlank = (value: unknown): boolean => value === '' || value === undefined || value === null;

export const AddReview = z.object({
  itemId: ItemId,
  targetId: z.uuid(),
  heldOn: IsoDate,
  /** What a form leaves blank is no point. */
  forecast: z.preprocess(
    (value) => (Array.isArray(value) ? value.filter((one) => !isBlank(one?.value)) : value),
    z.array(ForecastPoint).min(1).max(12),
  ),
  story: words.min(1),
  partners: words.default(''),
  whatWorks: words.default(''),
  nextSteps: words.min(1),
  locale: Locale,
});

const ofTarget = z.object({ itemId: ItemId, targetId: z.uuid() });

/** The routes by which a figure is looked at together. */
export const reviewRoutes = {
  listReviews: route({
    path: 'GET /plan/items/:itemId/targets/:targetId/reviews',
    may: 'plan:read',
    input: ofTarget,
    output: ReviewedTarget,
    refusals: ['item_not_found', 'target_not_found'],
  }),
  addReview: route({
    path: 'POST /plan/items/:itemId/targets/:targetId/reviews',
    may: 'plan:write',
    input: AddReview,
    output: z.object({ reviewId: z.uuid() }),
    refusals: ['item_not_found', 'target_not_found', 'plan_archived', 'review_later'],
  }),
};
