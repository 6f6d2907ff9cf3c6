import { newId } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { AddReview, Review } from '../../contract/index.ts';
import type { PlanTables } from '../tables.gen.ts';

/** Writes a review; those before it stay. Also for the sample. */
export async function insertReview(anyCtx: AnyCtx, given: z.output<typeof AddReview>): Promise<string> {
  const ctx = withTables<PlanTables>(anyCtx);
  const reviewId = newId(ctx.now.getTime());
  await ctx.db
    .insertInto('plan.review')
    .values({
      review_id: reviewId,
      target_id: given.targetId,
      held_on: given.heldOn,
      forecast: JSON.stringify(given.forecast),
      story: given.story,
      partners: given.partners,
      what_works: given.whatWorks,
      next_steps: given.nextSteps,
      locale: given.locale,
      written_by: ctx.actor.accountId,
      written_at: ctx.now,
    })
    .execute();
  return reviewId;
}

/** The looks at a figure go on with it into the next version: as they were written, by whom and when. */
export async function copyReviews(ctx: Ctx<PlanTables>, fromTargetId: string, targetId: string): Promise<void> {
  const rows = await ctx.db.selectFrom('plan.review').selectAll().where('target_id', '=', fromTargetId).execute();
  for (const row of rows)
    await ctx.db
      .insertInto('plan.review')
      .values({
        ...row,
        review_id: newId(ctx.now.getTime()),
        target_id: targetId,
        forecast: JSON.stringify(row.forecast),
      })
      .execute();
}

/** The reviews of one target, the newest first; what became of each is worked out by whoever asks. */
export async function listReviewRows(db: Kysely<PlanTables>, targetId: string): Promise<Omit<Review, 'turn'>[]> {
  const rows = await db
    .selectFrom('plan.review')
    .selectAll()
    .where('target_id', '=', targetId)
    .orderBy('held_on', 'desc')
    .orderBy('review_id', 'desc')
    .execute();
  return rows.map((row) => ({
    reviewId: row.review_id,
    heldOn: row.held_on,
    forecast: row.forecast as Review['forecast'],
    story: row.story,
    partners: row.partners,
    whatWorks: row.what_works,
    nextSteps: row.next_steps,
    locale: row.locale,
  }));
}
