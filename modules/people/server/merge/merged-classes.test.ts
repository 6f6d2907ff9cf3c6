import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { newId, type Actor } from '@qantara/kernel';
import { migrate, MIGRATIONS, openDatabase } from '@qantara/platform';
import { get, refusalOf } from '@qantara/identity/testing';
import type { LiftingId, Merge, Person, PersonCard } from '../../contract/index.ts';
import { aPerson, openPeopleBench, withPermissions, type PeopleBench } from '../testing.ts';

let bench: PeopleBench;
/** Two colleagues of the hub who work with violence, beside the navigator who does not. */
let officer: Actor;
let secondOfficer: Actor;
before(async () => {
  bench = await openPeopleBench();
  officer = withPermissions(bench.navigator, ['class:violence']);
  secondOfficer = withPermissions(bench.navigator, ['class:violence']);
});
after(() => bench.database.close());

const REASON = 'Her husband works at the town hall';
const rowsOf = async (text: string, values: unknown[]) =>
  (await bench.database.pool.query<Record<string, unknown>>({ text, values })).rows;
const protect = (personId: string, actor = officer) =>
  refusalOf(bench, 'POST /people/:personId/protection', {
    input: { personId, recordClass: 'violence', reason: REASON },
    actor,
  });
const both = (kept: Person, other: Person) => ({ personId: kept.personId, otherPersonId: other.personId });
const ask = (kept: Person, other: Person, actor = officer): Promise<Merge> =>
  get(bench, 'POST /merges', { input: both(kept, other), actor });
const step = (mergeId: string, taken: string, actor = secondOfficer) =>
  refusalOf(bench, `POST /merges/:mergeId/${taken}`, { input: { mergeId }, actor });

async function lift(personId: string): Promise<string | null> {
  const path = 'POST /people/:personId/protection/lift';
  const asked = { input: { personId, to: 'ordinary', reason: 'The case is closed' }, actor: officer };
  const { liftingId } = await get<{ liftingId: LiftingId }>(bench, path, asked);
  const agreed = { input: { personId, liftingId, agrees: true, note: '' }, actor: secondOfficer };
  await get(bench, `${path}/:liftingId/answer`, agreed);
  return refusalOf(bench, `${path}/:liftingId`, { input: { personId, liftingId }, actor: officer });
}

const twoRecords = async (name: string): Promise<{ kept: Person; other: Person }> => ({
  kept: await aPerson(bench, { displayName: `Wafa ${name}` }),
  other: await aPerson(bench, { displayName: `Wided ${name}` }),
});

async function merged(name: string): Promise<{ kept: Person; other: Person; mergeId: string }> {
  const { kept, other } = await twoRecords(name);
  const { mergeId } = await ask(kept, other);
  assert.equal(await step(mergeId, 'confirm'), null);
  return { kept, other, mergeId };
}

const found = async (name: string, actor = bench.navigator): Promise<string[]> => {
  const { people } = await get<{ people: PersonCard[] }>(bench, 'POST /people/search', { input: { name }, actor });
  return people.map(({ personId }) => personId);
};

/** Of which classes the records are, and the ways to them. */
const classesOf = async (...people: Person[]): Promise<unknown[]> => {
  const rows = await rowsOf(
    `select distinct person.record_class || ' ' || reach.record_class as classes from people.person join people.reach using (person_id)
      where person_id = any ($1::uuid[]) and reach.kind = 'looks_after'`,
    [people.map(({ personId }) => personId)],
  );
  return rows.map(({ classes }) => classes);
};

test('a protected person is found by no name of theirs, whichever of their records has it, and by both once lifted', async () => {
  const { kept, other } = await merged('Brahmi');
  assert.equal(await protect(kept.personId), null);
  for (const name of ['Wafa Brahmi', 'Wided Brahmi']) {
    assert.deepEqual(await found(name), [], name);
    assert.deepEqual(await found(name, officer), [kept.personId], name);
  }
  assert.deepEqual(await classesOf(kept, other), ['violence violence']);
  assert.equal(await lift(kept.personId), null);
  assert.deepEqual(await found('Wided Brahmi'), [kept.personId]);
  assert.deepEqual(await classesOf(kept, other), ['ordinary ordinary']);
  const told = await rowsOf(
    `select person_id, data from platform.event where type = 'person.classified' and person_id = any ($1::uuid[]) order by position`,
    [[kept.personId, other.personId]],
  );
  const of = (from: string, to: string) => [kept, other].map(({ personId }) => ({ person_id: personId, from, to }));
  const stories = told.map(({ person_id, data }) => ({ person_id, ...(data as object) }));
  assert.deepEqual(new Set(stories), new Set([...of('ordinary', 'violence'), ...of('violence', 'ordinary')]));
  assert.equal(stories.length, 4);
});

