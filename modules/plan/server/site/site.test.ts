import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { identityModule, saveAccount } from '@qantara/identity/server';
import { saveObservation } from '@qantara/indicators/server';
import {
  actorWith,
  anIndicator,
  callRoute,
  inSystem,
  openCountedRegion,
  tellEverybody,
  type CountedRegion,
} from '@qantara/indicators/testing';
import { ANYONE, type Page } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import {
  ItemDetails,
  type Change,
  type Holder,
  type LateThing,
  type LedNode,
  type Place,
  type PlacedWork,
  type PlaceFigures,
} from '../../contract/index.ts';
import { listPublishedWork, planModule, saveItem, saveNews, savePlan, saveTarget, writeItemDetails } from '../index.ts';
import { insertPlan, savePublished } from '../plan-store.ts';
import type { PlanTables } from '../tables.gen.ts';

const PLANNER = actorWith(null, 'plan:read', 'plan:write');
const DAY = 86_400_000;
const daysAgo = (days: number): Date => new Date(Date.now() - days * DAY);
const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);
const FACTS = { name: { en: 'Plan' }, vision: { en: 'Well' }, startsOn: '2025-01-01', endsOn: '2035-01-01' };

let region: CountedRegion;
let planId = '';
let draftId = '';
let itemId = '';

async function ask<T>(path: string, input: object = {}): Promise<T> {
  const { value, code } = await callRoute<T>(region, path, { input: { planId, ...input }, actor: ANYONE });
  assert.equal(code, null, path);
  return value;
}
type Places = { places: Place[]; everywhere: string[]; works: PlacedWork[]; figures: PlaceFigures[] };
const placesOf = (input: object) => ask<Places>('GET /public/plan/places', input);
const changes = (input: object = {}) => ask<Page<Change>>('GET /public/plan/changes', input);

const node = (ofPlan: string, number: string) => ({
  planId: ofPlan,
  levelCode: 'initiative',
  number,
  title: { en: `Work ${number}` },
  parentItemId: null,
  description: null,
  frameworkAreas: [],
  lever: null,
  leadOrganisationId: region.organisationId,
  progress: null,
  startsOn: null,
  dueOn: null,
});

const news = (story: string, obstacle: string) => ({
  itemId,
  progress: 'under_way' as const,
  shareDone: 20,
  story,
  storyLocale: 'en' as const,
  obstacle,
  by: 'owner' as const,
});

/** A node about which much was said, some of it before everybody could read it. */
async function fillPlan(ctx: AnyCtx): Promise<void> {
  const { organisationId } = region;
  const account = { email: 'owner@example.org', displayName: 'Salma of the office', role: 'navigator', organisationId };
  const begun = { isSample: false, passwordHash: null };
  const { accountId } = await saveAccount(ctx, { ...account, locale: 'fr' }, begun);
  const details = ItemDetails.parse({
    ownerAccountId: accountId,
    areaIds: [region.areas.harbour],
    partners: [{ organisationId, promise: { en: 'Two rooms' }, state: 'kept' }],
    milestones: [
      { dueOn: dayOf(daysAgo(9)), words: { en: 'Lamps bought' } },
      { dueOn: dayOf(daysAgo(9)), words: { en: 'Streets counted' }, doneOn: dayOf(daysAgo(10)) },
    ],
  });
  await writeItemDetails(ctx, itemId, details);
  await saveNews(ctx, { ...news('Said of the draft', ''), progress: 'planned', saidAt: daysAgo(60) });
  await saveNews(ctx, { ...news('Replaced since', 'The mayor is against it'), saidAt: daysAgo(20) });
  await saveNews(ctx, { ...news('Half the lamps are up', 'No money for the rest'), saidAt: daysAgo(5) });
}

