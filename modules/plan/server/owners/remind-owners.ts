import { dayIn } from '@qantara/kernel';
import { notify } from '@qantara/notifications/server';
import type { Ctx } from '@qantara/platform';
import type { PlanFacts } from '../../contract/index.ts';
import { isToBeAsked, newsDueOn } from '../../domain/index.ts';
import { readItemDetails } from '../details/detail-store.ts';
import { listItems } from '../item-store.ts';
import { listPlans } from '../plan-store.ts';
import type { PlanTables } from '../tables.gen.ts';

type PlanCtx = Ctx<PlanTables>;

/** The owners of one plan's nodes whose news is due or late, once for each node. */
async function listOwnersDue(ctx: PlanCtx, plan: PlanFacts): Promise<string[]> {
  const today = dayIn(ctx.timeZone, ctx.now);
  const items = await listItems(ctx.db, plan.planId);
  const itemIds = items.map(({ itemId }) => itemId);
  const details = await readItemDetails(ctx.db, itemIds);
  return items.flatMap(({ itemId, kind, progress, reportedAt }) => {
    const asOf = reportedAt === null ? plan.startsOn : dayIn(ctx.timeZone, new Date(reportedAt));
    const day = newsDueOn({ kind, progress, asOf, everyMonths: plan.reportEveryMonths });
    const owner = details.get(itemId)?.ownerAccountId ?? null;
    return owner !== null && isToBeAsked(day, today) ? [owner] : [];
  });
}

/** Every morning: whoever answers for nodes whose news is due or late is asked for it, once a week and for all of them at once. */
export async function remindOwners(ctx: PlanCtx): Promise<void> {
  const plans = (await listPlans(ctx.db, { onlyPublic: true })).filter(({ state }) => state === 'published');
  const owners: string[] = [];
  for (const plan of plans) owners.push(...(await listOwnersDue(ctx, plan)));
  for (const [accountId, own] of Map.groupBy(owners, (owner) => owner))
    await notify(ctx, {
      template: 'plan.news_due',
      to: { kind: 'account', accountId },
      values: { link: '/plan/my-nodes', count: own.length },
      subject: accountId,
      urgency: 'soon',
    });
}
