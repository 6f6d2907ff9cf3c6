import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Actor } from '@qantara/kernel';
import { actorInRole, anAccount, get, refusalOf } from '@qantara/identity/testing';
import { aConsent, aPerson } from '@qantara/people/testing';
import type { Colleague, OpenReferral, Referral, Worklist } from '../contract/index.ts';
import { openReferralsBench, toSend, type ReferralsBench } from './testing.ts';

let bench: ReferralsBench;
before(async () => {
  bench = await openReferralsBench();
});
after(() => bench.database.close());

const HAND_OVER = 'POST /referrals/hand-over';

async function aNavigator(email: string): Promise<Actor> {
  const organisationId = bench.organisations.hub;
  const { accountId } = await anAccount(bench, { email, displayName: email, role: 'navigator', organisationId });
  return actorInRole('navigator', organisationId, accountId);
}

async function sentBy(actor: Actor, displayName: string): Promise<Referral> {
  const { personId } = await aPerson(bench, { displayName });
  await aConsent(bench, personId);
  const asked = { input: toSend(bench, personId), actor };
  const [referral] = (await get<{ referrals: Referral[] }>(bench, 'POST /referrals', asked)).referrals;
  assert.ok(referral);
  return referral;
}

const narrow = (actor: Actor): Actor => ({
  ...actor,
  permissions: new Set([...actor.permissions].filter((one) => one !== 'referral:lead')),
});

test('whoever leaves gives all that is open to a colleague, and its story says so', async () => {
  const [leaving, staying] = [await aNavigator('leaving@x.org'), await aNavigator('staying@x.org')];
  const sent = [await sentBy(leaving, 'One'), await sentBy(leaving, 'Two')];
  const input = { fromAccountId: leaving.accountId, toAccountId: staying.accountId, reasonCode: 'leaving' };
  assert.deepEqual(await get(bench, HAND_OVER, { input, actor: narrow(leaving) }), { count: 2 });
  for (const { referralId } of sent) {
    const open = await get<OpenReferral>(bench, 'GET /referrals/:referralId', {
      input: { referralId },
      actor: staying,
    });
    assert.equal(open.referral.navigatorAccountId, staying.accountId);
    assert.deepEqual(
      open.history.map(({ step, reasonCode }) => [step, reasonCode]),
      [
        ['send', null],
        ['hand_over', 'leaving'],
      ],
    );
  }
  assert.equal(await refusalOf(bench, HAND_OVER, { input, actor: leaving }), 'nothing_to_hand_over');
});

test('what a colleague looks after is given by the lead alone, and to nobody outside', async () => {
  const [owner, other] = [await aNavigator('owner@x.org'), await aNavigator('other@x.org')];
  await sentBy(owner, 'Three');
  const input = { fromAccountId: owner.accountId, toAccountId: other.accountId, reasonCode: 'absence' };
  assert.equal(await refusalOf(bench, HAND_OVER, { input, actor: narrow(other) }), 'lead_hands_over');
  const stranger = await anAccount(bench, {
    email: 'stranger@x.org',
    role: 'navigator',
    organisationId: bench.organisations.clinic,
  });
  const outside = { ...input, toAccountId: stranger.accountId };
  assert.equal(await refusalOf(bench, HAND_OVER, { input: outside, actor: other }), 'colleague_not_found');
  assert.equal(await refusalOf(bench, HAND_OVER, { input, actor: bench.otherNavigator }), 'nothing_to_hand_over');
});

test('the work of a closed account is nobody’s, and stands on the desk of its organisation until it is given', async () => {
  const [gone, lead] = [await aNavigator('gone@x.org'), await aNavigator('lead@x.org')];
  const { referralId } = await sentBy(gone, 'Left Behind');
  await bench.database.pool.query({
    text: 'update identity.account set disabled_at = now() where account_id = $1',
    values: [gone.accountId],
  });
  const nobodys = async (): Promise<string[]> => {
    const list = await get<Worklist>(bench, 'GET /worklist', { input: { view: 'nobodys' }, actor: lead });
    assert.equal(list.counts.nobodys, list.items.length);
    return list.items.map((item) => item.referralId);
  };
  assert.deepEqual(await nobodys(), [referralId]);
  const { colleagues } = await get<{ colleagues: Colleague[] }>(bench, 'GET /referrals/colleagues', { actor: lead });
  const left = colleagues.find(({ accountId }) => accountId === gone.accountId);
  assert.deepEqual([left?.isClosed, left?.open], [true, 1]);
  const input = {
    fromAccountId: gone.accountId,
    toAccountId: lead.accountId,
    referralId,
    reasonCode: 'account_closed',
  };
  await get(bench, HAND_OVER, { input, actor: lead });
  assert.deepEqual(await nobodys(), []);
});
