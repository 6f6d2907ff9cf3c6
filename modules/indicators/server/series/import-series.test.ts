import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId, type Actor } from '@qantara/kernel';
import type { Observation, Series, SeriesImport, SeriesRefusal } from '../../contract/index.ts';
import { actorWith, callRoute, openCountedRegion, seenOf, type CountedRegion } from '../testing.ts';

let region: CountedRegion;
const planner: Actor = actorWith(null, 'indicator:read', 'indicator:write', 'indicator:approve');
const other: Actor = { ...planner, accountId: newId() };

const WRITE = 'POST /indicators/:code/observations';
const APPROVE = 'POST /indicators/:code/approve';
const NAMED = { name: { en: 'Housed' }, definition: { en: 'Who are housed' }, source: { en: 'Survey' } };
const HOUSED = { ...NAMED, code: 'housed', kind: 'population', unit: 'count', better: 'up', frequency: 'year' };

async function got<T>(path: string, input: object, actor = planner): Promise<T> {
  const { value, code } = await callRoute<T>(region, path, { input, actor });
  assert.equal(code, null, `${path} was refused with ${code}`);
  return value as T;
}
const refused = async (path: string, input: object, actor = planner): Promise<string | null> =>
  (await callRoute(region, path, { input, actor })).code;

before(async () => {
  region = await openCountedRegion();
  await got('POST /indicators', HOUSED);
  await got('POST /indicators', { ...HOUSED, code: 'what_they_say', unit: 'words' });
});
after(() => region.database.close());

/** What is said of one place in one year. */
const year = (areaId: string, from: number, more: object = {}) => ({
  code: 'housed',
  areaId,
  startsOn: `${from}-01-01`,
  endsOn: `${from + 1}-01-01`,
  ...more,
});

const readFile = (text: string, actor = planner): Promise<SeriesImport> =>
  got('POST /series-imports', { fileName: 'survey.csv', content: Buffer.from(text).toString('base64') }, actor);
const writeFile = ({ importId }: SeriesImport, actor = planner): Promise<SeriesImport> =>
  got('POST /series-imports/:importId/write', { importId }, actor);

/** The lines that were not taken, each with why and what stands there. */
async function refusalsOf({ importId }: SeriesImport): Promise<string[]> {
  const { refusals } = await got<{ refusals: SeriesRefusal[] }>('GET /series-imports/:importId', { importId });
  return refusals.map(({ at, code, value }) => `${at} ${code} ${value ?? ''}`.trim());
}

async function standingIn(areaId: string, from: number, code = 'housed'): Promise<Observation | undefined> {
  const { observations } = await got<Series>('GET /indicators/:code/series', { code });
  return observations.find((one) => one.areaId === areaId && one.startsOn === `${from}-01-01`);
}

const HEADINGS = 'indicator,area,period,value';

test('a file that says the same number leaves the note and who wrote it: they still may not approve their own', async () => {
  const { hills } = region.areas;
  const note = { en: 'Counted twice.' };
  await got(WRITE, year(hills, 2024, { value: 40, note }));
  const read = await readFile(`${HEADINGS}\nhoused,T2,2024,40\n`, other);
  assert.deepEqual(read.outcome, { added: 0, changed: 0, same: 1, refused: 0 });
  assert.deepEqual((await writeFile(read, other)).outcome, read.outcome);
  const stands = await standingIn(hills, 2024);
  assert.deepEqual([stands?.note, stands?.version, stands?.source], [note, 1, null]);
  assert.equal(
    await refused(APPROVE, { ...year(hills, 2024), seen: await seenOf(region, year(hills, 2024)) }),
    'own_observation',
  );
});

test('a file that corrects the number leaves the note, and is what a colleague has to approve', async () => {
  const { harbour } = region.areas;
  const note = { en: 'Counted twice.' };
  await got(WRITE, year(harbour, 2024, { value: 40, note }));
  const read = await readFile(`${HEADINGS}\nhoused,T1,2024,41\n`, other);
  assert.equal(read.outcome.changed, 1);
  await writeFile(read, other);
  const stands = await standingIn(harbour, 2024);
  assert.deepEqual([stands?.numerator, stands?.note, stands?.version], [41, note, 2]);
  assert.equal(
    await refused(APPROVE, { ...year(harbour, 2024), seen: await seenOf(region, year(harbour, 2024)) }, other),
    'own_observation',
  );
});

