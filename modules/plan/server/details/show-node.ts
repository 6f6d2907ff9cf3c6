import { refuse, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { listOrganisationNames } from '@qantara/organisations/server';
import { listAreas } from '@qantara/territory/server';
import type { ItemDetails, News, Node, PlanId, ShownDetails, Story } from '../../contract/index.ts';
import { getPlan } from '../get-plan.ts';
import type { PlanTables } from '../tables.gen.ts';
import { listNews } from './news-store.ts';
import { readDetailsOf } from './write-details.ts';

type PlanCtx = Ctx<PlanTables>;

/** What everyone may read of a node: organisations and areas by name, and no colleague. */
async function toShown(ctx: PlanCtx, details: ItemDetails): Promise<ShownDetails> {
  const { ownerAccountId: _owner, areaIds, partners, ...rest } = details;
  const ids = partners.map(({ organisationId }) => organisationId);
  const names = await listOrganisationNames(ctx, ids);
  const areas = areaIds.length === 0 ? [] : await listAreas(ctx);
  return {
    ...rest,
    areas: areas.filter(({ areaId }) => areaIds.includes(areaId)).map(({ name }) => name),
    partners: partners.flatMap(({ organisationId, promise, state }) => {
      const name: LocalizedText | undefined = names.get(organisationId);
      return name === undefined ? [] : [{ name, promise, state }];
    }),
  };
}

function storyOf(news: News[]): Story | null {
  const told = news.find(({ story }) => story !== '');
  return told === undefined ? null : { story: told.story, storyLocale: told.storyLocale, saidAt: told.saidAt };
}

/** One node of a published plan. Refuses `plan_not_found` and `item_not_found`. */
export async function getPublicNode(
  ctx: PlanCtx,
  { planId, number }: { planId?: PlanId | undefined; number: string },
): Promise<Node> {
  const plan = await getPlan(ctx, { planId, reader: 'public' });
  const item = plan.items.find((one) => one.number === number) ?? refuse('item_not_found');
  const above = plan.items.find(({ itemId }) => itemId === item.parentItemId);
  return {
    plan: { planId: plan.planId, name: plan.name },
    item,
    levelName: plan.levels.find(({ code }) => code === item.levelCode)?.name ?? null,
    above: above === undefined ? null : { number: above.number, title: above.title },
    under: plan.items
      .filter(({ parentItemId }) => parentItemId === item.itemId)
      .map(({ itemId, number: own, title, progress }) => ({ itemId, number: own, title, progress })),
    details: await toShown(ctx, await readDetailsOf(ctx, item.itemId)),
    story: storyOf(await listNews(ctx.db, item.itemId)),
  };
}
