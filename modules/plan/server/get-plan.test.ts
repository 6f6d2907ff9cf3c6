import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { dayIn, type LocalizedText } from '@qantara/kernel';
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
import type { Item, Plan, PlanDocument, PlanFile } from '../contract/index.ts';
import { planModule, saveItem, savePlan, saveTarget, type NewItem } from './index.ts';

const THIS_YEAR = Number(dayIn(TIME_ZONE, new Date()).slice(0, 4));
const READER = actorWith(null, 'plan:read');
const PLANNER = actorWith(null, 'plan:read', 'plan:write');
const REPORT = 'POST /plan/items/:itemId/progress';

let region: CountedRegion;
let planId: string;

function anItem(change: Pick<NewItem, 'levelCode' | 'number' | 'parentItemId'>): NewItem {
  return {
    planId,
    title: { en: `Item ${change.number}` },
    description: null,
    frameworkAreas: ['prevention'],
    lever: null,
    leadOrganisationId: region.organisationId,
    progress: change.levelCode === 'initiative' ? 'planned' : null,
    startsOn: null,
    dueOn: null,
    ...change,
  };
}

/** This year so far, as the region's clock has it; a second ago, lest the database's clock be behind. */
const lately = new Date(Date.now() - 1000).toISOString();

async function addReferrals(count: number, change: { status: string; needCode: string }): Promise<void> {
  for (let index = 0; index < count; index += 1) await aReferral(region, { sentAt: lately, ...change });
}

async function addTarget(
  code: string,
  needCode: string,
  change: { itemId: string; baseline: number | null; target: number },
) {
  await inSystem(region.executor, async (ctx) => {
    const indicatorId = await anIndicator(ctx, { code, recipe: 'got_help_rate', needCode });
    await saveTarget(ctx, {
      ...change,
      indicatorId,
      baselineStartsOn: `${THIS_YEAR - 1}-01-01`,
      baselineEndsOn: `${THIS_YEAR}-01-01`,
      targetKind: 'absolute',
      dueOn: `${THIS_YEAR + 3}-12-31`,
    });
  });
}

before(async () => {
  region = await openCountedRegion([planModule]);
  const name: LocalizedText = { en: 'Plan', ar: 'خطة', fr: 'Plan' };
  planId = await inSystem(region.executor, (ctx) =>
    savePlan(ctx, {
      name,
      vision: name,
      startsOn: `${THIS_YEAR - 1}-01-01`,
      endsOn: `${THIS_YEAR + 4}-01-01`,
      isPublic: true,
      areaId: region.areas.region,
    }),
  );
  const goalId = await inSystem(region.executor, async (ctx) => {
    const priorityId = await saveItem(ctx, anItem({ levelCode: 'priority', number: 'A', parentItemId: null }));
    const goal = await saveItem(ctx, anItem({ levelCode: 'goal', number: '1', parentItemId: priorityId }));
    await saveItem(ctx, anItem({ levelCode: 'initiative', number: '1.10', parentItemId: goal }));
    await saveItem(ctx, anItem({ levelCode: 'initiative', number: '1.9', parentItemId: goal }));
    return goal;
  });
  await addReferrals(30, { status: 'completed', needCode: 'food' });
  await addReferrals(20, { status: 'requested', needCode: 'food' });
  await addReferrals(4, { status: 'completed', needCode: 'housing' });
  await addReferrals(16, { status: 'requested', needCode: 'housing' });
  // Without a third need, those of food would follow from the whole once those of housing are hidden.
  await addReferrals(12, { status: 'completed', needCode: 'clothes' });
  await addReferrals(28, { status: 'requested', needCode: 'clothes' });
  await addTarget('help_food', 'food', { itemId: goalId, baseline: 0.4, target: 0.6 });
  await addTarget('help_housing', 'housing', { itemId: goalId, baseline: 0.1, target: 0.9 });
  await tellEverybody(region);
});
after(() => region.database.close());

