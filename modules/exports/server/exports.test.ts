import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { actorInRole, get, refusalOf } from '@qantara/identity/testing';
import { newId, type Actor } from '@qantara/kernel';
import { aConsent, aPerson } from '@qantara/people/testing';
import { aReferral, openReferralsBench, type ReferralsBench } from '@qantara/referrals/testing';
import type { ReferralLine, TakenExport } from '../contract/index.ts';
import { exportsModule } from './index.ts';

let bench: ReferralsBench;
before(async () => {
  bench = await openReferralsBench([exportsModule]);
});
after(() => bench.database.close());

type Taken = { exportId: string; rows: ReferralLine[]; batches: number };

async function take(actor: Actor, input: object = {}): Promise<Taken> {
  const asked = { kind: 'referrals', format: 'csv', ...input };
  const { exportId } = await get<{ exportId: string }>(bench, 'POST /exports', { input: asked, actor });
  const rows: ReferralLine[] = [];
  for (let batches = 1; ; batches += 1) {
    const read = { input: { exportId }, actor };
    const batch = await get<{ rows: ReferralLine[]; isWhole: boolean }>(bench, 'POST /exports/:exportId/rows', read);
    rows.push(...batch.rows);
    if (batch.isWhole) return { exportId, rows, batches };
  }
}

async function addMany(count: number): Promise<void> {
  await bench.database.pool.query({
    text: `insert into referrals.referral (person_id, referral_id, need_code, service_id, organisation_id, from_organisation_id,
        from_account_id, status, priority, created_at, sent_at)
      select person_id, gen_random_uuid(), need_code, service_id, organisation_id, from_organisation_id, from_account_id,
        'completed', 'routine', created_at, sent_at - make_interval(secs => n)
      from referrals.referral, generate_series(1, $1::int) as n where referral_id = (select referral_id from referrals.referral limit 1)`,
    values: [count],
  });
}

test('a list holds one’s own side, the partner’s without a name that consent does not give, and a stranger’s none', async () => {
  const { personId } = await aPerson(bench, { displayName: '=HYPERLINK("x")' });
  await aConsent(bench, personId);
  const { referralId } = await aReferral(bench, personId);
  const ours = await take(bench.navigator);
  assert.deepEqual(
    ours.rows.map((row) => [row.referralId, row.personName, row.status]),
    [[referralId, '=HYPERLINK("x")', 'requested']],
  );
  const partners = await take(bench.partners.food);
  assert.deepEqual(
    partners.rows.map((row) => row.referralId),
    [referralId],
  );
  await bench.database.pool.query({ text: 'update people.consent set withdrawn_at = now()', values: [] });
  assert.equal((await take(bench.partners.food)).rows[0]?.personName, null, 'consent is asked at each batch');
  assert.deepEqual((await take(actorInRole('navigator', bench.organisations.law))).rows, []);
  assert.deepEqual((await take(bench.navigator, { state: 'ended' })).rows, []);
  assert.equal((await take(bench.navigator, { needCode: 'food', state: 'open' })).rows.length, 1);
});

test('a long list comes in batches, each once, every row once, and the account of it is whole', async () => {
  await addMany(2500);
  const { exportId, rows, batches } = await take(bench.navigator);
  assert.equal(batches, 3);
  assert.equal(rows.length, 2501);
  assert.equal(new Set(rows.map(({ referralId }) => referralId)).size, 2501);
  const again = { input: { exportId }, actor: bench.navigator };
  assert.equal(await refusalOf(bench, 'POST /exports/:exportId/rows', again), 'export_not_found');
  const { exports } = await get<{ exports: TakenExport[] }>(bench, 'GET /exports', { actor: bench.navigator });
  assert.deepEqual([exports[0]?.rows, exports[0]?.isWhole], [2501, true]);
  const { rows: told } = await bench.database.pool.query<{ types: string[]; opened: number; data: string }>({
    text: `select (select array_agg(type order by position, ordinal) from platform.event where subject_id = $1) as types,
      (select count(*)::int from platform.access_entry where subject_id = $1) as opened,
      (select string_agg(data::text, '') from platform.event where subject_id = $1) as data`,
    values: [exportId],
  });
  assert.deepEqual(told[0]?.types.toSorted(), ['export.begun', 'export.taken', 'export.went_on', 'export.went_on']);
  assert.equal(told[0]?.opened, 3, 'one opening a batch of the one person in it');
  assert.ok(told[0]?.data.includes('2501'));
});

test('another’s list does not exist, and who may not take lists takes none', async () => {
  const asked = { kind: 'referrals', format: 'xlsx' };
  const { exportId } = await get<{ exportId: string }>(bench, 'POST /exports', {
    input: asked,
    actor: bench.navigator,
  });
  const read = (actor: Actor, id = exportId) =>
    refusalOf(bench, 'POST /exports/:exportId/rows', { input: { exportId: id }, actor });
  assert.equal(await read(bench.partners.food), 'export_not_found');
  assert.equal(await read(bench.navigator, newId()), 'export_not_found');
  assert.equal(await read(actorInRole('planner', null)), 'not_allowed');
  const start = (input: object, actor: Actor) => refusalOf(bench, 'POST /exports', { input, actor });
  assert.equal(await start({ kind: 'screenings', format: 'csv' }, bench.partners.food), 'screenings_not_yours');
  const days = { startsOn: '2026-02-01', endsOn: '2026-01-01' };
  assert.equal(await start({ ...asked, ...days }, bench.navigator), 'last_day_before_first');
});

test('screenings leave without a name', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Nobody Told' });
  const said = { personId, channel: 'navigator', needs: { food: 'yes' }, wants: { food: 'yes' }, locale: 'en' };
  await get(bench, 'POST /screenings', { input: said, actor: bench.navigator });
  const { rows } = await take(bench.navigator, { kind: 'screenings' });
  assert.equal(rows.length, 1);
  assert.equal(JSON.stringify(rows).includes('Nobody Told'), false);
});
