import type { LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import type { PlanTables } from './tables.gen.ts';

/** A node as other modules name it, with its plan. */
export type NamedItem = {
  itemId: string;
  number: string;
  title: LocalizedText;
  planId: string;
  planName: LocalizedText;
};
type Asked = { onlyPublic: boolean; planId?: string; itemIds?: readonly string[] };

/** Nodes of plans that are not archived, or the ones that are asked for; the public's only of plans that are published. */
export async function listNamedItems(anyCtx: AnyCtx, asked: Asked): Promise<NamedItem[]> {
  const { planId, itemIds, onlyPublic } = asked;
  if (itemIds?.length === 0) return [];
  const isOpen = planId === undefined && itemIds === undefined;
  const rows = await withTables<PlanTables>(anyCtx)
    .db.selectFrom('plan.item as item')
    .innerJoin('plan.plan as plan', 'plan.plan_id', 'item.plan_id')
    .select(['item.item_id', 'item.number', 'item.title', 'item.plan_id', 'plan.name'])
    .$if(onlyPublic, (query) => query.where('plan.is_public', '=', true))
    .$if(isOpen, (query) => query.where('plan.archived_at', 'is', null))
    .$if(planId !== undefined, (query) => query.where('item.plan_id', '=', planId ?? ''))
    .$if(itemIds !== undefined, (query) => query.where('item.item_id', 'in', itemIds ?? []))
    .orderBy('item.plan_id')
    .orderBy('item.number')
    .execute();
  return rows.map((row) => ({
    itemId: row.item_id,
    number: row.number,
    title: row.title as LocalizedText,
    planId: row.plan_id,
    planName: row.name as LocalizedText,
  }));
}
