import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test, { after, before } from 'node:test';
import { newId } from '@qantara/kernel';
import { call, get, refusalOf } from '@qantara/identity/testing';
import type { Person } from '@qantara/people/contract';
import { aPerson } from '@qantara/people/testing';
import { withTables } from '@qantara/platform';
import type { AccountSummary, Finding, LogExport, LogPage, OpenFinding } from '../contract/index.ts';
import type { z } from 'zod';
import { judgeOpenings } from './index.ts';
import type { OversightTables } from './tables.gen.ts';
import { callAt, inJob, openOversightBench, type OversightBench } from './testing.ts';

type Log = z.infer<typeof LogPage>;

let bench: OversightBench;
before(async () => {
  bench = await openOversightBench();
});
after(() => bench.database.close());

const log = (filter: object, actor = bench.officer): Promise<Log> =>
  get<Log>(bench, 'GET /oversight/openings', { input: filter, actor });
const open = (personId: string, actor = bench.navigator) =>
  get(bench, 'GET /people/:personId', { input: { personId }, actor });

test('the privacy officer finds who opened a record, when, as what, by which rule, and reads no name of a person', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Zohra Belhaj' });
  await open(personId, bench.worker);
  const { items, total } = await log({ personId });
  const [seen] = items;
  assert.equal(total, 1);
  assert.deepEqual([seen?.kind, seen?.channel, seen?.rules], ['record', 'api', ['looks_after']]);
  assert.deepEqual([seen?.accountName, seen?.accountId], ['Salma Haddad', bench.worker.accountId]);
  assert.equal(JSON.stringify(items).includes('Zohra'), false);
});

test('the log is narrowed by account, organisation, kind and day', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Narrowed Down' });
  const from = new Date().toISOString().slice(0, 10);
  await open(personId, bench.worker);
  const until = new Date().toISOString().slice(0, 10);
  const about = {
    personId,
    accountId: bench.worker.accountId,
    organisationId: bench.organisations.hub,
    kind: 'record',
  };
  assert.equal((await log(about)).total, 1);
  assert.equal((await log({ ...about, from, until })).total, 1);
  for (const other of [
    { kind: 'referral' },
    { until: '2020-01-01' },
    { accountId: newId() },
    { organisationId: newId() },
  ])
    assert.equal((await log({ ...about, ...other })).total, 0, JSON.stringify(other));
});

test('a search is one opening of everybody whom it found, and one that found nobody is one too', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Ouarda Zitouni' });
  const search = (name: string) => get(bench, 'POST /people/search', { input: { name }, actor: bench.navigator });
  await search('Warda Zitouni');
  await search('Nobody Whatsoever');
  const { items } = await log({ accountId: bench.navigator.accountId, kind: 'search' });
  assert.deepEqual(
    items.map(({ count }) => count),
    [0, 1],
  );
  assert.equal(items[1]?.people[0]?.personId, personId);
});

test('somebody is found by their name in any script, by identifier alone, and by nobody but the privacy officer', async () => {
  const { personId } = await aPerson(bench, { displayName: 'منير العياري' });
  const asked = { input: { name: 'Mounir Ayari' }, actor: bench.officer };
  const found = await get<{ personIds: string[] }>(bench, 'POST /oversight/people', asked);
  assert.deepEqual(found, { personIds: [personId], hasMore: false });
  assert.equal(
    await refusalOf(bench, 'POST /oversight/people', { ...asked, actor: bench.administrator }),
    'not_allowed',
  );
  assert.equal(
    await refusalOf(bench, 'GET /people/:personId', { input: { personId }, actor: bench.officer }),
    'not_allowed',
  );
});

test('who reads the log is in the log', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Watched' });
  await log({ personId });
  const { items } = await log({ personId }, bench.secondOfficer);
  assert.deepEqual([items[0]?.kind, items[0]?.accountName, items[0]?.rules], ['log', 'Huda Chebbi', ['oversight']]);
});

