import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Actor } from '@qantara/kernel';
import { get } from '@qantara/identity/testing';
import { aConsent, aPerson } from '@qantara/people/testing';
import { NO_CONTACT, noContactDetail, type Resource } from '../domain/index.ts';
import {
  aTask,
  entriesOf,
  got,
  idOf,
  nextOf,
  openFhirBench,
  orderFor,
  programOf,
  putBack,
  taskFor,
  type FhirBench,
} from './testing.ts';

let bench: FhirBench;
let clinic: Actor;
let partner: Actor;
before(async () => {
  bench = await openFhirBench();
  clinic = programOf(bench.navigator);
  partner = programOf(bench.partners.food);
});
after(() => bench.database.close());

const post = (type: string, body: object, actor = clinic): Promise<Resource> =>
  got(bench, ['POST', type], { actor, body });
const search = (path: string, actor = clinic): Promise<Resource> => got(bench, ['GET', path], { actor });

test('another organisation’s Task answers as none, to every question', async () => {
  const { task, order, personId } = await aTask(bench, 'Hidden');
  const stranger = programOf(bench.otherNavigator);
  const other = programOf(bench.partners.law);
  for (const actor of [stranger, other]) {
    for (const path of [
      `Task/${idOf(task)}`,
      `ServiceRequest/${idOf(order)}`,
      `Patient/${personId}`,
      `Task/${idOf(task)}/_history`,
    ]) {
      const hidden = await bench.ask('GET', path, { actor });
      const none = await bench.ask('GET', path.replace(/[0-9a-f]{12}/, '0'.repeat(12)), { actor });
      assert.deepEqual([hidden.status, hidden.body], [none.status, none.body], path);
    }
    for (const path of [
      `Task?patient=${personId}`,
      `ServiceRequest?patient=${personId}`,
      `Consent?patient=${personId}`,
      `Task?_id=${idOf(task)}`,
    ])
      assert.deepEqual(entriesOf(await search(path, actor)), [], path);
  }
});

test('once a consent is taken back the next read shows nobody', async () => {
  const { task, order, personId } = await aTask(bench, 'Taken Back');
  const patient = `Patient/${personId}`;
  assert.equal((await bench.ask('GET', patient, { actor: partner })).status, 200);
  assert.equal((await bench.ask('GET', `ServiceRequest/${idOf(order)}`, { actor: partner })).status, 200);
  const { body } = await bench.ask('GET', `Consent?patient=${personId}&status=active`, { actor: clinic });
  const [consent] = entriesOf(body as Resource);
  assert.ok(consent);
  const withdrawn = await putBack(bench, consent, { actor: clinic, changed: { status: 'inactive' } });
  assert.deepEqual([withdrawn.status, withdrawn.body?.['status']], [200, 'inactive']);
  for (const path of [patient, `ServiceRequest/${idOf(order)}`, `Consent/${idOf(consent)}`])
    assert.equal((await bench.ask('GET', path, { actor: partner })).status, 404, path);
  const page = await search(`Task?_id=${idOf(task)}&_include=Task:patient&_include=Task:focus`, partner);
  assert.deepEqual(
    entriesOf(page).map(({ resourceType }) => resourceType),
    ['Task'],
  );
});

test('a partner reads the order, not what was written with it, nor whom else the person agreed to', async () => {
  const { personId } = await aPerson(bench, { displayName: 'With Words' });
  await aConsent(bench, personId, { recipients: [bench.organisations.food, bench.organisations.law] });
  const order = await post('ServiceRequest', orderFor(personId, { note: [{ text: 'is afraid of the dog' }] }));
  const task = await post('Task', taskFor(bench, { personId, orderId: idOf(order) }));
  const path = `ServiceRequest/${idOf(order)}`;
  for (const asked of [
    path,
    `${path}/_history`,
    `ServiceRequest?patient=${personId}`,
    `Task?_id=${idOf(task)}&_include=Task:focus`,
  ]) {
    assert.equal(JSON.stringify(await search(asked, partner)).includes('dog'), false, asked);
    if (!asked.includes('_history'))
      assert.ok(JSON.stringify(await search(asked, partner)).includes(idOf(order)), asked);
  }
  assert.ok(JSON.stringify(await search(path)).includes('dog'));
  const consents = JSON.stringify(await search(`Consent?patient=${personId}`, partner));
  assert.ok(consents.includes(bench.organisations.food));
  assert.equal(consents.includes(bench.organisations.law), false);
});

