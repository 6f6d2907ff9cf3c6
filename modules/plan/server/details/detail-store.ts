import type { PopulationGroup } from '@qantara/governance/contract';
import type { LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import type { Kysely } from 'kysely';
import { ItemDetails, type Factor, type Lever } from '../../contract/index.ts';
import { bareDetails } from '../../domain/index.ts';
import type { PlanTables } from '../tables.gen.ts';

type Db = Kysely<PlanTables>;
type Details = Map<string, ItemDetails>;

async function readBare(db: Db, itemIds: readonly string[]): Promise<Details> {
  const rows = await db.selectFrom('plan.item_detail').selectAll().where('item_id', 'in', itemIds).execute();
  const kept = ItemDetails.pick({ budget: true, evidence: true, programmes: true, logic: true });
  const said = new Map(
    rows.map((row) => [
      row.item_id,
      {
        ...bareDetails(),
        ...kept.parse({ budget: row.budget, evidence: row.evidence, programmes: row.programmes, logic: row.logic }),
        ownerAccountId: row.owner_account_id,
        levers: row.levers as Lever[],
        populations: row.populations as PopulationGroup[],
        areaIds: row.area_ids,
        factors: row.factors as Factor[],
      },
    ]),
  );
  return new Map(itemIds.map((itemId) => [itemId, said.get(itemId) ?? bareDetails()]));
}

async function addPartners(db: Db, details: Details): Promise<void> {
  const query = db
    .selectFrom('plan.partner')
    .selectAll()
    .where('item_id', 'in', [...details.keys()]);
  for (const row of await query.orderBy('sort').execute())
    details.get(row.item_id)?.partners.push({
      organisationId: row.organisation_id,
      promise: row.promise as LocalizedText,
      state: row.state,
    });
}

async function addMilestones(db: Db, details: Details): Promise<void> {
  const query = db
    .selectFrom('plan.milestone')
    .selectAll()
    .where('item_id', 'in', [...details.keys()]);
  for (const row of await query.orderBy('sort').execute())
    details.get(row.item_id)?.milestones.push({
      dueOn: row.due_on,
      words: row.words as LocalizedText,
      doneOn: row.done_on,
    });
}

/** What the nodes say beside their words, each by its identifier; one that says nothing more is there too. */
export async function readItemDetails(db: Db, itemIds: readonly string[]): Promise<Details> {
  if (itemIds.length === 0) return new Map();
  const details = await readBare(db, itemIds);
  await addPartners(db, details);
  await addMilestones(db, details);
  return details;
}

const columnsOf = (details: ItemDetails) => ({
  owner_account_id: details.ownerAccountId,
  levers: details.levers,
  populations: details.populations,
  area_ids: details.areaIds,
  factors: details.factors,
  budget: JSON.stringify(details.budget),
  evidence: JSON.stringify(details.evidence),
  programmes: JSON.stringify(details.programmes),
  logic: JSON.stringify(details.logic),
});

async function replacePartners(db: Db, itemId: string, { partners }: ItemDetails): Promise<void> {
  await db.deleteFrom('plan.partner').where('item_id', '=', itemId).execute();
  if (partners.length === 0) return;
  const rows = partners.map(({ organisationId, promise, state }, sort) => ({
    item_id: itemId,
    organisation_id: organisationId,
    sort,
    promise: JSON.stringify(promise),
    state,
  }));
  await db.insertInto('plan.partner').values(rows).execute();
}

async function replaceMilestones(db: Db, itemId: string, { milestones }: ItemDetails): Promise<void> {
  await db.deleteFrom('plan.milestone').where('item_id', '=', itemId).execute();
  if (milestones.length === 0) return;
  const rows = milestones.map(({ dueOn, words, doneOn }, sort) => ({
    item_id: itemId,
    sort,
    due_on: dueOn,
    words: JSON.stringify(words),
    done_on: doneOn,
  }));
  await db.insertInto('plan.milestone').values(rows).execute();
}

/** Writes all that a node says beside its words in place of what it said. Whether it may be said is checked before (`checkDetails`). */
export async function writeItemDetails(anyCtx: AnyCtx, itemId: string, details: ItemDetails): Promise<void> {
  const { db }: Ctx<PlanTables> = withTables<PlanTables>(anyCtx);
  const columns = columnsOf(details);
  await db
    .insertInto('plan.item_detail')
    .values({ item_id: itemId, ...columns })
    .onConflict((conflict) => conflict.column('item_id').doUpdateSet(columns))
    .execute();
  await replacePartners(db, itemId, details);
  await replaceMilestones(db, itemId, details);
}

/** Nobody answers for a node any more. */
export async function clearOwner(db: Db, itemId: string): Promise<void> {
  await db.updateTable('plan.item_detail').set({ owner_account_id: null }).where('item_id', '=', itemId).execute();
}

/** The nodes that a colleague answers for, in plans that are in force. */
export async function listOwnItemIds(db: Db, accountId: string): Promise<{ itemId: string; planId: string }[]> {
  const rows = await db
    .selectFrom('plan.item_detail as detail')
    .innerJoin('plan.item as item', 'item.item_id', 'detail.item_id')
    .innerJoin('plan.plan as plan', 'plan.plan_id', 'item.plan_id')
    .select(['item.item_id', 'item.plan_id'])
    .where('detail.owner_account_id', '=', accountId)
    .where('plan.archived_at', 'is', null)
    .execute();
  return rows.map((row) => ({ itemId: row.item_id, planId: row.plan_id }));
}

/** The services that a node may be linked to: those that everybody finds. */
export async function listLinkableServices(db: Db): Promise<{ serviceId: string; name: LocalizedText }[]> {
  const rows = await db
    .selectFrom('directory.published_service')
    .select(['service_id', 'name'])
    .where('status', '=', 'active')
    .where('merged_into', 'is', null)
    .orderBy('service_id')
    .execute();
  return rows.map((row) => ({ serviceId: row.service_id, name: row.name as LocalizedText }));
}
