import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { actorWith, callRoute, openCountedRegion, type CountedRegion } from '@qantara/indicators/testing';
import type { Plan } from '../../contract/index.ts';
import { planModule } from '../index.ts';

const PLANNER = actorWith(null, 'plan:read', 'plan:write');
const NOBODY = '0199aaaa-0000-7000-8000-00000000ffff';
type Changed = { planId: string; itemId: string; version: number };
type Input = Record<string, unknown>;

let region: CountedRegion;

const send = (path: string, input: Input) => callRoute<Changed>(region, `POST ${path}`, { input, actor: PLANNER });

async function done(path: string, input: Input): Promise<Changed> {
  const answer = await send(path, input);
  assert.equal(answer.code, null, path);
  return answer.value as Changed;
}

async function refused(path: string, input: Input, code: string): Promise<void> {
  assert.equal((await send(path, input)).code, code);
}

async function read(planId: string): Promise<Plan> {
  const answer = await callRoute<Plan>(region, 'GET /plan', { input: { planId }, actor: PLANNER });
  return answer.value as Plan;
}

const words = (change: Input = {}): Input => ({
  name: { ar: 'خطة', fr: 'Plan', en: 'Plan' },
  vision: { en: 'Well' },
  reach: 'region',
  areaId: region.areas.region,
  startsOn: '2026-01-01',
  endsOn: '2030-01-01',
  template: 'priorities',
  ...change,
});

const aNode = (planId: string, place: `${string} ${string}`, change: Input = {}): Input => ({
  planId,
  levelCode: place.split(' ')[0],
  number: place.split(' ')[1],
  title: { en: `Node ${place}` },
  ...change,
});

const start = async (change: Input = {}): Promise<string> => (await done('/plans', words(change))).planId;
const add = async (node: Input): Promise<string> => (await done('/plans/:planId/items', node)).itemId;

before(async () => {
  region = await openCountedRegion([planModule]);
});
after(() => region.database.close());

test('a plan has its own levels: axes and measures that support them stand side by side, in three languages', async () => {
  const { levels } = await read(await start({ template: 'axes' }));
  assert.deepEqual(
    levels.map(({ code, rank }) => [code, rank]),
    [
      ['axis', 1],
      ['support', 1],
      ['component', 2],
      ['action', 3],
    ],
  );
  assert.ok(levels.every(({ name }) => name.ar !== undefined && name.fr !== undefined && name.en !== undefined));
});

test('the number of a node is letters and figures with points between them, for it stands in addresses', async () => {
  const planId = await start();
  for (const number of ['2.1', 'II.3', 'أ.1', '4-b']) await add({ ...aNode(planId, 'priority A'), number });
  for (const number of ['', '1 2', '.1', '1.', '=1+1', '1"><a', '1\u202e'])
    await refused('/plans/:planId/items', { ...aNode(planId, 'priority A'), number }, 'invalid_input');
});

test('a tree is as deep as it needs to be, and a node never stands under itself or under what is below it', async () => {
  const planId = await start();
  const top = await add(aNode(planId, 'priority A'));
  const goal = await add(aNode(planId, 'goal 1', { parentItemId: top }));
  const work = await add(aNode(planId, 'initiative 1.1', { parentItemId: goal }));
  await add(aNode(planId, 'initiative 1.1.1', { parentItemId: work }));
  await refused('/plans/:planId/items', aNode(planId, 'goal 2', { parentItemId: work }), 'level_not_below');
  await refused('/plans/:planId/items', aNode(planId, 'goal 1'), 'item_number_taken');
  await refused('/plans/:planId/items', aNode(planId, 'axis 3'), 'level_not_found');
  const change = { itemId: goal, version: 1, ...aNode(planId, 'goal 1'), parentItemId: goal };
  await refused('/plan/items/:itemId', change, 'item_under_itself');
  await refused('/plan/items/:itemId', { ...change, parentItemId: NOBODY }, 'item_parent_not_found');
});