test('no consent is widened: what limits it otherwise than can be held is refused', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Limited' });
  const coded = (system: string, code: string) => ({ coding: [{ system, code }] });
  const consent = (provision: object) => ({
    resourceType: 'Consent',
    status: 'active',
    scope: coded('http://terminology.hl7.org/CodeSystem/consentscope', 'patient-privacy'),
    category: [coded('http://terminology.hl7.org/CodeSystem/v3-ActCode', 'IDSCL')],
    patient: { reference: `Patient/${personId}` },
    provision: { type: 'permit', ...provision },
  });
  const soon = new Date(Date.now() + 10 * 86_400_000).toISOString();
  for (const limit of [
    { period: { end: soon } },
    { period: { start: '2999-01-01' } },
    { code: [coded('http://loinc.org', '1-1')] },
    { purpose: [{ system: 'urn:x', code: 'RESEARCH' }] },
    { class: [{ code: 'Observation' }] },
    { dataPeriod: { start: '2020' } },
    { type: 'deny' },
    { provision: [{ type: 'deny' }] },
  ]) {
    const said = await bench.ask('POST', 'Consent', { actor: clinic, body: consent(limit) });
    assert.equal(said.status, 422, JSON.stringify(limit));
  }
  const thin = await post('Consent', { ...consent({}), provision: undefined });
  assert.deepEqual(
    JSON.stringify(thin)
      .match(/Organization\/[0-9a-f-]+/g)
      ?.every((one) => one.includes(bench.organisations.hub)),
    true,
  );
});

test('a page of Tasks brings along what it names, and goes on where it ended', async () => {
  const people = [await aTask(bench, 'Page One'), await aTask(bench, 'Page Two'), await aTask(bench, 'Page Three')];
  const mine = people.map(({ task }) => idOf(task));
  const ids: string[] = [];
  let path = `Task?_id=${mine.join(',')}&_count=2&_include=Task:focus&_include=Task:patient&_include=Task:owner`;
  for (let at = 0; path !== '' && at < 5; at += 1) {
    const page = await search(path);
    const found = entriesOf(page);
    ids.push(...found.filter(({ resourceType }) => resourceType === 'Task').map(idOf));
    for (const type of ['ServiceRequest', 'Patient', 'Organization'])
      assert.ok(
        found.some(({ resourceType }) => resourceType === type),
        type,
      );
    path = nextOf(page) ?? '';
  }
  assert.deepEqual(ids, mine.toReversed());
  const changed = await search(`Task?_lastUpdated=gt2999-01-01&_id=${mine.join(',')}`);
  assert.equal(changed['entry'], undefined);
  assert.equal(entriesOf(await search(`Task?focus=ServiceRequest/${idOf(people[0]?.order as Resource)}`)).length, 1);
  assert.equal(
    entriesOf(
      await search(
        `Task?owner=Organization/${bench.organisations.food}&status=requested&_id=${mine.join(',')}`,
        partner,
      ),
    ).length,
    3,
  );
});

test('what is asked once is created once', async () => {
  const patient = {
    resourceType: 'Patient',
    name: [{ family: 'Haddad', given: ['Once'] }],
    identifier: [{ system: 'urn:clinic', value: '17' }],
  };
  const headers = { ifNoneExist: 'identifier=urn:clinic|17' };
  const first = await bench.ask('POST', 'Patient', { actor: clinic, body: patient, headers });
  const again = await bench.ask('POST', 'Patient', { actor: clinic, body: patient, headers });
  assert.deepEqual([first.status, again.status], [201, 200]);
  assert.equal(idOf(again.body as Resource), idOf(first.body as Resource));
  const stranger = programOf(bench.otherNavigator);
  assert.deepEqual(entriesOf(await search('Patient?identifier=urn:clinic|17', stranger)), []);
});

