import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Actor } from '@qantara/kernel';
import { nameKeys } from '@qantara/people/domain';
import { AS_SYSTEM, circlesOf, errorCode, inTransaction, standingOf, type DatabaseClient } from '@qantara/platform';
import { actorAs } from './matrix/actors.ts';
import { smallRegion, type SmallRegion } from './matrix/region.ts';

let region: SmallRegion;
/** Rows of what hangs on a referral, and of a care plan: no more than stand for each table. */
const OF_REFERRALS = `with asked as (select * from referrals.referral where person_id = $1 and referral_id = $2),
  offered as (insert into referrals.candidate (person_id, referral_id, service_id, organisation_id, from_organisation_id, need_code,
      priority, record_class, state, offered_at)
    select person_id, referral_id, service_id, organisation_id, from_organisation_id, need_code, priority, 'ordinary', 'lost', now()
    from asked),
  went as (insert into referrals.onward (person_id, referral_id, onward_id, from_organisation_id, kind, service_id, state, asked_at)
    select person_id, referral_id, referral_id, from_organisation_id, 'split', service_id, 'sent', now() from asked),
  waits as (insert into referrals.wait_entry (person_id, referral_id, entry_id, service_id, organisation_id, rank, place_at, state, joined_at)
    select person_id, referral_id, referral_id, service_id, organisation_id, 2, now(), 'left', now() from asked),
  wrote as (insert into referrals.message (person_id, message_id, side, words, at)
    select person_id, referral_id, 'person', 'x', now() from asked),
  said as (insert into referrals.person_word (person_id, referral_id, word_id, confirmation, is_last, at)
    select person_id, referral_id, referral_id, 'helped', false, now() from asked),
  ordered as (insert into fhir.resource (person_id, resource_type, resource_id, organisation_id, account_id, body, created_at, updated_at)
    select person_id, 'Condition', referral_id, from_organisation_id, from_account_id, '{}', now(), now() from asked),
  versioned as (insert into fhir.resource_version (person_id, resource_id, version, body, organisation_id, account_id, at)
    select person_id, referral_id, 1, '{}', from_organisation_id, from_account_id, now() from asked),
  tasked as (insert into fhir.task (person_id, referral_id) select person_id, referral_id from asked),
  numbered as (insert into fhir.identifier (person_id, resource_id, system, value, resource_type, organisation_id, created_at)
    select person_id, person_id, 'urn:x', '1', 'Patient', from_organisation_id, now() from asked),
  planned as (insert into referrals.care_plan (person_id, organisation_id, lead_account_id, next_review_on, started_at)
    select person_id, from_organisation_id, from_account_id, now(), now() from asked returning person_id, lead_account_id),
  meant as (insert into referrals.care_goal (person_id, goal_id, need_code, words, state, created_at)
    select person_id, referral_id, need_code, 'x', 'active', now() from asked)
  insert into referrals.care_plan_entry (person_id, entry_id, kind, lead_account_id, at)
    select person_id, person_id, 'started', lead_account_id, now() from planned`;
/** What became of a sheet that somebody filled in. */
const OF_SHEETS = `with keyed as (select person_id, sheet_id from sheets.keying where person_id = $1),
  decided as (insert into sheets.decision (person_id, sheet_id, field, choice, decided_by, decided_at)
    select person_id, sheet_id, 'x', 'first', person_id, now() from keyed)
  insert into sheets.outcome (person_id, sheet_id, response_id, illegible, accepted_at)
    select person_id, sheet_id, person_id, '{}', now() from keyed`;
/** Answers that a colleague handed over and that wait for their decision. */
const OF_WAITING = `insert into offline.waiting (person_id, waiting_id, is_contact, account_id, organisation_id, code, sealed, received_at)
  select person_id, person_id, false, from_account_id, from_organisation_id, 'x', 'x', now() from referrals.referral where referral_id = $1`;
before(async () => {
  region = await smallRegion();
  const caller = {
    actor: actorAs('navigator', region.ours),
    locale: 'en' as const,
    origin: 'test',
    setSession: () => undefined,
  };
  await region.executor.call('GET /people/:personId', { personId: region.ours.personId }, { caller });
  const { referralId } = region.ours;
  await region.executor.call('POST /referrals/:referralId/links', { referralId, locale: 'ar' }, { caller });
  await region.database.pool.query({
    text: `with told as (
      insert into notifications.notice (notice_id, template, recipient, urgency, sealed, at)
        values ($1, 'request.moved', 'person', 'soon', 'x', now())),
      addressed as (insert into notifications.addressee (person_id, notice_id) values ($1, $1)), held as (
      insert into oversight.legal_hold (person_id, hold_id, reason, set_by, set_at) values ($1, $1, 'x', $1, now())),
      asked as (insert into partnerlinks.question (person_id, question_id, referral_id, side, words, asked_at)
        values ($1, $1, $2, 'requester', 'x', now()))
      insert into oversight.finding (person_id, finding_id, pattern, account_id, on_day, openings, measured, threshold, first_at,
        last_at, state, found_at) values ($1, $1, 'no_relation', $1, now(), 1, 1, 1, now(), now(), 'open', now())`,
    values: [region.ours.personId, referralId],
  });
  await region.database.pool.query({ text: OF_SHEETS, values: [region.ours.personId] });
  await region.database.pool.query({ text: OF_WAITING, values: [region.ours.referralId] });
  await region.database.pool.query({ text: OF_REFERRALS, values: [region.ours.personId, region.ours.referralId] });
});
after(() => region.close());

