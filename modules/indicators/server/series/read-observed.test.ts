import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ANYONE } from '@qantara/kernel';
import type { FigureTable, PublicSeries } from '../../contract/index.ts';
import { judgeAllSeries } from './judge-series.ts';
import { readTotals } from '../read-totals.ts';
import { findIndicator, saveObservation } from '../indicator-store.ts';
import { actorWith, anIndicator, callRoute, inSystem, openCountedRegion, type CountedRegion } from '../testing.ts';
import { withTables } from '@qantara/platform';
import type { IndicatorsTables } from '../tables.gen.ts';

let region: CountedRegion;
const YEAR = 2024;
const READER = actorWith(null, 'indicator:read');

/** So many deaths of one place in the months of a year, from January on. */
async function sayMonths(areaId: string, counts: readonly number[]): Promise<void> {
  await inSystem(region.executor, async (anyCtx) => {
    const ctx = withTables<IndicatorsTables>(anyCtx);
    const { indicatorId } = (await findIndicator(ctx, 'deaths')) ?? assert.fail();
    for (const [at, numerator] of counts.entries()) {
      const [startsOn, endsOn] = [at, at + 1].map((one) => new Date(Date.UTC(YEAR, one, 1)).toISOString().slice(0, 10));
      const said = { startsOn: startsOn ?? '', endsOn: endsOn ?? '', observedOn: `${YEAR}-12-31` };
      await saveObservation(ctx, { indicatorId, areaId, ...said, numerator, denominator: null, value: null });
    }
  });
}

before(async () => {
  region = await openCountedRegion();
  await inSystem(region.executor, (ctx) =>
    anIndicator(ctx, { code: 'deaths', kind: 'plan', recipe: null, unit: 'count', frequency: 'month' }),
  );
  const { region: all, harbour, hills } = region.areas;
  await sayMonths(all, [90, 95, 100, 90]);
  await sayMonths(harbour, [50, 55, 97, 50]);
  await sayMonths(hills, [40, 40, 3, 40]);
  await inSystem(region.executor, (anyCtx) => judgeAllSeries(withTables<IndicatorsTables>(anyCtx)));
});
after(() => region.database.close());

async function table(path: string, input: object, actor = READER): Promise<FigureTable> {
  const { value, code } = await callRoute<FigureTable>(region, path, { input: { code: 'deaths', ...input }, actor });
  assert.equal(code, null);
  return value as FigureTable;
}
const openTable = (by: string) => table('GET /public/indicators/:code/figures', { year: YEAR, by }, ANYONE);
const valuesOf = ({ rows }: FigureTable) => new Map(rows.map(({ key, figure }) => [key, figure.value]));
const WHOLE = { startsOn: `${YEAR}-01-01`, endsOn: `${YEAR + 1}-01-01` };

test('a month of a few cannot be had by taking the months that are told from the year that is told', async () => {
  const { harbour, hills } = region.areas;
  const { value } = await callRoute<PublicSeries>(region, 'GET /public/indicators/:code/series', {
    input: { code: 'deaths' },
    actor: ANYONE,
  });
  const months = (areaId: string) => (value as PublicSeries).observations.filter((one) => one.areaId === areaId);
  const years = valuesOf(await openTable('area'));
  assert.ok(months(hills).every(({ value: told }) => told !== 3));
  for (const areaId of [harbour, hills])
    assert.ok(years.get(areaId) === null || months(areaId).length < 3, 'the year less three months is the fourth');
  assert.equal((await openTable('none')).total.value, 375);
});

test('a plan of a town reads the same year as the page of the measure', async () => {
  const years = valuesOf(await openTable('area'));
  await inSystem(region.executor, async (anyCtx) => {
    const indicator = (await findIndicator(withTables<IndicatorsTables>(anyCtx), 'deaths')) ?? assert.fail();
    for (const areaId of [region.areas.harbour, region.areas.hills]) {
      const totals = await readTotals(anyCtx, { indicators: [indicator], years: [YEAR], reader: 'public', areaId });
      assert.equal(totals(indicator, YEAR).total.value, years.get(areaId));
    }
  });
});

test('what no source has said is not known, and is not nobody', async () => {
  const { total, rows } = await table('GET /indicators/:code/figures', { ...WHOLE, by: 'area' });
  assert.equal(total.value, 375);
  assert.deepEqual(new Map(rows.map(({ key, figure }) => [key, figure.value])).get(region.areas.hills), 123);
  const before1 = { startsOn: `${YEAR - 1}-01-01`, endsOn: `${YEAR}-01-01`, by: 'area' };
  const none = await table('GET /indicators/:code/figures', before1);
  assert.deepEqual(
    [none.total.state, ...none.rows.map(({ figure }) => figure.state)],
    ['missing', 'missing', 'missing'],
  );
});

test('by quarter the months of a quarter are put together, and by another trait than a source has there is nothing', async () => {
  const { rows } = await table('GET /indicators/:code/figures', { ...WHOLE, by: 'quarter' });
  assert.deepEqual(rows.map(({ key, figure }) => [key, figure.value]).slice(0, 2), [
    [`${YEAR}-01-01`, 285],
    [`${YEAR}-04-01`, 90],
  ]);
  assert.deepEqual((await openTable('need')).rows, []);
});
