import { dayIn, refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { AskedNode, News, PlanFacts, SaidOfNode } from '../../contract/index.ts';
import { isSilent, newsAsOf, newsDueOn } from '../../domain/index.ts';
import { readDetailsOf } from '../details/write-details.ts';
import { writeItemDetails } from '../details/detail-store.ts';
import { insertNews } from '../details/news-store.ts';
import { saveProgress, touchItem, type BareItem } from '../item-store.ts';
import type { PlanTables } from '../tables.gen.ts';

type PlanCtx = Ctx<PlanTables>;

/** What an owner is asked about one node: nothing about anybody, and no earlier words. */
export async function askedOf(ctx: PlanCtx, item: BareItem, plan: PlanFacts): Promise<AskedNode> {
  const today = dayIn(ctx.timeZone, ctx.now);
  const asOf = newsAsOf(item, { ...plan, timeZone: ctx.timeZone });
  const asked = { kind: item.kind, progress: item.progress, asOf, everyMonths: plan.reportEveryMonths };
  const { milestones } = await readDetailsOf(ctx, item.itemId);
  return {
    itemId: item.itemId,
    planName: plan.name,
    number: item.number,
    title: item.title,
    leadName: item.leadName,
    isWork: item.kind === 'initiative',
    progress: item.progress,
    shareDone: item.shareDone,
    reportedAt: item.reportedAt,
    newsDueOn: newsDueOn(asked),
    isLate: isSilent(asked, today),
    milestones: milestones.map((one, at) => ({ at, ...one })),
    locale: null,
    version: item.version,
  };
}

async function markReached(ctx: PlanCtx, itemId: string, reached: readonly number[]): Promise<void> {
  if (reached.length === 0) return;
  const today = dayIn(ctx.timeZone, ctx.now);
  const details = await readDetailsOf(ctx, itemId);
  const milestones = details.milestones.map((one, at) => ({
    ...one,
    doneOn: one.doneOn ?? (reached.includes(at) ? today : null),
  }));
  await writeItemDetails(ctx, itemId, { ...details, milestones });
}

/**
 * Adds an owner's word to the story of a node, over the version that was read; its newest progress is what the plan shows. Refuses
 * `progress_missing` where work is told of without how it goes, and `item_changed`.
 */
export async function sayNews(ctx: PlanCtx, item: BareItem, said: SaidOfNode & { by: News['by'] }): Promise<void> {
  const { itemId, kind } = item;
  const { version, shareDone, story, storyLocale, obstacle, by } = said;
  const isWork = kind === 'initiative';
  if (isWork && said.progress === null)
    refuse('progress_missing', { fields: [{ path: 'progress', code: 'progress_missing' }] });
  const progress = isWork ? said.progress : null;
  const isKept =
    progress === null
      ? await touchItem(ctx, { itemId, version })
      : await saveProgress(ctx, { itemId, version, progress, shareDone });
  if (!isKept) refuse('item_changed');
  await markReached(ctx, itemId, said.reached);
  await insertNews(ctx, { itemId, progress, shareDone: isWork ? shareDone : null, story, storyLocale, obstacle, by });
  ctx.emit({
    type: 'plan_item.progressed',
    subject: itemId,
    data: { from: item.progress, to: progress, shareDone, by },
  });
}
