import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { newId, type Actor } from '@qantara/kernel';
import { migrate, MIGRATIONS, openDatabase } from '@qantara/platform';
import { get, refusalOf, residentOf } from '@qantara/identity/testing';
import type { Alike, LiftingId, Merge, Person } from '../../contract/index.ts';
import { aPerson, openPeopleBench, withPermissions, type PeopleBench } from '../testing.ts';

let bench: PeopleBench;
let colleague: Actor;
before(async () => {
  bench = await openPeopleBench();
  colleague = withPermissions(bench.navigator, ['person:classify']);
});
after(() => bench.database.close());

const YEAR = 1991;
type Two = { kept: Person; other: Person };
const HIDDEN = { isRestricted: true };

/** Two records whose names tell them apart, of one year. */
async function twoRecords(name: string, of: { kept?: object; other?: object } = {}): Promise<Two> {
  return {
    kept: await aPerson(bench, { displayName: `Wafa ${name}`, birthYear: YEAR, ...of.kept }),
    other: await aPerson(bench, { displayName: `Wided ${name}`, birthYear: YEAR, ...of.other }),
  };
}
const both = ({ kept, other }: Two) => ({ personId: kept.personId, otherPersonId: other.personId });
const ask = (two: Two): Promise<Merge> => get(bench, 'POST /merges', { input: both(two), actor: bench.navigator });
const step = (mergeId: string, taken: string) =>
  refusalOf(bench, `POST /merges/:mergeId/${taken}`, { input: { mergeId }, actor: colleague });

async function merged(name: string, of: { kept?: object; other?: object } = {}): Promise<Two & { mergeId: string }> {
  const two = await twoRecords(name, of);
  const { mergeId } = await ask(two);
  assert.equal(await step(mergeId, 'confirm'), null);
  return { ...two, mergeId };
}

/** How many another organisation is told of that asks at intake. */
async function toldElsewhere(displayName: string): Promise<number> {
  const asked = { input: { displayName, birthYear: YEAR }, actor: bench.otherNavigator };
  return (await get<Alike>(bench, 'POST /people/alike', asked)).elsewhere.length;
}

const rowsOf = async (text: string, values: unknown[]) =>
  (await bench.database.pool.query<Record<string, unknown>>({ text, values })).rows;
const hidden = async ({ kept, other }: Two): Promise<unknown[]> =>
  Promise.all(
    [kept, other].map(
      async ({ personId }) =>
        (await rowsOf('select is_restricted from people.person where person_id = $1', [personId]))[0]?.[
          'is_restricted'
        ],
    ),
  );
const told = async ({ personId }: Person, type: string): Promise<number> =>
  (await rowsOf('select from platform.event where person_id = $1 and type = $2', [personId, type])).length;

async function lift(personId: string): Promise<string | null> {
  const path = 'POST /people/:personId/protection/lift';
  const actor = withPermissions(bench.navigator, ['person:classify']);
  const asked = { input: { personId, to: 'findable', reason: 'She wants to be found' }, actor };
  const { liftingId } = await get<{ liftingId: LiftingId }>(bench, path, asked);
  await get(bench, `${path}/:liftingId/answer`, {
    input: { personId, liftingId, agrees: true, note: '' },
    actor: colleague,
  });
  return refusalOf(bench, `${path}/:liftingId`, { input: { personId, liftingId }, actor });
}

test('whoever is not to be found by one of their records is by none, and whoever confirms is shown it before', async () => {
  const two = await twoRecords('Brahmi', { other: HIDDEN });
  assert.equal(await toldElsewhere('Wafa Brahmi'), 1);
  const { mergeId } = await ask(two);
  const { preview } = await get<{ preview: { kept: Person; other: Person } }>(bench, 'GET /merges/:mergeId', {
    input: { mergeId },
    actor: colleague,
  });
  assert.deepEqual([preview.kept.isRestricted, preview.other.isRestricted], [false, true]);
  assert.deepEqual(await hidden(two), [false, true], 'a proposal changes nothing');
  assert.equal(await step(mergeId, 'confirm'), null);
  assert.deepEqual(await hidden(two), [true, true]);
  assert.equal(await toldElsewhere('Wafa Brahmi'), 0);
  assert.deepEqual(
    [await told(two.kept, 'person.restricted'), await told(two.other, 'person.restricted')],
    [1, 0],
    'the story of the one that changed tells it',
  );
});

test('the record behind a hidden one is hidden too, and stays so when parted, until two lift it', async () => {
  const { mergeId, ...two } = await merged('Chaabane', { kept: HIDDEN });
  assert.deepEqual(await hidden(two), [true, true]);
  assert.equal(await step(mergeId, 'undo'), null);
  assert.deepEqual(await hidden(two), [true, true]);
  assert.equal(await toldElsewhere('Wided Chaabane'), 0);
  assert.equal(await lift(two.other.personId), null);
  assert.deepEqual(await hidden(two), [true, false]);
});

