import { dayIn, type Locale, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { PlanId, Story } from '../../contract/index.ts';
import type { SaidProgress } from '../../domain/index.ts';
import type { PlanTables } from '../tables.gen.ts';

type PlanCtx = Ctx<PlanTables>;

/** How the nodes of a plan went, as it was said, the oldest first: no words, not who said it, not what stands in the way. */
export async function listSaidProgress(ctx: PlanCtx, planId: string): Promise<SaidProgress[]> {
  const rows = await ctx.db
    .selectFrom('plan.news as news')
    .innerJoin('plan.item as item', 'item.item_id', 'news.item_id')
    .select(['news.news_id', 'news.item_id', 'news.progress', 'news.share_done', 'news.said_at'])
    .where('item.plan_id', '=', planId)
    .orderBy('news.said_at')
    .orderBy('news.news_id')
    .execute();
  return rows.map((row) => ({
    newsId: row.news_id,
    itemId: row.item_id,
    on: dayIn(ctx.timeZone, row.said_at),
    progress: row.progress,
    shareDone: row.share_done,
  }));
}

/** The words that stand beside each node now, by what they were said with; those before them are not read. */
export async function listNewestStories(ctx: PlanCtx, planId: string): Promise<Map<string, Story>> {
  const rows = await ctx.db
    .selectFrom('plan.news as news')
    .innerJoin('plan.item as item', 'item.item_id', 'news.item_id')
    .distinctOn('news.item_id')
    .select(['news.news_id', 'news.story', 'news.story_locale', 'news.said_at'])
    .where('item.plan_id', '=', planId)
    .where('news.story', '<>', '')
    .orderBy('news.item_id')
    .orderBy('news.said_at', 'desc')
    .orderBy('news.news_id', 'desc')
    .execute();
  return new Map(
    rows.map((row) => [
      row.news_id,
      { story: row.story, storyLocale: row.story_locale as Locale, saidAt: row.said_at.toISOString() },
    ]),
  );
}

/** On which day each target of a plan was set. */
export async function listTargetDays(
  ctx: PlanCtx,
  planId: string,
): Promise<{ itemId: string; indicatorId: string; on: string }[]> {
  const rows = await ctx.db
    .selectFrom('plan.target as target')
    .innerJoin('plan.item as item', 'item.item_id', 'target.item_id')
    .select(['target.item_id', 'target.indicator_id', 'target.created_at'])
    .where('item.plan_id', '=', planId)
    .orderBy('target.created_at')
    .orderBy('target.target_id')
    .execute();
  return rows.map((row) => ({
    itemId: row.item_id,
    indicatorId: row.indicator_id,
    on: dayIn(ctx.timeZone, row.created_at),
  }));
}

type LaterPlan = { kind: 'followed' | 'joined'; on: string; plan: { planId: PlanId; name: LocalizedText } };

/** The published plans that are the next version of this one, or stand under it. */
export async function listLaterPlans(ctx: PlanCtx, planId: string): Promise<LaterPlan[]> {
  const rows = await ctx.db
    .selectFrom('plan.plan as plan')
    .select(['plan.plan_id', 'plan.name', 'plan.published_at', 'plan.previous_plan_id'])
    .where('plan.is_public', '=', true)
    .where((eb) => eb.or([eb('plan.previous_plan_id', '=', planId), eb('plan.parent_plan_id', '=', planId)]))
    .orderBy('plan.published_at')
    .orderBy('plan.plan_id')
    .execute();
  return rows.flatMap((row) => {
    if (row.published_at === null) return [];
    const plan = { planId: row.plan_id as PlanId, name: row.name as LocalizedText };
    const kind = row.previous_plan_id === planId ? 'followed' : 'joined';
    return [{ kind, on: dayIn(ctx.timeZone, row.published_at), plan }];
  });
}
