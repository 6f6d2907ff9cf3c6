import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Figure, FigureTable, Recipe } from '../../contract/index.ts';
import {
  actorWith,
  anIndicator,
  callRoute,
  inSystem,
  openCountedRegion,
  TIME_ZONE,
  type CountedRegion,
} from '../testing.ts';
import { aPopulation, joinAll, sendAll, somePeople, type Sent } from './testing.ts';

const STAFF = 'GET /indicators/:code/figures';
const PLANNER = actorWith(null, 'indicator:read', 'cohort:read', 'cohort:measure');
const READER = actorWith(null, 'indicator:read', 'cohort:read');
const DAY = 24 * 3600_000;

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

/** A referral of 2025 with a life of its own: the steps share no factor, so every mixture happens. */
function aLife(personId: string, index: number): Sent {
  const sent = Date.parse('2025-01-03T05:00:00Z') + ((index * 1_777) % 8_600) * 3600_000;
  const at = (hours: number) => new Date(sent + hours * 3600_000).toISOString();
  const from = <T>(list: readonly T[], place: number): T => list[place % list.length] as T;
  const status = from(['completed', 'rejected', 'requested', 'failed', 'accepted', 'cancelled', 'draft'], index * 3);
  const isAnswered = ['completed', 'rejected', 'failed', 'accepted'].includes(status);
  const said = status === 'completed' && index % 3 !== 0;
  return {
    personId,
    sentAt: at(0),
    status,
    areaId: from([region.areas.harbour, region.areas.hills, null], index),
    answeredAt: isAnswered ? at((index % 11) * 14) : null,
    endedAt: status === 'completed' ? at(160 + (index % 13) * 30) : null,
    dueAt: status === 'requested' ? (index % 2 === 0 ? at(48) : '2099-01-01T00:00:00Z') : null,
    reasonCode: status === 'cancelled' ? 'no_answer' : null,
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

async function tableOf(recipe: Recipe, year: number, actor = PLANNER): Promise<FigureTable> {
  const answer = await callRoute<FigureTable>(region, STAFF, { input: { code: recipe, ...ofYear(year) }, actor });
  assert.equal(answer.code, null);
  return answer.value as FigureTable;
}

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

for (const recipe of RECIPES)
  test(`${recipe} of each cohort is what SQL written apart says`, async () => {
    for (const cohortId of [older, pilot]) {
      const [figure, want] = [await figureOf(recipe, 2025, cohortId), await apart(recipe, cohortId)];
      assert.equal(figure?.state, 'shown');
      if (unitOf(recipe) === 'days') {
        assert.ok(Math.abs((figure?.value ?? Number.NaN) - (want.days ?? 0)) < 1e-6);
        assert.equal(figure?.denominator, null, 'of how many a middle is taken would tell how many are missing');
      } else assert.equal(figure?.numerator, want.counted);
      if (unitOf(recipe) === 'ratio') assert.equal(figure?.denominator, want.of);
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

test('whoever takes their consent back is out of the figure at once, and so is whoever asked to leave', async () => {
  const before = await figureOf('referrals_sent', 2025, pilot);
  const { rows } = await region.database.pool.query<{ consent_id: string; sent: number }>({
    text: `select m.consent_id, count(*)::int as sent from cohorts.membership as m
      join referrals.referral as r on r.person_id = m.person_id and r.sent_at >= m.joined_at and r.status <> 'draft'
      where m.cohort_id = $1 and m.left_at is null and r.sent_at < '2025-12-31' group by 1 order by 1 limit 1`,
    values: [pilot],
  });
  const [one] = rows;
  assert.ok(one !== undefined && one.sent > 0);
  const set = (what: string) =>
    region.database.pool.query({ text: `update ${what} where consent_id = $1`, values: [one.consent_id] });
  await set('people.consent set withdrawn_at = now()');
  assert.equal((await figureOf('referrals_sent', 2025, pilot))?.value, (before?.value ?? 0) - one.sent);
  await set(
    `people.consent set withdrawn_at = null, starts_at = now() - interval '2 years', ends_at = now() - interval '1 second'`,
  );
  assert.equal((await figureOf('referrals_sent', 2025, pilot))?.value, (before?.value ?? 0) - one.sent);
  await set(`people.consent set ends_at = now() + interval '1 year'`);
  assert.equal((await figureOf('referrals_sent', 2025, pilot))?.value, before?.value);
  await set(`cohorts.membership set left_at = now(), left_reason = 'asked'`);
  assert.equal((await figureOf('referrals_sent', 2025, pilot))?.value, (before?.value ?? 0) - one.sent);
});

/** One referral for each of these people in a year. */
const sendOne = (personIds: readonly string[], year: number, more: Partial<Sent> = {}) =>
  sendAll(
    region,
    personIds.map((personId, index) => ({
      personId,
      sentAt: new Date(Date.parse(`${year}-02-01T00:00:00Z`) + index * DAY).toISOString(),
      ...more,
    })),
  );

async function aYear(year: number, outside: number): Promise<void> {
  await sendOne(await somePeople(region, outside), year);
}

const joined = '2010-01-01T00:00:00Z';

async function aGroup(year: number, personIds: readonly string[], name = 'A group'): Promise<string> {
  const cohortId = await aPopulation(region, { name, year });
  await joinAll(region, { cohortId, personIds }, { joinedAt: joined });
  return cohortId;
}

const states = async (year: number) =>
  (await tableOf('referrals_sent', year)).rows.map(({ figure }) => [figure.state, figure.value]);

test('ten people are not told of, however many referrals they had; eleven are; two records of one person are one', async () => {
  await aYear(2011, 40);
  const ten = await somePeople(region, 10);
  const cohortId = await aGroup(2011, ten);
  for (let times = 0; times < 3; times += 1) await sendOne(ten, 2011);
  assert.deepEqual(await states(2011), [['suppressed', null]]);
  const [twin = ''] = await somePeople(region, 1, { intoId: ten[0] ?? null });
  await joinAll(region, { cohortId, personIds: [twin] }, { joinedAt: joined });
  await sendOne([twin], 2011);
  assert.deepEqual(await states(2011), [['suppressed', null]], 'a record that another one stands for is nobody more');
  const other = await somePeople(region, 1);
  await joinAll(region, { cohortId, personIds: other }, { joinedAt: joined });
  await sendOne(other, 2011);
  assert.deepEqual(await states(2011), [['shown', 32]], 'each referral once, also of whoever joined by two records');
});

test('of a cohort of few nothing is told, not even that it had no referral; without members it has none', async () => {
  await aYear(2012, 40);
  const few = await aGroup(2012, await somePeople(region, 5), 'Few');
  const none = await aGroup(2012, [], 'None');
  assert.deepEqual((await figureOf('referrals_sent', 2012, few))?.state, 'suppressed');
  assert.deepEqual((await figureOf('closure_rate', 2012, few))?.state, 'suppressed');
  assert.deepEqual((await figureOf('referrals_sent', 2012, none))?.value, 0);
  assert.deepEqual((await figureOf('closure_rate', 2012, none))?.state, 'missing');
});

test('a rate is not told where few were helped, few were not, or few of those sent are not counted in it', async () => {
  const people = await somePeople(region, 60);
  await aYear(2013, 40);
  await sendOne(people.slice(0, 55), 2013, { answeredAt: '2013-06-01T00:00:00Z' });
  await sendOne(people.slice(55), 2013, { status: 'failed', answeredAt: null });
  const cohortId = await aGroup(2013, people);
  for (const recipe of ['got_help_rate', 'closure_rate', 'accepted_rate', 'median_days_to_answer'] as const)
    assert.equal((await figureOf(recipe, 2013, cohortId))?.state, 'suppressed', recipe);
  assert.equal((await figureOf('referrals_sent', 2013, cohortId))?.value, 60);
});

test('taken from everybody it leaves no few: a cohort of nearly all is not told until enough are outside', async () => {
  await aYear(2014, 7);
  const people = await somePeople(region, 50);
  await aGroup(2014, people);
  await sendOne(people, 2014);
  assert.deepEqual(await states(2014), [['suppressed', null]]);
  assert.equal((await tableOf('referrals_sent', 2014)).total.value, 57);
  await aYear(2014, 4);
  assert.deepEqual(await states(2014), [['shown', 50]]);
});

test('taken from all in the same place or of the same language it leaves no few either', async () => {
  await aYear(2015, 60);
  const [people, others] = [await somePeople(region, 30), await somePeople(region, 5)];
  await sendOne([...people, ...others], 2015, { areaId: region.areas.hills });
  await aGroup(2015, people);
  assert.deepEqual(await states(2015), [['suppressed', null]]);
  await sendOne(await somePeople(region, 6), 2015, { areaId: region.areas.hills });
  assert.deepEqual(await states(2015), [['shown', 30]]);
  const speakers = await somePeople(region, 34, { language: 'so' });
  await sendOne(speakers, 2015);
  const cohortId = await aGroup(2015, speakers.slice(0, 30), 'Speakers');
  assert.equal((await figureOf('referrals_sent', 2015, cohortId))?.state, 'suppressed');
});

test('two cohorts taken from one another leave no few: the smaller is hidden', async () => {
  await aYear(2016, 60);
  const people = await somePeople(region, 50);
  await sendOne(people, 2016);
  const large = await aGroup(2016, people, 'Large');
  const nested = await aGroup(2016, people.slice(0, 45), 'Nested');
  assert.equal((await figureOf('referrals_sent', 2016, large))?.value, 50);
  assert.equal((await figureOf('referrals_sent', 2016, nested))?.state, 'suppressed');
});

test('two cohorts that are nearly everybody together are not both told', async () => {
  await aYear(2017, 3);
  const people = await somePeople(region, 60);
  await sendOne(people, 2017);
  await aGroup(2017, people.slice(0, 25), 'One');
  await aGroup(2017, people.slice(25), 'Other');
  const told = (await states(2017)).filter(([state]) => state === 'shown');
  assert.deepEqual(told, [['shown', 35]]);
});

test('of a study and of whom it compares nothing is told, and nothing leaves the database', async () => {
  const people = await somePeople(region, 60);
  await sendOne(people, 2018);
  const study = await aPopulation(region, { name: 'A study', kind: 'study_cohort', year: 2018 });
  await joinAll(region, { cohortId: study, personIds: people.slice(0, 20) }, { joinedAt: joined });
  await joinAll(region, { cohortId: study, personIds: people.slice(20, 40) }, { joinedAt: joined, arm: 'comparison' });
  assert.deepEqual((await tableOf('referrals_sent', 2018)).rows, []);
  const { rows } = await region.database.pool.query<{ cohort_ids: string[] }>(
    `select cohort_ids from referrals.published_population('referrals_sent', 2018, 'UTC')`,
  );
  assert.ok(rows.length > 0 && rows.every(({ cohort_ids: ids }) => !ids.includes(study)));
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

test('a report from outside the product cannot count cohorts, and an identifier of a person is in no answer', async () => {
  const client = await region.database.pool.connect();
  try {
    await client.query('set role qantara_reader');
    await assert.rejects(client.query(`select * from referrals.published_population('closure_rate', 2025, 'UTC')`));
    await client.query('reset role');
  } finally {
    client.release(true);
  }
});
