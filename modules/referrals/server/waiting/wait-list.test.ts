import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { get, refusalOf, residentOf } from '@qantara/identity/testing';
import { aConsent, aPerson } from '@qantara/people/testing';
import { withTables } from '@qantara/platform';
import type { FollowedRequest, OpenReferral, Referral, WaitList } from '../../contract/index.ts';
import type { ReferralsTables } from '../tables.gen.ts';
import { openReferralsBench, toSend, type ReferralsBench } from '../testing.ts';
import { leaveAfterConsent } from './keep-list.ts';
import { expireOffers, offerAfterDecline } from './offer-place.ts';

let bench: ReferralsBench;
before(async () => {
  bench = await openReferralsBench();
});
after(() => bench.database.close());

const HOUR = 3_600_000;
type Priority = Referral['priority'];

/** Somebody who was accepted and waits for a place. */
async function waiting(displayName: string, priority: Priority = 'routine'): Promise<Referral & { consentId: string }> {
  const { personId } = await aPerson(bench, { displayName });
  const { consentId } = await aConsent(bench, personId);
  const asked = { input: toSend(bench, personId, { priority }), actor: bench.navigator };
  const [sent] = (await get<{ referrals: Referral[] }>(bench, 'POST /referrals', asked)).referrals;
  assert.ok(sent);
  const { referralId } = sent;
  const step = (name: string, version: number, reasonCode = '') =>
    get<Referral>(bench, `POST /referrals/:referralId/${name}`, {
      input: { referralId, version, reasonCode },
      actor: bench.partners.food,
    });
  const accepted = await step('accept', sent.version);
  return { ...(await step('hold', accepted.version, 'wait_listed')), consentId };
}

const ofList = () => ({ input: { serviceId: bench.services.food }, actor: bench.partners.food });

async function names(): Promise<(string | null)[]> {
  const { entries } = await get<WaitList>(bench, 'GET /wait-lists/:serviceId', ofList());
  return entries.map(({ personName }) => personName);
}

async function emptied(): Promise<void> {
  await bench.database.pool.query(
    `update referrals.wait_entry set state = 'left' where state in ('waiting', 'offered')`,
  );
}

const offer = () => get(bench, 'POST /wait-lists/:serviceId/offer', ofList());
const offerRefusal = () => refusalOf(bench, 'POST /wait-lists/:serviceId/offer', ofList());

async function storyOf(referralId: string): Promise<string[]> {
  const read = { input: { referralId }, actor: bench.navigator };
  return (await get<OpenReferral>(bench, 'GET /referrals/:referralId', read)).history.map(({ step }) => step);
}

const answered = (referralId: string, answer: string) => ({ input: { referralId, answer }, actor: bench.navigator });
const ANSWER = 'POST /referrals/:referralId/offer';

/** What the queue of events and the clock do. */
async function asSystem(work: (ctx: Parameters<typeof expireOffers>[0]) => Promise<void>, hours = 0): Promise<void> {
  const now = new Date(Date.now() + hours * HOUR);
  await bench.executor.asSystem((ctx) => work({ ...withTables<ReferralsTables>(ctx), now }));
}

test('the list is in the order of urgency, then of time, and whoever is moved is moved with a reason', async () => {
  await emptied();
  await waiting('First Routine');
  await waiting('Second Routine');
  const late = await waiting('This Week', 'this_week');
  assert.deepEqual(await names(), ['This Week', 'First Routine', 'Second Routine']);
  const third = await waiting('Third Routine');
  const move = (referralId: string) => ({
    input: { serviceId: bench.services.food, referralId, reasonCode: 'risk_rose' },
    actor: bench.partners.food,
  });
  await get(bench, 'POST /wait-lists/:serviceId/move', move(third.referralId));
  assert.deepEqual(await names(), ['This Week', 'First Routine', 'Third Routine', 'Second Routine']);
  assert.deepEqual((await storyOf(third.referralId)).at(-1), 'moved');
  assert.equal(await refusalOf(bench, 'POST /wait-lists/:serviceId/move', move(late.referralId)), 'already_first');
  const stranger = { ...ofList(), actor: bench.partners.law };
  assert.equal(await refusalOf(bench, 'GET /wait-lists/:serviceId', stranger), 'service_not_found');
});

