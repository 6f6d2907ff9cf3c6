import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { actorInRole, call, get, refusalOf } from '@qantara/identity/testing';
import type { Actor } from '@qantara/kernel';
import { inTransaction, standingOf } from '@qantara/platform';
import type { Consent, ConsentRefusal, ConsentText, MadeReceipt, ReceiptFacts } from '../../contract/index.ts';
import { aConsent, aPerson, openPeopleBench, type PeopleBench } from '../testing.ts';

let bench: PeopleBench;
let officer: Actor;
before(async () => {
  bench = await openPeopleBench();
  officer = actorInRole('privacy_officer', null);
});
after(() => bench.database.close());

const CONSENTS = 'POST /people/:personId/consents';
const REFUSALS = 'POST /people/:personId/consent-refusals';

const asked = (personId: string, more: object = {}) => ({
  input: {
    personId,
    categories: ['identity', 'need'],
    recipients: [bench.organisations.food],
    givenHow: 'spoken',
    locale: 'ar',
    textNumber: 1,
    ...more,
  },
  actor: bench.navigator,
});

type Texts = { texts: ConsentText[] };
const listed = async (): Promise<ConsentText[]> =>
  (await get<Texts>(bench, 'GET /consent-texts', { actor: officer })).texts;

test('for somebody under age a guardian who is named agrees, and the child’s own word is recorded beside theirs', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Yassine', birthYear: 2014 });
  assert.equal(await refusalOf(bench, CONSENTS, asked(personId)), 'guardian_needed');
  const guardian = { proxyRelation: 'parent', proxyName: 'Samia Haddad' };
  assert.equal(await refusalOf(bench, CONSENTS, asked(personId, guardian)), 'child_word_needed');
  assert.equal(
    await refusalOf(bench, CONSENTS, asked(personId, { ...guardian, childAssent: 'disagreed' })),
    'child_disagreed',
  );
  const consent = await get<Consent>(bench, CONSENTS, asked(personId, { ...guardian, childAssent: 'agreed' }));
  assert.deepEqual(
    [consent.minority, consent.proxyRelation, consent.proxyName, consent.childAssent],
    ['minor', 'parent', 'Samia Haddad', 'agreed'],
  );
});

test('a birth known in part is doubted in favour of the child, who may decide alone for a stated reason', async () => {
  // Tomorrow's year: on its last day a year leaves no doubt, for by then everybody has had their birthday.
  const birthYear = new Date(Date.now() + 86_400_000).getUTCFullYear() - 18;
  const { personId } = await aPerson(bench, { displayName: 'Ines', birthYear });
  assert.equal(await refusalOf(bench, CONSENTS, asked(personId)), 'guardian_needed');
  const alone = await get<Consent>(bench, CONSENTS, asked(personId, { aloneReason: 'mature_minor' }));
  assert.deepEqual([alone.aloneReason, alone.proxyName], ['mature_minor', null]);
});

test('a no is recorded with who asked and with which text, is no consent, and rests a month unless they come back to it', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Hedi' });
  const refusal = await get<ConsentRefusal>(bench, REFUSALS, asked(personId, { reasonCode: 'privacy' }));
  assert.deepEqual([refusal.textNumber, refusal.locale, refusal.reasonCode], [1, 'ar', 'privacy']);
  const opened = await get<{ consents: Consent[]; refusals: ConsentRefusal[] }>(bench, 'GET /people/:personId', {
    input: { personId },
    actor: bench.navigator,
  });
  assert.deepEqual([opened.consents.length, opened.refusals.length], [0, 1]);
  assert.equal(await refusalOf(bench, CONSENTS, asked(personId)), 'refused_lately');
  const other = asked(personId, { recipients: [bench.organisations.law] });
  assert.equal(await refusalOf(bench, CONSENTS, other), null, 'another partner is another question');
  assert.equal(await refusalOf(bench, CONSENTS, asked(personId, { isOwnWish: true })), null);
  assert.equal(await refusalOf(bench, REFUSALS, asked(personId)), 'consent_in_force');
});

test('a text is drafted, published in three languages, and then never changed; consents keep the one that they were given under', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Before And After' });
  const before_ = await aConsent(bench, personId, { purpose: 'follow_up' });
  const words = { ar: 'هل توافق؟', fr: 'Êtes-vous d’accord ?' };
  const draft = (more: object) => ({ input: { purpose: 'follow_up', words, ...more }, actor: officer });
  const drafted = await get<ConsentText>(bench, 'POST /consent-texts/:purpose', draft({}));
  assert.deepEqual([drafted.number, drafted.state], [2, 'drafted']);
  assert.equal(await refusalOf(bench, 'POST /consent-texts/:purpose', draft({})), 'consent_text_draft_changed');
  const publish = (version: number) => ({ input: { purpose: 'follow_up', number: 2, version }, actor: officer });
  const PUBLISH = 'POST /consent-texts/:purpose/:number/publish';
  assert.equal(await refusalOf(bench, PUBLISH, publish(1)), 'consent_text_not_whole');
  const open = { input: { purpose: 'follow_up', number: 2 } };
  assert.equal(await refusalOf(bench, 'GET /public/consent-texts/:purpose/:number', open), 'consent_text_not_found');
  const whole = { ...words, en: 'Do you agree?' };
  await get(bench, 'POST /consent-texts/:purpose', draft({ words: whole, version: 1 }));
  await get(bench, PUBLISH, publish(2));
  assert.deepEqual(
    (await listed()).filter(({ purpose }) => purpose === 'follow_up').map(({ number, state }) => [number, state]),
    [
      [2, 'published'],
      [1, 'superseded'],
    ],
  );
  assert.equal(await refusalOf(bench, PUBLISH, publish(2)), 'consent_text_not_found');
  assert.deepEqual((await get<ConsentText>(bench, 'GET /public/consent-texts/:purpose/:number', open)).words, whole);
  const another = asked(personId, { purpose: 'follow_up' });
  assert.equal(await refusalOf(bench, CONSENTS, another), 'consent_text_changed');
  const { consents } = await get<{ consents: Consent[] }>(bench, 'GET /people/:personId', {
    input: { personId },
    actor: bench.navigator,
  });
  assert.deepEqual(
    consents.map(({ consentId, textNumber }) => [consentId, textNumber]),
    [[before_.consentId, 1]],
  );
  await assert.rejects(
    bench.database.pool.query(`update people.consent_text set words = '{}' where purpose = 'follow_up' and number = 1`),
    /never changed/,
  );
});