test('of two tabs the second is told, and nothing is lost', async () => {
  const planId = await start();
  const itemId = await add(aNode(planId, 'priority A'));
  const change = { ...aNode(planId, 'priority B'), itemId, version: 1 };
  assert.equal((await done('/plan/items/:itemId', change)).version, 2);
  await refused('/plan/items/:itemId', { ...change, number: 'C' }, 'item_changed');
  await refused('/plan/items/:itemId/remove', { itemId, version: 1 }, 'item_changed');
  assert.equal((await read(planId)).items[0]?.number, 'B');
});

test('what has something under it is not removed; what has nothing is', async () => {
  const planId = await start();
  const top = await add(aNode(planId, 'priority A'));
  const goal = await add(aNode(planId, 'goal 1', { parentItemId: top }));
  await refused('/plan/items/:itemId/remove', { itemId: top, version: 1 }, 'item_has_parts');
  await done('/plan/items/:itemId/remove', { itemId: goal, version: 1 });
  await done('/plan/items/:itemId/remove', { itemId: top, version: 1 });
  assert.deepEqual((await read(planId)).items, []);
});

test('a town’s plan is under the region’s, and the region sees who serves which of its nodes', async () => {
  const above = await start();
  const goal = await add(aNode(above, 'goal 1'));
  const town = await start({
    reach: 'municipality',
    areaId: region.areas.harbour,
    parentPlanId: above,
    template: 'issues',
  });
  const step = await add(aNode(town, 'strategy I', { servesItemId: goal }));
  assert.deepEqual(
    (await read(above)).served.map(({ servesItemId, itemId, planId }) => [servesItemId, itemId, planId]),
    [[goal, step, town]],
  );
  assert.equal((await read(town)).above?.planId, above);
  assert.deepEqual(
    (await read(above)).below.map(({ planId }) => planId),
    [town],
  );
  await refused('/plans/:planId/items', aNode(town, 'strategy II', { servesItemId: step }), 'item_serves_nothing');
  await refused('/plans', words({ parentPlanId: town }), 'plan_above_not_above');
  await refused('/plans', words({ reach: 'municipality' }), 'plan_reach_differs');
  await refused('/plans', words({ endsOn: '2026-01-01' }), 'plan_ends_too_soon');
  await done('/plan/items/:itemId/remove', { itemId: goal, version: 1 });
  assert.deepEqual((await read(above)).served, []);
});

test('a plan that others stand under stays wider than they are, so that none is ever under itself', async () => {
  const above = await start({ startsOn: '2027-01-01' });
  const harbour = { reach: 'municipality', areaId: region.areas.harbour };
  const town = await start({ ...harbour, parentPlanId: above });
  const change = words({ planId: above, version: 1, ...harbour });
  await refused('/plans/:planId', { ...change, parentPlanId: town }, 'plan_above_not_above');
  await refused('/plans/:planId', change, 'plan_below_not_below');
  await done('/plans/:planId', words({ planId: above, version: 1, startsOn: '2027-02-01' }));
});

test('of two who move two nodes under each other at once, one is second, and nothing is lost', async () => {
  const planId = await start();
  const [one, two] = [await add(aNode(planId, 'priority 1')), await add(aNode(planId, 'priority 2'))];
  const under = (itemId: string, number: string, parentItemId: string) =>
    send('/plan/items/:itemId', {
      itemId,
      version: 1,
      levelCode: 'priority',
      number,
      title: { en: number },
      parentItemId,
    });
  const answers = await Promise.all([under(one, '1', two), under(two, '2', one)]);
  assert.deepEqual(new Set(answers.map(({ code }) => code)), new Set([null, 'item_under_itself']));
  assert.equal((await read(planId)).items.length, 2);
});

