import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { newId, type Actor } from '@qantara/kernel';
import { call, countRows, get, refusalOf, residentOf } from '@qantara/identity/testing';
import { aConsent, aPerson } from '@qantara/people/testing';
import type { FollowedRequest, OpenReferral, Referral, TakeStep, Worklist } from '../contract/index.ts';
import { aReferral, openReferralsBench, toSend, type ReferralsBench } from './testing.ts';

let bench: ReferralsBench;
before(async () => {
  bench = await openReferralsBench();
});
after(() => bench.database.close());

const SEND = 'POST /referrals';

async function aConsentingPerson(displayName: string): Promise<string> {
  const { personId } = await aPerson(bench, {
    displayName,
    contactPoints: [
      { kind: 'phone', value: '070 555 100', isSafe: true, note: null },
      { kind: 'address', value: '12 Lemon Street', isSafe: false, note: null },
    ],
  });
  await aConsent(bench, personId);
  return personId;
}

function open(referralId: string, actor: Actor = bench.partners.food): Promise<OpenReferral> {
  return get(bench, 'GET /referrals/:referralId', { input: { referralId }, actor });
}

async function withdrawAll(personId: string): Promise<void> {
  const { consents } = await get<{ consents: { consentId: string }[] }>(bench, 'GET /people/:personId', {
    input: { personId },
    actor: bench.navigator,
  });
  for (const { consentId } of consents)
    await get(bench, 'POST /people/:personId/consents/:consentId/withdraw', {
      input: { personId, consentId },
      actor: bench.navigator,
    });
}

type Step = { actor?: Actor } & Partial<TakeStep>;

function stepAsked(referral: Pick<Referral, 'referralId' | 'version'>, { actor, ...given }: Step = {}) {
  const { referralId, version } = referral;
  return { input: { referralId, version, ...given }, actor: actor ?? bench.partners.food };
}

test('without consent nothing is sent and nothing is written', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Not Asked' });
  const before = await countRows(bench, 'referrals.referral');
  const asked = { input: toSend(bench, personId), actor: bench.navigator };
  assert.equal(await refusalOf(bench, SEND, asked), 'consent_missing');
  assert.equal(await countRows(bench, 'referrals.referral'), before);
});

test('one partner without consent, and none is sent to: all or nothing', async () => {
  const personId = await aConsentingPerson('Half Agreed');
  const before = [await countRows(bench, 'referrals.referral'), await countRows(bench, 'referrals.referral_step')];
  const both = toSend(bench, personId, { serviceIds: [bench.services.food, bench.services.law] });
  assert.equal(await refusalOf(bench, SEND, { input: both, actor: bench.navigator }), 'consent_missing');
  const now = [await countRows(bench, 'referrals.referral'), await countRows(bench, 'referrals.referral_step')];
  assert.deepEqual(now, before);
});

test('a note is one more thing to have agreed to', async () => {
  const personId = await aConsentingPerson('No Note');
  const asked = { input: toSend(bench, personId, { note: 'is afraid' }), actor: bench.navigator };
  assert.equal(await refusalOf(bench, SEND, asked), 'consent_missing');
});

test('sent, accepted, completed: each side takes its own steps, and the story tells them', async () => {
  const sent = await aReferral(bench, await aConsentingPerson('Whole Way'));
  assert.equal(sent.status, 'requested');
  const accept = 'POST /referrals/:referralId/accept';
  assert.equal(await refusalOf(bench, accept, stepAsked(sent, { actor: bench.navigator })), 'not_allowed');
  const accepted = await get<Referral>(bench, accept, stepAsked(sent));
  const complete = 'POST /referrals/:referralId/complete';
  assert.equal(await refusalOf(bench, complete, stepAsked(accepted)), 'outcome_needed');
  const done = await get<Referral>(bench, complete, stepAsked(accepted, { outcomeCode: 'help_given' }));
  assert.equal(done.status, 'completed');
  const { history, may } = await open(sent.referralId, bench.navigator);
  assert.deepEqual(
    history.map(({ step }) => step),
    ['send', 'accept', 'complete'],
  );
  assert.deepEqual(may, ['void']);
});

test('the partner knows who it is while the consent lives; after it is taken back the next read shows nobody', async () => {
  const personId = await aConsentingPerson('Leila Ben Ali');
  const { referralId } = await aReferral(bench, personId);
  const seen = await open(referralId);
  assert.equal(seen.person?.displayName, 'Leila Ben Ali');
  assert.deepEqual(
    seen.person?.contactPoints.map(({ value }) => value),
    ['070 555 100'],
    'only what is safe to use',
  );
  const listed = await get<Worklist>(bench, 'GET /worklist', { actor: bench.partners.food });
  assert.equal(listed.items.find((item) => item.referralId === referralId)?.personName, 'Leila Ben Ali');

  await withdrawAll(personId);
  assert.equal((await open(referralId)).person, null);
  const later = await get<Worklist>(bench, 'GET /worklist', { actor: bench.partners.food });
  assert.equal(later.items.find((item) => item.referralId === referralId)?.personName, null);
});