before(async () => {
  region = await openCountedRegion([identityModule, planModule]);
  await inSystem(region.executor, async (ctx) => {
    const areaId = region.areas.region;
    planId = await savePlan({ ...ctx, now: daysAgo(30) }, { ...FACTS, isPublic: true, areaId });
    itemId = await saveItem(ctx, node(planId, '1'));
    await saveItem(ctx, { ...node(planId, '2'), leadOrganisationId: null });
    await fillPlan(ctx);
    draftId = await savePlan(ctx, { ...FACTS, name: { en: 'A secret draft' }, isPublic: false, areaId });
    await saveItem(ctx, node(draftId, '9'));
    await savePlan(ctx, { ...FACTS, name: { en: 'Hidden below' }, isPublic: false, areaId, parentPlanId: planId });
  });
});
after(() => region.database.close());

test('what changed is told from the day of publishing on, with the words that stand beside the node now', async () => {
  const { items, total } = await changes();
  assert.deepEqual(
    items.map(({ kind, to, story }) => [kind, to, story?.story ?? null]),
    [
      ['told', 'under_way', 'Half the lamps are up'],
      ['milestone_reached', null, null],
      ['progressed', 'under_way', null],
      ['published', null, null],
    ],
  );
  assert.equal(total, 4);
});

test('nothing that is not public is told: drafts, who said it, what stands in the way, and words that were replaced', async () => {
  const paths = ['changes', 'late', 'who', 'places', 'years'];
  const told = await Promise.all(paths.map((path) => ask<object>(`GET /public/plan/${path}`)));
  const all = JSON.stringify(told);
  assert.ok(all.includes('Half the lamps are up') && all.includes('Two rooms'), 'what is public is told');
  const never = ['Said of the draft', 'Replaced since', 'The mayor', 'No money', 'Salma', 'owner@example.org'];
  for (const words of [...never, 'A secret draft', 'Hidden below', 'accountId', 'obstacle', 'owner'])
    assert.ok(!all.includes(words), `“${words}” is told to everybody`);
});

test('a plan that is not published has none of these pages, not for a planner either', async () => {
  for (const path of ['changes', 'late', 'who', 'places', 'years'])
    for (const actor of [ANYONE, PLANNER]) {
      const { code } = await callRoute(region, `GET /public/plan/${path}`, { input: { planId: draftId }, actor });
      assert.equal(code, 'plan_not_found', path);
    }
});

test('pages follow one another without a gap, and a day narrows them', async () => {
  const [first, second] = [await changes({ perPage: 3, page: 1 }), await changes({ perPage: 3, page: 2 })];
  assert.deepEqual([first.items.length, first.hasMore, second.items.length, second.hasMore], [3, true, 1, false]);
  assert.deepEqual([...first.items, ...second.items], (await changes()).items);
  const lately = await changes({ since: dayOf(daysAgo(7)) });
  assert.deepEqual(
    lately.items.map(({ kind }) => kind),
    ['told'],
  );
  assert.deepEqual((await changes({ top: '2' })).items, []);
});

test('the next version of a plan is told of once it is published, and not before', async () => {
  const isFollowed = async () => (await changes()).items.some(({ kind }) => kind === 'followed');
  const next = await inSystem(region.executor, (anyCtx) => {
    const ctx = withTables<PlanTables>(anyCtx);
    const words = { ...FACTS, areaId: region.areas.region, reach: 'region' as const, reportEveryMonths: 3 };
    return insertPlan(ctx, { ...words, parentPlanId: null, reviewOn: null }, planId);
  });
  assert.equal(await isFollowed(), false);
  await inSystem(region.executor, (anyCtx) =>
    savePublished(withTables<PlanTables>(anyCtx), { planId: next, version: 1 }),
  );
  assert.equal(await isFollowed(), true);
});

test('what is late names the step that was not reached and the work that nobody leads', async () => {
  const { late } = await ask<{ late: LateThing[] }>('GET /public/plan/late');
  const said = late.map(({ kind, node: { number }, what, days }) => ({ kind, number, what: what?.en ?? null, days }));
  assert.deepEqual(
    said.filter(({ kind }) => kind === 'milestone_passed').map(({ number, what }) => [number, what]),
    [['1', 'Lamps bought']],
  );
  assert.deepEqual(
    said.filter(({ kind }) => kind === 'nobody_leads').map(({ number }) => number),
    ['2'],
  );
});

