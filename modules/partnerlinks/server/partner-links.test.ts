import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { newId } from '@qantara/kernel';
import { get, refusalOf } from '@qantara/identity/testing';
import { withTables } from '@qantara/platform';
import { aConsent, aPerson } from '@qantara/people/testing';
import type { OpenReferral, Referral } from '@qantara/referrals/contract';
import { aReferral, openReferralsBench, type ReferralsBench } from '@qantara/referrals/testing';
import type { LinkedReferral, MadeLink, PartnerLink, Question } from '../contract/index.ts';
import { partnerlinksModule } from './index.ts';
import { remindPartner } from './remind-partner.ts';

let bench: ReferralsBench;
before(async () => {
  bench = await openReferralsBench([partnerlinksModule]);
});
after(() => bench.database.close());

const LINKS = '/referrals/:referralId/links';
type Links = { links: PartnerLink[]; questions: Question[] };

async function sent(displayName = 'Amal Haddad'): Promise<Referral> {
  const contactPoints = [{ kind: 'phone' as const, value: '070 555 100', isSafe: true, note: null }];
  const { personId } = await aPerson(bench, { displayName, contactPoints });
  await aConsent(bench, personId);
  return aReferral(bench, personId);
}

async function tokenFor({ referralId }: Pick<Referral, 'referralId'>): Promise<string> {
  const made = await get<MadeLink>(bench, `POST ${LINKS}`, {
    input: { referralId, locale: 'fr' },
    actor: bench.navigator,
  });
  assert.match(made.link, /\/fr\/r\/[\w-]{43}$/);
  return made.link.split('/').at(-1) ?? '';
}

const answer = (token: string, step: string, more: Record<string, unknown> = {}): Promise<LinkedReferral> =>
  get(bench, 'POST /partner-links/answer', { input: { token, step, version: 1, ...more } });
const open = (token: string): Promise<LinkedReferral> => get(bench, 'POST /partner-links/open', { input: { token } });
const look = (token: string) => refusalOf(bench, 'POST /partner-links/look', { input: { token } });

function listLinks({ referralId }: Pick<Referral, 'referralId'>): Promise<Links> {
  return get(bench, `GET ${LINKS}`, { input: { referralId }, actor: bench.navigator });
}

test('a partner without an account says yes, says what was done, and it is over: the history says it came by the link', async () => {
  const referral = await sent();
  const token = await tokenFor(referral);
  const before = await open(token);
  assert.deepEqual([before.person, before.note, before.may], [null, null, ['accept', 'reject']]);
  const accepted = await answer(token, 'accept');
  assert.equal(accepted.person?.displayName, 'Amal Haddad');
  const done = await answer(token, 'complete', { version: accepted.version, outcomeCode: 'help_given' });
  assert.deepEqual([done.status, done.may, done.person], ['completed', [], null]);
  const { history }: OpenReferral = await get(bench, 'GET /referrals/:referralId', {
    input: { referralId: referral.referralId },
    actor: bench.navigator,
  });
  assert.deepEqual(
    history.map(({ step, side, how }) => [step, side, how]),
    [
      ['send', 'requester', 'account'],
      ['accept', 'target', 'link'],
      ['complete', 'target', 'link'],
    ],
  );
});

test('reading what a link is about opens nothing and names nobody', async () => {
  const referral = await sent('Basma Trabelsi');
  const token = await tokenFor(referral);
  await answer(token, 'accept');
  const asked = await get<object>(bench, 'POST /partner-links/look', { input: { token } });
  assert.ok(!JSON.stringify(asked).includes('Basma'));
  assert.ok(!JSON.stringify(asked).includes(referral.personId));
  const { links } = await listLinks(referral);
  assert.equal(links[0]?.openedCount, 0);
});

test('each opening is counted, so that a link that went round shows, and it is in the story of the record', async () => {
  const referral = await sent();
  const token = await tokenFor(referral);
  await open(token);
  await open(token);
  const { links } = await listLinks(referral);
  assert.equal(links[0]?.openedCount, 2);
  const { rows } = await bench.database.pool.query({
    text: `select count(*)::int as opened from platform.access_entry join platform.opening using (opening_id)
      where person_id = $1 and 'partner_link' = any (rules)`,
    values: [referral.personId],
  });
  assert.equal(rows[0]?.['opened'], 2);
});

