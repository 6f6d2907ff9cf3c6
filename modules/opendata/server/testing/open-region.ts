import { dayIn } from '@qantara/kernel';
import {
  aReferral,
  anIndicator,
  inSystem,
  openCountedRegion,
  tellEverybody,
  TIME_ZONE,
  type CountedRegion,
} from '@qantara/indicators/testing';
import { planModule, saveItem, savePlan, saveTarget, type NewItem } from '@qantara/plan/server';
import type { AnyCtx } from '@qantara/platform';
import { opendataModule } from '../index.ts';

export type OpenRegion = CountedRegion & {
  year: number;
  planId: string;
  inSystem: <T>(work: (ctx: AnyCtx) => Promise<T>) => Promise<T>;
};

const inThree = (text: string) => ({ ar: `${text} ع`, fr: `${text} fr`, en: text });

const anItem = (planId: string, change: Pick<NewItem, 'levelCode' | 'number' | 'parentItemId'>): NewItem => ({
  planId,
  title: inThree(`Item ${change.number}`),
  description: null,
  frameworkAreas: ['prevention', 'risk_intervention'],
  lever: null,
  leadOrganisationId: null,
  progress: change.levelCode === 'initiative' ? 'planned' : null,
  startsOn: null,
  dueOn: null,
  ...change,
});

async function savePlans(ctx: AnyCtx, region: CountedRegion, year: number): Promise<string> {
  const days = { startsOn: `${year - 1}-01-01`, endsOn: `${year + 4}-01-01`, areaId: region.areas.region };
  const secret = await savePlan(ctx, {
    ...days,
    name: inThree('Secret draft'),
    vision: inThree('Secret draft'),
    isPublic: false,
  });
  await saveItem(ctx, anItem(secret, { levelCode: 'priority', number: 'S', parentItemId: null }));
  const planId = await savePlan(ctx, {
    ...days,
    name: inThree('Plan'),
    vision: inThree('All are safe'),
    isPublic: true,
    parentPlanId: secret,
  });
  const priority = await saveItem(ctx, anItem(planId, { levelCode: 'priority', number: 'A', parentItemId: null }));
  const goal = await saveItem(ctx, anItem(planId, { levelCode: 'goal', number: '1', parentItemId: priority }));
  await saveItem(ctx, anItem(planId, { levelCode: 'initiative', number: '1.1', parentItemId: goal }));
  for (const [recipe, baseline] of [['got_help_rate', 0.4] as const, ['closure_rate', null] as const])
    await saveTarget(ctx, {
      itemId: goal,
      indicatorId: await anIndicator(ctx, { recipe }),
      baseline,
      baselineStartsOn: null,
      baselineEndsOn: null,
      targetKind: 'absolute',
      target: 0.6,
      dueOn: `${year + 3}-12-31`,
    });
  return planId;
}

/** A small region whose figures were published: of three needs one is so small that it is not told, and a plan stands under a draft. */
export async function openOpenRegion(): Promise<OpenRegion> {
  const region = await openCountedRegion([planModule, opendataModule]);
  const year = Number(dayIn(TIME_ZONE, new Date()).slice(0, 4));
  const planId = await inSystem(region.executor, async (ctx) => {
    await anIndicator(ctx, { recipe: 'referrals_sent', unit: 'count' });
    return savePlans(ctx, region, year);
  });
  const sentAt = new Date(Date.now() - 1000).toISOString();
  const counts = [
    ['food', 30, 20],
    ['housing', 4, 16],
    ['clothes', 12, 28],
  ] as const;
  for (const [needCode, completed, requested] of counts) {
    for (let index = 0; index < completed; index += 1)
      await aReferral(region, { sentAt, needCode, status: 'completed' });
    for (let index = 0; index < requested; index += 1)
      await aReferral(region, { sentAt, needCode, status: 'requested' });
  }
  await tellEverybody(region);
  return { ...region, year, planId, inSystem: (work) => inSystem(region.executor, work) };
}
