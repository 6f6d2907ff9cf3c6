import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  actorWith,
  anIndicator,
  callRoute,
  inSystem,
  openCountedRegion,
  type CountedRegion,
} from '@qantara/indicators/testing';
import { saveObservation } from '@qantara/indicators/server';
import { newId } from '@qantara/kernel';
import type { ReviewedTarget } from '../../contract/index.ts';
import { planModule, saveItem, savePlan, saveTarget } from '../index.ts';

const PLANNER = actorWith(null, 'plan:read', 'plan:write');
const THIS_YEAR = new Date().getUTCFullYear();
let region: CountedRegion;
let itemId = '';
let targetId = '';

before(async () => {
  region = await openCountedRegion([planModule]);
  await inSystem(region.executor, async (ctx) => {
    const facts = { name: { en: 'Plan' }, vision: { en: 'Well' }, startsOn: '2020-01-01', endsOn: '2040-01-01' };
    const planId = await savePlan(ctx, { ...facts, isPublic: true, areaId: region.areas.region });
    const bare = { parentItemId: null, description: null, frameworkAreas: [], lever: null, leadOrganisationId: null };
    const dates = { progress: null, startsOn: null, dueOn: null };
    const goal = { ...bare, ...dates, planId, levelCode: 'goal', number: '1', title: { en: 'Goal' } };
    itemId = await saveItem(ctx, goal);
    const indicatorId = await anIndicator(ctx, { code: 'survey', recipe: null, kind: 'population', better: 'up' });
    for (const [ago, numerator] of [
      [3, 40],
      [2, 50],
      [1, 60],
    ] as const) {
      const [startsOn, endsOn] = [`${THIS_YEAR - ago}-01-01`, `${THIS_YEAR - ago + 1}-01-01`];
      const of = { indicatorId, areaId: region.areas.region, startsOn, endsOn, observedOn: startsOn };
      await saveObservation(ctx, { ...of, numerator, denominator: 100, value: null });
    }
    const target = { itemId, indicatorId, targetKind: 'absolute' as const, target: 0.8, dueOn: '2039-01-01' };
    await saveTarget(ctx, { ...target, baseline: 0.3, baselineStartsOn: '2019-01-01', baselineEndsOn: '2020-01-01' });
  });
  const plan = await callRoute<{ items: { targets: { targetId: string }[] }[] }>(region, 'GET /plan', {
    actor: PLANNER,
  });
  targetId = plan.value?.items[0]?.targets[0]?.targetId ?? '';
});
after(() => region.database.close());

const years = (...values: number[]) => values.map((value, at) => ({ year: THIS_YEAR - values.length + at, value }));
const add = (change: Record<string, unknown>) =>
  callRoute(region, 'POST /plan/items/:itemId/targets/:targetId/reviews', {
    input: {
      itemId,
      targetId,
      heldOn: '2026-01-01',
      forecast: years(0.3, 0.3, 0.3),
      story: 'Rents rise',
      nextSteps: 'Guides',
      locale: 'en',
      ...change,
    },
    actor: PLANNER,
  });

async function read(): Promise<ReviewedTarget> {
  const answer = await callRoute<ReviewedTarget>(region, 'GET /plan/items/:itemId/targets/:targetId/reviews', {
    input: { itemId, targetId },
    actor: PLANNER,
  });
  assert.equal(answer.code, null);
  return answer.value as ReviewedTarget;
}

test('three years in a row better than forecast turn the curve; a newer look with fewer years says nothing yet', async () => {
  assert.equal((await add({})).code, null);
  assert.equal((await add({ heldOn: '2026-06-01', forecast: years(0.55) })).code, null);
  assert.equal((await add({ heldOn: '2026-07-01', forecast: years(0.7, 0.7, 0.7) })).code, null);
  const { reviews, actual, goal } = await read();
  assert.deepEqual(
    reviews.map(({ turn }) => turn),
    ['worse', 'too_few', 'turned'],
  );
  assert.deepEqual(
    actual.map(({ value }) => value),
    [0.4, 0.5, 0.6],
  );
  assert.equal(goal, 0.8);
});

test('the next version of the plan goes on with the looks at its figures', async () => {
  const before1 = await read();
  const plan = await callRoute<{ planId: string; version: number }>(region, 'GET /plan', { actor: PLANNER });
  const years1 = { startsOn: '2040-01-01', endsOn: '2045-01-01' };
  const next = await callRoute<{ planId: string }>(region, 'POST /plans/:planId/next', {
    input: { planId: plan.value?.planId, version: plan.value?.version, ...years1 },
    actor: PLANNER,
  });
  assert.equal(next.code, null);
  const copied = await callRoute<{ items: { itemId: string; targets: { targetId: string }[] }[] }>(
    region,
    'GET /plan',
    {
      input: { planId: next.value?.planId },
      actor: PLANNER,
    },
  );
  const [item] = copied.value?.items ?? [];
  const { value } = await callRoute<ReviewedTarget>(region, 'GET /plan/items/:itemId/targets/:targetId/reviews', {
    input: { itemId: item?.itemId, targetId: item?.targets[0]?.targetId },
    actor: PLANNER,
  });
  const said = ({ reviews }: ReviewedTarget) => reviews.map((review) => ({ ...review, reviewId: null }));
  assert.ok(value !== null && value !== undefined);
  assert.deepEqual(said(value), said(before1));
  assert.equal(value.reviews.length, 3);
});

test('a look that is still to come, of no target, or without a forecast is refused', async () => {
  assert.equal((await add({ heldOn: '2099-01-01' })).code, 'review_later');
  assert.equal((await add({ targetId: newId() })).code, 'target_not_found');
  assert.equal((await add({ forecast: [{ year: THIS_YEAR, value: '' }] })).code, 'invalid_input');
});