async function plan(path: string): Promise<Plan> {
  const answer = await callRoute<Plan>(region, path, { actor: READER });
  assert.equal(answer.code, null);
  return answer.value as Plan;
}

function targetOf({ items }: Plan, code: string) {
  return items.flatMap(({ targets }) => targets).find(({ indicator }) => indicator.code === code);
}

async function initiative(number: string): Promise<Item> {
  const found = (await plan('GET /plan')).items.find((item) => item.number === number);
  assert.ok(found);
  return found;
}

test('a plan is read from its priorities down, 1.9 before 1.10, with who leads by name', async () => {
  const { items } = await plan('GET /public/plan');
  assert.deepEqual(
    items.map(({ number }) => number),
    ['A', '1', '1.9', '1.10'],
  );
  assert.equal(items.at(-1)?.leadName?.en, 'Bridge House');
});

test('a target stands where the records put it: thirty of fifty is six in ten, and the goal is reached', async () => {
  for (const path of ['GET /plan', 'GET /public/plan']) {
    const target = targetOf(await plan(path), 'help_food');
    assert.deepEqual([target?.current.total.numerator, target?.current.total.denominator], [30, 50]);
    assert.deepEqual([target?.current.total.value, target?.status], [0.6, 'achieved']);
  }
});

test('what tells of four people is in the staff’s plan and not in the public’s, nor what follows from it', async () => {
  const staff = targetOf(await plan('GET /plan'), 'help_housing');
  const open = targetOf(await plan('GET /public/plan'), 'help_housing');
  assert.deepEqual([staff?.current.total.value, staff?.current.total.state], [0.2, 'shown']);
  assert.ok(staff?.progress !== null);
  assert.equal(open?.current.total.value, null);
  assert.deepEqual([open?.progress, open?.status], [null, 'no_data']);
});

test('a count of the year that runs reaches no goal of a year, in the staff’s plan or the public’s', async () => {
  const { itemId } = (await plan('GET /plan')).items[0] ?? assert.fail();
  await inSystem(region.executor, async (ctx) => {
    const indicatorId = await anIndicator(ctx, {
      code: 'fewer',
      recipe: 'referrals_sent',
      unit: 'count',
      better: 'down',
    });
    const aim = { targetKind: 'absolute', target: 60, baseline: 100, dueOn: `${THIS_YEAR + 3}-12-31` } as const;
    await saveTarget(ctx, { itemId, indicatorId, baselineStartsOn: null, baselineEndsOn: null, ...aim });
  });
  await tellEverybody(region);
  for (const path of ['GET /plan', 'GET /public/plan']) {
    const target = targetOf(await plan(path), 'fewer');
    assert.deepEqual([target?.current.total.value, target?.progress, target?.status], [null, null, 'no_data'], path);
  }
});

test('a baseline that tells of a few people is not told in public', async () => {
  for (let index = 0; index < 5; index += 1)
    await aReferral(region, { sentAt: `${THIS_YEAR - 1}-06-10T10:00:00Z`, needCode: 'housing', status: 'completed' });
  await tellEverybody(region);
  const open = targetOf(await plan('GET /public/plan'), 'help_housing');
  assert.deepEqual([open?.baseline, open?.baselineState], [null, 'suppressed']);
  assert.equal(targetOf(await plan('GET /plan'), 'help_housing')?.baseline, 0.1);
  const input = { format: 'json' };
  const file = await callRoute<PlanFile>(region, 'GET /public/plan/file', { input });
  const document = JSON.parse(Buffer.from(file.value?.content ?? '', 'base64').toString('utf8')) as PlanDocument;
  const told = document.targets.find(({ indicator }) => indicator.code === 'help_housing');
  assert.deepEqual([told?.baseline, told?.baselineIsWithheld], [null, true]);
});

