import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { newId } from '@qantara/kernel';
import { get, refusalOf } from '@qantara/identity/testing';
import { aConsent, aPerson } from '@qantara/people/testing';
import { verifyChain, withTables } from '@qantara/platform';
import type { RetentionClass, Retention } from '../contract/index.ts';
import { hasBegun, retain, retainNightly } from './retain.ts';
import type { OversightTables } from './tables.gen.ts';
import { inJob, openOversightBench, type OversightBench } from './testing.ts';

let bench: OversightBench;
before(async () => {
  bench = await openOversightBench();
});
after(() => bench.database.close());

async function rows(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return (await bench.database.pool.query<Record<string, unknown>>({ text, values })).rows;
}

const run = (isTrial: boolean) =>
  inJob(bench, async (ctx) => {
    const counts = await retain(withTables<OversightTables>(ctx), { isTrial });
    return Object.fromEntries(counts.map(({ recordClass, count }) => [recordClass, count])) as Record<
      RetentionClass,
      number
    >;
  });

/** Somebody of whom something of each class that is about people is long over. */
async function somebodyOld(): Promise<string> {
  const { personId } = await aPerson(bench, { displayName: 'Long Ago' });
  const { consentId } = await aConsent(bench, personId);
  const old = `timestamptz '2015-01-01'`;
  await rows(
    `update people.consent set starts_at = ${old} - interval '1 day', ends_at = ${old} where consent_id = $1`,
    [consentId],
  );
  await rows(
    `insert into identity.access_code (code_hash, person_id, created_at, expires_at) values (decode(md5($1::uuid::text), 'hex'), $1, ${old}, ${old})`,
    [personId],
  );
  await rows(
    `with made as (insert into identity.keyring (keyring_id, opens_by, created_at)
        values (gen_random_uuid(), sha256(convert_to($1::uuid::text, 'UTF8')), ${old}) returning keyring_id)
      insert into identity.keyring_request (person_id, keyring_request_id, keyring_id, asked_at, added_at, opened_on)
      select $1, gen_random_uuid(), keyring_id, ${old}, ${old}, ${old} from made`,
    [personId],
  );
  await rows(
    `insert into screening.screening (person_id, screening_id, response_id, channel, status, is_urgent, received_at, closed_at)
      values ($1, $2, $2, 'self', 'closed', false, ${old}, ${old})`,
    [personId, newId()],
  );
  await rows(
    `with home as (insert into people.household (household_id, organisation_id, created_at) values (gen_random_uuid(), $2, ${old}) returning household_id)
      insert into people.household_member (person_id, membership_id, household_id, relation, ended_on, created_at)
      select $1, gen_random_uuid(), household_id, 'relative', ${old}, ${old} from home`,
    [personId, bench.organisations.hub],
  );
  await rows(
    `with cohort as (insert into cohorts.cohort (cohort_id, kind, name, description, purpose, organisation_id, starts_on, criteria, created_at, updated_at)
        values (gen_random_uuid(), 'pilot_group', '{"en": "x"}', '{"en": "x"}', '{"en": "x"}', $2, ${old}, '{}', ${old}, ${old}) returning cohort_id)
      insert into cohorts.membership (person_id, membership_id, cohort_id, consent_id, organisation_id, arm, joined_at, left_at, left_reason)
      select $1, gen_random_uuid(), cohort_id, gen_random_uuid(), $2, 'joined', ${old}, ${old}, 'completed' from cohort`,
    [personId, bench.organisations.hub],
  );
  await rows(
    `insert into people.glass (person_id, glass_id, account_id, record_class, reason_code, reason, opened_at, until, verdict, review_note, reviewed_by, reviewed_at)
      values ($1, gen_random_uuid(), gen_random_uuid(), 'ordinary', 'medical', 'x', ${old}, ${old} + interval '1 hour', 'justified', 'x', gen_random_uuid(), ${old})`,
    [personId],
  );
  await rows(`update platform.event set at = ${old} where person_id = $1`, [personId]);
  return personId;
}

