import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Figure, Recipe } from '../../contract/index.ts';
import {
  actorWith,
  anIndicator,
  callRoute,
  inSystem,
  openCountedRegion,
  TIME_ZONE,
  type CountedRegion,
} from '../testing.ts';
import { aPopulation, joinAll, PLANNER, populationsIn, sendAll, somePeople, type Sent } from './testing.ts';

const STAFF = 'GET /indicators/:code/figures';
const READER = actorWith(null, 'indicator:read', 'cohort:read');

/** Each measure written out a second time, over the tables themselves. */
const APART: Partial<Record<Recipe, { counted: string; outOf: string; days?: string; share?: number }>> = {
  closure_rate: { counted: `r.status in ('completed', 'failed', 'rejected', 'cancelled')`, outOf: 'true' },
  got_help_rate: { counted: `r.status = 'completed'`, outOf: 'true' },
  confirmed_help_rate: { counted: `r.confirmation = 'helped'`, outOf: 'r.confirmation is not null' },
  good_help_rate: { counted: 'w.rating in (4, 5)', outOf: 'w.rating is not null' },
  answered_in_time_rate: { counted: 'extract(epoch from r.answered_at - r.sent_at) <= 259200', outOf: 'true' },
  accepted_rate: { counted: `r.status <> 'rejected'`, outOf: 'r.answered_at is not null' },
  silent_rate: {
    counted: `r.answered_at is null and (r.reason_code = 'no_answer' or r.due_at < now())`,
    outOf: 'true',
  },
  passed_on_rate: { counted: 'r.depth >= 1', outOf: 'true' },
  referrals_sent: { counted: 'true', outOf: 'true' },
  median_days_to_answer: { counted: 'true', outOf: 'r.answered_at is not null', days: 'r.answered_at', share: 0.5 },
  p90_days_to_answer: { counted: 'true', outOf: 'r.answered_at is not null', days: 'r.answered_at', share: 0.9 },
  median_days_to_help: { counted: 'true', outOf: `r.status = 'completed'`, days: 'r.ended_at', share: 0.5 },
  p90_days_to_help: { counted: 'true', outOf: `r.status = 'completed'`, days: 'r.ended_at', share: 0.9 },
};
const RECIPES = Object.keys(APART) as Recipe[];

let region: CountedRegion;
let older: string;
let pilot: string;

const unitOf = (recipe: Recipe) =>
  recipe === 'referrals_sent' ? 'count' : APART[recipe]?.days === undefined ? 'ratio' : 'days';

/** Of those without an answer some are overdue, and some were given up. */
function waiting(status: string, index: number, overdueSince: string): Pick<Sent, 'dueAt' | 'reasonCode'> {
  if (status === 'cancelled') return { reasonCode: 'no_answer' };
  return status === 'requested' ? { dueAt: index % 2 === 0 ? overdueSince : '2099-01-01T00:00:00Z' } : {};
}

/** A referral of 2025 with a life of its own: the steps share no factor, so every mixture happens. */
function aLife(personId: string, index: number): Sent {
  const sent = Date.parse('2025-01-03T05:00:00Z') + ((index * 1_777) % 8_600) * 3600_000;
  const at = (hours: number) => new Date(sent + hours * 3600_000).toISOString();
  const from = <T>(list: readonly T[], place: number): T => list[place % list.length] as T;
  const status = from(['completed', 'rejected', 'requested', 'failed', 'accepted', 'cancelled', 'draft'], index * 3);
  const isAnswered = !['requested', 'cancelled', 'draft'].includes(status);
  const said = status === 'completed' && index % 3 !== 0;
  return {
    personId,
    sentAt: at(0),
    status,
    areaId: from([region.areas.harbour, region.areas.hills, null], index),
    answeredAt: isAnswered ? at((index % 11) * 14) : null,
    endedAt: status === 'completed' ? at(160 + (index % 13) * 30) : null,
    ...waiting(status, index, at(48)),
    depth: index % 5 < 2 ? 1 : 0,
    confirmation: said ? (index % 2 === 0 ? 'helped' : 'partly_helped') : null,
    rating: said ? (index % 5) + 1 : null,
  };
}

