import type { LocalizedText } from '@qantara/kernel';
import type { Kysely } from 'kysely';
import type { PlanTables } from '../tables.gen.ts';

type Db = Kysely<PlanTables>;
export type NamedNode = { itemId: string; planId: string; number: string; plan: LocalizedText };

/** What the nodes of one plan serve, as far as this reader may see the plans above. */
export async function listServed(
  db: Db,
  planId: string,
  { onlyPublic }: { onlyPublic: boolean },
): Promise<NamedNode[]> {
  const rows = await db
    .selectFrom('plan.item as item')
    .innerJoin('plan.item as above', 'above.item_id', 'item.serves_item_id')
    .innerJoin('plan.plan as plan', 'plan.plan_id', 'above.plan_id')
    .select(['above.item_id', 'above.plan_id', 'above.number', 'plan.name'])
    .where('item.plan_id', '=', planId)
    .$if(onlyPublic, (query) => query.where('plan.is_public', '=', true))
    .execute();
  return rows.map(toNode);
}

const toNode = (row: { item_id: string; plan_id: string; number: string; name: unknown }): NamedNode => ({
  itemId: row.item_id,
  planId: row.plan_id,
  number: row.number,
  plan: row.name as LocalizedText,
});

/** Every node of some plans, to be served by others. */
export async function listNodesOf(
  db: Db,
  planIds: readonly string[],
): Promise<(NamedNode & { title: LocalizedText })[]> {
  if (planIds.length === 0) return [];
  const rows = await db
    .selectFrom('plan.item as item')
    .innerJoin('plan.plan as plan', 'plan.plan_id', 'item.plan_id')
    .select(['item.item_id', 'item.plan_id', 'item.number', 'item.title', 'plan.name'])
    .where('item.plan_id', 'in', planIds)
    .orderBy('item.plan_id')
    .orderBy('item.number')
    .execute();
  return rows.map((row) => ({ ...toNode(row), title: row.title as LocalizedText }));
}

/** Who may be named as a lead. */
export async function listLeads(db: Db): Promise<{ id: string; name: LocalizedText }[]> {
  const rows = await db
    .selectFrom('organisations.published_organisation')
    .select(['organisation_id', 'name'])
    .orderBy('organisation_id')
    .execute();
  return rows.map((row) => ({ id: row.organisation_id, name: row.name as LocalizedText }));
}
