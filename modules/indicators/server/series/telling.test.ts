import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ANYONE, newId, type Actor } from '@qantara/kernel';
import { needsServer, untilSomebodyWaits, withTables } from '@qantara/platform';
import type { Series } from '../../contract/index.ts';
import type { IndicatorsTables } from '../tables.gen.ts';
import { actorWith, anIndicator, callRoute, inSystem, openCountedRegion, type CountedRegion } from '../testing.ts';
import { judgeAllSeries } from './judge-series.ts';

let region: CountedRegion;
const planner: Actor = actorWith(null, 'indicator:read', 'indicator:write', 'indicator:approve');
const other: Actor = { ...planner, accountId: newId() };

before(async () => {
  region = await openCountedRegion();
  await inSystem(region.executor, (ctx) =>
    anIndicator(ctx, { code: 'calls', kind: 'population', recipe: null, unit: 'count' }),
  );
});
after(() => region.database.close());

type Stretch = { areaId: string; startsOn: string; endsOn: string };
const ofYear = (areaId: string, year: number): Stretch => ({
  areaId,
  startsOn: `${year}-01-01`,
  endsOn: `${year + 1}-01-01`,
});
const say = (of: Stretch, numerator: number, more: object = {}) =>
  callRoute<Series>(region, 'POST /indicators/:code/observations', {
    input: { code: 'calls', ...of, numerator, ...more },
    actor: planner,
  });
const agree = (of: Stretch, seen: string[] = ['1'], actor = other) =>
  callRoute<Series>(region, 'POST /indicators/:code/approve', { input: { code: 'calls', ...of, seen }, actor });
const reopen = (of: Stretch) =>
  callRoute<Series>(region, 'POST /indicators/:code/reopen', {
    input: { code: 'calls', ...of, reason: 'it was wrong' },
    actor: other,
  });
async function toldIn(year: number): Promise<Map<string, number | null>> {
  const input = { code: 'calls' };
  const { value } = await callRoute<Series>(region, 'GET /public/indicators/:code/series', { input, actor: ANYONE });
  const own = (value as Series).observations.filter(({ startsOn }) => startsOn.startsWith(String(year)));
  return new Map(own.map((one) => [one.areaId, one.value]));
}

test('what was told once stays told, and what is corrected later is judged beside it', async () => {
  const { region: all, harbour, hills } = region.areas;
  const [whole, first, second] = [all, harbour, hills].map((areaId) => ofYear(areaId, 2020));
  assert.ok(whole !== undefined && first !== undefined && second !== undefined);
  for (const [one, count] of [[first, 100] as const, [second, 125] as const, [whole, 225] as const]) {
    assert.equal((await say(one, count)).code, null);
    assert.equal((await agree(one)).code, null);
  }
  assert.deepEqual([...(await toldIn(2020)).keys()].toSorted(), [all, harbour, hills].toSorted());
  for (const one of [whole, second]) assert.equal((await reopen(one)).code, null);
  assert.deepEqual([...(await toldIn(2020)).keys()], [harbour], 'what is open again is read by nobody');
  await say(second, 4, { version: 1, reason: 'miscounted' });
  await agree(second, ['2']);
  await say(whole, 104, { version: 1, reason: 'miscounted' });
  await agree(whole, ['2']);
  const told = await toldIn(2020);
  assert.ok(!told.has(hills));
  assert.ok(!(told.has(all) && told.has(harbour)), 'the region less the harbour tells of four in the hills');
});

test('nobody agrees to another value than they saw, nor to parts that were added since', async () => {
  const of = ofYear(region.areas.region, 2021);
  await say(of, 40);
  await say(of, 4000, { version: 1, reason: 'miscounted' });
  assert.equal((await agree(of, ['1'])).code, 'observation_changed');
  await say(of, 30, { cut: 'sex:f' });
  assert.equal((await agree(of, ['2'])).code, 'observation_changed');
  assert.equal((await agree(of, ['2', '1 sex:f'])).code, null);
});

test('a measure has one rhythm: a month within a year that was said is refused by its field, and in no other place or part', async () => {
  const { region: all, harbour } = region.areas;
  const month = { areaId: all, startsOn: '2022-02-01', endsOn: '2022-03-01' };
  await say(ofYear(all, 2022), 40);
  assert.equal((await say(month, 4)).code, 'period_overlaps');
  assert.equal((await say({ ...month, areaId: harbour }, 4)).code, null);
  assert.equal((await say(month, 4, { cut: 'sex:f' })).code, null);
  const quarter = { ...ofYear(all, 2022), endsOn: '2022-04-01' };
  assert.equal((await say(quarter, 40, { version: 1, reason: 'a quarter' })).code, null, 'a wrong end is corrected');
});

test('what is approved above locks every day of its period below, for writing and for agreeing', async () => {
  const { region: all, harbour } = region.areas;
  const month = { areaId: harbour, startsOn: '2023-02-01', endsOn: '2023-03-01' };
  await say(month, 30);
  await say(ofYear(all, 2023), 400);
  assert.equal((await agree(ofYear(all, 2023))).code, null);
  assert.equal((await agree(month)).code, 'approved_above');
  assert.equal(
    (await say({ ...month, startsOn: '2023-03-01', endsOn: '2023-04-01' }, 30)).code,
    'observation_approved',
  );
});

test(
  'an approval that is taken back while everything is judged waits for it, and nobody reads what is open again',
  needsServer,
  async () => {
    const of = ofYear(region.areas.region, 2019);
    await say(of, 300);
    await agree(of);
    const { reopening } = await inSystem(region.executor, async (ctx) => {
      await judgeAllSeries(withTables<IndicatorsTables>(ctx));
      const begun = { reopening: reopen(of) };
      await untilSomebodyWaits(region.database);
      return begun;
    });
    assert.equal((await reopening).code, null);
    assert.equal((await toldIn(2019)).size, 0);
  },
);

test('what a source says is judged again without writing what stays as it is', async () => {
  const of = ofYear(region.areas.region, 2018);
  await say(of, 300);
  await agree(of);
  const judge = () => inSystem(region.executor, (ctx) => judgeAllSeries(withTables<IndicatorsTables>(ctx)));
  const versions = async () =>
    (await region.database.pool.query('select xmin::text, is_told from indicators.observation order by 1')).rows;
  await judge();
  const standing = await versions();
  await judge();
  assert.deepEqual(await versions(), standing);
  assert.equal((await toldIn(2018)).get(of.areaId), 300);
});