async function addYear(): Promise<void> {
  const people = await somePeople(region, 1200);
  await sendAll(
    region,
    Array.from({ length: 3000 }, (_, index) => aLife(people[(index * 7) % 1200] ?? '', index)),
  );
  const every = (step: number, first: number) => people.filter((_, index) => index % step === first);
  older = await aPopulation(region, { name: 'Older people', year: 2025 });
  pilot = await aPopulation(region, { name: 'Warm homes', kind: 'pilot_group', year: 2025 });
  await joinAll(region, { cohortId: older, personIds: every(4, 0).slice(0, 200) });
  await joinAll(
    region,
    { cohortId: older, personIds: every(4, 0).slice(200, 240) },
    { leftAt: '2025-07-01T00:00:00Z', leftReason: 'completed' },
  );
  await joinAll(
    region,
    { cohortId: older, personIds: every(4, 0).slice(240) },
    { leftAt: '2025-07-01T00:00:00Z', leftReason: 'asked' },
  );
  await joinAll(region, { cohortId: pilot, personIds: every(5, 0) }, { joinedAt: '2025-03-01T00:00:00Z' });
}

before(async () => {
  region = await openCountedRegion();
  await inSystem(region.executor, async (ctx) => {
    for (const recipe of RECIPES) await anIndicator(ctx, { recipe, unit: unitOf(recipe) });
    await anIndicator(ctx, { recipe: 'wanted_needs', unit: 'count' });
    await anIndicator(ctx, { recipe: 'closure_rate', code: 'food_closed', needCode: 'food' });
  });
  await addYear();
});
after(() => region.database.close());

const ofYear = (year: number) => ({ startsOn: `${year}-01-01`, endsOn: `${year + 1}-01-01`, by: 'population' });

const tableOf = (recipe: Recipe, year: number, actor = PLANNER) => populationsIn(region, { recipe, year, actor });

async function figureOf(recipe: Recipe, year: number, cohortId: string): Promise<Figure | undefined> {
  return (await tableOf(recipe, year)).rows.find(({ key }) => key === cohortId)?.figure;
}

type Row = { counted: number; of: number; days: number | null };

async function apart(recipe: Recipe, cohortId: string): Promise<Row> {
  const { counted, outOf, days, share } = APART[recipe] ?? { counted: 'true', outOf: 'true' };
  const length = days === undefined ? 'null' : `extract(epoch from ${days} - r.sent_at) / 86400.0`;
  const { rows } = await region.database.pool.query<Row>({
    text: `select sum(case when (${counted}) then 1 else 0 end)::int as counted, count(*)::int as of,
        percentile_cont(${share ?? 0.5}) within group (order by (${length})::double precision) as days
      from referrals.referral as r left join referrals.person_word as w on w.referral_id = r.referral_id and w.is_last
      where extract(year from r.sent_at at time zone '${TIME_ZONE}') = 2025 and r.status <> 'draft' and (${outOf})
        and r.person_id in (select m.person_id from cohorts.membership as m, people.consent as c
          where c.consent_id = m.consent_id and c.withdrawn_at is null and c.ends_at > now() and m.cohort_id = $1
            and m.joined_at <= r.sent_at and (m.left_at is null or (m.left_at > r.sent_at and m.left_reason = 'completed')))`,
    values: [cohortId],
  });
  return rows[0] as Row;
}

/** What is told of a cohort, where nothing of it is hidden. */
function shownOf(figure: Figure | undefined): Figure {
  assert.equal(figure?.state, 'shown');
  return figure as Figure;
}

for (const recipe of RECIPES)
  test(`${recipe} of each cohort is what SQL written apart says`, async () => {
    for (const cohortId of [older, pilot]) {
      const figure = shownOf(await figureOf(recipe, 2025, cohortId));
      const want = await apart(recipe, cohortId);
      const told = { days: [null, null], count: [want.counted, null], ratio: [want.counted, want.of] };
      // Of how many a middle is taken would tell how many are missing.
      assert.deepEqual([figure.numerator, figure.denominator], told[unitOf(recipe)]);
      const value = { days: want.days, count: want.counted, ratio: want.counted / want.of }[unitOf(recipe)];
      assert.ok(Math.abs((figure.value ?? Number.NaN) - (value ?? 0)) < 1e-6);
    }
  });

