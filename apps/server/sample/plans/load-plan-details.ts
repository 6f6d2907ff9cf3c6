import { bareDetails } from '@qantara/plan/domain';
import { insertConsultation, insertReview, saveNews, upsertAnswer, writeItemDetails } from '@qantara/plan/server';
import type { ItemDetails, ItemId, PlanId } from '@qantara/plan/contract';
import type { AnyCtx } from '@qantara/platform';
import type { SampleDirectory } from '../load-directory.ts';
import { seeds } from '../read-seed.ts';
import type { DetailSeed } from './plan-details-seed.ts';

const DAY = 86_400_000;
/** The targets of the plan by the code of their indicator. */
export type SampleTargets = Map<string, { itemId: string; targetId: string }>;
type Loaded = {
  targets: SampleTargets;
  directory: SampleDirectory;
  /** Accounts by their address. */
  owners: ReadonlyMap<string, string>;
  planId: string;
  itemIds: ReadonlyMap<string, string>;
};

function detailsOf(seed: DetailSeed, { directory, owners }: Loaded): ItemDetails {
  const { ownerEmail, areaCodes = [], partners = [], programmes = [], ...rest } = seed;
  const serviceIds = new Map(directory.services.map(({ serviceId, seed: { key } }) => [key, serviceId]));
  return {
    ...bareDetails(),
    ...rest,
    ownerAccountId: owners.get(ownerEmail ?? '') ?? null,
    areaIds: areaCodes.flatMap((code) => directory.areaIds.get(code) ?? []),
    partners: partners.flatMap(({ organisationKey, ...partner }) => {
      const organisationId = directory.organisationIds.get(organisationKey);
      return organisationId === undefined ? [] : [{ organisationId, ...partner }];
    }),
    programmes: programmes.map(({ serviceKey, ...programme }) => ({
      ...programme,
      serviceId: serviceIds.get(serviceKey ?? '') ?? null,
    })),
  };
}

const daysBefore = (ctx: AnyCtx, days: number): Date => new Date(ctx.now.getTime() - days * DAY);

/** What the nodes of the region's plan say, what was said of them, who was asked, and what planners answered. */
export async function loadPlanDetails(ctx: AnyCtx, loaded: Loaded): Promise<void> {
  const { items, news, consultations, reviews, answers } = seeds.planDetails();
  const { itemIds, directory } = loaded;
  const planId = loaded.planId as PlanId;
  for (const [number, seed] of Object.entries(items)) {
    const itemId = itemIds.get(number);
    if (itemId !== undefined) await writeItemDetails(ctx, itemId, detailsOf(seed, loaded));
  }
  for (const { number, daysAgo, locale: storyLocale, ...said } of news) {
    const itemId = itemIds.get(number);
    if (itemId !== undefined) await saveNews(ctx, { itemId, ...said, storyLocale, saidAt: daysBefore(ctx, daysAgo) });
  }
  for (const { organisationKey, daysAgo, ...asked } of consultations) {
    const heldOn = daysBefore(ctx, daysAgo).toISOString().slice(0, 10);
    const organisationId = directory.organisationIds.get(organisationKey) ?? null;
    await insertConsultation(ctx, { planId, heldOn, organisationId, ...asked });
  }
  const thisYear = ctx.now.getUTCFullYear();
  for (const { indicatorCode, daysAgo, forecast, ...said } of reviews) {
    const target = loaded.targets.get(indicatorCode);
    const heldOn = daysBefore(ctx, daysAgo).toISOString().slice(0, 10);
    const expected = forecast.map(([ago, value]) => ({ year: thisYear - ago, value }));
    if (target !== undefined)
      await insertReview(ctx, { ...target, itemId: target.itemId as ItemId, heldOn, forecast: expected, ...said });
  }
  for (const answer of answers) await upsertAnswer(ctx, { planId, ...answer });
}
