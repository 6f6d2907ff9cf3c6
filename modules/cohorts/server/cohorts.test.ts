import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Actor } from '@qantara/kernel';
import { call, get, inSystem, refusalOf } from '@qantara/identity/testing';
import { aConsent, aPerson } from '@qantara/people/testing';
import { aScreening } from '@qantara/screening/testing';
import { withTables } from '@qantara/platform';
import type { Cohort, PastMembership, PersonCohort } from '../contract/index.ts';
import { cohortsModule } from './index.ts';
import { aCohort, agreeTo, membersOf, openCohortsBench, proposalsOf, type CohortsBench } from './testing.ts';

let bench: CohortsBench;
before(async () => {
  bench = await openCohortsBench();
});
after(() => bench.database.close());

const JOIN = 'POST /cohorts/:cohortId/members';
const joining = (cohortId: string, personId: string, as: { actor?: Actor; arm?: string } = {}) => ({
  input: { cohortId, personId, arm: as.arm ?? 'joined' },
  actor: as.actor ?? bench.navigator,
});
const join = (...of: Parameters<typeof joining>) => get<{ membershipId: string }>(bench, JOIN, joining(...of));
const refused = (...of: Parameters<typeof joining>) => refusalOf(bench, JOIN, joining(...of));
const withdraw = (personId: string, consentId: string) =>
  get(bench, 'POST /people/:personId/consents/:consentId/withdraw', {
    input: { personId, consentId },
    actor: bench.navigator,
  });
const getCohort = (cohortId: string, actor = bench.navigator) =>
  get<Cohort>(bench, 'GET /cohorts/:cohortId', { input: { cohortId }, actor });
const ofPerson = (personId: string) =>
  get<{ cohorts: PersonCohort[]; past: PastMembership[] }>(bench, 'GET /people/:personId/cohorts', {
    input: { personId },
    actor: bench.navigator,
  });
const standingIn = async (personId: string, cohortId: string) =>
  (await ofPerson(personId)).cohorts.find(({ cohort }) => cohort.cohortId === cohortId);

const ids = (rows: readonly { personId: string }[]) => rows.map(({ personId }) => personId);

test('nobody is in a cohort before they agreed to it by its runner’s name, nor are they asked whether they fit', async () => {
  const { cohortId } = await aCohort(bench, { ageFrom: 60 });
  const { personId } = await aPerson(bench, { displayName: 'Zohra Jebali', birthYear: 1950 });
  assert.equal(await refused(cohortId, personId), 'cohort_consent_missing');
  assert.deepEqual(await proposalsOf(bench, cohortId), []);
  const before = await standingIn(personId, cohortId);
  assert.deepEqual([before?.standing, before?.missing], ['consent_needed', []]);
  await agreeTo(bench, personId);
  assert.deepEqual(ids(await proposalsOf(bench, cohortId)), [personId]);
  assert.deepEqual(await membersOf(bench, cohortId), [], 'proposed is not in it');
  await join(cohortId, personId);
  assert.deepEqual(ids(await membersOf(bench, cohortId)), [personId]);
  assert.deepEqual(ids(await membersOf(bench, cohortId, bench.runner)), [personId]);
  assert.deepEqual(await proposalsOf(bench, cohortId), []);
  assert.equal(await refused(cohortId, personId), 'already_in_cohort');
});

test('what somebody did not agree to is not asked: a need is used only where the consent covers needs', async () => {
  const { cohortId, categories } = await aCohort(bench, { needCodes: ['food'] });
  assert.deepEqual(categories, ['identity', 'need']);
  const { personId } = await aPerson(bench, { displayName: 'Kamel Trabelsi' });
  await aScreening(bench, personId);
  await agreeTo(bench, personId, ['identity']);
  assert.deepEqual(await proposalsOf(bench, cohortId), []);
  assert.equal(await refused(cohortId, personId), 'cohort_consent_missing');
  await agreeTo(bench, personId, ['identity', 'need']);
  assert.deepEqual(ids(await proposalsOf(bench, cohortId)), [personId]);
});

