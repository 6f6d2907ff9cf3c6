import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ANYONE } from '@qantara/kernel';
import { actorInRole, get, inSystem, refusalOf } from '@qantara/identity/testing';
import type { Audit, Dataset, KeptPolicy, Quote, ReleaseCard } from '../contract/index.ts';
import { PRESETS } from '../domain/index.ts';
import { listStandingReleases } from './index.ts';
import { byNeed, openDisclosureBench, tell, type DisclosureBench } from './testing.ts';

type Whole = { dataset: Dataset; policies: KeptPolicy[]; releases: ReleaseCard[] };

let bench: DisclosureBench;
before(async () => {
  bench = await openDisclosureBench();
});
after(() => bench.database.close());

const look = (): Promise<Whole> =>
  get(bench, 'GET /disclosure/datasets/:datasetCode', { input: { datasetCode: bench.dataset }, actor: bench.planner });

describe('what is told of a dataset', () => {
  const table = byNeed({ food: 40, home: 55, other: 5 });

  test('is remembered, with what is hidden', async () => {
    const told = await tell(bench, table);
    assert.equal(told.outcome, 'released');
    const { releases } = await look();
    assert.deepEqual(
      releases.map(({ shown, suppressed, state }) => ({ shown, suppressed, state })),
      [{ shown: 2, suppressed: 2, state: 'standing' }],
    );
  });

  test('the same again is the release that stands', async () => {
    assert.equal((await tell(bench, table)).outcome, 'unchanged');
    assert.equal((await look()).releases.length, 1);
  });

  test('a change of three leaves the earlier one standing, as of its moment', async () => {
    const answer = await tell(bench, byNeed({ food: 40, home: 58, other: 5 }), { snapshot: 'later' });
    assert.equal(answer.outcome, 'stands');
    const [standing] = await inSystem(bench, (ctx) => listStandingReleases(ctx, [bench.dataset]));
    assert.equal(standing?.table.cells[0]?.count, 100);
  });

  test('a change of enough takes its place, and both are kept', async () => {
    const answer = await tell(bench, byNeed({ food: 60, home: 75, other: 25 }), { snapshot: 'latest' });
    assert.equal(answer.outcome, 'released');
    assert.deepEqual(
      (await look()).releases.map(({ state }) => state),
      ['standing', 'replaced'],
    );
  });

  test('its audit is for who agrees to policies, and finds nothing', async () => {
    const { releases } = await look();
    const path = 'GET /disclosure/releases/:releaseId/audit';
    for (const { releaseId } of releases) {
      const { cells } = await get<Audit>(bench, path, { input: { releaseId }, actor: bench.officer });
      assert.ok(cells.every(({ isAllowed }) => isAllowed));
    }
    const input = { releaseId: releases[0]?.releaseId };
    assert.equal(await refusalOf(bench, path, { input, actor: bench.planner }), 'not_allowed');
  });

  test('what was counted leaves by no route', async () => {
    const { releases } = await look();
    const first = { input: { releaseId: releases.at(-1)?.releaseId }, actor: bench.planner };
    const release = await get<{ table: { cells: { at: string[]; count: number | null }[] } }>(
      bench,
      'GET /disclosure/releases/:releaseId',
      first,
    );
    assert.equal(release.table.cells.find(({ at }) => at[0] === 'other')?.count, null);
    assert.ok(!JSON.stringify(release).includes('"count":5,'));
  });
});

describe('a policy', () => {
  const path = 'POST /disclosure/datasets/:datasetCode/policies';
  const ask = (policy: object) => ({
    input: { datasetCode: bench.dataset, ...PRESETS.public, ...policy, reason: 'As we agreed.' },
    actor: bench.planner,
  });

  test('that tells less holds at once', async () => {
    const { state } = await get<KeptPolicy>(bench, path, ask({ least: 15 }));
    assert.equal(state, 'standing');
    assert.equal((await look()).dataset.policy.least, 15);
  });

  test('that tells more waits for a second person, who is not who asked', async () => {
    const asked = await get<KeptPolicy>(bench, path, ask({ least: 11 }));
    assert.equal(asked.state, 'asked');
    assert.equal((await look()).dataset.policy.least, 15);
    assert.equal(await refusalOf(bench, path, ask({ least: 12 })), 'policy_already_asked');
    const answer = { policyId: asked.policyId, agrees: true };
    const both = { ...bench.officer, accountId: bench.planner.accountId };
    assert.equal(
      await refusalOf(bench, 'POST /disclosure/policies/:policyId/answer', { input: answer, actor: both }),
      'policy_own',
    );
    await get(bench, 'POST /disclosure/policies/:policyId/answer', { input: answer, actor: bench.officer });
    assert.equal((await look()).dataset.policy.least, 11);
    assert.equal(
      await refusalOf(bench, 'POST /disclosure/policies/:policyId/answer', { input: answer, actor: bench.officer }),
      'policy_answered',
    );
  });

  test('that is the same is not asked for', async () => {
    assert.equal(await refusalOf(bench, path, ask({})), 'policy_is_so');
  });
});

describe('a quote', () => {
  const propose = (more: object = {}) => ({
    input: { language: 'en', words: 'They called me back the same day.', attribution: 'none', ...more },
    actor: bench.planner,
  });
  const listed = async () => (await get<{ quotes: Quote[] }>(bench, 'GET /public/quotes', { actor: ANYONE })).quotes;

  test('is public once a second person has read it, and no more once it is withdrawn', async () => {
    const { quoteId } = await get<Quote>(bench, 'POST /quotes', propose());
    const input = { quoteId };
    assert.deepEqual(await listed(), []);
    assert.equal(await refusalOf(bench, 'POST /quotes/:quoteId/release', { input, actor: bench.planner }), 'quote_own');
    await get(bench, 'POST /quotes/:quoteId/release', { input, actor: bench.officer });
    assert.deepEqual(
      (await listed()).map((quote) => quote.quoteId),
      [quoteId],
    );
    await get(bench, 'POST /quotes/:quoteId/withdraw', { input, actor: bench.planner });
    assert.deepEqual(await listed(), []);
    assert.equal(
      await refusalOf(bench, 'POST /quotes/:quoteId/release', { input, actor: bench.officer }),
      'quote_moved_on',
    );
  });

  test('says one thing at most of who spoke, and only what fits eleven or more', async () => {
    const small = propose({ attribution: 'role', role: 'parent', groupSize: 10 });
    assert.equal(await refusalOf(bench, 'POST /quotes', small), 'quote_group_small');
    assert.equal(
      await refusalOf(bench, 'POST /quotes', propose({ attribution: 'area', groupSize: 900 })),
      'quote_unattributed',
    );
    const both = propose({ attribution: 'role', role: 'parent', ageGroup: 'from_60', groupSize: 900 });
    const quote = await get<Quote>(bench, 'POST /quotes', both);
    assert.deepEqual([quote.attribution, quote.attributedTo], ['role', 'parent']);
  });

  test('is proposed by who may', async () => {
    const actor = actorInRole('navigator', null);
    assert.equal(await refusalOf(bench, 'POST /quotes', { ...propose(), actor }), 'not_allowed');
  });
});
