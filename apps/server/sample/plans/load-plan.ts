import { getFigures, saveIndicator, saveObservation } from '@qantara/indicators/server';
import { yearOf } from '@qantara/indicators/domain';
import type { PlanDocument } from '@qantara/plan/contract';
import { saveDocument, saveItem, savePlan, saveTarget, type NewItem } from '@qantara/plan/server';
import type { AnyCtx } from '@qantara/platform';
import type { SampleDirectory } from '../load-directory.ts';
import { seeds } from '../read-seed.ts';
import { loadPlanDetails, type SampleTargets } from './load-plan-details.ts';
import { loadTownPlan } from './load-town-plan.ts';
import type { PlanSeed } from './plan-seed.ts';

type Goal = PlanSeed['priorities'][number]['goals'][number];
type Loading = {
  ctx: AnyCtx;
  directory: SampleDirectory;
  indicatorIds: Map<string, string>;
  planId: string;
  nation: Map<string, string>;
  targets: SampleTargets;
  publishedAt: Date;
};

/** Which initiatives of the region carry out which actions of the nation. */
const SERVES = new Map([
  ['1.1', '2.1.3'],
  ['7.1', '2.3.1'],
  ['8.2', '4.3.3'],
]);

const HEALTH_PUBLISHED_ON = '2025-02-03';
const publishedOn = (day: string): Date => new Date(`${day}T09:00:00Z`);
const DAY = 86_400_000;
const daysBefore = (ctx: AnyCtx, days: number): Date => new Date(ctx.now.getTime() - days * DAY);
const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** What is said of work in a sample is said now, lest it be old news on another day. */
function toldNow(ctx: AnyCtx, document: PlanDocument): PlanDocument {
  const reportedAt = ctx.now.toISOString();
  return { ...document, nodes: document.nodes.map((node) => (node.progress ? { ...node, reportedAt } : node)) };
}

async function loadIndicators(ctx: AnyCtx, directory: SampleDirectory): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const ownerOrganisationId = directory.organisationIds.get('region') ?? null;
  for (const { observations, ...indicator } of [...seeds.indicators(), ...seeds.planIndicators()]) {
    const indicatorId = await saveIndicator(ctx, { ...indicator, ownerOrganisationId });
    ids.set(indicator.code, indicatorId);
    for (const { areaCode, ...observation } of observations) {
      const areaId = directory.areaIds.get(areaCode) ?? '';
      await saveObservation(ctx, {
        indicatorId,
        areaId,
        ...observation,
        value: null,
        observedOn: observation.startsOn,
      });
    }
  }
  return ids;
}

/** The year before this one is the baseline: the first whole year of the sample's work. */
async function loadTargets(loading: Loading, goal: Goal, itemId: string): Promise<void> {
  const { ctx, indicatorIds } = loading;
  const year = ctx.now.getUTCFullYear() - 1;
  for (const [code, targetKind, target, dueOn, setDaysAgo] of goal.targets) {
    const now = setDaysAgo === undefined ? loading.publishedAt : daysBefore(ctx, setDaysAgo);
    const { startsOn, endsOn } = yearOf(year);
    const before = await getFigures(ctx, { code, startsOn, endsOn, by: 'none' });
    const targetId = await saveTarget(
      { ...ctx, now },
      {
        itemId,
        indicatorId: indicatorIds.get(code) ?? '',
        baseline: before.total.value,
        baselineStartsOn: startsOn,
        baselineEndsOn: endsOn,
        targetKind,
        target,
        dueOn,
      },
    );
    if (targetId !== null) loading.targets.set(code, { itemId, targetId });
  }
}

function bare(loading: Loading, item: Pick<NewItem, 'levelCode' | 'number' | 'title'>): NewItem {
  return {
    planId: loading.planId,
    parentItemId: null,
    description: null,
    frameworkAreas: [],
    lever: null,
    leadOrganisationId: null,
    progress: null,
    startsOn: null,
    dueOn: null,
    ...item,
  };
}

async function loadGoal(loading: Loading, goal: Goal, parentItemId: string): Promise<[string, string][]> {
  const { ctx, directory } = loading;
  const { number, title, framework: frameworkAreas } = goal;
  const goalId = await saveItem(ctx, {
    ...bare(loading, { levelCode: 'goal', number, title }),
    parentItemId,
    frameworkAreas,
  });
  await loadTargets(loading, goal, goalId);
  const loaded: [string, string][] = [[number, goalId]];
  for (const [own, ownTitle, lever, lead, progress, dueDaysAgo] of goal.initiatives) {
    const initiative = bare(loading, { levelCode: 'initiative', number: own, title: ownTitle });
    const leadOrganisationId = directory.organisationIds.get(lead ?? '') ?? null;
    const dueOn = dueDaysAgo === undefined ? '2028-12-31' : dayOf(daysBefore(ctx, dueDaysAgo));
    const dates = { startsOn: '2025-01-01', dueOn };
    const itemId = await saveItem(ctx, {
      ...initiative,
      ...dates,
      parentItemId: goalId,
      frameworkAreas,
      lever,
      leadOrganisationId,
      progress,
      servesItemId: loading.nation.get(SERVES.get(own) ?? '') ?? null,
    });
    loaded.push([own, itemId]);
  }
  return loaded;
}

/** The indicators and the plan of the sample, its baselines read from the sample's own work. */
export async function loadPlan(
  ctx: AnyCtx,
  directory: SampleDirectory,
  owners: ReadonlyMap<string, string>,
): Promise<void> {
  const seed = seeds.plan();
  const indicatorIds = await loadIndicators(ctx, directory);
  const { priorities, publishedOn: _day, ...plan } = seed;
  const publishedAt = publishedOn(seed.publishedOn);
  const nation = await saveDocument({ ...ctx, now: publishedAt }, toldNow(ctx, seeds.nationalPlan()));
  const areaId = directory.areaIds.get('SABIL') ?? '';
  const planId = await savePlan({ ...ctx, now: publishedAt }, { ...plan, areaId, parentPlanId: nation.planId });
  const targets: SampleTargets = new Map();
  const loading: Loading = { publishedAt, ctx, directory, indicatorIds, targets, planId, nation: nation.itemIds };
  const itemIds = new Map<string, string>();
  for (const { number, title, goals } of priorities) {
    const priorityId = await saveItem(ctx, bare(loading, { levelCode: 'priority', number, title }));
    itemIds.set(number, priorityId);
    for (const goal of goals)
      for (const [own, itemId] of await loadGoal(loading, goal, priorityId)) itemIds.set(own, itemId);
  }
  await loadPlanDetails(ctx, { directory, owners, planId, itemIds, targets: loading.targets });
  await loadTownPlan(ctx, { directory, regionPlanId: planId, regionItemIds: itemIds });
  await saveDocument({ ...ctx, now: publishedOn(HEALTH_PUBLISHED_ON) }, toldNow(ctx, seeds.healthPlan()));
}