test('protecting the record that stands behind protects the one before it, also where the officer does not reach it', async () => {
  const { kept, other } = await merged('Chaabane');
  await rowsOf(`update people.reach set circle_id = $2 where person_id = $1 and kind = 'looks_after'`, [
    kept.personId,
    newId(),
  ]);
  assert.equal(await protect(other.personId), null);
  assert.deepEqual(await classesOf(kept, other), ['violence violence']);
});

test('nobody takes a class from a record behind that they do not have', async () => {
  const { kept, other } = await merged('Jaziri');
  await rowsOf(`update people.person set record_class = 'mediation' where person_id = $1`, [other.personId]);
  assert.equal(await protect(kept.personId), 'class_not_held');
  assert.deepEqual(await classesOf(kept), ['ordinary ordinary']);
});

test('records of different classes become no one person, also where one was protected after the proposal', async () => {
  const { kept, other } = await twoRecords('Turki');
  const { mergeId } = await ask(kept, other);
  assert.equal(await protect(other.personId), null);
  assert.equal(await step(mergeId, 'confirm'), 'record_classes_differ');
  assert.equal(
    await step(mergeId, 'confirm', withPermissions(bench.navigator, [])),
    'record_already_merged',
    'whoever may not know of one of them is not told of its class',
  );
  assert.equal(await step(mergeId, 'refuse'), null);
  assert.equal(
    await refusalOf(bench, 'POST /merges', { input: both(kept, other), actor: officer }),
    'record_classes_differ',
  );
  assert.equal(await protect(kept.personId), null);
  const again = await ask(kept, other);
  assert.equal(await step(again.mergeId, 'confirm'), null);
});

test('two that are parted again stay protected both, until each is lifted', async () => {
  const { kept, other, mergeId } = await merged('Mzali');
  assert.equal(await protect(kept.personId), null);
  assert.equal(await step(mergeId, 'undo'), null);
  assert.deepEqual(await found('Mzali'), []);
  assert.equal(await lift(kept.personId), null);
  assert.deepEqual(await found('Mzali'), [kept.personId]);
  assert.deepEqual(await classesOf(other), ['violence violence']);
});

test('groups from before are of the strictest class that one of them had', async (t) => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'qantara-classes-'));
  const database = await openDatabase({ url: null, dataFolder });
  t.after(async () => {
    await database.close();
    rmSync(dataFolder, { recursive: true });
  });
  await migrate(database, MIGRATIONS, { upTo: '0047_cohorts_cohorts.sql' });
  const groups = [
    ['violence', 'ordinary', 'ordinary'],
    ['ordinary', 'violence'],
    ['restricted', 'child_protection'],
    ['child_protection', 'violence'],
    ['violence', 'mediation', 'ordinary'],
    ['ordinary', 'ordinary'],
    ['violence'],
  ].map((classes) => classes.map((recordClass) => ({ personId: newId(), recordClass })));
  for (const group of groups)
    for (const { personId, recordClass } of group) {
      const into = group[0]?.personId === personId ? null : group[0]?.personId;
      await database.pool.query({
        text: `insert into people.person (person_id, origin, may_contact, record_class, merged_into, created_at, updated_at)
          values ($1, 'staff', true, $2, $3, now(), now())`,
        values: [personId, recordClass, into],
      });
      await database.pool.query({
        text: `insert into people.reach (circle_id, person_id, kind, basis_id, record_class) values ($2, $1, 'looks_after', $2, $3)`,
        values: [personId, newId(), recordClass],
      });
    }
  await migrate(database, MIGRATIONS);
  const became = groups.map(async (group) => {
    const { rows } = await database.pool.query<{ classes: string }>({
      text: `select distinct person.record_class || ' ' || reach.record_class as classes from people.person join people.reach using (person_id)
        where person_id = any ($1::uuid[])`,
      values: [group.map(({ personId }) => personId)],
    });
    return rows.map(({ classes }) => classes);
  });
  assert.deepEqual(await Promise.all(became), [
    ['violence violence'],
    ['violence violence'],
    ['child_protection child_protection'],
    ['child_protection child_protection'],
    ['mediation mediation'],
    ['ordinary ordinary'],
    ['violence violence'],
  ]);
});
