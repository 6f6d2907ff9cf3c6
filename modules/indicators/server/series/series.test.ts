import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ANYONE, newId, type Actor } from '@qantara/kernel';
import type {
  FigureTable,
  Indicator,
  PublicSeries,
  Series,
  SeriesImport,
  SeriesRefusal,
} from '../../contract/index.ts';
import { actorWith, callRoute, openCountedRegion, seenOf, type CountedRegion } from '../testing.ts';

let region: CountedRegion;
const MAY = ['indicator:read', 'indicator:write', 'indicator:approve'];
const planner: Actor = actorWith(null, ...MAY);
const other: Actor = { ...planner, accountId: newId() };

before(async () => {
  region = await openCountedRegion();
});
after(() => region.database.close());

const NAMED = { name: { en: 'Safe at night' }, definition: { en: 'Who feel safe' }, source: { en: 'Survey' } };
const FEEL_SAFE = { ...NAMED, code: 'feel_safe', kind: 'population', unit: 'ratio', better: 'up', frequency: 'year' };

async function got<T>(path: string, input: object, actor = planner): Promise<T> {
  const { value, code } = await callRoute<T>(region, path, { input, actor });
  assert.equal(code, null, `${path} was refused with ${code}`);
  return value as T;
}
const refused = async (path: string, input: object, actor = planner): Promise<string | null> =>
  (await callRoute(region, path, { input, actor })).code;

const WRITE = 'POST /indicators/:code/observations';
const APPROVE = 'POST /indicators/:code/approve';
const REOPEN = 'POST /indicators/:code/reopen';
const PUBLIC = 'GET /public/indicators/:code/series';

const approve = async (given: ReturnType<typeof year>): Promise<Series> =>
  got<Series>(APPROVE, { ...given, seen: await seenOf(region, given) }, other);
const approvalRefused = async (given: ReturnType<typeof year>, actor = other): Promise<string | null> =>
  refused(APPROVE, { ...given, seen: await seenOf(region, given) }, actor);

/** What is said of one place in one year, of who feel safe unless another measure is named. */
const year = (areaId: string, from: number, more: object = {}) => ({
  code: 'feel_safe',
  areaId,
  startsOn: `${from}-01-01`,
  endsOn: `${from + 1}-01-01`,
  ...more,
});

test('a measure is added once, changed over the version that was read, and its level is never “counted”', async () => {
  const added = await got<Indicator>('POST /indicators', FEEL_SAFE);
  assert.deepEqual([added.version, added.recipe, added.kind], [1, null, 'population']);
  assert.equal(await refused('POST /indicators', FEEL_SAFE), 'indicator_exists');
  assert.equal(await refused('POST /indicators', { ...FEEL_SAFE, code: 'done', kind: 'programme' }), 'invalid_input');
  assert.equal(await refused('POST /indicators', { ...FEEL_SAFE, code: 'deaths', unit: 'rate' }), 'invalid_input');
  const edit = { ...NAMED, code: 'feel_safe', better: 'up', frequency: 'month', namesElsewhere: 'X.SAFE\nsafe-night' };
  const changed = await got<Indicator>('POST /indicators/:code', { ...edit, version: 1 });
  assert.deepEqual([changed.frequency, changed.namesElsewhere], ['month', ['X.SAFE', 'safe-night']]);
  assert.equal(await refused('POST /indicators/:code', { ...edit, version: 1 }), 'indicator_changed');
  assert.equal(await refused('POST /indicators', FEEL_SAFE, actorWith(null, 'indicator:read')), 'not_allowed');
});

