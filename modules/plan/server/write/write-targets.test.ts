import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { dayIn } from '@qantara/kernel';
import {
  actorWith,
  anIndicator,
  aReferral,
  callRoute,
  inSystem,
  openCountedRegion,
  TIME_ZONE,
  type CountedRegion,
} from '@qantara/indicators/testing';
import type { Item, Plan } from '../../contract/index.ts';
import { planModule, saveItem, savePlan } from '../index.ts';

const PLANNER = actorWith(null, 'plan:read', 'plan:write');
const YEAR = Number(dayIn(TIME_ZONE, new Date()).slice(0, 4));

let region: CountedRegion;
let itemId: string;
let planId: string;

const send = async (path: string, input: Record<string, unknown>) =>
  callRoute(region, `POST /plan/items/:itemId/${path}`, { input: { itemId, ...input }, actor: PLANNER });

async function readItem(): Promise<Item> {
  const { value } = await callRoute<Plan>(region, 'GET /plan', { input: { planId }, actor: PLANNER });
  const item = (value as Plan).items[0];
  assert.ok(item);
  return item;
}

const aTarget = (change: Record<string, unknown> = {}) => ({
  indicatorCode: 'help_food',
  targetKind: 'absolute',
  target: '0.8',
  baseline: '0.2',
  baselineYear: String(YEAR - 1),
  dueOn: `${YEAR + 3}-01-01`,
  ...change,
});

before(async () => {
  region = await openCountedRegion([planModule]);
  const name = { en: 'Plan' };
  await inSystem(region.executor, async (ctx) => {
    await anIndicator(ctx, { code: 'help_food', recipe: 'got_help_rate', needCode: 'food' });
    const years = { startsOn: `${YEAR}-01-01`, endsOn: `${YEAR + 4}-01-01` };
    planId = await savePlan(ctx, { name, vision: name, ...years, isPublic: false, areaId: region.areas.region });
    itemId = await saveItem(ctx, {
      planId,
      parentItemId: null,
      levelCode: 'goal',
      number: '1',
      title: name,
      description: null,
      frameworkAreas: [],
      lever: null,
      leadOrganisationId: null,
      progress: null,
      startsOn: null,
      dueOn: null,
    });
  });
  const sentAt = new Date(Date.now() - 1000).toISOString();
  for (let index = 0; index < 20; index += 1)
    await aReferral(region, { sentAt, needCode: 'food', status: index < 10 ? 'completed' : 'requested' });
});
after(() => region.database.close());

test('a target is set over the version that was read, once for each indicator', async () => {
  assert.equal(
    (await send('targets', { version: 1, ...aTarget({ indicatorCode: 'none' }) })).code,
    'target_indicator_not_found',
  );
  assert.equal((await send('targets', { version: 7, ...aTarget() })).code, 'item_changed');
  assert.equal((await readItem()).targets.length, 0, 'what was refused is not written');
  const path = [
    { on: `${YEAR + 1}-01-01`, value: '0.3' },
    { on: '', value: '' },
  ];
  assert.equal((await send('targets', { version: 1, ...aTarget({ path }) })).code, null);
  assert.equal((await send('targets', { version: 2, ...aTarget() })).code, 'target_exists');
  const { targets, rolledUp } = await readItem();
  assert.deepEqual(targets[0]?.path, [{ on: `${YEAR + 1}-01-01`, value: 0.3 }]);
  assert.ok(Math.abs((rolledUp.progress ?? 0) - 0.5) < 1e-9, 'half way from two tenths to eight');
});

test('a target is taken away, and another set that is to be kept within a tolerance', async () => {
  const { targets } = await readItem();
  assert.equal((await send('targets/remove', { version: 2, targetId: targets[0]?.targetId })).code, null);
  assert.equal((await send('targets/remove', { version: 3, targetId: targets[0]?.targetId })).code, 'target_not_found');
  const kept = aTarget({ targetKind: 'maintain', target: '0.5', version: 3 });
  assert.equal((await send('targets', kept)).code, 'target_tolerance_missing');
  assert.equal((await send('targets', { ...kept, tolerance: '0.05' })).code, null);
  assert.equal((await readItem()).targets[0]?.status, 'achieved');
});

test('work of which nobody has spoken for one and a half times the plan’s frequency is without recent news', async () => {
  await region.database.pool.query(`update plan.plan set report_every_months = 1, starts_on = $1 where plan_id = $2`, [
    `${YEAR - 1}-01-01`,
    planId,
  ]);
  const work = await inSystem(region.executor, (ctx) =>
    saveItem(ctx, {
      planId,
      parentItemId: null,
      levelCode: 'initiative',
      number: '2',
      title: { en: 'Work' },
      description: null,
      frameworkAreas: [],
      lever: null,
      leadOrganisationId: null,
      progress: 'under_way',
      startsOn: null,
      dueOn: null,
    }),
  );
  const isStale = async () => {
    const { value } = await callRoute<Plan>(region, 'GET /plan', { input: { planId }, actor: PLANNER });
    return (value as Plan).items.find((item) => item.itemId === work)?.isStale;
  };
  assert.equal(await isStale(), false);
  await region.database.pool.query(
    `update plan.item set reported_at = reported_at - interval '60 days' where item_id = $1`,
    [work],
  );
  assert.equal(await isStale(), true);
});
