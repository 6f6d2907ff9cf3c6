import { dayIn } from '@qantara/kernel';
import { notify } from '@qantara/notifications/server';
import type { Ctx } from '@qantara/platform';
import type { PlanFacts } from '../../contract/index.ts';
import { isToBeAsked, newsAsOf, newsDueOn } from '../../domain/index.ts';
import { readItemDetails } from '../details/detail-store.ts';
import { listItems, type BareItem } from '../item-store.ts';
import { listPlans } from '../plan-store.ts';
import type { PlanTables } from '../tables.gen.ts';
import { lastSentLinks } from './owner-link-store.ts';
import { sendOwnerLink } from './owner-links.ts';

type PlanCtx = Ctx<PlanTables>;
type Due = { item: BareItem; ownerAccountId: string | null };

/** One reminder a week, whichever way it goes. */
const QUIET_MS = 160 * 3_600_000;

/** The nodes of one plan whose news is due or late, with the colleague who answers for each. */
async function listDue(ctx: PlanCtx, plan: PlanFacts): Promise<Due[]> {
  const today = dayIn(ctx.timeZone, ctx.now);
  const items = await listItems(ctx.db, plan.planId);
  const due = items.filter((item) => {
    const { kind, progress } = item;
    const asOf = newsAsOf(item, { ...plan, timeZone: ctx.timeZone });
    return isToBeAsked(newsDueOn({ kind, progress, asOf, everyMonths: plan.reportEveryMonths }), today);
  });
  const details = await readItemDetails(
    ctx.db,
    due.map(({ itemId }) => itemId),
  );
  return due.map((item) => ({ item, ownerAccountId: details.get(item.itemId)?.ownerAccountId ?? null }));
}

async function remindAccounts(ctx: PlanCtx, due: readonly Due[]): Promise<void> {
  const owners = due.flatMap(({ ownerAccountId }) => (ownerAccountId === null ? [] : [ownerAccountId]));
  for (const [accountId, own] of Map.groupBy(owners, (owner) => owner))
    await notify(ctx, {
      template: 'plan.news_due',
      to: { kind: 'account', accountId },
      values: { link: '/plan/my-nodes', count: own.length },
      subject: accountId,
      urgency: 'soon',
    });
}

/** The kept digest cannot be sent again, so each reminder brings a link of its own; what an earlier one opens stays open. */
async function remindByLink(ctx: PlanCtx, due: readonly Due[]): Promise<void> {
  const withoutOwner = due.filter(({ ownerAccountId }) => ownerAccountId === null).map(({ item }) => item);
  const leads = new Map(withoutOwner.map(({ itemId, leadOrganisationId }) => [itemId as string, leadOrganisationId]));
  for (const link of await lastSentLinks(ctx, [...leads.keys()])) {
    const organisationId = leads.get(link.item_id);
    const isQuiet = ctx.now.getTime() - link.made_at.getTime() < QUIET_MS;
    if (isQuiet || organisationId == null || organisationId !== link.sent_to) continue;
    await sendOwnerLink(ctx, { itemId: link.item_id, locale: link.locale, organisationId });
  }
}

/**
 * Every morning: whoever answers for nodes whose news is due or late is asked for it, once a week: a colleague for all of theirs at
 * once, and an organisation that was sent a link by another link, until that is ended or another organisation leads.
 */
export async function remindOwners(ctx: PlanCtx): Promise<void> {
  const plans = (await listPlans(ctx.db, { onlyPublic: true })).filter(({ state }) => state === 'published');
  const due: Due[] = [];
  for (const plan of plans) due.push(...(await listDue(ctx, plan)));
  await remindAccounts(ctx, due);
  await remindByLink(ctx, due);
}