test('what was brought in is seen by nobody outside until somebody else has agreed to it', async () => {
  const { harbour } = region.areas;
  const given = year(harbour, 2024, { numerator: 240, denominator: 400 });
  const written = await got<Series>(WRITE, given);
  const [one] = written.observations;
  assert.deepEqual([one?.state, one?.value, one?.version], ['provisional', 0.6, 1]);
  assert.ok(one?.interval !== null && one !== undefined && one.interval.low < 0.6 && one.interval.high > 0.6);
  const shown = async () => (await got<Series>(PUBLIC, { code: 'feel_safe' }, ANYONE)).observations.length;
  assert.equal(await shown(), 0);
  assert.equal(await approvalRefused(given, planner), 'own_observation');
  await approve(given);
  assert.equal(await shown(), 0, 'a place waits for the figure of the region');
  await got(WRITE, year(region.areas.region, 2024, { numerator: 600, denominator: 1000 }));
  const { observations } = await approve(year(region.areas.region, 2024));
  assert.ok(observations.every(({ isTold }) => isTold));
  assert.equal(await shown(), 2);
  assert.equal(await approvalRefused(given), 'nothing_to_approve');
});

test('figures everywhere are of what was approved, and of all of a population', async () => {
  const { region: all } = region.areas;
  const asked = { code: 'feel_safe', startsOn: '2023-01-01', endsOn: '2024-01-01' };
  const value = async () => (await got<FigureTable>('GET /indicators/:code/figures', asked)).total.value;
  await got(WRITE, year(all, 2023, { numerator: 50, denominator: 100 }));
  await got(WRITE, year(all, 2023, { numerator: 9, denominator: 10, cut: 'sex:f' }));
  assert.equal(await value(), null);
  await approve(year(all, 2023));
  assert.equal(await value(), 0.5);
});

test('the public is told of whole populations alone, and of no value that tells of a few', async () => {
  const { hills, oldTown } = region.areas;
  const few = year(oldTown, 2017, { numerator: 4, denominator: 60 });
  const part = year(hills, 2017, { numerator: 40, denominator: 90, cut: 'sex:f' });
  const whole = year(region.areas.region, 2017, { numerator: 400, denominator: 900 });
  const before = (await got<Series>(PUBLIC, { code: 'feel_safe' }, ANYONE)).observations.length;
  for (const one of [few, part, whole]) {
    await got(WRITE, one);
    await approve(one);
  }
  const { observations } = await got<Series>(PUBLIC, { code: 'feel_safe' }, ANYONE);
  assert.equal(observations.length, before + 1, 'the region alone');
});

test('of things, such as meetings, a few are told: whether people are counted is said once, when a measure is added', async () => {
  const added = { ...FEEL_SAFE, code: 'tables_met', kind: 'plan', unit: 'count', counts: 'things' };
  assert.equal((await got<Indicator>('POST /indicators', added)).counts, 'things');
  const met = year(region.areas.hills, 2017, { code: 'tables_met', numerator: 4 });
  await got(WRITE, met);
  await approve(met);
  const { observations } = await got<Series>(PUBLIC, { code: 'tables_met' }, ANYONE);
  assert.deepEqual(
    observations.map(({ value }) => value),
    [4],
  );
  const table = { code: 'tables_met', year: 2017, by: 'area' };
  const { rows } = await got<FigureTable>('GET /public/indicators/:code/figures', table, ANYONE);
  assert.equal(rows.find(({ key }) => key === region.areas.hills)?.figure.value, 4);
  const edit = { ...NAMED, code: 'tables_met', better: 'up', frequency: 'month', version: 1 };
  const changed = await got<Indicator>('POST /indicators/:code', { ...edit, counts: 'people' });
  assert.equal(changed.counts, 'things', 'and never changed');
});

