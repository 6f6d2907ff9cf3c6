import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { AskedNode, ChangedItem, ItemId, SaidOfNode } from '../../contract/index.ts';
import { listOwnItemIds } from '../details/detail-store.ts';
import { findItem, type BareItem } from '../item-store.ts';
import { findPlan } from '../plan-store.ts';
import type { PlanTables } from '../tables.gen.ts';
import { getOpenItem } from '../write/open-plan.ts';
import { askedOf, sayNews } from './say-news.ts';

type PlanCtx = Ctx<PlanTables>;

const byDue = (one: AskedNode, other: AskedNode): number =>
  (one.newsDueOn ?? '9999').localeCompare(other.newsDueOn ?? '9999') || one.number.localeCompare(other.number);

/** Whoever answers for a node works for the organisation that leads it, and no longer than that. */
const isLedBy = ({ organisationId }: PlanCtx['actor'], { leadOrganisationId }: BareItem): boolean =>
  organisationId !== null && organisationId === leadOrganisationId;

/** The nodes that this colleague answers for, what is due first on top. */
export async function listOwnNodes(ctx: PlanCtx): Promise<{ nodes: AskedNode[] }> {
  const { accountId } = ctx.actor;
  const nodes: AskedNode[] = [];
  for (const own of accountId === null ? [] : await listOwnItemIds(ctx.db, accountId)) {
    const item = await findItem(ctx.db, own.itemId);
    const plan = await findPlan(ctx.db, { planId: own.planId, onlyPublic: false });
    if (item !== undefined && plan !== undefined && isLedBy(ctx.actor, item))
      nodes.push(await askedOf(ctx, item, plan));
  }
  return { nodes: nodes.toSorted(byDue) };
}

/** A colleague's word on a node of their own. Refuses `not_own_item` for anybody else's. */
export async function tellOwnNode(
  ctx: PlanCtx,
  { itemId, ...said }: SaidOfNode & { itemId: ItemId },
): Promise<z.infer<typeof ChangedItem>> {
  const item = await getOpenItem(ctx, itemId);
  const { accountId } = ctx.actor;
  const own = accountId === null ? [] : await listOwnItemIds(ctx.db, accountId);
  if (!isLedBy(ctx.actor, item) || !own.some((one) => one.itemId === itemId)) refuse('not_own_item');
  await sayNews(ctx, item, { ...said, by: 'owner' });
  return { itemId, version: said.version + 1 };
}