test('whoever takes their consent back is out at once, for everybody, before anything is written down', async () => {
  const { cohortId } = await aCohort(bench);
  const { personId } = await aPerson(bench, { displayName: 'Faten Gharbi' });
  const { consentId } = await agreeTo(bench, personId);
  await join(cohortId, personId);
  assert.equal((await getCohort(cohortId, bench.runner)).members, 1);
  await withdraw(personId, consentId);
  for (const actor of [bench.navigator, bench.runner]) assert.deepEqual(await membersOf(bench, cohortId, actor), []);
  assert.equal((await getCohort(cohortId, bench.runner)).members, 0);
  assert.equal((await standingIn(personId, cohortId))?.standing, 'consent_needed');
  const [subscriber] = cohortsModule.subscribers ?? [];
  await inSystem(bench, async (ctx) => {
    const event = {
      eventId: consentId,
      type: 'consent.withdrawn',
      subject: consentId,
      personId,
      data: {},
      at: ctx.now,
    };
    await subscriber?.handle(withTables(ctx), event);
    return true;
  });
  assert.deepEqual(
    (await ofPerson(personId)).past.map(({ reason }) => reason),
    ['consent_over'],
  );
  await agreeTo(bench, personId);
  await join(cohortId, personId);
  assert.equal((await membersOf(bench, cohortId)).length, 1);
});

test('a consent that ends by itself ends the membership with it, and the job writes it down', async () => {
  const { cohortId } = await aCohort(bench);
  const { personId } = await aPerson(bench, { displayName: 'Slim Ferchichi' });
  const { consentId } = await agreeTo(bench, personId);
  await join(cohortId, personId);
  for (const text of [
    `update people.consent set starts_at = now() - interval '2 years', ends_at = now() - interval '1 second' where consent_id = $1`,
    `update people.reach set until = now() - interval '1 second' where basis_id = $1`,
  ])
    await bench.database.pool.query({ text, values: [consentId] });
  for (const actor of [bench.navigator, bench.runner]) assert.deepEqual(await membersOf(bench, cohortId, actor), []);
  const [job] = cohortsModule.jobs ?? [];
  await inSystem(bench, async (ctx) => {
    await job?.run(withTables(ctx));
    return true;
  });
  assert.deepEqual(
    (await ofPerson(personId)).past.map(({ reason }) => reason),
    ['consent_over'],
  );
});

test('a consent for something else, or that names somebody else, lets nobody in', async () => {
  const { cohortId } = await aCohort(bench, { organisationId: bench.organisations.food });
  const { personId } = await aPerson(bench, { displayName: 'Olfa Dridi' });
  await agreeTo(bench, personId);
  await aConsent(bench, personId, { purpose: 'referral', recipients: [bench.organisations.food] });
  assert.equal(await refused(cohortId, personId), 'cohort_consent_missing');
});

test('a stranger’s person is proposed to nobody else, and joins by nobody else’s hand', async () => {
  const { cohortId } = await aCohort(bench);
  const { personId } = await aPerson(bench, { displayName: 'Rached Belhadj' });
  await agreeTo(bench, personId);
  assert.ok(ids(await proposalsOf(bench, cohortId)).includes(personId));
  assert.ok(!ids(await proposalsOf(bench, cohortId, bench.otherNavigator)).includes(personId));
  assert.deepEqual(
    await call(bench, JOIN, joining(cohortId, personId, { actor: bench.otherNavigator })),
    await call(bench, JOIN, joining(cohortId, crypto.randomUUID(), { actor: bench.otherNavigator })),
  );
  await join(cohortId, personId);
  assert.deepEqual(await membersOf(bench, cohortId, bench.planner), [], 'who writes cohorts reads nobody in them');
});

test('of those counted beside a study nobody but who looks after them knows who they are', async () => {
  const { cohortId } = await aCohort(bench, { kind: 'study_cohort', hasComparison: true });
  const { personId } = await aPerson(bench, { displayName: 'Ines Ayadi' });
  await agreeTo(bench, personId);
  await join(cohortId, personId, { arm: 'comparison' });
  assert.deepEqual(ids(await membersOf(bench, cohortId)), [personId]);
  assert.deepEqual(await membersOf(bench, cohortId, bench.runner), []);
  const seen = await getCohort(cohortId, bench.runner);
  assert.deepEqual([seen.members, seen.comparison], [0, null], 'fewer than 11 is said to nobody');
  const other = await aCohort(bench);
  assert.equal(await refused(other.cohortId, personId, { arm: 'comparison' }), 'no_comparison');
});

