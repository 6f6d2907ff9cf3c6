import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { saveService } from '@qantara/directory/server';
import { actorInRole, get, inSystem, refusalOf, residentOf } from '@qantara/identity/testing';
import type { Actor } from '@qantara/kernel';
import { saveOrganisation } from '@qantara/organisations/server';
import type { Consent, OverrideBasis, SharingOverride } from '@qantara/people/contract';
import { listUntoldOverrides } from '@qantara/people/server';
import { aConsent, aPerson } from '@qantara/people/testing';
import { inTransaction, standingOf, type DatabaseClient } from '@qantara/platform';
import type { FollowedRequest, OpenReferral, Referral, Worklist } from '../../contract/index.ts';
import { aReferral, openReferralsBench, toSend, type ReferralsBench } from '../testing.ts';

let bench: ReferralsBench;
before(async () => {
  bench = await openReferralsBench();
});
after(() => bench.database.close());

const OVERRIDES = 'POST /people/:personId/overrides';

const toOverride = (personId: string, basis: OverrideBasis, more: object = {}) => ({
  input: {
    personId,
    basis,
    reason: 'Said to the navigator that it happens tonight',
    categories: ['identity', 'need'],
    recipients: [bench.organisations.food],
    telling: 'tell',
    ...more,
  },
  actor: bench.navigator,
});

const send = (personId: string, more: object = {}) => ({
  input: { ...toSend(bench, personId), ...more },
  actor: bench.navigator,
});
const sent = async (personId: string, more: object = {}): Promise<Referral> => {
  const { referrals } = await get<{ referrals: Referral[] }>(bench, 'POST /referrals', send(personId, more));
  const [referral] = referrals;
  return referral ?? assert.fail('nothing was sent');
};
const open = ({ referralId }: Referral, actor: Actor = bench.partners.food): Promise<OpenReferral> =>
  get(bench, 'GET /referrals/:referralId', { input: { referralId }, actor });
const worklist = (actor: Actor = bench.partners.food): Promise<Worklist> => get(bench, 'GET /worklist', { actor });
const countOf = (actor: Actor, table: string, personId: string): Promise<number> =>
  inTransaction(
    bench.database.pool,
    async (client: DatabaseClient) =>
      (await client.query({ text: `select 1 from ${table} where person_id = $1`, values: [personId] })).rows.length,
    { standing: standingOf(actor) },
  );

test('a recorded basis lets the referral through where consent is missing, shows who it is, and ends when somebody ends it', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Leila Ben Ali' });
  assert.equal(await refusalOf(bench, 'POST /referrals', send(personId)), 'consent_missing');
  const override = await get<SharingOverride>(bench, OVERRIDES, toOverride(personId, 'imminent_harm'));
  const referral = await sent(personId);
  assert.equal((await open(referral)).person?.displayName, 'Leila Ben Ali');
  assert.equal((await worklist()).items[0]?.personName, 'Leila Ben Ali');
  assert.equal(await countOf(bench.partners.food, 'people.sharing_override', personId), 1);
  assert.equal(await countOf(bench.partners.law, 'people.sharing_override', personId), 0);
  assert.equal(
    await refusalOf(bench, 'POST /referrals', send(personId, { serviceIds: [bench.services.law] })),
    'consent_missing',
    'for those whom it names, and nobody else',
  );
  assert.equal(
    await refusalOf(bench, 'POST /referrals', send(personId, { note: 'x', needCode: 'food' })),
    'already_referred',
  );
  const end = { input: { personId, overrideId: override.overrideId }, actor: bench.navigator };
  await get(bench, 'POST /people/:personId/overrides/:overrideId/end', end);
  assert.equal(await refusalOf(bench, 'POST /people/:personId/overrides/:overrideId/end', end), 'override_ended');
  assert.equal((await open(referral)).person, null);
  assert.equal((await worklist()).items[0]?.personName, null);
  assert.equal(await countOf(bench.partners.food, 'people.person', personId), 0);
});

test('it ends by itself: after its time the database itself shows the partner nobody', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Past Its Time' });
  const override = await get<SharingOverride>(bench, OVERRIDES, toOverride(personId, 'duty_to_report'));
  const referral = await sent(personId);
  assert.equal(await countOf(bench.partners.food, 'people.person', personId), 1);
  for (const statement of [
    `update people.sharing_override set starts_at = starts_at - interval '30 days', ends_at = ends_at - interval '30 days' where override_id = $1`,
    `update people.reach set until = until - interval '30 days' where basis_id = $1`,
  ])
    await bench.database.pool.query({ text: statement, values: [override.overrideId] });
  assert.equal(await countOf(bench.partners.food, 'people.person', personId), 0);
  assert.equal((await open(referral)).person, null);
  assert.equal((await worklist()).items.find(({ referralId }) => referralId === referral.referralId)?.personName, null);
  const again = send(personId, { needCode: 'food', serviceIds: [bench.services.law] });
  assert.equal(await refusalOf(bench, 'POST /referrals', again), 'consent_missing');
});

