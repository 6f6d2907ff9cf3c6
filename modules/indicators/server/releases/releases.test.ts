import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FigureTable, ReleaseReport } from '../../contract/index.ts';
import { listAllIndicators, readTotals } from '../index.ts';
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
} from '../testing.ts';

const APPROVER = actorWith(null, 'indicator:approve');

let region: CountedRegion;

before(async () => {
  region = await openCountedRegion();
  await inSystem(region.executor, async (ctx) => {
    for (const recipe of ['closure_rate', 'got_help_rate', 'accepted_rate', 'answered_in_time_rate'] as const)
      await anIndicator(ctx, { recipe });
    await anIndicator(ctx, { recipe: 'referrals_sent', unit: 'count' });
    await anIndicator(ctx, { recipe: 'median_days_to_answer', unit: 'days', better: 'down' });
  });
});
after(() => region.database.close());

type Course = { sentOn: string; areaId: string; status: string; hours: number };

/** As many referrals of one course as are asked for, answered after some hours unless they only wait. */
async function addReferrals(count: number, { sentOn, areaId, status, hours }: Course): Promise<void> {
  const sent = Date.parse(`${sentOn}T10:00:00Z`);
  const answeredAt = status === 'requested' ? null : new Date(sent + hours * 3600_000).toISOString();
  for (let index = 0; index < count; index += 1)
    await aReferral(region, { sentAt: new Date(sent).toISOString(), areaId, status, answeredAt });
}

async function told(
  code: string,
  year: number,
  by: 'none' | 'area' | 'quarter' | 'need' = 'none',
): Promise<FigureTable> {
  const path = 'GET /public/indicators/:code/figures';
  const answer = await callRoute<FigureTable>(region, path, { input: { code, year, by } });
  assert.equal(answer.code, null);
  return answer.value as FigureTable;
}

test('what was not published is not known to everybody, and nobody but who approves figures publishes', async () => {
  await addReferrals(30, { sentOn: '2019-05-02', areaId: region.areas.harbour, status: 'completed', hours: 20 });
  assert.equal((await told('referrals_sent', 2019)).total.state, 'missing');
  const path = 'POST /figure-releases';
  assert.equal((await callRoute(region, path, {})).code, 'not_signed_in');
  assert.equal((await callRoute(region, path, { actor: actorWith(null, 'indicator:read') })).code, 'not_allowed');
  await tellEverybody(region);
  assert.deepEqual((await told('referrals_sent', 2019)).total, {
    numerator: 30,
    denominator: null,
    value: 30,
    state: 'shown',
  });
});

test('one more referral does not move what stands, so that nobody can be taken from two answers; a dozen more do', async () => {
  const more = { sentOn: '2019-06-02', areaId: region.areas.harbour, status: 'completed', hours: 20 };
  await addReferrals(1, more);
  await tellEverybody(region);
  assert.equal((await told('referrals_sent', 2019)).total.value, 30);
  await addReferrals(12, more);
  await tellEverybody(region);
  assert.equal((await told('referrals_sent', 2019)).total.value, 43);
});

test('the same records again are told again as they were', async () => {
  const { value } = await callRoute<ReleaseReport>(region, 'POST /figure-releases', { actor: APPROVER });
  assert.deepEqual([value?.released, (value?.unchanged ?? 0) > 0], [0, true]);
});

test('who was closed and not helped is a few: neither rate of that place is told, though each alone is of many', async () => {
  const { harbour, hills } = region.areas;
  const sentOn = '2018-03-02';
  await addReferrals(40, { sentOn, areaId: harbour, status: 'completed', hours: 20 });
  await addReferrals(4, { sentOn, areaId: harbour, status: 'rejected', hours: 20 });
  await addReferrals(20, { sentOn, areaId: harbour, status: 'requested', hours: 0 });
  await addReferrals(25, { sentOn, areaId: hills, status: 'completed', hours: 20 });
  await addReferrals(30, { sentOn, areaId: hills, status: 'rejected', hours: 20 });
  await addReferrals(15, { sentOn, areaId: hills, status: 'requested', hours: 0 });
  await tellEverybody(region);
  const at = async (code: string) =>
    (await told(code, 2018, 'area')).rows.find(({ key }) => key === harbour)?.figure ?? { numerator: null };
  const [closed, helped] = [(await at('closure_rate')).numerator, (await at('got_help_rate')).numerator];
  assert.ok(closed === null || helped === null, 'four are told by taking one from the other');
});

test('what is told of all is what SQL written apart counts', async () => {
  const { rows } = await region.database.pool.query<{ sent: number; closed: number; helped: number }>(`
    select count(*)::int as sent, count(*) filter (where status in ('completed', 'rejected', 'failed', 'cancelled'))::int as closed,
      count(*) filter (where status = 'completed')::int as helped
    from referrals.referral where extract(year from sent_at at time zone '${TIME_ZONE}') = 2018`);
  const [apart] = rows;
  const closure = (await told('closure_rate', 2018)).total;
  const helped = (await told('got_help_rate', 2018)).total;
  assert.deepEqual(
    [closure.denominator, closure.numerator, helped.numerator],
    [apart?.sent, apart?.closed, apart?.helped],
  );
});

test('those accepted and not helped are a few: how many were accepted is not told', async () => {
  const { harbour } = region.areas;
  const sentOn = '2017-03-02';
  await addReferrals(50, { sentOn, areaId: harbour, status: 'completed', hours: 20 });
  await addReferrals(3, { sentOn, areaId: harbour, status: 'accepted', hours: 100 });
  await addReferrals(40, { sentOn, areaId: harbour, status: 'rejected', hours: 90 });
  await addReferrals(20, { sentOn, areaId: harbour, status: 'requested', hours: 0 });
  await tellEverybody(region);
  assert.equal((await told('accepted_rate', 2017)).total.state, 'missing');
  const days = (await told('median_days_to_answer', 2017)).total;
  assert.deepEqual([days.state, days.numerator, days.denominator], ['shown', null, null]);
});

test('a breakdown that is not published of a measure has no rows', async () => {
  assert.deepEqual((await told('accepted_rate', 2018, 'area')).rows, []);
});

test('a town with three people tells of neither town, and the region is told', async () => {
  const { harbour, hills } = region.areas;
  await addReferrals(40, { sentOn: '2016-05-03', areaId: harbour, status: 'requested', hours: 0 });
  await addReferrals(3, { sentOn: '2016-05-03', areaId: hills, status: 'requested', hours: 0 });
  await tellEverybody(region);
  const table = await told('referrals_sent', 2016, 'area');
  assert.deepEqual(
    table.rows.map(({ figure }) => [figure.state, figure.value]),
    [
      ['suppressed', null],
      ['suppressed', null],
    ],
  );
  assert.equal(table.total.value, 43);
});

test('a place has the figures of its own: those released for its town, and those that its records have', async () => {
  const { harbour, hills } = region.areas;
  const found = await inSystem(region.executor, async (ctx) => {
    const indicators = (await listAllIndicators(ctx)).filter(({ code }) => code === 'referrals_sent');
    const asked = { indicators, years: [2019], areaId: harbour };
    const totals = [
      await readTotals(ctx, { ...asked, reader: 'staff' }),
      await readTotals(ctx, { ...asked, reader: 'public' }),
      await readTotals(ctx, { ...asked, reader: 'staff', areaId: hills }),
    ];
    return totals.map((of) => indicators.map((one) => of(one, 2019).total.numerator));
  });
  assert.deepEqual(found, [[43], [43], [0]]);
});
