import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { OutputOf } from '@qantara/kernel';
import { actorInRole, anAccount, call, get, refusalOf, residentOf } from '@qantara/identity/testing';
import { aConsent, aPerson } from '@qantara/people/testing';
import type { carePlanRoutes } from '../../contract/index.ts';
import { aReferral, openReferralsBench, type ReferralsBench } from '../testing.ts';

type Shown = OutputOf<typeof carePlanRoutes.getCarePlan>;
type Mine = OutputOf<typeof carePlanRoutes.getMyPlan>;

let bench: ReferralsBench;
before(async () => {
  bench = await openReferralsBench();
});
after(() => bench.database.close());

const PLAN = '/people/:personId/plan';

async function aPlan(displayName: string): Promise<string> {
  const { personId } = await aPerson(bench, { displayName });
  await aConsent(bench, personId);
  const input = { personId, nextReviewOn: '2099-01-01' };
  await get(bench, `POST ${PLAN}`, { input, actor: bench.navigator });
  return personId;
}

test('a plan holds the goals of several needs, each with the referrals that serve it, and the person reads it', async () => {
  const personId = await aPlan('Several Needs');
  await aReferral(bench, personId);
  const goal = (needCode: string, words: string) =>
    get<Shown>(bench, `POST ${PLAN}/goals`, { input: { personId, needCode, words }, actor: bench.navigator });
  await goal('food', 'A warm meal each day');
  const { plan } = await goal('housing', 'A flat of her own');
  assert.deepEqual(
    plan?.goals.map(({ words, referrals }) => [words, referrals.map(({ status }) => status)]),
    [
      ['A warm meal each day', ['requested']],
      ['A flat of her own', []],
    ],
  );
  const goalId = plan?.goals[0]?.goalId ?? '';
  const end = { input: { personId, goalId, state: 'reached' }, actor: bench.navigator };
  await get(bench, `POST ${PLAN}/goals/:goalId/end`, end);
  assert.equal(await refusalOf(bench, `POST ${PLAN}/goals/:goalId/end`, end), 'goal_not_found');
  const mine = await get<Mine>(bench, 'GET /my-plan', { actor: residentOf(personId) });
  assert.deepEqual(
    mine.plan?.goals.map(({ state }) => state),
    ['active', 'reached'],
  );
  assert.ok(!JSON.stringify(mine).includes('leadName'), 'no names of staff');
  const unknown = { input: { personId, needCode: 'nothing', words: 'x' }, actor: bench.navigator };
  assert.equal(await refusalOf(bench, `POST ${PLAN}/goals`, unknown), 'need_not_found');
});

test('there is one plan and one who leads it, of the organisation that looks after the person', async () => {
  const { personId } = await aPerson(bench, { displayName: 'One Lead' });
  const asked = { input: { personId, nextReviewOn: '2099-01-01' }, actor: bench.navigator };
  const answers = await Promise.all([call(bench, `POST ${PLAN}`, asked), call(bench, `POST ${PLAN}`, asked)]);
  assert.equal(answers.filter(({ ok }) => ok).length, 1, 'two who begin at once are one');
  const other = { ...asked, actor: bench.otherNavigator };
  assert.equal(await refusalOf(bench, `POST ${PLAN}`, other), 'person_not_found');
  const shown = await get<Shown>(bench, `GET ${PLAN}`, { input: { personId }, actor: bench.navigator });
  assert.equal(shown.plan?.leadAccountId, bench.navigator.accountId);
});

test('the lead is given to a colleague with a reason, and the plan keeps who led it when', async () => {
  const personId = await aPlan('Handed Over');
  const account = (email: string, organisationId: string) =>
    anAccount(bench, { email, displayName: email, role: 'navigator', organisationId });
  const { accountId: toAccountId } = await account('next@x.org', bench.organisations.hub);
  const input = { personId, version: 1, toAccountId, reasonCode: 'leaving' };
  const { plan } = await get<Shown>(bench, `POST ${PLAN}/lead`, { input, actor: bench.navigator });
  assert.equal(plan?.leadName, 'next@x.org');
  assert.deepEqual(
    plan?.history.map(({ kind, reasonCode }) => [kind, reasonCode]),
    [
      ['lead_changed', 'leaving'],
      ['started', null],
    ],
  );
  const stale = { input, actor: bench.navigator };
  assert.equal(await refusalOf(bench, `POST ${PLAN}/lead`, stale), 'plan_changed');
  const stranger = await account('stranger@y.org', bench.organisations.clinic);
  const outside = { input: { ...input, version: 2, toAccountId: stranger.accountId }, actor: bench.navigator };
  assert.equal(await refusalOf(bench, `POST ${PLAN}/lead`, outside), 'colleague_not_found');
});

test('a plan is looked at again by its day, and for others it does not exist', async () => {
  const personId = await aPlan('Looked At');
  const review = { input: { personId, version: 1, nextReviewOn: '2020-01-01' }, actor: bench.navigator };
  const { plan } = await get<Shown>(bench, `POST ${PLAN}/review`, review);
  assert.equal(plan?.isReviewDue, true);
  for (const actor of [bench.otherNavigator, actorInRole('navigator', bench.organisations.clinic)])
    assert.equal(await refusalOf(bench, `GET ${PLAN}`, { input: { personId }, actor }), 'person_not_found');
  const { personId: none } = await aPerson(bench, { displayName: 'No Plan' });
  assert.deepEqual(await get<Mine>(bench, 'GET /my-plan', { actor: residentOf(none) }), { plan: null });
});