test('the public sees of other plans only what is published', async () => {
  const above = await start({ startsOn: '2029-06-01' });
  const goal = await add(aNode(above, 'goal 1'));
  const town = await start({ reach: 'municipality', areaId: region.areas.harbour, parentPlanId: above });
  await add(aNode(town, 'initiative 1', { servesItemId: goal }));
  await done('/plans/:planId/publish', { planId: above, version: 1 });
  const open = async (planId: string) => callRoute<Plan>(region, 'GET /public/plan', { input: { planId } });
  const before = (await open(above)).value as Plan;
  assert.deepEqual([before.served, before.below], [[], []]);
  assert.equal((await open(town)).code, 'plan_not_found');
  await done('/plans/:planId/publish', { planId: town, version: 1 });
  assert.equal(((await open(above)).value as Plan).served.length, 1);
});

test('a plan is published with something in it, adopted no later than today, and written no more once it is kept', async () => {
  const planId = await start();
  await refused('/plans/:planId/publish', { planId, version: 1 }, 'plan_empty');
  const itemId = await add(aNode(planId, 'initiative 1'));
  await done('/plans/:planId/publish', { planId, version: 1 });
  await refused(
    '/plans/:planId/adopt',
    { planId, version: 2, adoptedOn: '2999-01-01', resolution: '7' },
    'plan_adopted_later',
  );
  await done('/plans/:planId/adopt', { planId, version: 2, adoptedOn: '2026-01-02', resolution: '7/2026' });
  await refused('/plans/:planId/archive', { planId, version: 1 }, 'plan_text_changed');
  await done('/plans/:planId/archive', { planId, version: 3 });
  const { state, adoptedOn, resolution } = await read(planId);
  assert.deepEqual([state, adoptedOn, resolution], ['archived', '2026-01-02', '7/2026']);
  await refused('/plan/items/:itemId', { ...aNode(planId, 'initiative 2'), itemId, version: 1 }, 'plan_archived');
});

test('the next version has all that was in it, for other years, and stands beside the one before', async () => {
  const planId = await start({ template: 'issues' });
  const issue = await add(aNode(planId, 'issue A', { weight: 3 }));
  await add(aNode(planId, 'strategy 1', { parentItemId: issue, lever: 'capital' }));
  const years = { startsOn: '2030-01-01', endsOn: '2034-01-01' };
  const next = await done('/plans/:planId/next', { planId, version: 1, ...years });
  const [one, two] = [await read(planId), await read(next.planId)];
  assert.deepEqual([two.previousPlanId, two.state, two.startsOn], [planId, 'draft', '2030-01-01']);
  assert.deepEqual(two.levels, one.levels);
  const bare = ({ items }: Plan) =>
    items.map(({ number, weight, lever, levelCode }) => [number, weight, lever, levelCode]);
  assert.deepEqual(bare(two), bare(one));
  assert.equal(two.items[1]?.parentItemId, two.items[0]?.itemId);
});

test('a level is renamed at any time, and keeps its kind and is kept while nodes stand at it', async () => {
  const planId = await start();
  await add(aNode(planId, 'priority A'));
  const level = { planId, code: 'priority', rank: 1, kind: 'priority', name: { en: 'Pillar' } };
  await done('/plans/:planId/levels', { ...level, version: 1 });
  assert.equal((await read(planId)).levels[0]?.name.en, 'Pillar');
  await refused('/plans/:planId/levels', { ...level, version: 1 }, 'plan_text_changed');
  await refused('/plans/:planId/levels', { ...level, kind: 'goal', version: 2 }, 'level_kind_in_use');
  await refused('/plans/:planId/levels/remove', { planId, code: 'priority', version: 2 }, 'level_in_use');
  await done('/plans/:planId/levels/remove', { planId, code: 'initiative', version: 2 });
});

test('who only reads may write nothing', async () => {
  const actor = actorWith(null, 'plan:read');
  const answer = await callRoute(region, 'POST /plans', { input: words(), actor });
  assert.equal(answer.code, 'not_allowed');
});
