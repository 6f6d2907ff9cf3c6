import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Actor } from '@qantara/kernel';
import { withTables } from '@qantara/platform';
import type { FoundServices, GapReport } from '../../contract/index.ts';
import { ServiceSearch } from '../../contract/index.ts';
import { findServices } from '../index.ts';
import type { DirectoryTables } from '../tables.gen.ts';
import { actorWith, anOrganisation, aService, callRoute, inSystem, openTestRegion, type Region } from '../testing.ts';
import { refoldServices } from './refold-services.ts';

let region: Region;
const planner: Actor = actorWith('gap:read');

before(async () => {
  region = await openTestRegion();
  await inSystem(region, async (ctx) => {
    const organisationId = await anOrganisation(ctx, { en: 'Amal' });
    await aService(ctx, {
      organisationId,
      name: { en: 'Hot meals' },
      needCodes: ['food'],
      areaIds: [region.areas.harbour],
    });
  });
});
after(() => region.database.close());

async function searchOn(day: string, input: Record<string, string>, times = 1): Promise<void> {
  for (let time = 0; time < times; time += 1)
    await inSystem(region, async (ctx) => {
      await findServices({ ...ctx, now: new Date(`${day}T12:00:00Z`) } as never, ServiceSearch.parse(input));
    });
}

async function noted() {
  return inSystem(region, (ctx) =>
    withTables<DirectoryTables>(ctx)
      .db.selectFrom('directory.search_gap')
      .select(['need_code', 'area_id', 'filters', 'words', 'searches'])
      .orderBy('searches')
      .execute(),
  );
}

async function forget(): Promise<void> {
  await inSystem(region, async (ctx) => {
    await withTables<DirectoryTables>(ctx).db.deleteFrom('directory.search_gap').execute();
  });
}

test('a search that finds something is not noted', async () => {
  await searchOn('2026-03-02', { words: 'meals' });
  assert.deepEqual(await noted(), []);
});

test('one that finds nothing is counted by its week, need, place and kinds of filters', async () => {
  const asked = { needCode: 'housing', areaId: region.areas.hills, age: '17', free: 'true' };
  await searchOn('2026-03-02', asked, 2);
  await searchOn('2026-03-08', asked);
  assert.deepEqual(await noted(), [
    { need_code: 'housing', area_id: region.areas.hills, filters: ['free', 'age'], words: '', searches: 3 },
  ]);
  await forget();
});

test('a name leaves no letter behind, not even beside words that the directory knows', async () => {
  await searchOn('2026-03-02', { words: 'meals amal benalizade', areaId: region.areas.hills, needCode: 'housing' });
  const [row] = await noted();
  assert.equal(row?.words, '');
  const { rows } = await region.database.pool.query('select digest::text from directory.search_unknown');
  assert.ok(rows.length > 0);
  assert.ok(!JSON.stringify(rows).includes('benaliz'));
  await forget();
});

test('words that the directory knows are kept, and others once five days have brought them', async () => {
  await searchOn('2026-03-02', { words: 'meals', areaId: region.areas.hills });
  for (const day of ['02', '02', '03', '04', '05', '06']) await searchOn(`2026-03-${day}`, { words: 'zwqimming' });
  assert.deepEqual(Object.fromEntries((await noted()).map(({ words, searches }) => [words, searches])), {
    '': 5,
    meal: 1,
    zwqim: 1,
  });
  await forget();
});

test('the report tells few searches as a few, and rare words not at all; only those who plan may read it', async () => {
  const today = new Date().toISOString().slice(0, 10);
  await searchOn(today, { words: 'meals', needCode: 'housing' }, 6);
  await searchOn(today, { words: 'hot', needCode: 'housing' }, 2);
  await searchOn(today, { needCode: 'safety' }, 3);
  const { value } = await callRoute(region, 'GET /services/gaps', { actor: planner, input: { weeks: '4' } });
  const report = value as GapReport;
  assert.equal(report.total, 11);
  assert.deepEqual(report.needs, [
    { needCode: 'housing', searches: 8 },
    { needCode: 'safety', searches: null },
  ]);
  assert.deepEqual(report.words, [{ words: 'meal', searches: 6 }]);
  assert.equal((await callRoute(region, 'GET /services/gaps', {})).code, 'not_signed_in');
  assert.equal((await callRoute(region, 'GET /services/gaps', { actor: actorWith('plan:read') })).code, 'not_allowed');
});

test('columns that another version folded are folded anew, once', async () => {
  await inSystem(region, async (ctx) => {
    const { db } = withTables<DirectoryTables>(ctx);
    await db.updateTable('directory.service').set({ search_name: 'old' }).execute();
    await refoldServices({ ...ctx, db });
  });
  const { value } = await callRoute(region, 'GET /services', { input: { words: 'meals' } });
  assert.equal((value as FoundServices).total, 1);
  await inSystem(region, async (ctx) => {
    const { db } = withTables<DirectoryTables>(ctx);
    await db.updateTable('directory.service').set({ search_name: 'kept' }).execute();
    await refoldServices({ ...ctx, db });
    const row = await db.selectFrom('directory.service').select('search_name').executeTakeFirstOrThrow();
    assert.equal(row.search_name, 'kept');
  });
});