test('the public is told of the parts of the whole region, one trait at a time, once somebody else agreed', async () => {
  const all = region.areas.region;
  const of2016 = (more: object) => year(all, 2016, more);
  const cuts = async () => (await got<PublicSeries>(PUBLIC, { code: 'feel_safe' }, ANYONE)).cuts;
  const before = (await cuts()).length;
  await got(WRITE, of2016({ numerator: 500, denominator: 900 }));
  await got(WRITE, of2016({ numerator: 260, denominator: 300, cut: 'age:15-29' }));
  await got(WRITE, of2016({ numerator: 236, denominator: 590, cut: 'age:30-59' }));
  await got(WRITE, of2016({ numerator: 4, denominator: 10, cut: 'age:60+' }));
  await got(WRITE, of2016({ numerator: 300, denominator: 500, cut: 'language:ar' }));
  await got(WRITE, of2016({ numerator: 200, denominator: 400, cut: 'language:fr' }));
  await got(WRITE, of2016({ numerator: 100, denominator: 120, cut: 'age:15-29|sex:f' }));
  assert.equal((await cuts()).length, before, 'nothing before it is approved');
  await approve(of2016({}));
  const told = await cuts();
  const states = (group: string) =>
    told.find((one) => one.group === group)?.rows.map(({ cut, figure }) => [cut, figure.state, figure.value]);
  assert.deepEqual(states('language'), [
    ['language:ar', 'shown', 0.6],
    ['language:fr', 'shown', 0.5],
  ]);
  const [, , oldest] = states('age') ?? [];
  assert.deepEqual(oldest, ['age:60+', 'suppressed', null]);
  assert.ok((states('age') ?? []).filter(([, state]) => state === 'suppressed').length > 1, 'another hides it');
});

test('a correction says why, over the version that was read, and what it said before stays', async () => {
  const { hills } = region.areas;
  const given = year(hills, 2022, { numerator: 30, denominator: 100 });
  await got(WRITE, given);
  const better = { ...given, numerator: 33 };
  assert.equal(await refused(WRITE, better), 'observation_changed');
  assert.equal(await refused(WRITE, { ...better, version: 1 }), 'correction_needs_reason');
  const { observations, former } = await got<Series>(WRITE, { ...better, version: 1, reason: 'counted again' });
  const now = observations.find(({ areaId }) => areaId === hills);
  assert.deepEqual([now?.numerator, now?.version], [33, 2]);
  assert.deepEqual(
    former.map(({ areaId, numerator, reason }) => [areaId, numerator, reason]),
    [[hills, 30, 'counted again']],
  );
  assert.equal(await refused(WRITE, { ...better, version: 1, reason: 'a second tab' }), 'observation_changed');
});

test('what was approved is locked, from below upwards, and opened again from above downwards', async () => {
  const { region: all, harbour } = region.areas;
  const [town, whole] = [harbour, all].map((areaId) => year(areaId, 2021, { numerator: 5, denominator: 10 }));
  assert.ok(town !== undefined && whole !== undefined);
  await got(WRITE, town);
  await approve(town);
  const again = { ...town, numerator: 6, version: 1, reason: 'wrong' };
  assert.equal(await refused(WRITE, again), 'observation_approved');
  await got(WRITE, whole);
  await approve(whole);
  assert.equal(await refused(REOPEN, { ...town, reason: 'wrong' }), 'approved_above');
  const below = year(region.areas.hills, 2021, { numerator: 1, denominator: 10 });
  assert.equal(await refused(WRITE, below), 'observation_approved');
  await got(REOPEN, { ...whole, reason: 'a town was wrong' });
  await got(REOPEN, { ...town, reason: 'wrong' });
  await got(WRITE, again);
  assert.equal(await refused(REOPEN, { ...town, reason: 'wrong' }), 'nothing_to_reopen');
});

test('what cannot be is refused by its field: no place, more than all, nothing said, a measure that is counted', async () => {
  const { hills } = region.areas;
  assert.equal(await refused(WRITE, year(newId(), 2020, { value: 0.4 })), 'area_not_found');
  assert.equal(await refused(WRITE, year(hills, 2020, { value: 4 })), 'invalid_input');
  assert.equal(await refused(WRITE, year(hills, 2020)), 'invalid_input');
  assert.equal(
    await refused(WRITE, { ...year(hills, 2020, { value: 0.1 }), endsOn: '2020-01-01' }),
    'ends_before_it_starts',
  );
  assert.equal(await refused(WRITE, year(hills, 2020, { code: 'no_such', value: 0.4 })), 'indicator_not_found');
});

