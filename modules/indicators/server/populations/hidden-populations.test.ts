import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Figure, Recipe } from '../../contract/index.ts';
import { anIndicator, inSystem, openCountedRegion, type CountedRegion } from '../testing.ts';
import { aPopulation, joinAll, populationsIn, sendAll, somePeople, type Sent } from './testing.ts';

const DAY = 24 * 3600_000;
const RECIPES = ['referrals_sent', 'closure_rate', 'got_help_rate', 'accepted_rate', 'median_days_to_answer'] as const;

let region: CountedRegion;
before(async () => {
  region = await openCountedRegion();
  await inSystem(region.executor, async (ctx) => {
    for (const recipe of RECIPES) {
      const unit = recipe === 'referrals_sent' ? 'count' : recipe === 'median_days_to_answer' ? 'days' : 'ratio';
      await anIndicator(ctx, { recipe, unit });
    }
  });
});
after(() => region.database.close());

const tableOf = (recipe: Recipe, year: number) => populationsIn(region, { recipe, year });

async function figureOf(recipe: Recipe, year: number, cohortId: string): Promise<Figure | undefined> {
  return (await tableOf(recipe, year)).rows.find(({ key }) => key === cohortId)?.figure;
}

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