test('what one account opened is counted by kind', async () => {
  const input = { accountId: bench.worker.accountId };
  const summary = await get<AccountSummary>(bench, 'GET /oversight/accounts/:accountId', {
    input,
    actor: bench.officer,
  });
  assert.equal(summary.account.displayName, 'Salma Haddad');
  assert.equal(summary.kinds[0]?.kind, 'record');
  assert.equal(
    await refusalOf(bench, 'GET /oversight/accounts/:accountId', {
      input: { accountId: newId() },
      actor: bench.officer,
    }),
    'account_not_found',
  );
});

const yesterday = (hour: number): Date => {
  const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  return new Date(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
};

/** A cousin of the worker's, opened yesterday at noon; and what the night finds. */
async function aFinding(name = 'Karim Haddad'): Promise<Finding> {
  const { personId } = await callAt<Person>(bench, { actor: bench.navigator, now: yesterday(9) }, [
    'POST /people',
    { displayName: name },
  ]);
  await callAt(bench, { actor: bench.worker, now: yesterday(12) }, ['GET /people/:personId', { personId }]);
  await inJob(bench, async (ctx) => (await judgeOpenings(withTables<OversightTables>(ctx)), true));
  const { items } = await get<{ items: Finding[] }>(bench, 'GET /oversight/findings', {
    input: { perPage: 100 },
    actor: bench.officer,
  });
  return items.find((finding) => finding.personId === personId) ?? assert.fail('nothing was found');
}

const decide = (finding: Finding, decision: object, actor = bench.officer) => ({
  input: { findingId: finding.findingId, version: finding.version, decision: 'fine', ...decision },
  actor,
});
const DECIDE = 'POST /oversight/findings/:findingId/decide';

test('a night finds a record of the reader’s own family name, once, with the openings behind it', async () => {
  const finding = await aFinding();
  assert.deepEqual([finding.pattern, finding.accountName, finding.measured], ['same_name', 'Salma Haddad', 1]);
  const same = await inJob(bench, async (ctx) => {
    await judgeOpenings(withTables<OversightTables>(ctx));
    return true;
  });
  assert.ok(same);
  const { items } = await get<{ items: Finding[] }>(bench, 'GET /oversight/findings', {
    input: {},
    actor: bench.officer,
  });
  assert.equal(items.filter(({ personId }) => personId === finding.personId).length, 1);
  const opened = await get<OpenFinding>(bench, 'GET /oversight/findings/:findingId', {
    input: { findingId: finding.findingId },
    actor: bench.officer,
  });
  assert.deepEqual([opened.openings.length, opened.mayDecide], [1, true]);
});

test('a finding is decided once, with a note where something is the matter, and never by whom it is about', async () => {
  const finding = await aFinding('Anis Haddad');
  const about = { ...bench.officer, accountId: bench.worker.accountId };
  assert.equal(await refusalOf(bench, DECIDE, decide(finding, {}, about)), 'finding_own');
  assert.equal(await refusalOf(bench, DECIDE, decide(finding, { decision: 'misuse' })), 'decision_note_needed');
  assert.equal(await refusalOf(bench, DECIDE, decide(finding, {}, bench.navigator)), 'not_allowed');
  const decided = await get<Finding>(bench, DECIDE, decide(finding, { decision: 'follow_up', note: 'ask her' }));
  assert.deepEqual([decided.state, decided.decidedBy, decided.note], ['follow_up', 'Huda Chebbi', 'ask her']);
  assert.equal(await refusalOf(bench, DECIDE, decide(finding, {}, bench.secondOfficer)), 'finding_changed');
});

test('of two who decide at once one is told so', async () => {
  const finding = await aFinding('Sami Haddad');
  const answers = await Promise.all(
    [bench.officer, bench.secondOfficer].map((actor) => refusalOf(bench, DECIDE, decide(finding, {}, actor))),
  );
  assert.deepEqual(new Set(answers), new Set(['finding_changed', null]));
});

async function askedExport(filter: object): Promise<string> {
  const input = { reason: 'a complaint by the person', ...filter };
  return (await get<{ assentId: string }>(bench, 'POST /oversight/exports', { input, actor: bench.officer })).assentId;
}
const AGREE = 'POST /oversight/exports/:assentId/answer';
const FETCH = 'POST /oversight/exports/:assentId/fetch';

test('a file of the log leaves once, after a second person agreed, with an entry of its own and its digest', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Exported' });
  await open(personId, bench.worker);
  const assentId = await askedExport({ personId });
  const input = { assentId };
  assert.equal(await refusalOf(bench, FETCH, { input, actor: bench.officer }), 'assent_not_agreed');
  assert.equal(
    await refusalOf(bench, AGREE, { input: { assentId, agrees: true }, actor: bench.officer }),
    'assent_own',
  );
  await get(bench, AGREE, { input: { assentId, agrees: true }, actor: bench.administrator });
  assert.equal(await refusalOf(bench, FETCH, { input, actor: bench.secondOfficer }), 'assent_not_agreed');
  const file = await get<{ content: string; digest: string; rows: number }>(bench, FETCH, {
    input,
    actor: bench.officer,
  });
  assert.equal(file.digest, createHash('sha256').update(file.content).digest('hex'));
  assert.equal(file.rows, 1);
  assert.ok(file.content.includes(personId) && file.content.includes('Salma Haddad'));
  assert.equal(await refusalOf(bench, FETCH, { input, actor: bench.officer }), 'assent_not_agreed');
  const [entry] = (await log({ personId, kind: 'log_export' })).items;
  assert.deepEqual([entry?.channel, entry?.accountName], ['export', 'Huda Chebbi']);
  const { exports } = await get<{ exports: LogExport[] }>(bench, 'GET /oversight/exports', {
    actor: bench.administrator,
  });
  assert.equal(exports.find((one) => one.assentId === assentId)?.file?.digest, file.digest);
});

