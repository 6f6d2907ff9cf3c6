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