test('what a measure of words says is words in a language, and takes no number for them', async () => {
  await got('POST /indicators', { ...FEEL_SAFE, code: 'what_they_say', unit: 'words' });
  const { hills } = region.areas;
  assert.equal(await refused(WRITE, year(hills, 2024, { code: 'what_they_say', value: 4 })), 'invalid_input');
  const note = { en: 'Lights went out less often.' };
  const { observations } = await got<Series>(WRITE, year(hills, 2024, { code: 'what_they_say', note }));
  assert.deepEqual(observations[0]?.note, note);
});

const TABLE = `indicator;area;period;numerator;denominator;sex
feel_safe;T1;2019;40;80;
X.SAFE;T1;2019;10;30;F
feel_safe;T1;2019;41;80;
feel_safe;T9;2019;1;2;
feel_safe;T2;2019;9;3;
feel_safe;R;2018;55;100;
`;
const file = (text: string, fileName = 'survey.csv') => ({ fileName, content: Buffer.from(text).toString('base64') });

test('a file is shown before it is written, with each refusal by its line; what was approved is not overwritten', async () => {
  const { region: all } = region.areas;
  await got(WRITE, year(all, 2018, { numerator: 50, denominator: 100 }));
  await approve(year(all, 2018));
  const read = await got<SeriesImport>('POST /series-imports', file(TABLE));
  assert.deepEqual(read.outcome, { added: 2, changed: 0, same: 0, refused: 4 });
  const { refusals } = await got<{ refusals: SeriesRefusal[] }>('GET /series-imports/:importId', {
    importId: read.importId,
  });
  assert.deepEqual(
    refusals.map(({ at, field, code }) => [at, field, code]),
    [
      [4, null, 'twice'],
      [5, 'area', 'area_unknown'],
      [6, 'value', 'more_than_all'],
      [7, null, 'already_approved'],
    ],
  );
  const count = async () =>
    (await got<Series>('GET /indicators/:code/series', { code: 'feel_safe' })).observations.length;
  const before = await count();
  const written = await got<SeriesImport>('POST /series-imports/:importId/write', { importId: read.importId });
  assert.deepEqual([written.status, await count()], ['written', before + 2]);
  assert.equal(
    await refused('POST /series-imports/:importId/write', { importId: read.importId }),
    'series_import_ended',
  );
});

test('the same file again changes nothing; a newer one corrects, with its name as the reason', async () => {
  const twice = await got<SeriesImport>('POST /series-imports', file(TABLE));
  assert.deepEqual(twice.outcome, { added: 0, changed: 0, same: 2, refused: 4 });
  const newer = await got<SeriesImport>('POST /series-imports', file(TABLE.replace('40;80', '44;80'), 'newer.csv'));
  assert.deepEqual(newer.outcome, { added: 0, changed: 1, same: 1, refused: 4 });
  await got('POST /series-imports/:importId/write', { importId: newer.importId });
  const { former } = await got<Series>('GET /indicators/:code/series', { code: 'feel_safe' });
  assert.deepEqual([former[0]?.numerator, former[0]?.reason], [40, 'newer.csv']);
  await got('POST /series-imports/:importId/discard', { importId: twice.importId });
});

test('of a file with thousands of wrong lines each is counted, before it is written and after', async () => {
  const wrong = Array.from({ length: 1500 }, (_one, line) => `feel_safe,T9,2016,${line},9000`).join('\n');
  const read = await got<SeriesImport>(
    'POST /series-imports',
    file(`indicator,area,period,numerator,denominator\n${wrong}\n`),
  );
  const written = await got<SeriesImport>('POST /series-imports/:importId/write', { importId: read.importId });
  assert.deepEqual([read.outcome.refused, written.outcome.refused], [1500, 1500]);
});

test('what is no table is said to be none, and a file of another kind is not taken for one', async () => {
  assert.equal(await refused('POST /series-imports', file('{ "a": ')), 'file_not_readable');
  const { importId, outcome } = await got<SeriesImport>('POST /series-imports', file('{"a": 1}'));
  assert.deepEqual(outcome, { added: 0, changed: 0, same: 0, refused: 1 });
  const { refusals } = await got<{ refusals: SeriesRefusal[] }>('GET /series-imports/:importId', { importId });
  assert.equal(refusals[0]?.code, 'not_a_table');
});
