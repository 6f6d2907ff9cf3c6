import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { ItemProgress, ReportProgress } from '../contract/index.ts';
import { insertNews } from './details/news-store.ts';
import { saveProgress } from './item-store.ts';
import type { PlanTables } from './tables.gen.ts';
import { getOpenItem } from './write/open-plan.ts';

/** A planner says how work goes. What it brings is computed. Refuses `item_changed` over a newer version. */
export async function reportProgress(
  ctx: Ctx<PlanTables>,
  given: z.output<typeof ReportProgress>,
): Promise<z.infer<typeof ItemProgress>> {
  const before = await getOpenItem(ctx, given.itemId);
  if (before.kind !== 'initiative') refuse('not_an_initiative');
  if (!(await saveProgress(ctx, given))) refuse('item_changed');
  const { itemId, progress, shareDone, version } = given;
  const words = { story: '', storyLocale: ctx.locale, obstacle: '', by: 'planner' as const };
  await insertNews(ctx, { itemId, progress, shareDone, ...words });
  ctx.emit({ type: 'plan_item.progressed', subject: itemId, data: { from: before.progress, to: progress, shareDone } });
  return { itemId, progress, shareDone, version: version + 1 };
}