/** The same of a referral, with all that higher rooms hang on it, and of what stands beside it. */
async function muchOld(personId: string): Promise<void> {
  const old = `timestamptz '2015-01-01'`;
  const hub = bench.organisations.hub;
  await rows(
    `insert into directory.need (need_code, name, sort) values ('old', '{"en": "x"}', 1) on conflict do nothing`,
  );
  await rows(
    `with sent as (
      insert into referrals.referral (person_id, referral_id, need_code, from_organisation_id, from_account_id, status, reason_code, priority, created_at, ended_at)
      values ($1, gen_random_uuid(), 'old', $2, gen_random_uuid(), 'cancelled', 'duplicate', 'routine', ${old}, ${old}) returning person_id, referral_id),
    linked as (
      insert into partnerlinks.link (person_id, link_id, referral_id, organisation_id, digest, locale, made_at, expires_at)
      select person_id, gen_random_uuid(), referral_id, $2, sha256(convert_to(person_id::text, 'UTF8')), 'ar', ${old}, ${old} from sent),
    asked as (
      insert into partnerlinks.question (person_id, question_id, referral_id, side, words, asked_at)
      select person_id, gen_random_uuid(), referral_id, 'target', 'x', ${old} from sent)
    insert into fhir.task (person_id, referral_id) select person_id, referral_id from sent`,
    [personId, hub],
  );
  await rows(
    `with plan as (
      insert into referrals.care_plan (person_id, organisation_id, lead_account_id, next_review_on, started_at)
      values ($1, $2, gen_random_uuid(), ${old}, ${old}) returning person_id)
    insert into referrals.care_goal (person_id, goal_id, need_code, words, state, created_at, ended_at)
    select person_id, gen_random_uuid(), 'old', 'x', 'reached', ${old}, ${old} from plan`,
    [personId, hub],
  );
  await rows(
    `with stated as (
      insert into fhir.resource (person_id, resource_type, resource_id, organisation_id, account_id, body, created_at, updated_at)
      values ($1, 'Condition', gen_random_uuid(), $2, gen_random_uuid(), '{}', ${old}, ${old}) returning *)
    insert into fhir.resource_version (person_id, resource_id, version, body, organisation_id, account_id, at)
    select person_id, resource_id, 1, '{}', organisation_id, account_id, ${old} from stated`,
    [personId, hub],
  );
}

async function left(personId: string): Promise<number[]> {
  const tables = ['people.consent', 'identity.access_code', 'screening.screening', 'platform.event_value'];
  const counts = await Promise.all(
    tables.map((table) => rows(`select count(*)::int as count from ${table} where person_id = $1`, [personId])),
  );
  return counts.map(([counted]) => Number(counted?.['count']));
}

test('a trial counts what would go and removes nothing; a run removes it, but nothing about people on whom a hold stands', async () => {
  const gone = await somebodyOld();
  const held = await somebodyOld();
  const hold = { input: { personId: held, reason: 'a case before the court' }, actor: bench.officer };
  const { holdId } = await get<{ holdId: string }>(bench, 'POST /oversight/holds', hold);
  assert.equal(await refusalOf(bench, 'POST /oversight/holds', hold), 'hold_stands');

  const trial = await run(true);
  assert.deepEqual([trial.ended_consent, trial.access_code, trial.request_to_nothing, trial.audit_value], [1, 1, 1, 1]);
  assert.equal(trial.keyring_request, 1);
  assert.deepEqual([trial.past_household, trial.past_membership, trial.emergency], [1, 1, 1]);
  assert.deepEqual(await left(gone), [1, 1, 1, 1]);

  assert.deepEqual(await run(false), trial);
  assert.deepEqual(await left(gone), [0, 0, 0, 0]);
  const accounts = await rows('select count(*)::int as count from identity.keyring', []);
  assert.equal(accounts[0]?.['count'], 1, 'an account without a request goes; the one of the held person stays');
  // Beside what was changed, why the hold stands.
  assert.deepEqual(await left(held), [1, 1, 1, 2]);
  assert.deepEqual([...new Set(Object.values(await run(false)))], [0]);

  await get(bench, 'POST /oversight/holds/:holdId/lift', { input: { holdId }, actor: bench.officer });
  assert.equal((await run(true)).ended_consent, 1);
  const lift = { input: { holdId }, actor: bench.officer };
  assert.equal(await refusalOf(bench, 'POST /oversight/holds/:holdId/lift', lift), 'hold_not_found');
});