test('a wrong link, a revoked one and one that has run out are all alike', async () => {
  const referral = await sent();
  const { referralId } = referral;
  const [revoked, expired] = [await tokenFor(referral), await tokenFor(referral)];
  const [, first] = (await listLinks(referral)).links;
  const input = { referralId, partnerLinkId: first?.partnerLinkId };
  await get(bench, `POST ${LINKS}/:partnerLinkId/revoke`, { input, actor: bench.navigator });
  await bench.database.pool.query({
    text: `update partnerlinks.link set expires_at = now() - interval '1 second' where referral_id = $1 and revoked_at is null`,
    values: [referralId],
  });
  for (const token of [revoked, expired, 'x'.repeat(43)]) {
    assert.equal(await look(token), 'partner_link_not_valid');
    for (const path of ['open', 'answer', 'ask'])
      assert.equal(
        await refusalOf(bench, `POST /partner-links/${path}`, {
          input: { token, step: 'accept', version: 1, words: 'x' },
        }),
        'partner_link_not_valid',
      );
  }
  assert.equal(
    await refusalOf(bench, `POST ${LINKS}/:partnerLinkId/revoke`, { input, actor: bench.navigator }),
    'partner_link_not_found',
  );
});

test('a link opens one referral and no other, whoever it is passed on to', async () => {
  const [one, other] = [await sent('One'), await sent('Other')];
  const token = await tokenFor(one);
  await answer(token, 'accept');
  const again = await open(token);
  assert.equal(again.person?.displayName, 'One');
  const untouched: OpenReferral = await get(bench, 'GET /referrals/:referralId', {
    input: { referralId: other.referralId },
    actor: bench.navigator,
  });
  assert.equal(untouched.referral.status, 'requested');
});

test('when consent is taken back the link no longer says who it is', async () => {
  const referral = await sent();
  const token = await tokenFor(referral);
  await answer(token, 'accept');
  const { personId } = referral;
  const { consents } = await get<{ consents: { consentId: string }[] }>(bench, 'GET /people/:personId', {
    input: { personId },
    actor: bench.navigator,
  });
  for (const { consentId } of consents)
    await get(bench, 'POST /people/:personId/consents/:consentId/withdraw', {
      input: { personId, consentId },
      actor: bench.navigator,
    });
  const opened = await open(token);
  assert.equal(opened.person, null);
});

test('a link takes only the partner’s steps, over the version that was read', async () => {
  const referral = await sent();
  const token = await tokenFor(referral);
  const tried = (step: string, version = 1) =>
    refusalOf(bench, 'POST /partner-links/answer', { input: { token, step, version } });
  assert.equal(await tried('cancel'), 'invalid_input');
  assert.equal(await tried('complete'), 'step_not_possible');
  assert.equal(await tried('reject'), 'reason_needed');
  assert.equal(await tried('accept', 7), 'referral_changed');
  const both = await Promise.all([tried('accept'), tried('accept')]);
  assert.equal(both.filter((code) => code === null).length, 1);
  assert.equal(both.filter((code) => code === 'referral_changed').length, 1);
});

test('what the partner said on the telephone is typed in by those who asked, and marked so', async () => {
  const { referralId } = await sent();
  const input = { referralId, step: 'accept', version: 1 };
  const path = 'POST /referrals/:referralId/answer-for-partner';
  assert.equal(await refusalOf(bench, path, { input, actor: bench.otherNavigator }), 'referral_not_found');
  await get(bench, path, { input, actor: bench.navigator });
  const { history }: OpenReferral = await get(bench, 'GET /referrals/:referralId', {
    input: { referralId },
    actor: bench.navigator,
  });
  assert.deepEqual(
    [history.at(-1)?.step, history.at(-1)?.side, history.at(-1)?.how],
    ['accept', 'target', 'telephone'],
  );
});

test('the two ask each other, and words that may say who it is need consent', async () => {
  const referral = await sent();
  const token = await tokenFor(referral);
  await get(bench, 'POST /partner-links/ask', { input: { token, words: 'Until when?' } });
  const { questions } = await listLinks(referral);
  assert.deepEqual(
    questions.map(({ side, words }) => [side, words]),
    [['target', 'Until when?']],
  );
  const ask = { input: { referralId: referral.referralId, words: 'Until Friday' }, actor: bench.navigator };
  assert.equal(await refusalOf(bench, 'POST /referrals/:referralId/questions', ask), 'consent_missing');
});