test('a duty or a danger of this hour needs no agreement between the two; another basis does', async () => {
  const { organisationId, serviceId } = await inSystem(bench, async (ctx) => {
    const strange = await saveOrganisation(ctx, {
      name: { en: 'Signed nothing' },
      description: null,
      sector: 'association',
      email: null,
      phone: null,
      website: null,
      areaId: null,
      receivesReferrals: true,
    });
    return {
      organisationId: strange,
      serviceId: await saveService(ctx, { organisationId: strange, name: { en: 'Help' }, needCodes: ['food'] }),
    };
  });
  const to = { recipients: [organisationId] };
  const partner = actorInRole('partner', organisationId);
  const child = await aPerson(bench, { displayName: 'A Child', birthYear: new Date().getUTCFullYear() - 9 });
  await get(bench, OVERRIDES, toOverride(child.personId, 'child_at_risk', to));
  const asked = send(child.personId, { serviceIds: [serviceId] });
  assert.equal(await refusalOf(bench, 'POST /referrals', asked), 'agreement_missing');
  await get(bench, OVERRIDES, toOverride(child.personId, 'duty_to_report', to));
  const referral = await sent(child.personId, { serviceIds: [serviceId] });
  assert.equal((await open(referral, partner)).person?.displayName, 'A Child');
  assert.equal((await worklist(partner)).items[0]?.personName, 'A Child');
});

test('a basis for children is none for somebody who is of age, and a reason of one word is no reason', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Of Age', birthYear: 1980 });
  assert.equal(await refusalOf(bench, OVERRIDES, toOverride(personId, 'child_at_risk')), 'basis_needs_child');
  assert.equal(
    await refusalOf(bench, OVERRIDES, toOverride(personId, 'court_order', { reason: 'yes' })),
    'invalid_input',
  );
  const partner = { ...toOverride(personId, 'court_order'), actor: bench.partners.food };
  assert.equal(await refusalOf(bench, OVERRIDES, partner), 'not_allowed');
  const stranger = { ...toOverride(personId, 'court_order'), actor: bench.otherNavigator };
  assert.equal(await refusalOf(bench, OVERRIDES, stranger), 'person_not_found');
});

test('what would endanger somebody if it were told stands on no page of the person, and no statement of theirs shows it', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Not Told' });
  await get(bench, OVERRIDES, toOverride(personId, 'imminent_harm', { telling: 'endangers_person' }));
  await sent(personId);
  const actor = residentOf(personId);
  const followed = await get<FollowedRequest>(bench, 'GET /my-request', { actor });
  assert.deepEqual(followed.referrals, []);
  assert.equal(await countOf(actor, 'people.sharing_override', personId), 0);
  assert.equal(await countOf(actor, 'people.sharing_override_recipient', personId), 0);
  const untold = await inTransaction(
    bench.database.pool,
    (client) => bench.executor.actAt(client, { actor, now: new Date() }, (ctx) => listUntoldOverrides(ctx, personId)),
    { standing: standingOf(actor) },
  );
  assert.equal(untold.length, 1);
  await get(bench, OVERRIDES, toOverride(personId, 'imminent_harm'));
  assert.equal(await countOf(actor, 'people.sharing_override', personId), 1, 'one that may be told is');
});

test('a withdrawal is told to those who had received, by the referral and never by a name, and to nobody else', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Takes It Back' });
  const consent = await aConsent(bench, personId);
  const referral = await aReferral(bench, personId);
  assert.deepEqual((await worklist()).withdrawn, []);
  const input = { personId, consentId: consent.consentId };
  await get<Consent>(bench, 'POST /people/:personId/consents/:consentId/withdraw', { input, actor: bench.navigator });
  const told = await worklist();
  assert.deepEqual(
    told.withdrawn.map((one) => one.referralId),
    [referral.referralId],
  );
  assert.ok(!JSON.stringify(told).includes('Takes It Back'));
  assert.deepEqual((await worklist(bench.partners.law)).withdrawn, []);
});

test('where the partner is told and tells nothing back, it answers in codes and without words', async () => {
  const { personId } = await aPerson(bench, { displayName: 'One Way' });
  await aConsent(bench, personId, { direction: 'to_partners' });
  const { referralId, version } = await aReferral(bench, personId);
  const accept = (note: string) => ({ input: { referralId, version, note }, actor: bench.partners.food });
  const path = 'POST /referrals/:referralId/accept';
  assert.equal(await refusalOf(bench, path, accept('She came with her son')), 'words_back_not_agreed');
  assert.equal(await refusalOf(bench, path, accept('')), null);
});
