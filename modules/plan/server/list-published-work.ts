import type { PopulationGroup } from '@qantara/governance/contract';
import type { LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import type { Item } from '../contract/index.ts';
import { readItemDetails } from './details/detail-store.ts';
import { listPublishedPlans } from './list-published-plans.ts';
import type { PlanTables } from './tables.gen.ts';

/** Work of a published plan, as everybody reads it. */
export type PublishedWork = {
  planId: string;
  number: string;
  title: LocalizedText;
  leadName: LocalizedText | null;
  progress: Item['progress'];
};

/** The work of published plans that is for any of these groups, in the order of the plans. */
export async function listPublishedWork(ctx: AnyCtx, groups: readonly PopulationGroup[]): Promise<PublishedWork[]> {
  const works: PublishedWork[] = [];
  for (const { planId, state, items } of await listPublishedPlans(ctx)) {
    if (state !== 'published') continue;
    const itemIds = items.map(({ itemId }) => itemId);
    const details = await readItemDetails(withTables<PlanTables>(ctx).db, itemIds);
    for (const { itemId, kind, number, title, leadName, progress } of items) {
      const isFor = details.get(itemId)?.populations.some((group) => groups.includes(group)) ?? false;
      if (kind === 'initiative' && isFor) works.push({ planId, number, title, leadName, progress });
    }
  }
  return works;
}
