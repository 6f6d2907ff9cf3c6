import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { newId } from '@qantara/kernel';
import { get } from '@qantara/identity/testing';
import { aConsent, aPerson } from '@qantara/people/testing';
import { withTables } from '@qantara/platform';
import type { Referral } from '../contract/index.ts';
import { NEWS } from './tell-news.ts';
import { aReferral, openReferralsBench, type ReferralsBench } from './testing.ts';

let bench: ReferralsBench;
before(async () => {
  bench = await openReferralsBench();
});
after(() => bench.database.close());

async function sent(): Promise<Referral> {
  const { personId } = await aPerson(bench);
  await aConsent(bench, personId);
  return aReferral(bench, personId);
}

/** What was told because of one event, as template and recipient. */
async function toldOf(type: string, { referralId, personId }: Referral): Promise<string[]> {
  const event = { eventId: newId(), type, subject: referralId, personId, data: {}, at: new Date() };
  const subscriber = NEWS.find((one) => one.event === type);
  assert.ok(subscriber);
  const count = 'select template, recipient from notifications.notice order by at, notice_id';
  const before = await bench.database.pool.query({ text: count, values: [] });
  await bench.executor.asSystem((ctx) => subscriber.handle(withTables(ctx), event));
  const { rows } = await bench.database.pool.query<{ template: string; recipient: string }>({
    text: count,
    values: [],
  });
  return rows.slice(before.rows.length).map(({ template, recipient }) => `${template} ${recipient}`);
}

test('when a partner answers, whoever asked is told, and the person learns that there is news', async () => {
  const referral = await sent();
  const { referralId } = referral;
  const input = { referralId, version: 1 };
  await get(bench, 'POST /referrals/:referralId/accept', { input, actor: bench.partners.food });
  assert.deepEqual(await toldOf('referral.accepted', referral), ['referral.answered account', 'request.moved person']);
  assert.deepEqual(await toldOf('referral.accepted', referral), [], 'the same is not said twice');
});

test('silence is told to whoever asked', async () => {
  assert.deepEqual(await toldOf('referral.overdue', await sent()), ['referral.overdue account']);
});

test('a referral that is no longer there is told to nobody', async () => {
  const gone = { ...(await sent()), referralId: newId<'ReferralId'>() };
  assert.deepEqual(await toldOf('referral.completed', gone), []);
});
