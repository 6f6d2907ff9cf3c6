import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Actor } from '@qantara/kernel';
import { actorInRole, call, get, residentOf } from '@qantara/identity/testing';
import { aConsent, aPerson } from '@qantara/people/testing';
import { withTables } from '@qantara/platform';
import fc from 'fast-check';
import { EntryReason, ReasonCode, ReferralStep, type Referral, type ReferralStatus } from '../contract/index.ts';
import { reasonsFor, replay, type StoryEntry } from '../domain/index.ts';
import { walkDue } from './deadlines/walk-due.ts';
import type { ReferralsTables } from './tables.gen.ts';
import { openReferralsBench, toSend, type ReferralsBench } from './testing.ts';
import { expireOffers } from './waiting/offer-place.ts';

let bench: ReferralsBench;
before(async () => {
  bench = await openReferralsBench();
});
after(() => bench.database.close());

const ACTS = [
  ...ReferralStep.exclude(['send']).options.map((step) => `POST /referrals/:referralId/${step}`),
  'POST /referrals/:referralId/open',
  'POST /open-requests/:referralId/claim',
  'POST /open-requests/:referralId/pass',
  'POST /referrals/:referralId/pass-on',
  'POST /referrals/:referralId/offer',
  'POST /referrals/:referralId/leave-list',
  'POST /wait-lists/:serviceId/offer',
  'POST /wait-lists/:serviceId/move',
  'POST /my-request/:referralId/confirm',
  'POST /my-request/:referralId/offer',
  'the clock',
] as const;

type Act = { who: number; act: string; reasonCode: string; stale: boolean; kind: string };
const anAct: fc.Arbitrary<Act> = fc.record({
  who: fc.nat(5),
  act: fc.constantFrom(...ACTS),
  reasonCode: fc.constantFrom(...ReasonCode.options, 'risk_rose', 'own_wish'),
  stale: fc.nat(4).map((one) => one === 0),
  kind: fc.constantFrom('refer_on', 'split'),
});

async function rowOf(referralId: string) {
  const { rows } = await bench.database.pool.query<{
    status: ReferralStatus;
    reason_code: string | null;
    version: number;
    organisation_id: string | null;
    next_step_at: Date | null;
  }>({
    text: 'select status, reason_code, version, organisation_id, next_step_at from referrals.referral where referral_id = $1',
    values: [referralId],
  });
  const [row] = rows;
  assert.ok(row);
  return row;
}

async function storyOf(referralId: string): Promise<StoryEntry[]> {
  const { rows } = await bench.database.pool.query<StoryEntry>({
    text: `select step, side, from_status as "fromStatus", to_status as "toStatus", reason_code as "reasonCode"
      from referrals.referral_step where referral_id = $1 order by at, step_id`,
    values: [referralId],
  });
  return rows;
}

/** A day and a half go by for this referral, and the system looks: what was due before is due longer. */
async function clock(referralId: string): Promise<void> {
  const ago = "- interval '36 hours'";
  for (const text of [
    `update referrals.referral set next_step_at = next_step_at ${ago}, due_at = due_at ${ago}, escalate_at = escalate_at ${ago}
      where referral_id = $1`,
    `update referrals.wait_entry set expires_at = expires_at ${ago} where referral_id = $1`,
  ])
    await bench.database.pool.query({ text, values: [referralId] });
  await bench.executor.asSystem(async (ctx) => {
    await walkDue(withTables<ReferralsTables>(ctx));
    await expireOffers(withTables<ReferralsTables>(ctx));
  });
}

async function doIt(act: Act, of: { referral: Referral; actors: Actor[] }): Promise<void> {
  const { referralId, personId } = of.referral;
  if (act.act === 'the clock') return clock(referralId);
  const { version } = await rowOf(referralId);
  const { food, law } = bench.services;
  const input = {
    referralId,
    personId,
    version: act.stale ? version - 1 : version,
    reasonCode: act.reasonCode,
    outcomeCode: 'help_given',
    note: '',
    serviceId: act.who % 2 === 0 ? food : law,
    kind: act.kind,
    answer: act.stale ? 'decline' : 'accept',
    confirmation: 'helped',
  };
  const step = ReferralStep.safeParse(act.act.split('/').at(-1));
  if (step.success && reasonsFor(step.data).length === 0) input.reasonCode = '';
  await call(bench, act.act, { input, actor: of.actors[act.who] ?? residentOf(personId) });
}

/** What must hold of a referral whatever was done to it. */
async function check(referralId: string): Promise<void> {
  const row = await rowOf(referralId);
  const story = await storyOf(referralId);
  const told = replay(story);
  assert.equal(told.status, row.status);
  assert.equal(told.reasonCode, row.reason_code);
  for (const { reasonCode } of story) EntryReason.nullable().parse(reasonCode);
  const isOver = ['rejected', 'completed', 'failed', 'cancelled', 'entered-in-error'].includes(row.status);
  if (isOver) assert.equal(row.next_step_at, null, 'nobody is reminded of what is over');
  if (row.organisation_id === null) assert.ok(['requested', 'cancelled', 'entered-in-error'].includes(row.status));
}

test('no sequence of acts by any actors reaches a state or reason that is forbidden, and every story replays', async () => {
  const { hub, clinic, food, law } = bench.organisations;
  let [changed, count] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 4, maxLength: 14 }), fc.boolean(), async (acts, isOpen) => {
      count += 1;
      const { personId } = await aPerson(bench, { displayName: `Model ${count}` });
      await aConsent(bench, personId, { recipients: [food, law] });
      const asked = { input: toSend(bench, personId, { priority: 'tonight' }), actor: bench.navigator };
      const referral = isOpen
        ? await get<Referral>(bench, 'POST /referrals/open', asked)
        : (await get<{ referrals: Referral[] }>(bench, 'POST /referrals', asked)).referrals[0];
      assert.ok(referral);
      const actors = [
        bench.partners.food,
        bench.partners.law,
        bench.navigator,
        actorInRole('navigator', hub),
        actorInRole('navigator', clinic),
      ];
      for (const act of acts) await doIt(act, { referral, actors });
      await check(referral.referralId);
      changed += (await storyOf(referral.referralId)).length > 1 ? 1 : 0;
    }),
    { numRuns: 60 },
  );
  assert.ok(changed > 20, `only ${changed} stories went anywhere`);
});
