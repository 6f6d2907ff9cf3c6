import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { actorInRole, call, get, inSystem, refusalOf } from '@qantara/identity/testing';
import { aConsent, aPerson } from '@qantara/people/testing';
import { saveArea } from '@qantara/territory/server';
import type { OpenReferral, OpenRequest, Referral, Worklist } from '../../contract/index.ts';
import { aReferral, openReferralsBench, type ReferralsBench } from '../testing.ts';

let bench: ReferralsBench;
let home: string;
before(async () => {
  bench = await openReferralsBench();
  const area = (code: string, kind: 'municipality' | 'neighbourhood', parentCode: string | null) =>
    inSystem(bench, (ctx) =>
      saveArea(ctx, {
        code,
        kind,
        parentCode,
        name: { en: code },
        boundary: null,
        latitude: null,
        longitude: null,
        population: null,
      }),
    );
  await area('Town', 'municipality', null);
  home = await area('Back Street', 'neighbourhood', 'Town');
});
after(() => bench.database.close());

const OPEN = 'POST /referrals/open';
const CLAIM = 'POST /open-requests/:referralId/claim';

async function aPersonNaming(displayName: string, ...partners: ('food' | 'law')[]): Promise<string> {
  const { personId } = await aPerson(bench, { displayName, areaId: home, languages: ['ar'] });
  await aConsent(bench, personId, { recipients: partners.map((one) => bench.organisations[one]) });
  return personId;
}

function opened(personId: string): Promise<Referral> {
  const input = { personId, needCode: 'food', priority: 'tonight' };
  return get(bench, OPEN, { input, actor: bench.navigator });
}

async function offeredTo(partner: 'food' | 'law'): Promise<OpenRequest[]> {
  const actor = bench.partners[partner];
  return (await get<{ requests: OpenRequest[] }>(bench, 'GET /open-requests', { actor })).requests;
}

const claimOf = (referralId: string, partner: 'food' | 'law') => ({
  input: { referralId, serviceId: bench.services[partner] },
  actor: bench.partners[partner],
});

test('an open request shows what is needed, where about, how soon and in which language, and nothing of who it is', async () => {
  const personId = await aPersonNaming('Nobody Must Know', 'food', 'law');
  const { referralId, organisationId } = await opened(personId);
  assert.equal(organisationId, null);
  const mine = (await offeredTo('law')).find((one) => one.referralId === referralId);
  assert.deepEqual(
    [mine?.needName.en, mine?.areaName?.en, mine?.priority, mine?.languages],
    ['food', 'Town', 'tonight', ['ar']],
  );
  const told = JSON.stringify(await offeredTo('law'));
  assert.ok(!told.includes(personId) && !told.includes('Nobody Must Know') && !told.includes('Back Street'));
  const read = { input: { referralId }, actor: bench.partners.law };
  assert.equal(await refusalOf(bench, 'GET /referrals/:referralId', read), 'referral_not_found');
});

test('the first who claims it has it, and only then learns who it is; the other is told', async () => {
  const personId = await aPersonNaming('Leila', 'food', 'law');
  const { referralId } = await opened(personId);
  const claimed = await get<Referral>(bench, CLAIM, claimOf(referralId, 'law'));
  assert.equal(claimed.status, 'accepted');
  assert.equal(claimed.organisationId, bench.organisations.law);
  const read = { input: { referralId }, actor: bench.partners.law };
  const open = await get<OpenReferral>(bench, 'GET /referrals/:referralId', read);
  assert.equal(open.person?.displayName, 'Leila');
  assert.deepEqual(
    open.history.map(({ step }) => step),
    ['send', 'claim', 'accept'],
  );
  assert.equal(await refusalOf(bench, CLAIM, claimOf(referralId, 'food')), 'already_claimed');
  assert.ok(!(await offeredTo('food')).some((one) => one.referralId === referralId));
});

test('two partners who claim at once are one who has it and one who is told', async () => {
  for (let round = 0; round < 8; round += 1) {
    const { referralId } = await opened(await aPersonNaming(`Both ${round}`, 'food', 'law'));
    const answers = await Promise.all([
      call(bench, CLAIM, claimOf(referralId, 'food')),
      call(bench, CLAIM, claimOf(referralId, 'law')),
    ]);
    assert.equal(answers.filter(({ ok }) => ok).length, 1);
    assert.deepEqual(
      answers.flatMap((answer) => (answer.ok ? [] : [answer.code])),
      ['already_claimed'],
    );
  }
});

