import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { dayIn } from '@qantara/kernel';
import type { FigureTable, Recipe } from '../contract/index.ts';
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
} from './testing.ts';

const STAFF = 'GET /indicators/:code/figures';
const PUBLIC = 'GET /public/indicators/:code/figures';
const YEAR = { startsOn: '2025-01-01', endsOn: '2026-01-01' };
const STATUSES = ['requested', 'accepted', 'completed', 'completed', 'failed', 'rejected', 'draft', 'entered-in-error'];
const READER = actorWith(null, 'indicator:read');

let region: CountedRegion;

/** The whole year before, in steps that share no factor with the lists they choose from: every mixture happens. */
async function addYear(): Promise<void> {
  const { harbour, oldTown, hills } = region.areas;
  const places = [harbour, oldTown, hills, null, oldTown];
  for (let index = 0; index < 260; index += 1) {
    const sent = Date.parse('2025-01-01T05:00:00Z') + index * 33 * 3600_000;
    const isAnswered = index % 3 !== 0;
    await aReferral(region, {
      sentAt: new Date(sent).toISOString(),
      status: STATUSES[(index * 3) % STATUSES.length] ?? 'requested',
      areaId: places[index % places.length] ?? null,
      needCode: index % 7 < 3 ? 'food' : 'housing',
      answeredAt: isAnswered ? new Date(sent + (index % 11) * 12 * 3600_000).toISOString() : null,
      confirmation: index % 4 === 0 ? 'helped' : index % 9 === 0 ? 'not_helped' : null,
    });
  }
}

before(async () => {
  region = await openCountedRegion();
  await inSystem(region.executor, async (ctx) => {
    for (const recipe of ['closure_rate', 'got_help_rate', 'confirmed_help_rate', 'answered_in_time_rate'] as const)
      await anIndicator(ctx, { recipe });
    await anIndicator(ctx, { recipe: 'referrals_sent', unit: 'count' });
    await anIndicator(ctx, { recipe: 'median_days_to_answer', unit: 'days', better: 'down' });
    await anIndicator(ctx, { recipe: 'fresh_services_rate' });
  });
  await addYear();
});
after(() => region.database.close());

async function figures(input: object, path = STAFF): Promise<FigureTable> {
  const answer = await callRoute<FigureTable>(region, path, { input, actor: READER });
  assert.equal(answer.code, null);
  return answer.value as FigureTable;
}

/** The same figures by other means: plain SQL over the table itself, one part of the breakdown a row. */
const APART: Partial<Record<Recipe, { counted: string; outOf: string }>> = {
  closure_rate: { counted: `r.status in ('completed', 'failed', 'rejected', 'cancelled')`, outOf: 'true' },
  got_help_rate: { counted: `r.status = 'completed'`, outOf: 'true' },
  confirmed_help_rate: { counted: `r.confirmation = 'helped'`, outOf: 'r.confirmation is not null' },
  answered_in_time_rate: { counted: 'extract(epoch from r.answered_at - r.sent_at) <= 259200', outOf: 'true' },
};

const KEY_APART = {
  none: `''`,
  month: `to_char((r.sent_at at time zone '${TIME_ZONE}')::date, 'YYYY-MM') || '-01'`,
  need: 'r.need_code',
  // A neighbourhood's town is its parent; a town is its own.
  area: `(select case when a.kind = 'neighbourhood' then a.parent_area_id else a.area_id end::text from territory.area a where a.area_id = r.area_id)`,
};

async function countApart(recipe: Recipe, by: keyof typeof KEY_APART): Promise<Map<string, [number, number]>> {
  const { counted, outOf } = APART[recipe] ?? { counted: 'true', outOf: 'true' };
  const found = await region.database.pool.query(
    `select ${KEY_APART[by]} as key, sum(case when (${counted}) and (${outOf}) then 1 else 0 end)::int as counted,
       sum(case when ${outOf} then 1 else 0 end)::int as all
     from referrals.referral r
     where r.status not in ('draft', 'entered-in-error')
       and (r.sent_at at time zone '${TIME_ZONE}')::date between date '2025-01-01' and date '2025-12-31' group by 1`,
  );
  const rows = found.rows as { key: string | null; counted: number; all: number }[];
  return new Map(rows.filter(({ key }) => key !== null).map((row) => [row.key ?? '', [row.counted, row.all]]));
}