test('a correction hides all the records of a person, and the word of two finds them again', async () => {
  const { mergeId: _mergeId, ...two } = await merged('Jaziri');
  const corrected = { personId: two.other.personId, version: two.other.version, displayName: 'Wided Jaziri' };
  const asked = { input: { ...corrected, isRestricted: true }, actor: bench.navigator };
  assert.equal((await get<Person>(bench, 'POST /people/:personId', asked)).isRestricted, true);
  assert.deepEqual(await hidden(two), [true, true]);
  assert.equal(await toldElsewhere('Wafa Jaziri'), 0);
  assert.equal(await lift(two.kept.personId), null);
  assert.deepEqual(await hidden(two), [false, false]);
  assert.equal(await toldElsewhere('Wafa Jaziri'), 1);
});

test('one’s own word holds for all of one’s records, also those that others look after', async () => {
  const { mergeId: _mergeId, ...two } = await merged('Turki');
  const own = (isRestricted: boolean) =>
    refusalOf(bench, 'POST /my-record/restrict', { input: { isRestricted }, actor: residentOf(two.other.personId) });
  assert.equal(await own(true), null);
  assert.deepEqual(await hidden(two), [true, true]);
  assert.equal(await toldElsewhere('Wafa Turki'), 0);
  assert.equal(await own(false), null);
  assert.deepEqual(await hidden(two), [false, false]);
  assert.deepEqual([await told(two.kept, 'person.restricted'), await told(two.other, 'person.restricted')], [1, 1]);
});

test('whoever looks after one record alone hides the person, and a stranger hides nobody', async () => {
  const { mergeId: _mergeId, ...two } = await merged('Mzali');
  await rowsOf(`delete from people.reach where person_id = $1 and kind = 'looks_after'`, [two.other.personId]);
  const corrected = { personId: two.kept.personId, version: two.kept.version, displayName: 'Wafa Mzali' };
  const asked = { input: { ...corrected, isRestricted: true }, actor: bench.navigator };
  await get<Person>(bench, 'POST /people/:personId', asked);
  assert.deepEqual(await hidden(two), [true, true]);
  const stranger = { ...residentOf(crypto.randomUUID()) };
  const tried = { input: { isRestricted: false }, actor: stranger };
  assert.equal(await refusalOf(bench, 'POST /my-record/restrict', tried), 'person_not_found');
});

test('nobody is told of, at another organisation, of whom a record behind says danger', async () => {
  await merged('Karoui', { other: { mayContact: false, noContactReason: 'danger' } });
  assert.equal(await toldElsewhere('Wafa Karoui'), 0);
});

test('in an emergency one who is not to be found is found all the same, by the name of either record', async () => {
  const { mergeId: _mergeId, ...two } = await merged('Gharbi', { other: HIDDEN });
  const why = { birthYear: YEAR, reasonCode: 'medical', reason: 'She was brought in after a fall' };
  for (const name of ['Wafa Gharbi', 'Wided Gharbi']) {
    const actor = withPermissions(bench.otherNavigator, []);
    const { glassId } = await get<{ glassId: string | null }>(bench, 'POST /emergencies', {
      input: { name, ...why },
      actor,
    });
    const { rows } = await bench.database.pool.query<{ person_id: string }>({
      text: 'select person_id from people.glass where glass_id = $1',
      values: [glassId],
    });
    assert.equal(rows[0]?.person_id, two.kept.personId, name);
  }
});

test('groups from before are not to be found where one of them was not, and nobody else', async (t) => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'qantara-hidden-'));
  const database = await openDatabase({ url: null, dataFolder });
  t.after(async () => {
    await database.close();
    rmSync(dataFolder, { recursive: true });
  });
  await migrate(database, MIGRATIONS, { upTo: '0050_forms_versions.sql' });
  const groups = [[true, false], [false, false, true], [false, false], [true], [false]];
  const ids = groups.map((group) => group.map(() => newId()));
  for (const [place, group] of groups.entries())
    for (const [index, isRestricted] of group.entries())
      await database.pool.query({
        text: `insert into people.person (person_id, origin, may_contact, is_restricted, merged_into, created_at, updated_at)
          values ($1, 'staff', true, $2, $3, now(), now())`,
        values: [ids[place]?.[index], isRestricted, index === 0 ? null : ids[place]?.[0]],
      });
  await migrate(database, MIGRATIONS);
  const became = await Promise.all(
    ids.map(async (group) => {
      const { rows } = await database.pool.query<{ hidden: boolean }>({
        text: 'select distinct is_restricted as hidden from people.person where person_id = any ($1::uuid[])',
        values: [group],
      });
      return rows.map((row) => row.hidden);
    }),
  );
  assert.deepEqual(became, [[true], [true], [false], [true], [false]]);
});