test('a colleague who writes changes the note, and takes it away where they leave none', async () => {
  const { hills } = region.areas;
  const first = year(hills, 2023, { value: 40, note: { en: 'Counted twice.' } });
  await got(WRITE, first);
  const again = { ...first, version: 1, reason: 'said better', note: { en: 'Counted once more.' } };
  await got(WRITE, again);
  assert.deepEqual((await standingIn(hills, 2023))?.note, again.note);
  await got(WRITE, { ...again, version: 2, note: null });
  assert.equal((await standingIn(hills, 2023))?.note, null);
});

test('what people say in words is never taken from a file, nor erased by one', async () => {
  const { hills } = region.areas;
  const note = { en: 'Lights went out less often.' };
  await got(WRITE, year(hills, 2024, { code: 'what_they_say', note }));
  const read = await readFile(`${HEADINGS}\nwhat_they_say,T2,2024,1\nwhat_they_say,T1,2024,\n`, other);
  assert.deepEqual(await refusalsOf(read), [
    '2 indicator_of_words what_they_say',
    '3 indicator_of_words what_they_say',
  ]);
  await writeFile(read, other);
  const stands = await standingIn(hills, 2024, 'what_they_say');
  assert.deepEqual([stands?.note, stands?.version], [note, 1]);
});

test('a file writes nothing under an area whose number is approved: the region is opened again first', async () => {
  const { region: all, hills, oldTown } = region.areas;
  await got(WRITE, year(all, 2022, { value: 90 }));
  await got(WRITE, year(hills, 2022, { value: 40 }));
  await got(APPROVE, { ...year(all, 2022), seen: await seenOf(region, year(all, 2022)) }, other);
  const text = `${HEADINGS}\nhoused,T2,2022,41\nhoused,T1-1,2022,9\nhoused,T2,2021,7\n`;
  const read = await readFile(text);
  assert.deepEqual(await refusalsOf(read), ['2 already_approved', '3 already_approved']);
  assert.deepEqual(read.outcome, { added: 1, changed: 0, same: 0, refused: 2 });
  assert.deepEqual((await writeFile(read)).outcome, read.outcome);
  assert.equal((await standingIn(hills, 2022))?.numerator, 40);
  assert.equal(await standingIn(oldTown, 2022), undefined);
  await got('POST /indicators/:code/reopen', { ...year(all, 2022), reason: 'a town was wrong' });
  assert.equal((await readFile(text)).outcome.refused, 0);
});

test('what was approved above after a file was read is not written under either, and the file says so', async () => {
  const { harbour, oldTown } = region.areas;
  const read = await readFile(`${HEADINGS}\nhoused,T1-1,2020,9\n`);
  assert.equal(read.outcome.added, 1);
  await got(WRITE, year(harbour, 2020, { value: 30 }));
  await got(APPROVE, { ...year(harbour, 2020), seen: await seenOf(region, year(harbour, 2020)) }, other);
  const written = await writeFile(read);
  assert.deepEqual(written.outcome, { added: 0, changed: 0, same: 0, refused: 1 });
  assert.deepEqual(await refusalsOf(read), ['2 already_approved']);
  assert.equal(await standingIn(oldTown, 2020), undefined);
});

test('what a file says again under an approved area is the same, and refused no more than it was', async () => {
  const { region: all, hills } = region.areas;
  await got(WRITE, year(hills, 2019, { value: 40 }));
  await got(WRITE, year(all, 2019, { value: 90 }));
  await got(APPROVE, { ...year(all, 2019), seen: await seenOf(region, year(all, 2019)) }, other);
  const read = await readFile(`${HEADINGS}\nhoused,T2,2019,40\n`);
  assert.deepEqual(read.outcome, { added: 0, changed: 0, same: 1, refused: 0 });
});

