import { newId, type Locale } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import type { Kysely } from 'kysely';
import type { News, Progress } from '../../contract/index.ts';
import type { PlanTables } from '../tables.gen.ts';

export type SaidNews = {
  itemId: string;
  progress: Progress | null;
  shareDone: number | null;
  story: string;
  storyLocale: Locale;
  obstacle: string;
  by: News['by'];
};

/** Adds what was said of a node to its story; nothing said before is changed. */
export async function insertNews(ctx: Ctx<PlanTables>, said: SaidNews, saidAt: Date = ctx.now): Promise<void> {
  await ctx.db
    .insertInto('plan.news')
    .values({
      news_id: newId(saidAt.getTime()),
      item_id: said.itemId,
      progress: said.progress,
      share_done: said.shareDone,
      story: said.story,
      story_locale: said.storyLocale,
      obstacle: said.obstacle,
      said_by: said.by,
      account_id: said.by === 'link' ? null : ctx.actor.accountId,
      said_at: saidAt,
    })
    .execute();
}

/** What was said of one node, the newest first. */
export async function listNews(db: Kysely<PlanTables>, itemId: string): Promise<News[]> {
  const rows = await db
    .selectFrom('plan.news')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('said_at', 'desc')
    .orderBy('news_id', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    newsId: row.news_id,
    progress: row.progress,
    shareDone: row.share_done,
    story: row.story,
    storyLocale: row.story_locale,
    obstacle: row.obstacle,
    by: row.said_by,
    saidAt: row.said_at.toISOString(),
  }));
}

/** What was said on a day of the past, for a sample or a test; what it makes of the node is what was said last. */
export async function saveNews(anyCtx: AnyCtx, { saidAt, ...said }: SaidNews & { saidAt: Date }): Promise<void> {
  const ctx = withTables<PlanTables>(anyCtx);
  await insertNews(ctx, said, saidAt);
  await ctx.db
    .updateTable('plan.item')
    .set({ progress: said.progress, share_done: said.shareDone, reported_at: saidAt })
    .where('item_id', '=', said.itemId)
    .execute();
  ctx.emit({ type: 'plan_item.progressed', subject: said.itemId, data: { to: said.progress, by: said.by } });
}