test('a place is offered to one at a time; accepted, it is theirs and the partner goes on', async () => {
  await emptied();
  assert.equal(await offerRefusal(), 'nobody_waits');
  const one = await waiting('Offered First');
  await waiting('Offered Second');
  await offer();
  assert.equal(await offerRefusal(), 'offer_is_open');
  const partner = { ...answered(one.referralId, 'accept'), actor: bench.partners.food };
  assert.equal(await refusalOf(bench, ANSWER, partner), 'not_allowed');
  await get(bench, ANSWER, answered(one.referralId, 'accept'));
  assert.deepEqual(await names(), ['Offered Second']);
  assert.equal(await refusalOf(bench, ANSWER, answered(one.referralId, 'decline')), 'no_open_offer');
  const resume = { input: { referralId: one.referralId, version: one.version }, actor: bench.partners.food };
  const resumed = await get<Referral>(bench, 'POST /referrals/:referralId/resume', resume);
  assert.equal(resumed.status, 'in-progress');
});

test('an offer that nobody answers expires by the rules, and the next is offered it, once', async () => {
  await emptied();
  const one = await waiting('Did Not Answer', 'tonight');
  const two = await waiting('Next In Line', 'tonight');
  await offer();
  await asSystem(expireOffers, 3);
  assert.ok(!(await storyOf(one.referralId)).includes('offer_expired'), 'four hours tonight');
  await Promise.all([asSystem(expireOffers, 5), asSystem(expireOffers, 5)]);
  assert.deepEqual(
    (await storyOf(one.referralId)).filter((step) => step === 'offer_expired'),
    ['offer_expired'],
  );
  assert.deepEqual(
    (await storyOf(two.referralId)).filter((step) => step === 'offer'),
    ['offer'],
  );
});

test('the person answers for themselves, and a place that they do not want goes to the next', async () => {
  await emptied();
  const one = await waiting('Says No');
  const two = await waiting('Is Asked Then');
  await offer();
  const own = { input: { referralId: one.referralId, answer: 'decline' }, actor: residentOf(one.personId) };
  await get(bench, 'POST /my-request/:referralId/offer', own);
  const event = { eventId: one.referralId, type: 'referral.place_declined', subject: one.referralId };
  const data = { serviceId: bench.services.food };
  await asSystem((ctx) => offerAfterDecline(ctx, { ...event, personId: one.personId, data, at: ctx.now }));
  assert.deepEqual((await storyOf(two.referralId)).at(-1), 'offer');
});

test('people are told their state, and how many come before only where the service says so', async () => {
  await emptied();
  await waiting('Before Me');
  const me = await waiting('Me');
  const mine = async () => {
    const { referrals } = await get<FollowedRequest>(bench, 'GET /my-request', { actor: residentOf(me.personId) });
    return referrals[0]?.waiting;
  };
  assert.deepEqual([(await mine())?.state, (await mine())?.before], ['waiting', null]);
  const rule = { input: { serviceId: bench.services.food, tellsNumber: true }, actor: bench.partners.food };
  await get(bench, 'POST /wait-lists/:serviceId/rule', rule);
  assert.equal((await mine())?.before, 1);
});

test('whose consent ends leaves the list: nothing is offered to somebody whom the partner may not know', async () => {
  await emptied();
  const one = await waiting('Took It Back');
  await waiting('Still There');
  const path = 'POST /people/:personId/consents/:consentId/withdraw';
  const { personId, consentId, referralId } = one;
  await get(bench, path, { input: { personId, consentId }, actor: bench.navigator });
  const event = { eventId: consentId, type: 'consent.withdrawn', subject: consentId, personId, data: {} };
  await asSystem((ctx) => leaveAfterConsent(ctx, { ...event, at: ctx.now }));
  assert.equal((await storyOf(referralId)).at(-1), 'left_list');
  assert.deepEqual(await names(), ['Still There']);
});

test('whoever is helped elsewhere leaves, and stays on the lists that they did not leave', async () => {
  await emptied();
  const one = await waiting('On Two Lists');
  const leave = { input: { referralId: one.referralId, reasonCode: 'helped_elsewhere' }, actor: bench.navigator };
  await get(bench, 'POST /referrals/:referralId/leave-list', leave);
  assert.deepEqual(await names(), []);
  assert.equal(await refusalOf(bench, 'POST /referrals/:referralId/leave-list', leave), 'wait_entry_not_found');
});

test('what ends the referral ends the place on the list', async () => {
  await emptied();
  const { referralId, version } = await waiting('Cancelled');
  const input = { referralId, version, reasonCode: 'no_longer_needed' };
  await get(bench, 'POST /referrals/:referralId/cancel', { input, actor: bench.navigator });
  assert.deepEqual(await names(), []);
});
