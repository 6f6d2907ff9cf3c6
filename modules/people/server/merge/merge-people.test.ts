import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Actor } from '@qantara/kernel';
import { actorInRole, call, get, refusalOf } from '@qantara/identity/testing';
import type { Merge, Person, PersonCard, SafeContact } from '../../contract/index.ts';
import { aConsent, aPerson, openPeopleBench, type PeopleBench } from '../testing.ts';

let bench: PeopleBench;
let colleague: Actor;
before(async () => {
  bench = await openPeopleBench();
  colleague = actorInRole('navigator', bench.organisations.hub);
});
after(() => bench.database.close());

const phone = (value: string, isSafe: boolean) => ({ kind: 'phone' as const, value, isSafe });
let made = 0;

async function twoRecords(): Promise<{ kept: Person; other: Person }> {
  made += 1;
  const number = `+216 50 777 ${100 + made}`;
  const kept = await aPerson(bench, { displayName: `Leila Saidi ${made}`, contactPoints: [phone(number, true)] });
  const other = await aPerson(bench, { displayName: `ليلى السعيدي ${made}`, contactPoints: [phone(number, false)] });
  await aConsent(bench, other.personId);
  return { kept, other };
}

const ask = (kept: Person, other: Person): Promise<Merge> =>
  get(bench, 'POST /merges', {
    input: { personId: kept.personId, otherPersonId: other.personId },
    actor: bench.navigator,
  });
const step = (merge: Merge, taken: string, actor: Actor) =>
  call(bench, `POST /merges/:mergeId/${taken}`, { input: { mergeId: merge.mergeId }, actor });
const stepRefusal = (merge: Merge, taken: string, actor: Actor) =>
  refusalOf(bench, `POST /merges/:mergeId/${taken}`, { input: { mergeId: merge.mergeId }, actor });

/** Every row about these people in every table but the history and the proposal itself. */
async function everything(...people: Person[]): Promise<string> {
  const { rows: tables } = await bench.database.pool.query<{ table: string }>(`
    select table_schema || '.' || table_name as table from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where column_name = 'person_id' and table_type = 'BASE TABLE' and table_schema <> 'platform' and table_name <> 'merge' order by 1`);
  const found: Record<string, unknown> = {};
  for (const { table } of tables) {
    const { rows } = await bench.database.pool.query({
      text: `select to_jsonb(held)::text as row from ${table} as held where person_id = any ($1::uuid[]) order by 1`,
      values: [people.map(({ personId }) => personId)],
    });
    found[table] = rows;
  }
  return JSON.stringify(found);
}

test('two people decide, the two are read as one, and undoing gives back both byte for byte', async () => {
  const { kept, other } = await twoRecords();
  const was = await everything(kept, other);
  const merge = await ask(kept, other);
  assert.equal(await stepRefusal(merge, 'confirm', bench.navigator), 'colleague_needed');
  assert.equal(await stepRefusal(merge, 'confirm', bench.otherNavigator), 'record_merge_not_found');
  assert.ok((await step(merge, 'confirm', colleague)).ok);

  const { people } = await get<{ people: PersonCard[] }>(bench, 'POST /people/search', {
    input: { name: other.displayName ?? '' },
    actor: bench.navigator,
  });
  assert.deepEqual(
    people.map(({ personId }) => personId),
    [kept.personId],
    'found once, by either name',
  );
  const opened = await get<{ safeContact: SafeContact; consents: object[] }>(bench, 'GET /people/:personId', {
    input: { personId: kept.personId },
    actor: bench.navigator,
  });
  assert.equal(opened.consents.length, 1, 'what hangs on the other is read here');
  assert.ok(
    opened.safeContact.ways.every(({ link }) => link === null),
    'what either calls unsafe is unsafe',
  );

  assert.ok((await step(merge, 'undo', bench.navigator)).ok);
  assert.equal(await everything(kept, other), was);
  assert.equal(await stepRefusal(merge, 'undo', bench.navigator), 'merge_not_done');
  const { rows } = await bench.database.pool.query(
    `select type, count(*)::integer as count from platform.event where person_id = any ($1::uuid[]) and type like 'people.%' group by 1 order by 1`,
    [[kept.personId, other.personId]],
  );
  assert.deepEqual(rows, [
    { type: 'people.merge_requested', count: 2 },
    { type: 'people.merged', count: 2 },
    { type: 'people.parted', count: 2 },
  ]);
});

test('nobody is contacted where either record says no, though the other is the one that is read', async () => {
  const { kept, other } = await twoRecords();
  const stopped = { displayName: 'Leila', contactPoints: [], mayContact: false, noContactReason: 'danger' };
  const input = { personId: other.personId, version: other.version, ...stopped };
  await get(bench, 'POST /people/:personId', { input, actor: bench.navigator });
  const merge = await ask(kept, other);
  await step(merge, 'confirm', colleague);
  const { safeContact } = await get<{ safeContact: SafeContact }>(bench, 'GET /people/:personId', {
    input: { personId: kept.personId },
    actor: bench.navigator,
  });
  assert.equal(safeContact.mayContact, false);
});

test('a proposal runs out after seven days, is decided once, and is refused or taken back', async () => {
  const { kept, other } = await twoRecords();
  const merge = await ask(kept, other);
  assert.equal(
    await refusalOf(bench, 'POST /merges', {
      input: { personId: other.personId, otherPersonId: kept.personId },
      actor: colleague,
    }),
    'merge_already_requested',
  );
  await bench.database.pool.query({
    text: `update people.merge set expires_at = now() - interval '1 second' where merge_id = $1`,
    values: [merge.mergeId],
  });
  assert.equal(await stepRefusal(merge, 'confirm', colleague), 'merge_expired');
  const second = await ask(kept, other);
  assert.ok((await step(second, 'refuse', colleague)).ok);
  assert.equal(await stepRefusal(second, 'confirm', colleague), 'merge_not_waiting');
});

test('a record stands for others or behind another, never both', async () => {
  const { kept, other } = await twoRecords();
  const third = await aPerson(bench, { displayName: 'Leila Third' });
  await step(await ask(kept, other), 'confirm', colleague);
  const both = (personId: string, otherPersonId: string) =>
    refusalOf(bench, 'POST /merges', { input: { personId, otherPersonId }, actor: bench.navigator });
  assert.equal(await both(third.personId, kept.personId), 'record_already_merged');
  assert.equal(await both(third.personId, other.personId), 'record_already_merged');
  assert.equal(await both(other.personId, third.personId), 'record_already_merged');
  assert.equal(await both(kept.personId, kept.personId), 'same_person_record');
  assert.equal(await both(kept.personId, third.personId), null);
});

test('a stranger’s record is merged with nothing', async () => {
  const mine = await aPerson(bench, { displayName: 'Mine' });
  const theirs = await aPerson(bench, { displayName: 'Theirs' }, bench.otherNavigator);
  const input = { personId: mine.personId, otherPersonId: theirs.personId };
  assert.equal(await refusalOf(bench, 'POST /merges', { input, actor: bench.navigator }), 'person_not_found');
});