test('the age at which somebody decides alone is data of the region', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Nineteen', birthYear: new Date().getUTCFullYear() - 20 });
  const set = (ageOfMajority: number) =>
    get(bench, 'POST /people-settings', { input: { ageOfMajority }, actor: officer });
  await set(21);
  assert.equal(await refusalOf(bench, CONSENTS, asked(personId)), 'guardian_needed');
  await set(18);
  assert.equal(await refusalOf(bench, CONSENTS, asked(personId)), null);
  assert.equal(
    await refusalOf(bench, 'POST /people-settings', { input: { ageOfMajority: 18 }, actor: bench.navigator }),
    'not_allowed',
  );
});

const RECEIPT = 'POST /people/:personId/consents/:consentId/receipt';
const receiptOf = (consent: Consent, more: object = {}) => ({
  input: {
    personId: consent.personId,
    consentId: consent.consentId,
    form: 'named',
    locale: 'fr',
    origin: 'https://sabil.example',
    ...more,
  },
  actor: bench.navigator,
});
const openReceipt = (token: string | null) => call(bench, 'POST /receipts/open', { input: { token } });

test('a receipt opens without an account, names nobody, and opens no more once the consent is taken back', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Leila Ben Ali' });
  const consent = await aConsent(bench, personId);
  const made = await get<MadeReceipt>(bench, RECEIPT, receiptOf(consent));
  assert.match(made.qrCode ?? '', /^<svg/);
  const opened = await openReceipt(made.token);
  assert.ok(opened.ok);
  const facts = opened.value as ReceiptFacts;
  assert.deepEqual(facts.partnerNames, [{ en: 'Food' }]);
  assert.ok(!JSON.stringify(facts).includes('Leila') && !JSON.stringify(facts).includes(personId));
  const { rows } = await bench.database.pool.query<{ link_digest: Buffer }>(
    'select link_digest from people.consent_receipt',
  );
  assert.ok(rows.every(({ link_digest: digest }) => !digest.toString('utf8').includes(made.token ?? 'x')));
  await get(bench, 'POST /people/:personId/consents/:consentId/withdraw', {
    input: { personId, consentId: consent.consentId },
    actor: bench.navigator,
  });
  assert.deepEqual(await openReceipt(made.token), await openReceipt('x'.repeat(43)));
  assert.equal(await refusalOf(bench, RECEIPT, receiptOf(consent)), 'consent_not_in_force');
});

test('a discreet receipt names no partner, and where paper is not safe there is none, and the one before opens no more', async () => {
  const { personId } = await aPerson(bench, { displayName: 'In Danger' });
  const consent = await aConsent(bench, personId);
  const made = await get<MadeReceipt>(bench, RECEIPT, receiptOf(consent, { form: 'discreet' }));
  assert.deepEqual([made.facts?.partnerNames, made.facts?.partnerCount], [[], 1]);
  assert.equal(await refusalOf(bench, RECEIPT, receiptOf(consent, { form: 'none' })), 'invalid_input');
  const none = await get<MadeReceipt>(bench, RECEIPT, receiptOf(consent, { form: 'none', whyNone: 'not_safe' }));
  assert.deepEqual([none.token, none.qrCode, none.facts], [null, null, null]);
  assert.equal((await openReceipt(made.token)).ok, false);
});

test('whoever holds one receipt reads that row and no other, whatever the statement says', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Two Receipts' });
  const one = await aConsent(bench, personId);
  const other = await aConsent(bench, personId, { recipients: [bench.organisations.law] });
  for (const consent of [one, other]) await get(bench, RECEIPT, receiptOf(consent));
  const { rows } = await bench.database.pool.query<{ digest: string }>({
    text: `select encode(link_digest, 'hex') as digest from people.consent_receipt where consent_id = $1`,
    values: [one.consentId],
  });
  const nobody: Actor = { ...bench.navigator, organisationId: null, accountId: null, permissions: new Set() };
  const seen = await inTransaction(
    bench.database.pool,
    async (client) => {
      await client.query(`select set_config('qantara.share', '${rows[0]?.digest ?? ''}', true)`);
      return (await client.query('select consent_id from people.consent_receipt')).rows;
    },
    { standing: standingOf(nobody) },
  );
  assert.deepEqual(seen, [{ consent_id: one.consentId }]);
});

test('where only the partner tells, the partner learns nothing', async () => {
  const { personId } = await aPerson(bench, { displayName: 'One Way' });
  await get(bench, CONSENTS, asked(personId, { direction: 'from_partners' }));
  const { rows } = await bench.database.pool.query({
    text: `select 1 from people.reach where person_id = $1 and kind = 'shared'`,
    values: [personId],
  });
  assert.equal(rows.length, 0);
});
