import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { aCharter } from '@qantara/agreements/testing';
import { saveService } from '@qantara/directory/server';
import { actorInRole, countRows, get, inSystem, refusalOf } from '@qantara/identity/testing';
import type { Actor } from '@qantara/kernel';
import { saveOrganisation } from '@qantara/organisations/server';
import { aConsent, aPerson } from '@qantara/people/testing';
import type { OpenReferral, Referral, Worklist } from '../../contract/index.ts';
import { openReferralsBench, type ReferralsBench } from '../testing.ts';

let bench: ReferralsBench;
before(async () => {
  bench = await openReferralsBench();
});
after(() => bench.database.close());

type Partner = { organisationId: string; serviceId: string; actor: Actor };

/** A partner that has signed nothing yet. */
async function aPartner(): Promise<Partner> {
  return inSystem(bench, async (ctx) => {
    const organisationId = await saveOrganisation(ctx, {
      name: { en: 'New partner' },
      description: null,
      sector: 'association',
      email: null,
      phone: null,
      website: null,
      areaId: null,
      receivesReferrals: true,
    });
    const serviceId = await saveService(ctx, { organisationId, name: { en: 'Meals' }, needCodes: ['food'] });
    return { organisationId, serviceId, actor: actorInRole('partner', organisationId) };
  });
}

async function toSend({ organisationId, serviceId }: Partner) {
  const { personId } = await aPerson(bench, { displayName: 'Leila Ben Ali' });
  await aConsent(bench, personId, { recipients: [organisationId] });
  return { input: { personId, needCode: 'food', serviceIds: [serviceId] }, actor: bench.navigator };
}

test('a consent sends nothing to an organisation that no agreement binds', async () => {
  const asked = await toSend(await aPartner());
  const before_ = await countRows(bench, 'referrals.referral');
  assert.equal(await refusalOf(bench, 'POST /referrals', asked), 'agreement_missing');
  assert.equal(await countRows(bench, 'referrals.referral'), before_);
});

test('an agreement that does not name what is sent sends nothing', async () => {
  const partner = await aPartner();
  const parties = [bench.organisations.hub, partner.organisationId];
  await inSystem(bench, (ctx) => aCharter(ctx, parties, { categories: ['need'] }));
  assert.equal(await refusalOf(bench, 'POST /referrals', await toSend(partner)), 'agreement_missing');
});

test('from the day the agreement ends the next read shows the partner nobody, whatever the consent says', async () => {
  const partner = await aPartner();
  const parties = [bench.organisations.hub, partner.organisationId];
  const agreementId = await inSystem(bench, (ctx) => aCharter(ctx, parties));
  const { referrals } = await get<{ referrals: Referral[] }>(bench, 'POST /referrals', await toSend(partner));
  const read = { input: { referralId: referrals[0]?.referralId }, actor: partner.actor };
  const open = () => get<OpenReferral>(bench, 'GET /referrals/:referralId', read);
  const listed = () => get<Worklist>(bench, 'GET /worklist', { actor: partner.actor });
  assert.equal((await open()).person?.displayName, 'Leila Ben Ali');
  assert.equal((await listed()).items[0]?.personName, 'Leila Ben Ali');
  await get(bench, 'POST /agreements/:agreementId/end', {
    input: { agreementId, endedOn: '2020-01-01', reason: 'A breach of what was agreed', version: 1 },
    actor: actorInRole('planner', bench.organisations.hub),
  });
  assert.equal((await open()).person, null);
  assert.equal((await listed()).items[0]?.personName, null);
});