test('a cohort that holds everybody has the figures of everybody: both are counted in one way', async () => {
  const people = await somePeople(region, 120);
  const inTime = people.map((personId, index) => {
    const sent = aLife(personId, index * 11);
    const back = (moment: string | null | undefined) =>
      moment?.replace(/^20(25|26)/, (year) => String(Number(year) - 6));
    return {
      ...sent,
      sentAt: back(sent.sentAt) ?? '',
      answeredAt: back(sent.answeredAt) ?? null,
      endedAt: back(sent.endedAt) ?? null,
    };
  });
  await sendAll(
    region,
    inTime.filter(({ status }) => status !== 'draft'),
  );
  const all = await aPopulation(region, { name: 'All', year: 2019 });
  await joinAll(region, { cohortId: all, personIds: people }, { joinedAt: '2018-01-01T00:00:00Z' });
  let told = 0;
  for (const recipe of RECIPES) {
    const { total, rows } = await tableOf(recipe, 2019);
    const [row] = rows;
    if (row?.figure.state !== 'shown') continue;
    told += 1;
    assert.deepEqual(row.figure, total, recipe);
  }
  assert.ok(told >= 8, `${told} were told`);
});

/** Somebody of the pilot with a referral: their consent, and how many they had. */
async function aMember(): Promise<{ consentId: string; sent: number }> {
  const { rows } = await region.database.pool.query<{ consentId: string; sent: number }>({
    text: `select m.consent_id as "consentId", count(*)::int as sent from cohorts.membership as m
      join referrals.referral as r on r.person_id = m.person_id and r.sent_at >= m.joined_at and r.status <> 'draft'
      where m.cohort_id = $1 and m.left_at is null and r.sent_at < '2025-12-31' group by 1 order by 1 limit 1`,
    values: [pilot],
  });
  assert.ok(rows[0] !== undefined && rows[0].sent > 0);
  return rows[0];
}

test('whoever takes their consent back is out of the figure at once, and so is whoever asked to leave', async () => {
  const sentNow = async () => shownOf(await figureOf('referrals_sent', 2025, pilot)).value ?? 0;
  const all = await sentNow();
  const { consentId, sent } = await aMember();
  const set = (what: string) =>
    region.database.pool.query({ text: `update ${what} where consent_id = $1`, values: [consentId] });
  await set('people.consent set withdrawn_at = now()');
  assert.equal(await sentNow(), all - sent);
  await set(
    `people.consent set withdrawn_at = null, starts_at = now() - interval '2 years', ends_at = now() - interval '1 second'`,
  );
  assert.equal(await sentNow(), all - sent);
  await set(`people.consent set ends_at = now() + interval '1 year'`);
  assert.equal(await sentNow(), all);
  await set(`cohorts.membership set left_at = now(), left_reason = 'asked'`);
  assert.equal(await sentNow(), all - sent);
});

test('cohorts are told to whoever may measure them and knows nobody in them; to others there are none', async () => {
  const keys = async (actor: typeof READER) => (await tableOf('got_help_rate', 2025, actor)).rows.map(({ key }) => key);
  assert.deepEqual((await keys(PLANNER)).toSorted(), [older, pilot].toSorted());
  assert.deepEqual(await keys(READER), []);
  for (const permission of ['purpose:cohort', 'cohort:join'])
    assert.deepEqual(await keys(actorWith(null, ...PLANNER.permissions, permission)), [], permission);
  const asked = async (path: string, input: object, actor = PLANNER) =>
    (await callRoute(region, path, { input: { code: 'got_help_rate', ...ofYear(2025), ...input }, actor })).code;
  assert.equal(await asked('GET /public/indicators/:code/figures', {}), 'invalid_input');
  for (const narrowed of [
    { needCode: 'food' },
    { areaId: region.areas.hills },
    { endsOn: '2025-07-01' },
    { code: 'food_closed' },
  ])
    assert.equal(await asked(STAFF, narrowed), 'breakdown_of_whole_year');
  const opener = actorWith(null, ...PLANNER.permissions, 'worklist:read');
  assert.equal(await asked('GET /indicators/:code/records', { key: older }, opener), 'breakdown_of_whole_year');
});

test('of what is not counted over referrals it is not known whose it is', async () => {
  for (const { figure } of (await tableOf('wanted_needs', 2025)).rows) assert.equal(figure.state, 'missing');
});

test('a report from outside the product cannot count cohorts', async () => {
  const client = await region.database.pool.connect();
  try {
    await client.query('set role qantara_reader');
    await assert.rejects(client.query(`select * from referrals.published_population('closure_rate', 2025, 'UTC')`));
    await client.query('reset role');
  } finally {
    client.release(true);
  }
});