test('what a run erased beside the chain is told in it: the audit names nothing but what this test changed by hand', async () => {
  const { broken } = await verifyChain(bench.database.pool);
  // The moment of the events was changed above, to make them old; nothing else is wrong.
  assert.deepEqual([...new Set(broken.map(({ what }) => what))], ['changed']);
  assert.ok(broken.every(({ where }) => where === 'platform.event'));
});

test('records end by the clock only after two people began it', async () => {
  const night = () => inJob(bench, async (ctx) => (await retainNightly(withTables<OversightTables>(ctx)), true));
  const runs = async () => (await rows('select 1 as one from oversight.retention_run where not is_trial')).length;
  const before = await runs();
  await night();
  assert.equal(await runs(), before);
  const ask = { input: { reason: 'the council decided so' }, actor: bench.officer };
  const { assentId } = await get<{ assentId: string }>(bench, 'POST /oversight/retention/ask', ask);
  const begin = { input: { assentId }, actor: bench.officer };
  assert.equal(await refusalOf(bench, 'POST /oversight/retention/:assentId/begin', begin), 'assent_not_agreed');
  const word = { input: { assentId, agrees: true }, actor: bench.administrator };
  await get(bench, 'POST /oversight/retention/:assentId/answer', word);
  await get(bench, 'POST /oversight/retention/:assentId/begin', begin);
  assert.ok(await inJob(bench, hasBegun));
  await night();
  assert.equal(await runs(), before + 1);
  assert.equal(await refusalOf(bench, 'POST /oversight/retention/ask', ask), 'retention_begun');
  // Some may have been asked at the same time and left lying: what was begun stays so.
  await rows(`insert into platform.assent (assent_id, kind, about, reason, state, asked_by, asked_at, expires_at)
    select gen_random_uuid(), kind, about, reason, 'asked', asked_by, asked_at + interval '1 second', expires_at
    from platform.assent, generate_series(1, 60) where kind = 'oversight.retention'`);
  assert.ok(await inJob(bench, hasBegun));
});

test('an administrator, who may agree, reads no hold on anybody', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Held' });
  await get(bench, 'POST /oversight/holds', {
    input: { personId, reason: 'a complaint is open' },
    actor: bench.officer,
  });
  const asOf = (actor: typeof bench.officer) => get<Retention>(bench, 'GET /oversight/retention', { actor });
  assert.ok((await asOf(bench.officer)).holds.some((hold) => hold.personId === personId));
  assert.deepEqual((await asOf(bench.administrator)).holds, []);
});

test('what hangs on a referral goes with it, and so do old plans and what programs stated', async () => {
  const gone = await somebodyOld();
  await muchOld(gone);
  const held = await somebodyOld();
  await muchOld(held);
  const hold = { input: { personId: held, reason: 'a case before the court' }, actor: bench.officer };
  const { holdId } = await get<{ holdId: string }>(bench, 'POST /oversight/holds', hold);
  const done = await run(false);
  assert.deepEqual([done.closed_referral, done.care_plan, done.statement], [1, 1, 1]);
  const tables = [
    'referrals.referral',
    'partnerlinks.link',
    'partnerlinks.question',
    'fhir.task',
    'referrals.care_plan',
    'referrals.care_goal',
    'fhir.resource',
    'fhir.resource_version',
  ];
  for (const table of tables) {
    const found = await rows(`select person_id from ${table} where person_id = any ($1::uuid[])`, [[gone, held]]);
    assert.deepEqual(
      found.map((row) => row['person_id']),
      [held],
      table,
    );
  }
  await get(bench, 'POST /oversight/holds/:holdId/lift', { input: { holdId }, actor: bench.officer });
  await run(false);
});
