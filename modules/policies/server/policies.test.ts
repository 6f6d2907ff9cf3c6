import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { actorWith, callRoute, openCountedRegion, type CountedRegion } from '@qantara/indicators/testing';
import { planModule } from '@qantara/plan/server';
import type { Policy } from '../contract/index.ts';
import { policiesModule } from './index.ts';

const PLANNER = actorWith(null, 'plan:read', 'plan:write', 'policy:read', 'policy:write');
const READER = actorWith(null, 'policy:read');
type Input = Record<string, unknown>;

let region: CountedRegion;
let planId: string;
let itemId: string;

const call = <T>(path: string, input: Input, actor: typeof PLANNER | undefined = PLANNER) =>
  callRoute<T>(region, path, { input, ...(actor && { actor }) });

async function done<T>(path: string, input: Input): Promise<T> {
  const answer = await call<T>(path, input);
  assert.equal(answer.code, null, path);
  return answer.value as T;
}

const words = (change: Input = {}): Input => ({
  level: 'local',
  kind: 'by_law',
  title: { en: 'Rent by-law', ar: 'قرار الكراء' },
  body: { en: 'The town council' },
  changes: { en: 'Rents rise no faster than prices' },
  position: 'for_with_changes',
  links: ['https://council.example/by-law'],
  stage: 'draft',
  stageOn: '2026-01-10',
  ...change,
});
const add = (change: Input = {}) => done<Policy>('POST /policies', words(change));

before(async () => {
  region = await openCountedRegion([planModule, policiesModule]);
  const plan = await done<{ planId: string }>('POST /plans', {
    name: { en: 'Plan' },
    vision: { en: 'Well' },
    reach: 'region',
    areaId: region.areas.region,
    startsOn: '2026-01-01',
    endsOn: '2030-01-01',
    template: 'one',
  });
  planId = plan.planId;
  const node = { planId, levelCode: 'step', number: '1', title: { en: 'Homes' } };
  itemId = (await done<{ itemId: string }>('POST /plans/:planId/items', node)).itemId;
});
after(() => region.database.close());

test('a text is followed with what it changes, our position and the nodes that it serves', async () => {
  const policy = await add({ itemIds: [itemId, ''], nextOn: '2027-01-01', nextStep: { en: 'Second reading' } });
  assert.deepEqual(
    policy.serves.map(({ number, planName }) => [number, planName.en]),
    [['1', 'Plan']],
  );
  assert.deepEqual(
    policy.stages.map(({ stage, reachedOn }) => [stage, reachedOn]),
    [['draft', '2026-01-10']],
  );
  const asked = async (input: Input) => (await done<{ policies: Policy[] }>('GET /policies', input)).policies.length;
  assert.deepEqual([await asked({ itemId }), await asked({ planId }), await asked({ level: 'national' })], [1, 1, 0]);
});

test('its stages have their days, and each follows from the last', async () => {
  const { policyId } = await add();
  const move = (input: Input) => call<Policy>('POST /policies/:policyId/stages', { policyId, version: 1, ...input });
  assert.equal((await move({ stage: 'repealed', reachedOn: '2026-02-01' })).code, 'policy_stage_not_next');
  assert.equal((await move({ stage: 'adopted', reachedOn: '2026-01-09' })).code, 'policy_stage_earlier');
  assert.equal((await move({ stage: 'adopted', reachedOn: '2999-01-01' })).code, 'policy_stage_later');
  const moved = (await move({ stage: 'adopted', reachedOn: '2026-02-01', note: { en: '12 for, 3 against' } })).value;
  assert.deepEqual(
    moved?.stages.map(({ stage }) => stage),
    ['adopted', 'draft'],
  );
  assert.equal((await move({ stage: 'in_force', reachedOn: '2026-03-01' })).code, 'policy_changed');
});

test('of two tabs the second is told, and an earlier position stays in the log', async () => {
  const { policyId } = await add();
  const change = { policyId, version: 1, ...words({ position: 'against', decidedBy: { en: 'The table' } }) };
  assert.equal((await done<Policy>('POST /policies/:policyId', change)).version, 2);
  assert.equal((await call('POST /policies/:policyId', change)).code, 'policy_changed');
});

test('what is not whole is refused at its field', async () => {
  const refused = async (change: Input) => (await call('POST /policies', words(change))).code;
  assert.equal(await refused({ itemIds: [planId] }), 'policy_item_not_found');
  assert.equal(await refused({ decidedOn: '2026-01-01' }), 'policy_decider_missing');
  assert.equal(await refused({ stageOn: '2999-01-01' }), 'policy_stage_later');
  for (const link of ['http://council.example', 'javascript:alert(1)', 'https:'])
    assert.equal(await refused({ links: [link] }), 'invalid_input', link);
});

test('everyone reads what is marked public, and of plans only what is published', async () => {
  const open = async (input: Input = {}) =>
    (await call<{ policies: Policy[] }>('GET /public/policies', input, undefined)).value?.policies ?? [];
  assert.deepEqual(await open(), []);
  await add({ isPublic: true, itemIds: [itemId] });
  assert.deepEqual(
    (await open()).map(({ serves }) => serves),
    [[]],
  );
  assert.deepEqual(await open({ planId }), []);
  await done('POST /plans/:planId/publish', { planId, version: 1 });
  assert.equal((await open({ planId }))[0]?.serves.length, 1);
});

test('staff read and do not write; a node that is taken out of its plan is served no more', async () => {
  assert.equal((await call('POST /policies', words(), READER)).code, 'not_allowed');
  const node = { planId, levelCode: 'step', number: '2', title: { en: 'Soon gone' } };
  const gone = (await done<{ itemId: string }>('POST /plans/:planId/items', node)).itemId;
  const { policyId } = await add({ itemIds: [gone] });
  await done('POST /plan/items/:itemId/remove', { itemId: gone, version: 1 });
  assert.deepEqual((await done<Policy>('GET /policies/:policyId', { policyId })).serves, []);
});