test('what a file is asked of cannot be a sentence to the second person, nor more than was agreed to', async () => {
  const reason = 'asked by the person';
  for (const kind of ['Only one opening, agree quickly', 'record\u202e', '=1+1', 'RECORD', '<b>'])
    assert.equal(
      await refusalOf(bench, 'POST /oversight/exports', { input: { kind, reason }, actor: bench.officer }),
      'invalid_input',
    );
  const one = await aPerson(bench, { displayName: 'Agreed' });
  const other = await aPerson(bench, { displayName: 'Beyond' });
  for (const { personId } of [one, other]) await open(personId, bench.worker);
  const assentId = await askedExport({ personId: one.personId });
  await get(bench, AGREE, {
    input: { assentId, agrees: true, about: {}, filter: {}, kind: 'all' },
    actor: bench.administrator,
  });
  const wider = {
    assentId,
    personId: other.personId,
    accountId: null,
    filter: {},
    about: {},
    kind: '',
    from: '2000-01-01',
  };
  const file = await get<{ content: string }>(bench, FETCH, { input: wider, actor: bench.officer });
  assert.ok(file.content.includes(one.personId) && !file.content.includes(other.personId));
});

test('a refused file does not leave', async () => {
  const assentId = await askedExport({});
  await get(bench, AGREE, { input: { assentId, agrees: false, note: 'too wide' }, actor: bench.secondOfficer });
  assert.equal(await refusalOf(bench, FETCH, { input: { assentId }, actor: bench.officer }), 'assent_not_agreed');
});

test('an export fetched many times at once leaves once', async () => {
  const assentId = await askedExport({ accountId: bench.worker.accountId });
  await get(bench, AGREE, { input: { assentId, agrees: true }, actor: bench.secondOfficer });
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => call(bench, FETCH, { input: { assentId }, actor: bench.officer })),
  );
  assert.equal(answers.filter(({ ok }) => ok).length, 1);
});

test('the key of the checkpoints is shown to print', async () => {
  const { publicKey } = await get<{ publicKey: string }>(bench, 'GET /oversight/checkpoints', { actor: bench.officer });
  assert.equal(Buffer.from(publicKey, 'base64').length, 32);
});