test('nobody but those who sent it makes, lists or ends its links', async () => {
  const { referralId } = await sent();
  for (const actor of [bench.otherNavigator, bench.partners.food])
    for (const path of [`GET ${LINKS}`, `POST ${LINKS}`]) {
      const refused = await refusalOf(bench, path, { input: { referralId, locale: 'ar' }, actor });
      assert.ok(refused === 'referral_not_found' || refused === 'not_allowed', `${path} ${refused}`);
    }
  const nothing = { referralId: newId(), locale: 'ar' };
  assert.equal(
    await refusalOf(bench, `POST ${LINKS}`, { input: nothing, actor: bench.navigator }),
    'referral_not_found',
  );
});

type Told = { template: string; recipient: string };

/** What was told to organisations and colleagues about anything, the latest first. */
async function listTold(): Promise<Told[]> {
  const { rows } = await bench.database.pool.query<Told>({
    text: 'select template, recipient from notifications.notice order by at desc, notice_id desc',
    values: [],
  });
  return rows;
}

test('a link is sent to the partner by the way that they prefer, and each question finds its reader', async () => {
  const { referralId, personId } = await sent();
  const input = { referralId, locale: 'fr', isSent: true };
  const { link } = await get<MadeLink>(bench, `POST ${LINKS}`, { input, actor: bench.navigator });
  assert.deepEqual((await listTold())[0], { template: 'referral.asked', recipient: 'organisation' });
  await get(bench, 'POST /partner-links/ask', { input: { token: link.split('/').at(-1), words: 'Until when?' } });
  assert.deepEqual((await listTold())[0], { template: 'referral.question', recipient: 'account' });
  await aConsent(bench, personId, { categories: ['identity', 'need', 'note'] });
  const ask = { input: { referralId, words: 'Until Friday' }, actor: bench.navigator };
  await get(bench, 'POST /referrals/:referralId/questions', ask);
  assert.deepEqual((await listTold())[0], { template: 'referral.question', recipient: 'organisation' });
});

test('who was sent a link is reminded by a new one, and who works here by the page of the referral', async () => {
  const { referralId, personId, organisationId, needCode } = await sent();
  assert.ok(organisationId !== null);
  await get(bench, `POST ${LINKS}`, { input: { referralId, locale: 'fr', isSent: true }, actor: bench.navigator });
  const data = {
    organisationId,
    needCode,
    priority: 'routine',
    dueAt: new Date(Date.now() + 86_400_000).toISOString(),
  };
  const event = { eventId: newId(), type: 'referral.reminded', subject: referralId, personId, data, at: new Date() };
  await bench.executor.asSystem((ctx) => remindPartner(withTables(ctx), event));
  assert.deepEqual((await listTold())[0], { template: 'referral.reminder', recipient: 'organisation' });
  assert.equal((await listLinks({ referralId })).links.length, 2);
  const plain = await sent();
  await bench.executor.asSystem((ctx) =>
    remindPartner(withTables(ctx), { ...event, subject: plain.referralId, personId: plain.personId }),
  );
  assert.equal((await listLinks(plain)).links.length, 0);
});

test('a partner who asked before saying yes reads the answer, and still nobody’s name', async () => {
  const referral = await sent('Basma Ayari');
  const { referralId, personId } = referral;
  const token = await tokenFor(referral);
  await get(bench, 'POST /partner-links/ask', { input: { token, words: 'Until when?' } });
  await aConsent(bench, personId, { categories: ['identity', 'need', 'note'] });
  const input = { referralId, words: 'Until Friday' };
  await get(bench, 'POST /referrals/:referralId/questions', { input, actor: bench.navigator });
  const asked = await get<LinkedReferral>(bench, 'POST /partner-links/look', { input: { token } });
  assert.deepEqual([asked.status, asked.questionCount], ['requested', 2]);
  const opened = await open(token);
  assert.deepEqual([opened.person, opened.questions.at(-1)?.words], [null, 'Until Friday']);
});

test('a link to what is no longer the partner’s to see is as one that is not valid', async () => {
  const referral = await sent();
  const token = await tokenFor(referral);
  await bench.database.pool.query({
    text: 'update referrals.referral set service_id = null, organisation_id = null where referral_id = $1',
    values: [referral.referralId],
  });
  assert.equal(await look(token), 'partner_link_not_valid');
  assert.equal(await refusalOf(bench, 'POST /partner-links/open', { input: { token } }), 'partner_link_not_valid');
});
