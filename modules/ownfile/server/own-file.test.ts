import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { call, get, refusalOf, residentOf } from '@qantara/identity/testing';
import { aConsent, aPerson, openPeopleBench, type PeopleBench } from '@qantara/people/testing';
import type { OwnFile } from '../contract/index.ts';
import { ownfileModule } from './index.ts';

let bench: PeopleBench;
before(async () => {
  bench = await openPeopleBench([ownfileModule]);
});
after(() => bench.database.close());

const fileOf = (personId: string): Promise<OwnFile> => get(bench, 'GET /my-file', { actor: residentOf(personId) });

test('a person sees what is held of them, what they agreed to with whom, and who opened it by what right', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Amal Haddad' });
  await aConsent(bench, personId);
  await get(bench, 'GET /people/:personId', { input: { personId }, actor: bench.navigator });
  await get(bench, 'POST /people/search', { input: { name: 'Amal Haddad' }, actor: bench.navigator });
  const file = await fileOf(personId);
  assert.deepEqual(
    file.names.map(({ words }) => words),
    ['Amal Haddad'],
  );
  assert.deepEqual(file.lookedAfterBy, { en: 'Hub' });
  assert.deepEqual(
    file.consents.map(({ recipients, withdrawnAt }) => [file.partnerNames[recipients[0] ?? '']?.en, withdrawnAt]),
    [['Food', null]],
  );
  const told = file.openings.map(({ what, by, organisationName }) => [what, by, organisationName?.en]);
  assert.deepEqual(told, [
    ['search', 'looks_after', 'Hub'],
    ['record', 'looks_after', 'Hub'],
  ]);
  const [latest] = (await fileOf(personId)).openings;
  assert.deepEqual([latest?.what, latest?.by, latest?.organisationName], ['own_file', 'own', null]);
});

test('a person sees their own places, also who has one record behind another, and nothing of who else is there', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Moves Around' });
  const kept = await aPerson(bench, { displayName: 'Keeps The Name' });
  const start = { personId, relation: 'head', isHome: true };
  const former = await get<{ householdId: string }>(bench, 'POST /households', {
    input: start,
    actor: bench.navigator,
  });
  const other = { householdId: former.householdId, personId: kept.personId, relation: 'partner' };
  await get(bench, 'POST /households/:householdId/members', { input: other, actor: bench.navigator });
  const aunt = await aPerson(bench, { displayName: 'Takes Them In' });
  const present = await get<{ householdId: string }>(bench, 'POST /households', {
    input: { ...start, personId: aunt.personId },
    actor: bench.navigator,
  });
  const move = { householdId: present.householdId, personId, relation: 'contact', isHome: true, leavesOthers: true };
  await get(bench, 'POST /households/:householdId/members', { input: move, actor: bench.navigator });
  const placesOf = async (whose: string) => {
    const { households } = await fileOf(whose);
    return households.map((place) => [place.relation, place.isHome, place.endedOn !== null]);
  };
  const own = [
    ['contact', true, false],
    ['head', false, true],
  ];
  assert.deepEqual(await placesOf(personId), own);
  assert.deepEqual(await placesOf(kept.personId), [['partner', false, false]]);
  const two = { personId: kept.personId, otherPersonId: personId };
  const { mergeId } = await get<{ mergeId: string }>(bench, 'POST /merges', { input: two, actor: bench.navigator });
  const colleague = { ...bench.navigator, accountId: crypto.randomUUID() };
  await get(bench, 'POST /merges/:mergeId/confirm', { input: { mergeId }, actor: colleague });
  assert.deepEqual(await placesOf(personId), own, 'what was given to the code that they hold');
});

test('nobody sees the file of another, and no colleague is named in one', async () => {
  const one = await aPerson(bench, { displayName: 'One Person' });
  const other = await aPerson(bench, { displayName: 'Other Person' });
  await get(bench, 'GET /people/:personId', { input: { personId: other.personId }, actor: bench.navigator });
  const text = JSON.stringify(await fileOf(one.personId));
  assert.ok(!text.includes('Other Person'));
  assert.ok(!text.includes(other.personId));
  assert.ok(!text.includes(bench.navigator.accountId ?? 'nobody'));
  assert.equal(await refusalOf(bench, 'GET /my-file', { actor: bench.navigator }), 'not_allowed');
  assert.equal(await refusalOf(bench, 'GET /my-file'), 'not_signed_in');
});

test('a consent is taken back by the person, once, and another’s is not there for them', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Takes Back' });
  const { consentId } = await aConsent(bench, personId);
  const stranger = residentOf((await aPerson(bench, { displayName: 'Stranger' })).personId);
  const path = 'POST /my-file/consents/:consentId/withdraw';
  assert.equal(await refusalOf(bench, path, { input: { consentId }, actor: stranger }), 'consent_not_found');
  const own = { input: { consentId }, actor: residentOf(personId) };
  assert.ok((await call(bench, path, own)).ok);
  assert.notEqual((await fileOf(personId)).consents[0]?.withdrawnAt, null);
  assert.equal(await refusalOf(bench, path, own), 'consent_already_withdrawn');
});

const OVERRIDES = 'POST /people/:personId/overrides';

const toOverride = (personId: string, telling: string) => ({
  input: {
    personId,
    basis: 'imminent_harm',
    reason: 'Only for those who look after them',
    categories: ['need'],
    recipients: [bench.organisations.law],
    telling,
  },
  actor: bench.navigator,
});

test('what was shared without consent is listed for the person in codes, unless telling would endanger somebody', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Told And Not Told' });
  await get(bench, OVERRIDES, toOverride(personId, 'endangers_person'));
  const nothing = await fileOf(personId);
  assert.deepEqual([nothing.overrides, nothing.partnerNames], [[], {}]);
  await get(bench, OVERRIDES, toOverride(personId, 'tell'));
  const { overrides, partnerNames } = await fileOf(personId);
  assert.deepEqual(
    overrides.map(({ basis, reason, recipients }) => [basis, reason, partnerNames[recipients[0] ?? '']?.en]),
    [['imminent_harm', null, 'Law']],
  );
});

test('a no stands in the file without the name of who asked, and what was asked to be corrected with its answer', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Said No' });
  const asked = { categories: ['need'], recipients: [bench.organisations.food], givenHow: 'spoken', locale: 'fr' };
  await get(bench, 'POST /people/:personId/consent-refusals', {
    input: { ...asked, personId, textNumber: 1, reasonCode: 'later' },
    actor: bench.navigator,
  });
  const input = { field: 'other', whatIsWrong: 'The town', whatIsRight: 'Another town' };
  const { correctionId } = await get<{ correctionId: string }>(bench, 'POST /my-record/corrections', {
    input,
    actor: residentOf(personId),
  });
  await get(bench, 'POST /people/:personId/corrections/:correctionId/decline', {
    input: { personId, correctionId, declineReason: 'Please come by' },
    actor: bench.navigator,
  });
  const file = await fileOf(personId);
  assert.deepEqual(
    file.refusals.map(({ reasonCode, askedByName }) => [reasonCode, askedByName]),
    [['later', null]],
  );
  assert.deepEqual(
    file.corrections.map(({ status, declineReason }) => [status, declineReason]),
    [['declined', 'Please come by']],
  );
});