for (const recipe of Object.keys(APART) as Recipe[])
  for (const by of ['none', 'month', 'area', 'need'] as const)
    test(`${recipe} by ${by} equals a count written apart over the records`, async () => {
      const table = await figures({ code: recipe, ...YEAR, by });
      const parts = by === 'none' ? [{ key: '', figure: table.total }] : table.rows;
      const told = parts.filter(({ figure }) => figure.state === 'shown');
      const apart = await countApart(recipe, by);
      const ours = told.map(({ key, figure }) => [key, [figure.numerator, figure.denominator]] as const);
      assert.deepEqual(new Map(ours), apart);
      for (const { figure } of told) assert.equal(figure.value, (figure.numerator ?? 0) / (figure.denominator ?? 1));
    });

test('the median of days to an answer is the middle one of all, also in a town with its neighbourhoods', async () => {
  const found = await region.database.pool.query(
    `select extract(epoch from r.answered_at - r.sent_at)::float8 / 86400 as days from referrals.referral r
     where r.answered_at is not null and r.status not in ('draft', 'entered-in-error')
       and r.area_id in ($1, $2) order by 1`,
    [region.areas.harbour, region.areas.oldTown],
  );
  const days = (found.rows as { days: number }[]).map((row) => row.days);
  const middle = ((days[Math.floor((days.length - 1) / 2)] ?? 0) + (days[Math.ceil((days.length - 1) / 2)] ?? 0)) / 2;
  const filtered = await figures({ code: 'median_days_to_answer', ...YEAR, areaId: region.areas.harbour });
  const broken = await figures({ code: 'median_days_to_answer', ...YEAR, by: 'area' });
  assert.equal(filtered.total.value, middle);
  assert.equal(broken.rows.find(({ key }) => key === region.areas.harbour)?.figure.value, middle);
});

test('a town holds its neighbourhoods; a referral without an area is in the region and in no town', async () => {
  const table = await figures({ code: 'referrals_sent', ...YEAR, by: 'area' });
  const inTowns = table.rows.reduce((sum, { figure }) => sum + (figure.value ?? 0), 0);
  const harbour = await figures({ code: 'referrals_sent', ...YEAR, areaId: region.areas.harbour });
  const oldTown = await figures({ code: 'referrals_sent', ...YEAR, areaId: region.areas.oldTown });
  assert.ok((oldTown.total.value ?? 0) > 0 && (oldTown.total.value ?? 0) < (harbour.total.value ?? 0));
  assert.equal(harbour.total.value, table.rows.find(({ key }) => key === region.areas.harbour)?.figure.value);
  assert.ok(inTowns < (table.total.value ?? 0));
});

test('a need and an area narrow together', async () => {
  const both = await figures({ code: 'referrals_sent', ...YEAR, areaId: region.areas.hills, needCode: 'food' });
  const found = await region.database.pool.query(
    `select count(*)::int as n from referrals.referral r where r.area_id = $1 and r.need_code = 'food'
       and r.status not in ('draft', 'entered-in-error')`,
    [region.areas.hills],
  );
  assert.equal(both.total.value, (found.rows[0] as { n: number }).n);
});

test('a referral of half past midnight belongs to the new day there, though London still has yesterday', async () => {
  await aReferral(region, { sentAt: '2023-03-31T23:30:00Z' });
  const march = await figures({ code: 'referrals_sent', startsOn: '2023-03-01', endsOn: '2023-04-01' });
  const april = await figures({ code: 'referrals_sent', startsOn: '2023-04-01', endsOn: '2023-04-02', by: 'month' });
  assert.equal(march.total.value, 0);
  assert.equal(april.total.value, 1);
  assert.deepEqual(
    april.rows.map(({ key, figure }) => [key, figure.value]),
    [['2023-04-01', 1]],
  );
});