test('a pilot takes as many as it has places for; how many are in is said to others from 11 on', async () => {
  const { cohortId } = await aCohort(bench, { capacity: 1 });
  const [one, two] = [
    await aPerson(bench, { displayName: 'Imed Saidi' }),
    await aPerson(bench, { displayName: 'Emna Saidi' }),
  ];
  for (const { personId } of [one, two]) await agreeTo(bench, personId);
  const { membershipId } = await join(cohortId, one.personId);
  assert.equal(await refused(cohortId, two.personId), 'cohort_full');
  assert.deepEqual([(await getCohort(cohortId)).members, (await getCohort(cohortId, bench.runner)).members], [null, 1]);
  const leaving = { input: { cohortId, membershipId, reason: 'moved_away' }, actor: bench.navigator };
  const path = 'POST /cohorts/:cohortId/members/:membershipId/leave';
  assert.equal(await refusalOf(bench, path, { ...leaving, actor: bench.otherNavigator }), 'cohort_member_not_found');
  await get(bench, path, leaving);
  await join(cohortId, two.personId);
});

test('who does not fit, or of whom it is not known, does not join; nor does anybody before it begins or after its end', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Hela Mabrouk' });
  await agreeTo(bench, personId);
  const ofAge = await aCohort(bench, { ageFrom: 60 });
  assert.equal(await refused(ofAge.cohortId, personId), 'does_not_fit');
  const standing = await standingIn(personId, ofAge.cohortId);
  assert.deepEqual([standing?.standing, standing?.missing], ['unknown', ['age']]);
  const ended = await aCohort(bench, { lastDay: '2021-01-01' });
  assert.equal(await refused(ended.cohortId, personId), 'cohort_not_running');
});

test('two records that are one person are proposed once, and join once', async () => {
  const { cohortId } = await aCohort(bench, { languages: ['so'] });
  const person = { displayName: 'Abdi Warsame', birthYear: 1990, languages: ['so'] };
  const [kept, twin] = [await aPerson(bench, person), await aPerson(bench, person)];
  for (const { personId } of [kept, twin]) await agreeTo(bench, personId);
  const two = { personId: kept.personId, otherPersonId: twin.personId };
  const { mergeId } = await get<{ mergeId: string }>(bench, 'POST /merges', { input: two, actor: bench.navigator });
  const colleague = { ...bench.navigator, accountId: crypto.randomUUID() };
  await get(bench, 'POST /merges/:mergeId/confirm', { input: { mergeId }, actor: colleague });
  assert.deepEqual(ids(await proposalsOf(bench, cohortId)), [kept.personId]);
  await join(cohortId, twin.personId);
  assert.equal(await refused(cohortId, kept.personId), 'already_in_cohort');
  assert.deepEqual(ids(await membersOf(bench, cohortId, bench.runner)), [kept.personId]);
});

test('a child in the household is a criterion, as far as it may be known of', async () => {
  const { cohortId } = await aCohort(bench, { childUnder: 6 });
  const parent = await aPerson(bench, { displayName: 'Rania Sassi', birthYear: 1990 });
  const child = await aPerson(bench, { displayName: 'Yahia Sassi', birthYear: new Date().getUTCFullYear() - 2 });
  await agreeTo(bench, parent.personId);
  const ask = <T>(path: string, input: unknown) => get<T>(bench, path, { input, actor: bench.navigator });
  const begun = { personId: parent.personId, relation: 'head', isHome: true };
  const { householdId } = await ask<{ householdId: string }>('POST /households', begun);
  assert.deepEqual(await proposalsOf(bench, cohortId), []);
  const input = { householdId, personId: child.personId, relation: 'child' };
  await ask('POST /households/:householdId/members', input);
  assert.deepEqual(ids(await proposalsOf(bench, cohortId)), [parent.personId]);
});

test('a cohort is written down whole, and changed over the version that was read', async () => {
  const cohort = await aCohort(bench);
  const change = { ...cohort, ...cohort.criteria, capacity: 30, organisationId: bench.organisations.food };
  const changed = await get<Cohort>(bench, 'POST /cohorts/:cohortId', { input: change, actor: bench.planner });
  assert.deepEqual([changed.capacity, changed.organisationId], [30, bench.organisations.clinic]);
  const again = { input: change, actor: bench.planner };
  assert.equal(await refusalOf(bench, 'POST /cohorts/:cohortId', again), 'cohort_changed');
  const wrong = async (more: Record<string, unknown>) =>
    refusalOf(bench, 'POST /cohorts', { input: { ...change, ...more }, actor: bench.planner });
  assert.equal(await wrong({ ageFrom: 10, ageTo: 5 }), 'ages_reversed');
  assert.equal(await wrong({ lastDay: '2019-01-01' }), 'ends_before_start');
  assert.equal(await wrong({ needCodes: ['gold'] }), 'need_not_found');
  assert.equal(await wrong({ organisationId: crypto.randomUUID() }), 'organisation_not_found');
});