test('a caller is told what it prefers: nothing, the resource, or what was not kept', async () => {
  const patient = { resourceType: 'Patient', name: [{ text: 'Prefers' }], maritalStatus: { text: 'x' } };
  const asked = (prefer: string) => bench.ask('POST', 'Patient', { actor: clinic, body: patient, headers: { prefer } });
  const minimal = await asked('return=minimal');
  assert.deepEqual([minimal.status, minimal.body], [201, null]);
  assert.match(minimal.headers['location'] ?? '', /\/fhir\/Patient\//);
  const outcome = (await asked('return=OperationOutcome')).body as Resource;
  const issues = outcome['issue'] as { expression?: string[] }[];
  assert.ok(issues.some(({ expression }) => expression?.includes('Patient.maritalStatus') === true));
  assert.equal((await asked('return=representation')).body?.['maritalStatus'], undefined);
});

test('contacting-subject-prohibited holds everywhere, and is given out where it holds', async () => {
  const { personId } = await aPerson(bench, {
    displayName: 'In Danger',
    contactPoints: [{ kind: 'phone', value: '070 9', isSafe: true }],
  });
  const order = await post('ServiceRequest', orderFor(personId, { orderDetail: [noContactDetail] }));
  assert.ok(JSON.stringify(order).includes(NO_CONTACT));
  const { person } = await get<{ person: { mayContact: boolean } }>(bench, 'GET /people/:personId', {
    input: { personId },
    actor: bench.navigator,
  });
  assert.equal(person.mayContact, false);
  const patient = await got(bench, ['GET', `Patient/${personId}`], { actor: clinic });
  assert.equal(patient['telecom'], undefined);
  const other = await post('ServiceRequest', orderFor(personId));
  assert.ok(
    JSON.stringify(await got(bench, ['GET', `ServiceRequest/${idOf(other)}`], { actor: clinic })).includes(NO_CONTACT),
  );
});

test('a partner is told that nobody may write or call, also where that was said after the order', async () => {
  const { personId, order } = await aTask(bench, 'In Danger Since');
  const before = await got(bench, ['GET', `ServiceRequest/${idOf(order)}`], { actor: partner });
  assert.equal(JSON.stringify(before).includes(NO_CONTACT), false);
  await post('ServiceRequest', orderFor(personId, { orderDetail: [noContactDetail] }));
  const read = await got(bench, ['GET', `ServiceRequest/${idOf(order)}`], { actor: partner });
  assert.ok(JSON.stringify(read).includes(NO_CONTACT), 'read');
  for (const path of [`ServiceRequest?_id=${idOf(order)}`, `Task?patient=${personId}&_include=Task:focus`]) {
    const found = entriesOf(await search(path, partner)).find((one) => idOf(one) === idOf(order));
    assert.ok(JSON.stringify(found).includes(NO_CONTACT), path);
  }
});

test('people are found by name as everywhere, and nobody lists a region', async () => {
  await aPerson(bench, { displayName: 'Nour Ben Salem', birthYear: 1990 });
  const found = await got(bench, ['POST', 'Patient/_search?name=Nour Salem&birthdate=1990'], { actor: clinic });
  assert.equal(entriesOf(found).length, 1);
  assert.equal((await bench.ask('GET', 'Patient', { actor: clinic })).status, 400);
  assert.deepEqual(entriesOf(await search('Patient?name=Nour Salem', programOf(bench.otherNavigator))), []);
});

test('people of one name are read page by page, each once, also where a day of birth leaves few of a page', async () => {
  for (let born = 1950; born < 1975; born += 1)
    await aPerson(bench, { displayName: 'Ghazoua Trabelsi', birthYear: born });
  const all = async (path: string): Promise<string[]> => {
    const page = await search(path);
    const next = nextOf(page);
    return [...entriesOf(page).map(idOf), ...(next === undefined ? [] : await all(next))];
  };
  const found = await all('Patient?name=Ghazoua Trabelsi&_count=7');
  assert.deepEqual([found.length, new Set(found).size], [25, 25]);
  assert.deepEqual(new Set(await all('Patient?name=Ghazoua Trabelsi')), new Set(found));
  assert.equal((await all('Patient?name=Ghazoua Trabelsi&birthdate=1950')).length, 1);
});

test('an open request is offered without whom it is for, and claimed by accepting it', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Open Request' });
  await aConsent(bench, personId, { recipients: [bench.organisations.food, bench.organisations.law] });
  const order = await post('ServiceRequest', orderFor(personId));
  const task = await post('Task', taskFor(bench, { personId, orderId: idOf(order) }, { owner: undefined }));
  assert.equal(task['owner'], undefined);
  const offered = entriesOf(await search('Task?owner:missing=true', partner)).find((one) => idOf(one) === idOf(task));
  assert.ok(offered);
  assert.equal(JSON.stringify(offered).includes(personId), false);
  const claimed = await putBack(bench, offered, {
    actor: partner,
    changed: { status: 'accepted', for: { reference: `Patient/${personId}` } },
  });
  assert.deepEqual([claimed.status, claimed.body?.['status']], [200, 'accepted']);
});