test('a period has its first midnight in it and its last one not', async () => {
  await aReferral(region, { sentAt: '2022-05-31T23:00:00Z' });
  await aReferral(region, { sentAt: '2022-06-30T23:00:00Z' });
  const june = await figures({ code: 'referrals_sent', startsOn: '2022-06-01', endsOn: '2022-07-01' });
  const july = await figures({ code: 'referrals_sent', startsOn: '2022-07-01', endsOn: '2022-08-01' });
  assert.deepEqual([june.total.value, july.total.value], [1, 1]);
});

test('no referral is not a rate of zero, and a month to come is not a month without referrals', async () => {
  const empty = await figures({ code: 'closure_rate', startsOn: '2020-01-01', endsOn: '2021-01-01' });
  assert.equal(empty.total.state, 'missing');
  const next = `${Number(dayIn(TIME_ZONE, new Date()).slice(0, 4)) + 1}-01-01`;
  const ahead = await figures({ code: 'referrals_sent', startsOn: '2026-01-01', endsOn: next, by: 'month' });
  assert.ok(ahead.rows.every(({ key }) => key <= dayIn(TIME_ZONE, new Date())));
});

test('how fresh services were in a year that is over cannot be known any more', async () => {
  assert.equal((await figures({ code: 'fresh_services_rate', ...YEAR })).total.state, 'missing');
  const now = await figures({ code: 'fresh_services_rate' });
  const { rows } = await region.database.pool.query(`select count(*)::int as all,
    sum(case when assured_at > now() - interval '6 months' then 1 else 0 end)::int as fresh from directory.service where status = 'active'`);
  assert.deepEqual(rows, [{ all: now.total.denominator, fresh: now.total.numerator }]);
});

test('a referral that brings help moves the figure at once', async () => {
  const { organisationId } = region;
  const asked = { code: 'got_help_rate', startsOn: '2021-02-01', endsOn: '2021-03-01' };
  const referralId = await aReferral(region, { sentAt: '2021-02-10T10:00:00Z' });
  const actor = actorWith(organisationId, 'referral:answer');
  assert.equal((await figures(asked)).total.value, 0);
  const step = { referralId, version: 1 };
  assert.equal((await callRoute(region, 'POST /referrals/:referralId/accept', { input: step, actor })).code, null);
  const done = { referralId, version: 2, outcomeCode: 'help_given' };
  assert.equal((await callRoute(region, 'POST /referrals/:referralId/complete', { input: done, actor })).code, null);
  assert.equal((await figures(asked)).total.value, 1);
});

test('on the public route no filter is heard: a place or a need beside the breakdown changes nothing', async () => {
  await tellEverybody(region);
  const plain = await figures({ code: 'referrals_sent', year: 2025, by: 'need' }, PUBLIC);
  const narrowed = await figures(
    { code: 'referrals_sent', year: 2025, by: 'need', areaId: region.areas.hills, startsOn: '2025-03-01' },
    PUBLIC,
  );
  assert.deepEqual(narrowed, plain);
});

test('unsuppressed figures are for those who may read them, and a period that ends before it starts is refused', async () => {
  const input = { code: 'closure_rate' };
  assert.equal((await callRoute(region, STAFF, { input })).code, 'not_signed_in');
  assert.equal((await callRoute(region, STAFF, { input, actor: actorWith(null, 'plan:read') })).code, 'not_allowed');
  const backwards = { ...input, startsOn: '2026-02-01', endsOn: '2026-01-01' };
  assert.equal((await callRoute(region, STAFF, { input: backwards, actor: READER })).code, 'ends_before_it_starts');
  assert.equal((await callRoute(region, PUBLIC, { input: { code: 'none_such' } })).code, 'indicator_not_found');
});
