import { dayIn, type LocalizedText, type Page } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Change, Item, Plan, PlanId } from '../../contract/index.ts';
import { narrowChanges, tellChanges } from '../../domain/index.ts';
import type { PlanTables } from '../tables.gen.ts';
import { listLaterPlans, listNewestStories, listSaidProgress, listTargetDays } from './change-view.ts';
import { openPublicPlan, type NamedPlan, type PublicPlan } from './open-public-plan.ts';

type PlanCtx = Ctx<PlanTables>;
type Asked = {
  planId?: PlanId | undefined;
  page: number;
  perPage: number;
  top?: string | undefined;
  since?: string | undefined;
};
type Changes = Page<Change> & { plan: NamedPlan; tops: { number: string; title: LocalizedText }[] };

const isTop = ({ parentItemId }: Item): boolean => parentItemId === null;

/** The targets as everybody sees them, with the day on which each was set. */
async function targetsOf(ctx: PlanCtx, { planId, items }: Plan) {
  const days = await listTargetDays(ctx, planId);
  return days.flatMap(({ itemId, indicatorId, on }) => {
    const item = items.find((one) => one.itemId === itemId);
    const target = item?.targets.find(({ indicator }) => indicator.indicatorId === indicatorId);
    return target === undefined ? [] : [{ itemId, on, measure: target.indicator.name }];
  });
}

async function changesOf(ctx: PlanCtx, { plan, details }: PublicPlan): Promise<Change[]> {
  return tellChanges({
    items: plan.items,
    publishedOn: plan.publishedAt === null ? null : dayIn(ctx.timeZone, new Date(plan.publishedAt)),
    adoptedOn: plan.adoptedOn,
    said: await listSaidProgress(ctx, plan.planId),
    stories: await listNewestStories(ctx, plan.planId),
    milestones: [...details].flatMap(([itemId, { milestones }]) => milestones.map((one) => ({ itemId, ...one }))),
    targets: await targetsOf(ctx, plan),
    plans: await listLaterPlans(ctx, plan.planId),
  });
}

/** What changed in a published plan, the newest first, of what everybody could read then. Refuses `plan_not_found`. */
export async function listChanges(ctx: PlanCtx, asked: Asked): Promise<Changes> {
  const { page, perPage } = asked;
  const open = await openPublicPlan(ctx, asked);
  const { items } = open.plan;
  const found = narrowChanges(await changesOf(ctx, open), items, asked);
  const first = (page - 1) * perPage;
  return {
    plan: open.named,
    tops: items.filter(isTop).map(({ number, title }) => ({ number, title })),
    items: found.slice(first, first + perPage),
    page,
    perPage,
    total: found.length,
    hasMore: found.length > first + perPage,
  };
}
