import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { AddItem, ChangedItem, ChangeItem, ItemId, RemoveItem } from '../../contract/index.ts';
import { clearOwner } from '../details/detail-store.ts';
import { deleteItem, insertItem, listItems, saveItemWords } from '../item-store.ts';
import type { PlanTables } from '../tables.gen.ts';
import { checkItem } from './check-item.ts';
import { holdOpenItem, holdOpenPlan } from './open-plan.ts';

type PlanCtx = Ctx<PlanTables>;
type Changed = z.infer<typeof ChangedItem>;

/** What a change of a node that was kept answers. Refuses `item_changed` over a newer version. */
export function keptItem(
  ctx: PlanCtx,
  { itemId, version }: { itemId: ItemId; version: number },
  said: { isKept: boolean; type: `${string}.${string}`; data: Record<string, string> },
): Changed {
  if (!said.isKept) refuse('item_changed');
  ctx.emit({ type: said.type, subject: itemId, data: said.data });
  return { itemId, version: version + 1 };
}

export async function addItem(ctx: PlanCtx, { planId, ...words }: z.output<typeof AddItem>): Promise<Changed> {
  await holdOpenPlan(ctx, planId);
  await checkItem(ctx, { planId, itemId: null, words });
  const itemId = await insertItem(ctx, { planId, ...words });
  ctx.emit({ type: 'plan_item.added', subject: itemId, data: { number: words.number } });
  return { itemId, version: 1 };
}

/** Changes a node's words and where it stands; what is under it goes with it. */
export async function changeItem(ctx: PlanCtx, given: z.output<typeof ChangeItem>): Promise<Changed> {
  const { planId, leadOrganisationId } = await holdOpenItem(ctx, given.itemId);
  const { itemId, version: _version, ...words } = given;
  await checkItem(ctx, { planId, itemId, words });
  const isKept = await saveItemWords(ctx, given);
  // Who answers for it works for whoever leads it: with another lead, nobody does yet.
  if (isKept && leadOrganisationId !== words.leadOrganisationId) await clearOwner(ctx.db, itemId);
  return keptItem(ctx, given, { isKept, type: 'plan_item.changed', data: { number: given.number } });
}

/** Takes a node out of its plan. Refuses `item_has_parts` while something is under it: nothing disappears unseen. */
export async function removeItem(ctx: PlanCtx, given: z.output<typeof RemoveItem>): Promise<Changed> {
  const { planId, number } = await holdOpenItem(ctx, given.itemId);
  const items = await listItems(ctx.db, planId);
  if (items.some(({ parentItemId }) => parentItemId === given.itemId)) refuse('item_has_parts');
  const isKept = await deleteItem(ctx, given);
  return keptItem(ctx, given, { isKept, type: 'plan_item.removed', data: { number } });
}