test('one odd period or number is refused by its line, and the other lines of the file are written', async () => {
  const lines = [
    'housed,T2,9999,4',
    'housed,T2,2018,1e999',
    'housed,T2,2018,-5',
    'housed,T2,2018,"1,234"',
    'housed,T2,0001,3',
  ];
  const read = await readFile(`${HEADINGS}\n${lines.join('\n')}\nhoused,T2,2018,12\n`);
  assert.deepEqual(await refusalsOf(read), [
    '2 not_a_period 9999',
    '3 not_a_number 1e999',
    '4 below_zero -5',
    '5 number_unclear 1,234',
    '6 not_a_period 0001',
  ]);
  await writeFile(read);
  assert.equal((await standingIn(region.areas.hills, 2018))?.numerator, 12);
});

test('a file whose parts have names that are too long is read, and what can be kept of it is written', async () => {
  const read = await readFile(`${HEADINGS},age\nhoused,T2,2017,4,${'x'.repeat(250)}\nhoused,T2,2017,12,\n`);
  assert.deepEqual(await refusalsOf(read), [`2 part_not_readable age:${'x'.repeat(250)}`]);
  assert.equal((await writeFile(read)).outcome.added, 1);
});

test('control characters in the names of a file are left out of what is said of it', async () => {
  const headers = ['dx', 'pe', 'ou', 'value'].map((name) => ({ name }));
  const read = await readFile(JSON.stringify({ headers, rows: [['hou\u0000\u0007sed', '2024', 'T2', '4']] }));
  assert.deepEqual(await refusalsOf(read), ['1 indicator_unknown housed']);
});

test('a colleague cannot write fewer than nobody by hand either', async () => {
  const code = await refused(WRITE, year(region.areas.hills, 2016, { value: -5 }));
  assert.equal(code, 'invalid_input');
});

test('of a statistics office’s file the total is written and a part is not; a file that takes values away is not read', async () => {
  const one = (id: string, ...values: string[]) => ({ id, values: values.map((value) => ({ id: value })) });
  const dataSet = [one('INDICATOR', 'housed'), one('REF_AREA', 'T2'), one('TIME_PERIOD', '2015')];
  const message = (action: string) =>
    JSON.stringify({
      structure: { dimensions: { dataSet, observation: [one('DISABILITY', 'Y', '_T')] } },
      dataSets: [{ action, observations: { '0': [7], '1': [307] } }],
    });
  const read = await readFile(message('Replace'));
  assert.deepEqual(await refusalsOf(read), ['1 part_unknown DISABILITY: Y']);
  await writeFile(read);
  assert.equal((await standingIn(region.areas.hills, 2015))?.numerator, 307);
  const deleting = await readFile(message('Delete'));
  assert.deepEqual(deleting.outcome, { added: 0, changed: 0, same: 0, refused: 1 });
  assert.deepEqual(await refusalsOf(deleting), ['1 action_not_taken Delete']);
});

test('a file writes no month into a year that was said, nor a year under a month that is approved above; it says so by line', async () => {
  const { region: all, harbour } = region.areas;
  await got(WRITE, year(harbour, 2031, { numerator: 40 }));
  await got(WRITE, { ...year(all, 2032, { numerator: 400 }), startsOn: '2032-03-01', endsOn: '2032-04-01' });
  const march = { ...year(all, 2032), startsOn: '2032-03-01' };
  await got(APPROVE, { ...march, seen: await seenOf(region, march) }, other);
  const read = await readFile(`${HEADINGS}\nhoused,T1,203102,4\nhoused,T1,2032,40\nhoused,T1,2033,40\n`);
  assert.deepEqual(await refusalsOf(read), ['2 period_overlaps', '3 already_approved']);
  const written = await writeFile(read);
  assert.deepEqual([written.outcome.added, written.outcome.refused], [1, 2]);
  assert.deepEqual(await refusalsOf(read), ['2 period_overlaps', '3 already_approved']);
});