/** Tables with somebody in them that are not behind the second wall, and why that is right. */
const OUTSIDE: Record<string, string> = {
  'identity.session': 'opened by a random token of which a digest is kept, before anybody is known',
  'identity.access_code': 'opened by a random code of which a keyed digest is kept, before anybody is known',
  'identity.keyring_request':
    'opened by a name and a password of which a keyed digest is kept, before anybody is known; nobody at work may know of it',
  'assets.skill_consent':
    'its person is a number of its own that stands for nobody the product knows; it decides what everybody may read',
};

/** What is about people and is the privacy officer's alone: not even whoever looks after them reads it. */
const OF_OVERSIGHT = ['oversight.finding', 'oversight.legal_hold'];

const as = <T>(actor: Actor, work: (client: DatabaseClient) => Promise<T>): Promise<T> =>
  inTransaction(region.database.pool, work, { standing: standingOf(actor) });

async function tablesAboutPeople(): Promise<{ table: string; isWalled: boolean }[]> {
  const { rows } = await region.database.pool.query<{ table: string; isWalled: boolean }>(`
    select columns.table_schema || '.' || columns.table_name as table, class.relrowsecurity as "isWalled"
    from information_schema.columns
    join pg_class as class on class.oid = (quote_ident(columns.table_schema) || '.' || quote_ident(columns.table_name))::regclass
    where columns.column_name = 'person_id' and class.relkind in ('r', 'p')
    order by 1`);
  return rows;
}

async function walled(): Promise<string[]> {
  return (await tablesAboutPeople()).filter(({ isWalled }) => isWalled).map(({ table }) => table);
}

async function countIn(client: DatabaseClient, table: string, personId: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>({
    text: `select count(*)::integer as count from ${table} where person_id = $1`,
    values: [personId],
  });
  return rows[0]?.count ?? -1;
}

const codeOf = (work: Promise<unknown>): Promise<string | undefined> =>
  work.then(
    () => undefined,
    (error: unknown) => errorCode(error),
  );

/** What stands for each way to a person: whoever reads sees their own. */
const OF_EACH_CIRCLE = ['people.reach', 'people.name_reach'];

test('every table about people is behind the second wall, or says why it is not', async () => {
  for (const { table, isWalled } of await tablesAboutPeople())
    assert.equal(isWalled, OUTSIDE[table] === undefined, `${table} is not as the list of this test says`);
});

test('whoever looks after a person reads every table about them; a stranger, a stranger’s partner and anyone read no row', async () => {
  const { ours, theirs } = region;
  const strangers = [
    actorAs('navigator', theirs),
    actorAs('partner', { ...theirs, organisationId: theirs.partnerId }),
    actorAs('administrator', theirs),
    actorAs('resident', theirs),
    actorAs('anyone', theirs),
  ];
  for (const table of await walled()) {
    const found = await inTransaction(region.database.pool, (client) => countIn(client, table, ours.personId), {
      standing: AS_SYSTEM,
    });
    if (!['people.contact_point', 'platform.event_value'].includes(table))
      assert.ok(found > 0, `nobody is in ${table}`);
    const own = await as(actorAs('navigator', ours), (client) => countIn(client, table, ours.personId));
    // Of the ways in, each sees its own.
    if (OF_OVERSIGHT.includes(table)) assert.equal(own, 0, `${table} for whoever looks after them`);
    else if (!OF_EACH_CIRCLE.includes(table)) assert.equal(own, found, `${table} for whoever looks after them`);
    for (const stranger of strangers)
      assert.equal(
        await as(stranger, (client) => countIn(client, table, ours.personId)),
        0,
        `${table} for a ${stranger.role}`,
      );
  }
});

test('a stranger changes and removes no row about somebody, whatever the statement says', async () => {
  const { ours, theirs } = region;
  for (const table of await walled())
    for (const statement of [`update ${table} set person_id = person_id`, `delete from ${table}`]) {
      const outcome = await as(actorAs('navigator', theirs), async (client) => {
        const { rowCount } = await client.query({ text: `${statement} where person_id = $1`, values: [ours.personId] });
        return rowCount;
      }).catch((error: unknown) => errorCode(error));
      assert.ok(outcome === 0 || outcome === '42501', `${statement} answered ${String(outcome)}`);
    }
});

