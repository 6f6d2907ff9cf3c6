import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { saveService } from '@qantara/directory/server';
import { actorInRole, get, inSystem, refusalOf } from '@qantara/identity/testing';
import { aConsent, aPerson } from '@qantara/people/testing';
import { withTables, type AnyCtx } from '@qantara/platform';
import type { Actor } from '@qantara/kernel';
import type { CameBack, OpenReferral, Referral } from '../../contract/index.ts';
import { settleOnward } from './pass-on.ts';
import type { ReferralsTables } from '../tables.gen.ts';
import { aReferral, openReferralsBench, type ReferralsBench } from '../testing.ts';

let bench: ReferralsBench;
before(async () => {
  bench = await openReferralsBench();
});
after(() => bench.database.close());

const PASS_ON = 'POST /referrals/:referralId/pass-on';

async function aPersonNaming(displayName: string, ...partners: ('food' | 'law')[]): Promise<string> {
  const { personId } = await aPerson(bench, { displayName });
  await aConsent(bench, personId, { recipients: partners.map((one) => bench.organisations[one]) });
  return personId;
}

/** What the queue of events does within a second. */
async function settle(): Promise<void> {
  const { rows } = await bench.database.pool.query<{ subject_id: string; person_id: string; data: object }>({
    text: `select subject_id, person_id, data from platform.event where type = 'referral.passed_on' order by event_id`,
    values: [],
  });
  for (const { subject_id: subject, person_id: personId, data } of rows)
    await bench.executor.asSystem((ctx: AnyCtx) =>
      settleOnward(withTables<ReferralsTables>(ctx), {
        eventId: subject,
        type: 'referral.passed_on',
        subject,
        personId,
        data: { ...data },
        at: ctx.now,
      }),
    );
}

function passOn(referral: Referral, serviceId: string, { actor, kind = 'refer_on' }: { actor: Actor; kind?: string }) {
  const { referralId, version } = referral;
  return { input: { referralId, version, serviceId, kind }, actor };
}

function open(referralId: string): Promise<OpenReferral> {
  return get(bench, 'GET /referrals/:referralId', { input: { referralId }, actor: bench.navigator });
}

async function cameBack(): Promise<CameBack[]> {
  const asked = { actor: bench.navigator };
  return (await get<{ cameBack: CameBack[] }>(bench, 'GET /referrals/came-back', asked)).cameBack;
}

test('a partner refers on to another whom the person named, and who asked first sees one story', async () => {
  const sent = await aReferral(bench, await aPersonNaming('Goes On', 'food', 'law'));
  const done = await get<Referral>(bench, PASS_ON, passOn(sent, bench.services.law, { actor: bench.partners.food }));
  assert.deepEqual([done.status, done.reasonCode], ['rejected', 'referred_on']);
  await settle();
  await settle();
  const { chain, onward, history } = await open(sent.referralId);
  assert.deepEqual(
    chain.map(({ status, depth, kind }) => [status, depth, kind]),
    [
      ['rejected', 0, null],
      ['requested', 1, 'refer_on'],
    ],
  );
  assert.deepEqual(
    onward.map(({ state }) => state),
    ['sent'],
  );
  assert.deepEqual(
    history.map(({ step }) => step),
    ['send', 'reject', 'went_on'],
  );
  const next = chain[1]?.referralId ?? '';
  const read = { input: { referralId: next }, actor: bench.partners.law };
  const seen = await get<OpenReferral>(bench, 'GET /referrals/:referralId', read);
  assert.equal(seen.person?.displayName, 'Goes On');
  assert.deepEqual(seen.chain, [], 'a partner sees its own part of the story');
  const { rows } = await bench.database.pool.query<{ depth: number }>(
    'select max(depth)::int as depth from referrals.published_referral',
  );
  assert.equal(rows[0]?.depth, 1);
});

test('what no consent lets go on comes back to who asked, with the reason, until they decide', async () => {
  const personId = await aPersonNaming('Comes Back', 'food');
  const sent = await aReferral(bench, personId);
  await get(bench, PASS_ON, passOn(sent, bench.services.law, { actor: bench.partners.food }));
  await settle();
  const waiting = (await cameBack()).find((one) => one.referralId === sent.referralId);
  assert.equal(waiting?.reasonCode, 'consent_missing');
  const law = bench.organisations.law;
  await aConsent(bench, personId, { recipients: [law] });
  const input = { personId, needCode: 'food', serviceIds: [bench.services.law], followsReferralId: sent.referralId };
  const asked = { input, actor: bench.navigator };
  const [next] = (await get<{ referrals: Referral[] }>(bench, 'POST /referrals', asked)).referrals;
  assert.equal(next?.depth, 1);
  assert.ok(!(await cameBack()).some((one) => one.referralId === sent.referralId));
  const leave = { input: { referralId: sent.referralId }, actor: bench.navigator };
  assert.equal(await refusalOf(bench, 'POST /referrals/:referralId/leave-onward', leave), 'nothing_came_back');
});

test('a request does not go in a circle', async () => {
  const personId = await aPersonNaming('Round And Round', 'food', 'law');
  const sent = await aReferral(bench, personId);
  await get(bench, PASS_ON, passOn(sent, bench.services.law, { actor: bench.partners.food }));
  await settle();
  const next = (await open(sent.referralId)).chain[1]?.referralId ?? '';
  const { referral } = await open(next);
  await get(bench, PASS_ON, passOn(referral, bench.services.food, { actor: bench.partners.law }));
  await settle();
  assert.equal((await cameBack()).find((one) => one.referralId === next)?.reasonCode, 'loop');
});

test('nor without end: after three somebody who knows the person has to think again', async () => {
  let at = await aReferral(bench, await aPersonNaming('Deeper', 'food', 'law'));
  for (let depth = 1; depth <= 4; depth += 1) {
    const organisationId = depth % 2 === 1 ? bench.organisations.law : bench.organisations.food;
    const serviceId = await inSystem(bench, (ctx) =>
      saveService(ctx, { organisationId, name: { en: `Service ${depth}` }, needCodes: ['food'] }),
    );
    const holder = depth % 2 === 1 ? bench.partners.food : bench.partners.law;
    await get(bench, PASS_ON, passOn(at, serviceId, { actor: holder }));
    await settle();
    const deepest = (await open(at.referralId)).chain.at(-1);
    if (depth === 4) {
      assert.equal((await cameBack()).find((one) => one.referralId === at.referralId)?.reasonCode, 'too_deep');
      continue;
    }
    at = (await open(deepest?.referralId ?? '')).referral;
    assert.equal(at.depth, depth);
  }
});

test('a part goes to another while the rest stays: either side may split, a stranger may not', async () => {
  const sent = await aReferral(bench, await aPersonNaming('In Parts', 'food', 'law'));
  const asked = passOn(sent, bench.services.law, { actor: bench.navigator, kind: 'split' });
  const stranger = actorInRole('partner', bench.organisations.law);
  assert.equal(await refusalOf(bench, PASS_ON, { ...asked, actor: stranger }), 'referral_not_found');
  const on = passOn(sent, bench.services.law, { actor: bench.navigator });
  assert.equal(await refusalOf(bench, PASS_ON, on), 'other_side_decides');
  const kept = await get<Referral>(bench, PASS_ON, asked);
  assert.equal(kept.status, 'requested');
  await settle();
  const { chain } = await open(sent.referralId);
  assert.deepEqual(
    chain.map(({ status, depth, kind }) => [status, depth, kind]),
    [
      ['requested', 0, null],
      ['requested', 0, 'split'],
    ],
  );
});
