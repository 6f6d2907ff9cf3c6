import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import {
  ItemDetails,
  type ChangedItem,
  type ItemId,
  type SaveDetails,
  type WrittenDetails,
} from '../../contract/index.ts';
import { bareDetails, fieldsOf } from '../../domain/index.ts';
import { findItem, touchItem } from '../item-store.ts';
import { listOwnerLinks } from '../owners/owner-link-store.ts';
import type { PlanTables } from '../tables.gen.ts';
import { getOpenItem } from '../write/open-plan.ts';
import { keptItem } from '../write/write-items.ts';
import { checkDetails, listColleagues } from './check-details.ts';
import { listLinkableServices, readItemDetails, writeItemDetails } from './detail-store.ts';
import { listNews } from './news-store.ts';

type PlanCtx = Ctx<PlanTables>;

/** What one node says beside its words. */
export async function readDetailsOf(ctx: PlanCtx, itemId: string): Promise<ItemDetails> {
  return (await readItemDetails(ctx.db, [itemId])).get(itemId) ?? bareDetails();
}

/** A node's details as they are written, with what may be chosen for them. Refuses `item_not_found`. */
export async function getItemDetails(ctx: PlanCtx, { itemId }: { itemId: ItemId }): Promise<WrittenDetails> {
  const item = (await findItem(ctx.db, itemId)) ?? refuse('item_not_found');
  return {
    details: await readDetailsOf(ctx, itemId),
    colleagues: await listColleagues(ctx, item.leadOrganisationId),
    services: await listLinkableServices(ctx.db),
    news: await listNews(ctx.db, itemId),
    links: await listOwnerLinks(ctx, itemId),
    version: item.version,
  };
}

/** Writes one part of a node's details over the version that was read; the other parts stay. */
export async function saveDetails(
  ctx: PlanCtx,
  given: z.output<typeof SaveDetails>,
): Promise<z.infer<typeof ChangedItem>> {
  const { itemId, section } = given;
  const item = await getOpenItem(ctx, itemId);
  const said = Object.fromEntries(fieldsOf(section).map((field) => [field, given[field]]));
  const details = ItemDetails.parse({ ...(await readDetailsOf(ctx, itemId)), ...said });
  // What stands in the other parts was checked when it was written, and may be over since: no form of this part could mend it.
  await checkDetails(ctx, item, ItemDetails.parse({ ...bareDetails(), ...said }));
  const isKept = await touchItem(ctx, given);
  if (isKept) await writeItemDetails(ctx, itemId, details);
  return keptItem(ctx, given, { isKept, type: 'plan_item.detailed', data: { section } });
}