test('nobody lets themselves reach somebody: only who looks after a person, or adds them, does', async () => {
  const { ours, theirs } = region;
  const grant = (kind: string) => (client: DatabaseClient) =>
    client.query({
      text: 'insert into people.reach (circle_id, person_id, kind, basis_id) values ($1, $2, $3, $2)',
      values: [theirs.organisationId, ours.personId, kind],
    });
  for (const kind of ['looks_after', 'own', 'shared'])
    assert.equal(await codeOf(as(actorAs('navigator', theirs), grant(kind))), '42501');
  const partner = actorAs('partner', { ...ours, organisationId: ours.partnerId });
  assert.equal(await codeOf(as(partner, grant('looks_after'))), '42501');
});

test('a partner reads the person while a consent shares them, no contact that it does not cover, and nothing once it is taken back', async () => {
  const { ours } = region;
  const partner = actorAs('partner', { ...ours, organisationId: ours.partnerId });
  const navigator = actorAs('navigator', ours);
  const count = (table: string) => as(partner, (client) => countIn(client, table, ours.personId));
  await as(navigator, (client) =>
    client.query({
      text: `insert into people.contact_point (person_id, contact_point_id, kind, value, is_safe, created_at)
        values ($1, $1, 'phone', '1', true, now())`,
      values: [ours.personId],
    }),
  );
  assert.equal(await count('people.person'), 1);
  assert.equal(await count('people.contact_point'), 0);
  assert.equal(await count('screening.screening'), 0);
  const caller = { actor: navigator, locale: 'en' as const, origin: 'test', setSession: () => undefined };
  const given = { personId: ours.personId, consentId: ours.consentId };
  const answer = await region.executor.call('POST /people/:personId/consents/:consentId/withdraw', given, { caller });
  assert.ok(answer.ok);
  for (const table of ['people.person', 'people.name_token', 'people.consent', 'people.consent_recipient'])
    assert.equal(await count(table), 0, table);
});

test('the history and the record of openings are written and never changed, by nobody who answers a call', async () => {
  const navigator = actorAs('navigator', region.ours);
  for (const statement of [
    'update platform.event set reason = null',
    'delete from platform.access_entry',
    'update platform.opening set kind = kind',
    'delete from platform.opening',
    'delete from platform.checkpoint',
    'drop table people.person',
  ])
    assert.equal(await codeOf(as(navigator, (client) => client.query(statement))), '42501', statement);
});

test('the privacy officer reads who opened whose record, and no record', async () => {
  const officer = actorAs('privacy_officer', region.theirs);
  const mine = ['platform.access_entry', 'people.glass', ...OF_OVERSIGHT];
  for (const table of await walled()) {
    const seen = await as(officer, (client) => countIn(client, table, region.ours.personId));
    assert.equal(seen > 0, mine.includes(table), `${table} shows ${seen} rows`);
  }
  const openings = (actor: Actor) =>
    as(actor, async (client) => (await client.query('select 1 from platform.opening')).rowCount);
  assert.ok(Number(await openings(officer)) > 0);
  assert.equal(await openings(actorAs('administrator', region.theirs)), 0);
});

test('names are found for the privacy officer by identifier, and for nobody else', async () => {
  const find = (role: 'privacy_officer' | 'navigator' | 'administrator') =>
    as(actorAs(role, region.theirs), async (client) => {
      const text = `select people.ids_by_name((select min(token) from unnest($1::text[]) as token), '{}')`;
      return (await client.query({ text, values: [nameKeys('ours')] })).rowCount;
    });
  assert.equal(await find('privacy_officer'), 1);
  assert.equal(await find('navigator'), 0);
  assert.equal(await find('administrator'), 0);
});

test('a reader has what the modules publish, in which nobody is named', async () => {
  const read = (statement: string) =>
    inTransaction(region.database.pool, async (client) => {
      await client.query('set local role qantara_reader');
      return client.query(statement);
    });
  assert.equal(await codeOf(read('select 1 from referrals.published_referral')), undefined);
  for (const table of await walled()) assert.equal(await codeOf(read(`select 1 from ${table}`)), '42501', table);
});

test('a connection that is given back stands nowhere: the next caller begins with nothing', async () => {
  const navigator = actorAs('navigator', region.ours);
  await as(navigator, (client) => client.query('select 1'));
  await codeOf(as(navigator, (client) => client.query('select 1 / 0')));
  const { rows } = await region.database.pool.query<{ role: string; circles: string | null }>(
    `select current_setting('role') as role, nullif(current_setting('qantara.circles', true), '') as circles`,
  );
  assert.deepEqual(rows[0], { role: 'none', circles: null });
});

test('a circle that is no identifier is never put into a statement', async () => {
  const hostile: Actor = { ...actorAs('navigator', region.ours), organisationId: `x', false); select 1; --` };
  assert.ok(circlesOf(hostile).includes(hostile.organisationId ?? ''));
  await assert.rejects(
    as(hostile, (client) => client.query('select 1')),
    /A circle is an identifier/,
  );
});