test('only those whom the person named are asked, and nobody where they named nobody', async () => {
  const { referralId } = await opened(await aPersonNaming('Food Alone', 'food'));
  assert.ok((await offeredTo('food')).some((one) => one.referralId === referralId));
  assert.ok(!(await offeredTo('law')).some((one) => one.referralId === referralId));
  assert.equal(await refusalOf(bench, CLAIM, claimOf(referralId, 'law')), 'open_request_not_found');
  const { personId } = await aPerson(bench, { displayName: 'Not Asked', areaId: home });
  const asked = { input: { personId, needCode: 'food' }, actor: bench.navigator };
  assert.equal(await refusalOf(bench, OPEN, asked), 'consent_missing');
  const housing = { input: { personId, needCode: 'housing' }, actor: bench.navigator };
  assert.equal(await refusalOf(bench, OPEN, housing), 'nobody_may_be_asked');
});

test('a consent that is taken back ends the offer, and whoever still has the page learns nothing', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Took It Back', areaId: home });
  const { consentId } = await aConsent(bench, personId, {
    recipients: [bench.organisations.food, bench.organisations.law],
  });
  const { referralId } = await opened(personId);
  const path = 'POST /people/:personId/consents/:consentId/withdraw';
  await get(bench, path, { input: { personId, consentId }, actor: bench.navigator });
  assert.ok(!(await offeredTo('food')).some((one) => one.referralId === referralId));
  assert.equal(await refusalOf(bench, CLAIM, claimOf(referralId, 'food')), 'open_request_not_found');
  const [row] = (
    await bench.database.pool.query<{ organisation_id: string | null }>({
      text: 'select organisation_id from referrals.referral where referral_id = $1',
      values: [referralId],
    })
  ).rows;
  assert.equal(row?.organisation_id, null, 'the refused claim left nothing behind');
});

test('a request that is taken back is offered to nobody', async () => {
  const { referralId, version } = await opened(await aPersonNaming('No Longer', 'food', 'law'));
  const input = { referralId, version, reasonCode: 'no_longer_needed' };
  await get(bench, 'POST /referrals/:referralId/cancel', { input, actor: bench.navigator });
  assert.ok(!(await offeredTo('food')).some((one) => one.referralId === referralId));
  assert.equal(await refusalOf(bench, CLAIM, claimOf(referralId, 'food')), 'open_request_not_found');
});

test('a partner may leave it to the others', async () => {
  const { referralId } = await opened(await aPersonNaming('Passed On', 'food', 'law'));
  const asked = claimOf(referralId, 'food');
  const passed = { ...asked, input: { ...asked.input, reasonCode: 'at_capacity' } };
  await get(bench, 'POST /open-requests/:referralId/pass', passed);
  assert.ok(!(await offeredTo('food')).some((one) => one.referralId === referralId));
  assert.ok((await offeredTo('law')).some((one) => one.referralId === referralId));
  assert.equal(await refusalOf(bench, 'POST /open-requests/:referralId/pass', passed), 'open_request_not_found');
});

test('what a partner did not answer is opened to all others, and no longer theirs', async () => {
  const personId = await aPersonNaming('Silent Partner', 'food', 'law');
  const { referralId, version } = await aReferral(bench, personId);
  const asked = { input: { referralId, version }, actor: bench.navigator };
  const open = await get<Referral>(bench, 'POST /referrals/:referralId/open', asked);
  assert.equal(open.organisationId, null);
  assert.ok(
    !(await offeredTo('food')).some((one) => one.referralId === referralId),
    'who was silent is not asked again',
  );
  const read = { input: { referralId }, actor: bench.partners.food };
  assert.equal(await refusalOf(bench, 'GET /referrals/:referralId', read), 'referral_not_found');
  const claimed = await get<Referral>(bench, CLAIM, claimOf(referralId, 'law'));
  const again = { input: { referralId, version: claimed.version }, actor: bench.navigator };
  assert.equal(await refusalOf(bench, 'POST /referrals/:referralId/open', again), 'step_not_possible');
});

test('an open request stands on the desk of who asked, with nobody’s name as its partner yet', async () => {
  const { referralId } = await opened(await aPersonNaming('On My Desk', 'food'));
  const list = await get<Worklist>(bench, 'GET /worklist', { actor: bench.navigator });
  const item = list.items.find((one) => one.referralId === referralId);
  assert.equal(item?.otherOrganisationName, null);
  const input = { personId: item?.personId, needCode: 'food' };
  assert.equal(await refusalOf(bench, OPEN, { input, actor: bench.navigator }), 'already_referred');
});

test('another navigator’s open request does not exist for us', async () => {
  const { referralId, version } = await opened(await aPersonNaming('Theirs', 'food'));
  const asked = { input: { referralId, version }, actor: actorInRole('navigator', bench.organisations.clinic) };
  assert.equal(await refusalOf(bench, 'POST /referrals/:referralId/open', asked), 'referral_not_found');
});