test('who does what names organisations with what they lead and promised', async () => {
  const { holders, unled } = await ask<{ holders: Holder[]; unled: LedNode[] }>('GET /public/plan/who');
  assert.deepEqual(
    holders.map(({ organisationId, leads, promises }) => [organisationId, leads.length, promises[0]?.promise.en]),
    [[region.organisationId, 1, 'Two rooms']],
  );
  assert.deepEqual(
    unled.map(({ number }) => number),
    ['2'],
  );
});

test('a neighbourhood has the work that names it or its town; work without a place is for everybody', async () => {
  const { places, everywhere, works } = await placesOf({});
  assert.deepEqual(
    places.map(({ name, townName, works: here }) => [name.en, townName?.en, here]),
    [['Old Town', 'Harbour', [itemId]]],
  );
  assert.deepEqual(
    works.filter((work) => everywhere.includes(work.itemId)).map(({ number }) => number),
    ['2'],
  );
});

test('of a neighbourhood nothing is told that a source counted of a few people, nor what would tell of the few beside it', async () => {
  const { oldTown, harbour } = region.areas;
  const year = new Date().getUTCFullYear();
  const period = { startsOn: `${year - 1}-01-01`, endsOn: `${year}-01-01` };
  const bare = { denominator: null, value: null, observedOn: period.startsOn };
  const noBaseline = { baseline: null, baselineStartsOn: null, baselineEndsOn: null };
  const aim = { ...noBaseline, targetKind: 'absolute', target: 0.9, dueOn: `${year + 3}-01-01` } as const;
  const said = [
    { code: 'few', at: [[oldTown, 3]] },
    { code: 'many', at: [[oldTown, 30]] },
    {
      code: 'all_but_few',
      at: [
        [oldTown, 95],
        [harbour, 100],
      ],
    },
  ] as const;
  await inSystem(region.executor, async (ctx) => {
    for (const { code, at } of said) {
      const indicatorId = await anIndicator(ctx, { code, kind: 'population', recipe: null, unit: 'count' });
      for (const [areaId, numerator] of at)
        await saveObservation(ctx, { indicatorId, areaId, ...period, numerator, ...bare });
      await saveTarget(ctx, { itemId, indicatorId, ...aim });
    }
  });
  await tellEverybody(region);
  const { figures } = await placesOf({ areaId: oldTown });
  assert.deepEqual(
    figures.map((one) => [one.areaName.en, one.figures.map(({ indicator }) => indicator.code)]),
    [
      ['Old Town', ['many']],
      ['Harbour', ['all_but_few']],
    ],
  );
  assert.deepEqual((await placesOf({})).figures, [], 'nothing of a place that was not asked for');
});

test('of the work for a group what plans that stand do is told; what is kept in the archive is not', async () => {
  const listed = () =>
    inSystem(region.executor, async (ctx) =>
      (await listPublishedWork(ctx, ['older_people'])).map(({ number }) => number),
    );
  const kept = await inSystem(region.executor, async (ctx) => {
    const areaId = region.areas.region;
    const ofPlan = await savePlan(ctx, { ...FACTS, name: { en: 'Years gone by' }, isPublic: true, areaId });
    await writeItemDetails(
      ctx,
      await saveItem(ctx, node(ofPlan, '7')),
      ItemDetails.parse({ populations: ['older_people'] }),
    );
    return ofPlan;
  });
  assert.deepEqual(await listed(), ['7']);
  const archived = await callRoute(region, 'POST /plans/:planId/archive', {
    input: { planId: kept, version: 2 },
    actor: PLANNER,
  });
  assert.equal(archived.code, null);
  assert.deepEqual(await listed(), []);
});
