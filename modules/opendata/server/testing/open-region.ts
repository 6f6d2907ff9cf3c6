import { dayIn } from '@qantara/kernel';
import { saveObservation } from '@qantara/indicators/server';
import {
  actorWith,
  aReferral,
  anIndicator,
  callRoute,
  inSystem,
  openCountedRegion,
  tellEverybody,
  TIME_ZONE,
  type CountedRegion,
} from '@qantara/indicators/testing';
import { planModule, saveItem, savePlan, saveTarget, type NewItem } from '@qantara/plan/server';
import type { AnyCtx } from '@qantara/platform';
import { policiesModule } from '@qantara/policies/server';
import { opendataModule } from '../index.ts';

export type OpenRegion = CountedRegion & {
  year: number;
  planId: string;
  /** A node of the published plan, which the public text serves. */
  nodeId: string;
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

async function savePlans(
  ctx: AnyCtx,
  region: CountedRegion,
  year: number,
): Promise<{ planId: string; nodeId: string; secretId: string }> {
  const days = { startsOn: `${year - 1}-01-01`, endsOn: `${year + 4}-01-01`, areaId: region.areas.region };
  const secret = await savePlan(ctx, {
    ...days,
    name: inThree('Secret draft'),
    vision: inThree('Secret draft'),
    isPublic: false,
  });
  const secretId = await saveItem(ctx, anItem(secret, { levelCode: 'priority', number: 'S', parentItemId: null }));
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
      baselineStartsOn: `${year}-01-01`,
      baselineEndsOn: `${year + 1}-01-01`,
      targetKind: 'absolute',
      target: 0.6,
      dueOn: `${year + 3}-12-31`,
    });
  return { planId, nodeId: goal, secretId };
}

/** A text that everybody may read, which also serves a node of the draft, and one that only colleagues read. */
async function addTexts(region: CountedRegion, today: string, itemIds: readonly string[]): Promise<void> {
  const words = { level: 'local', kind: 'by_law', body: inThree('Town council'), changes: inThree('Lights at night') };
  const facts = { ...words, position: 'for', stage: 'consultation', stageOn: today, itemIds, links: [] };
  for (const [title, isPublic] of [['By-law on street lights', true] as const, ['Secret text', false] as const]) {
    const input = { ...facts, title: inThree(title), isPublic };
    const { code } = await callRoute(region, 'POST /policies', { input, actor: actorWith(null, 'policy:write') });
    if (code !== null) throw new Error(`the text was refused: ${code}`);
  }
}

/** What a survey says of the region last year: of everybody, of women and men, and of two ages of which one is a few. */
async function addSurvey(ctx: AnyCtx, region: CountedRegion, year: number): Promise<void> {
  const indicatorId = await anIndicator(ctx, { recipe: null, code: 'feels_safe', kind: 'population' });
  const days = { startsOn: `${year - 1}-01-01`, endsOn: `${year}-01-01`, observedOn: `${year}-01-01` };
  const said: [cut: string, numerator: number, denominator: number][] = [
    ['', 300, 500],
    ['sex:f', 120, 250],
    ['sex:m', 180, 250],
    ['age:15-24', 4, 50],
    ['age:25-39', 96, 150],
    ['age:40-', 200, 300],
  ];
  for (const [cut, numerator, denominator] of said)
    await saveObservation(ctx, {
      ...days,
      indicatorId,
      areaId: region.areas.region,
      cut,
      numerator,
      denominator,
      value: null,
    });
}

/** A small region whose figures were published: of three needs one is so small that it is not told, and a plan stands under a draft. */
export async function openOpenRegion(): Promise<OpenRegion> {
  const region = await openCountedRegion([planModule, policiesModule, opendataModule]);
  const year = Number(dayIn(TIME_ZONE, new Date()).slice(0, 4));
  const { secretId, ...of } = await inSystem(region.executor, async (ctx) => {
    await anIndicator(ctx, { recipe: 'referrals_sent', unit: 'count' });
    await anIndicator(ctx, { recipe: 'fresh_services_rate' });
    await addSurvey(ctx, region, year);
    return savePlans(ctx, region, year);
  });
  await addTexts(region, dayIn(TIME_ZONE, new Date()), [of.nodeId, secretId]);
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
  return { ...region, ...of, year, inSystem: (work) => inSystem(region.executor, work) };
}