test('after a consent is taken back no answer hands over the note, not even the answer to a step', async () => {
  const { personId } = await aPerson(bench, { displayName: 'With A Note' });
  await aConsent(bench, personId, { categories: ['identity', 'need', 'note'] });
  const asked = { input: toSend(bench, personId, { note: 'is afraid of the dog' }), actor: bench.navigator };
  const { referrals } = await get<{ referrals: Referral[] }>(bench, SEND, asked);
  const [sent] = referrals;
  assert.ok(sent);
  assert.equal((await open(sent.referralId)).referral.note, 'is afraid of the dog');
  await withdrawAll(personId);
  assert.equal((await open(sent.referralId)).referral.note, null);
  const accepted = await get<Referral>(bench, 'POST /referrals/:referralId/accept', stepAsked(sent));
  assert.equal(accepted.note, null);
});

test('a worklist of more than a page loses nobody and shows nobody twice', async () => {
  const sent: string[] = [];
  for (let index = 0; index < 52; index += 1) {
    const personId = await aConsentingPerson(`Many ${index}`);
    sent.push((await aReferral(bench, personId)).referralId);
  }
  // As where one command sends many: one moment for all.
  await bench.database.pool.query(
    'update referrals.referral set sent_at = (select max(sent_at) from referrals.referral)',
  );
  const seen: string[] = [];
  let before: string | null = '';
  while (before !== null) {
    const input: Record<string, string> = before === '' ? {} : { before };
    const page: Worklist = await get<Worklist>(bench, 'GET /worklist', { input, actor: bench.navigator });
    seen.push(...page.items.map((item) => item.referralId));
    before = page.next;
  }
  assert.equal(new Set(seen).size, seen.length);
  for (const referralId of sent) assert.ok(seen.includes(referralId));
});

test('the same command twice has the effect of once', async () => {
  const personId = await aConsentingPerson('Pressed Twice');
  const before = await countRows(bench, 'referrals.referral');
  const asked = { input: toSend(bench, personId), actor: bench.navigator, commandId: crypto.randomUUID() };
  const first = await call(bench, SEND, asked);
  assert.deepEqual(await call(bench, SEND, asked), first);
  assert.equal(await countRows(bench, 'referrals.referral'), before + 1);
  const another = { ...asked, commandId: crypto.randomUUID() };
  assert.equal(await refusalOf(bench, SEND, another), 'already_referred');
});

test('another organisation’s referral does not exist for us: the same answer as for none', async () => {
  const { referralId, version } = await aReferral(bench, await aConsentingPerson('Theirs'));
  const read = (id: string, actor: Actor) =>
    call(bench, 'GET /referrals/:referralId', { input: { referralId: id }, actor });
  for (const actor of [bench.partners.law, bench.otherNavigator])
    assert.deepEqual(await read(referralId, actor), await read(newId(), actor));
  const asked = stepAsked({ referralId, version } as Referral, { actor: bench.partners.law });
  assert.equal(await refusalOf(bench, 'POST /referrals/:referralId/accept', asked), 'referral_not_found');
});

test('who acts on a page that is no longer true is told so, and nothing happens', async () => {
  const sent = await aReferral(bench, await aConsentingPerson('Changed Meanwhile'));
  await get(bench, 'POST /referrals/:referralId/accept', stepAsked(sent));
  const stale = stepAsked(sent, { reasonCode: 'at_capacity' });
  assert.equal(await refusalOf(bench, 'POST /referrals/:referralId/reject', stale), 'referral_changed');
  assert.equal((await open(sent.referralId)).referral.status, 'accepted');
});

test('whether help came is the person’s own word, once there was an answer, and the later word holds', async () => {
  const personId = await aConsentingPerson('Own Word');
  const sent = await aReferral(bench, personId);
  const resident = residentOf(personId);
  const say = (confirmation: string, actor = resident) => ({
    input: { referralId: sent.referralId, confirmation },
    actor,
  });
  const confirm = 'POST /my-request/:referralId/confirm';
  assert.equal(await refusalOf(bench, confirm, say('helped')), 'not_answered_yet');
  await get(bench, 'POST /referrals/:referralId/accept', stepAsked(sent));
  await get(bench, confirm, say('helped'));
  await get(bench, confirm, say('not_helped'));
  const followed = await get<FollowedRequest>(bench, 'GET /my-request', { actor: resident });
  assert.deepEqual(
    followed.referrals.map((referral) => referral.confirmation),
    ['not_helped'],
  );
  const stranger = residentOf((await aPerson(bench, { displayName: 'Stranger' })).personId);
  assert.equal(await refusalOf(bench, confirm, say('helped', stranger)), 'referral_not_found');
});