test('a baseline that was typed tells of no few, of no year that is hidden and of no part of a year', async () => {
  const { itemId } = (await plan('GET /plan')).items[0] ?? assert.fail();
  const [startsOn, endsOn] = [`${THIS_YEAR - 1}-01-01`, `${THIS_YEAR}-01-01`];
  const typed = [
    { code: 'deaths', said: 4, baseline: 4, baselineEndsOn: endsOn },
    { code: 'alerts', said: null, baseline: 40, baselineEndsOn: endsOn },
    { code: 'rescues', said: null, baseline: 4, baselineEndsOn: endsOn },
    { code: 'calls_in_january', said: 400, baseline: 40, baselineEndsOn: `${THIS_YEAR - 1}-02-01` },
  ];
  await inSystem(region.executor, async (ctx) => {
    for (const { code, said, baseline, baselineEndsOn } of typed) {
      const indicatorId = await anIndicator(ctx, { code, kind: 'population', recipe: null, unit: 'count' });
      const number = { numerator: said, denominator: null, value: null, observedOn: endsOn };
      if (said !== null)
        await saveObservation(ctx, { indicatorId, areaId: region.areas.region, startsOn, endsOn, ...number });
      const aim = { targetKind: 'relative', target: -0.5, dueOn: `${THIS_YEAR + 3}-12-31` } as const;
      await saveTarget(ctx, { itemId, indicatorId, baseline, baselineStartsOn: startsOn, baselineEndsOn, ...aim });
    }
  });
  await tellEverybody(region);
  const [open, staff] = [await plan('GET /public/plan'), await plan('GET /plan')];
  const told = typed.map(({ code }) => [code, targetOf(open, code)?.baseline, targetOf(open, code)?.goal]);
  assert.deepEqual(told, [
    ['deaths', null, null],
    ['alerts', 40, 20],
    ['rescues', null, null],
    ['calls_in_january', null, null],
  ]);
  assert.equal(targetOf(staff, 'deaths')?.baseline, 4);
});

test('how an initiative goes is kept once; a page that read an older version is told so', async () => {
  const { itemId, version } = await initiative('1.9');
  const report = (progress: string) => ({ input: { itemId, version, progress }, actor: PLANNER });
  assert.equal((await callRoute(region, REPORT, report('delayed'))).code, null);
  assert.equal((await callRoute(region, REPORT, report('done'))).code, 'item_changed');
  const now = await initiative('1.9');
  assert.deepEqual([now.progress, now.version], ['delayed', version + 1]);
});

test('the fresh version is accepted after a refusal', async () => {
  const { itemId, version } = await initiative('1.9');
  const input = { itemId, version: String(version), progress: 'done' };
  assert.equal((await callRoute(region, REPORT, { input, actor: PLANNER })).code, null);
  assert.equal((await initiative('1.9')).progress, 'done');
});

test('what a goal brings is computed, never reported; what is not in the plan is not found', async () => {
  const goal = await initiative('1');
  const input = { itemId: goal.itemId, version: goal.version, progress: 'done' };
  assert.equal((await callRoute(region, REPORT, { input, actor: PLANNER })).code, 'not_an_initiative');
  const nowhere = { ...input, itemId: '0199aaaa-0000-7000-8000-00000000ffff' };
  assert.equal((await callRoute(region, REPORT, { input: nowhere, actor: PLANNER })).code, 'item_not_found');
});

test('who may read the plan may not report; who is not signed in may do neither', async () => {
  const { itemId, version } = await initiative('1.10');
  const input = { itemId, version, progress: 'done' };
  assert.equal((await callRoute(region, REPORT, { input, actor: READER })).code, 'not_allowed');
  assert.equal((await callRoute(region, REPORT, { input })).code, 'not_signed_in');
  assert.equal((await callRoute(region, 'GET /plan', {})).code, 'not_signed_in');
  assert.equal((await initiative('1.10')).version, version);
});

test('a plan that is not published is the staff’s alone', async () => {
  await region.database.pool.query('update plan.plan set is_public = false');
  assert.equal((await callRoute(region, 'GET /public/plan', {})).code, 'plan_not_found');
  assert.equal((await plan('GET /plan')).items.length, 4);
  await region.database.pool.query('update plan.plan set is_public = true');
});
