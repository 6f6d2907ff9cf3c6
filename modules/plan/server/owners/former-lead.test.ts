import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { identityModule, saveAccount } from '@qantara/identity/server';
import { actorWith, callRoute, inSystem, openCountedRegion, type CountedRegion } from '@qantara/indicators/testing';
import type { Actor } from '@qantara/kernel';
import type { AskedNode, ItemId, WrittenDetails } from '../../contract/index.ts';
import { bareDetails } from '../../domain/index.ts';
import { planModule, saveItem, savePlan, writeItemDetails } from '../index.ts';

const PLANNER = actorWith(null, 'plan:read', 'plan:write');
let region: CountedRegion;
let itemId: ItemId;
let owner: Actor;

const call = <T>(path: string, input: unknown, actor: Actor) => callRoute<T>(region, path, { input, actor });

before(async () => {
  region = await openCountedRegion([identityModule, planModule]);
  const { organisationId } = region;
  await inSystem(region.executor, async (ctx) => {
    const facts = { name: { en: 'Plan' }, vision: { en: 'Well' }, startsOn: '2026-01-01', endsOn: '2030-01-01' };
    const planId = await savePlan(ctx, { ...facts, isPublic: true, areaId: region.areas.region });
    const words = { number: '1', title: { en: 'Lights' }, description: null, frameworkAreas: [], lever: null };
    const place = { planId, levelCode: 'initiative', parentItemId: null, startsOn: null, dueOn: null };
    itemId = await saveItem(ctx, { ...words, ...place, leadOrganisationId: organisationId, progress: 'planned' });
    const account = { email: 'owner@example.org', displayName: 'Owner of it', role: 'navigator', organisationId };
    const { accountId } = await saveAccount(ctx, { ...account, locale: 'fr' }, { isSample: false, passwordHash: null });
    owner = { ...actorWith(organisationId, 'plan:read'), accountId };
    await writeItemDetails(ctx, itemId, { ...bareDetails(), ownerAccountId: accountId });
  });
});
after(() => region.database.close());

const ownNodes = async (actor = owner) =>
  (await call<{ nodes: AskedNode[] }>('GET /plan/my-nodes', {}, actor)).value?.nodes.length;
const news = { progress: 'done', storyLocale: 'en', story: 'All done' };
const tell = async (version: number, actor = owner) =>
  (await call('POST /plan/items/:itemId/news', { itemId, version, ...news }, actor)).code;

test('a colleague who works elsewhere now answers for nothing here', async () => {
  const elsewhere = { ...owner, organisationId: null };
  assert.equal(await ownNodes(), 1);
  assert.equal(await ownNodes(elsewhere), 0);
  assert.equal(await tell(1, elsewhere), 'not_own_item');
});

test('once nobody or somebody else leads a part, the former lead’s colleague says nothing of it any more', async () => {
  const change = { itemId, version: 1, levelCode: 'initiative', number: '1', title: { en: 'Lights' } };
  assert.equal((await call('POST /plan/items/:itemId', { ...change, leadOrganisationId: null }, PLANNER)).code, null);
  assert.equal(await ownNodes(), 0);
  assert.equal(await tell(2), 'not_own_item');
  const { value } = await call<WrittenDetails>('GET /plan/items/:itemId/details', { itemId }, PLANNER);
  assert.equal(value?.details.ownerAccountId, null);
  const milestones = [{ dueOn: '2026-05-01', words: { en: 'Poles' } }];
  const part = { itemId, version: value?.version, section: 'milestones', milestones };
  assert.equal((await call('POST /plan/items/:itemId/details', part, PLANNER)).code, null);
});
