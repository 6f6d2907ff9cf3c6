import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Actor } from '@qantara/kernel';
import { countRows, get } from '@qantara/identity/testing';
import { aConsent, aPerson } from '@qantara/people/testing';
import { NO_CONTACT, noContactDetail, SYSTEMS, type Resource } from '../domain/index.ts';
import { codeOf, entriesOf, got, idOf, openFhirBench, programOf, type FhirBench, type Said } from './testing.ts';

let bench: FhirBench;
let clinic: Actor;
let partner: Actor;
before(async () => {
  bench = await openFhirBench();
  clinic = programOf(bench.navigator);
  partner = programOf(bench.partners.food);
});
after(() => bench.database.close());

const food = [{ coding: [{ system: SYSTEMS.sdohcc, code: 'food-insecurity' }] }];
const orderFor = (personId: string, more: object = {}) => ({
  resourceType: 'ServiceRequest',
  status: 'active',
  intent: 'order',
  category: food,
  code: { text: 'Food' },
  subject: { reference: `Patient/${personId}` },
  ...more,
});
const taskFor = (personId: string, orderId: string, more: object = {}) => ({
  resourceType: 'Task',
  status: 'requested',
  intent: 'order',
  code: { coding: [{ system: SYSTEMS.taskCode, code: 'fulfill' }] },
  focus: { reference: `ServiceRequest/${orderId}` },
  for: { reference: `Patient/${personId}` },
  owner: { reference: `Organization/${bench.organisations.food}` },
  ...more,
});

const post = (type: string, body: object, actor = clinic): Promise<Resource> => got(bench, ['POST', type], { actor, body });
const put = (resource: Resource, changed: object, actor: Actor, ifMatch?: string): Promise<Said> =>
  bench.ask('PUT', `${resource.resourceType}/${idOf(resource)}`, {
    actor,
    body: { ...resource, ...changed },
    ...(ifMatch === undefined ? {} : { headers: { ifMatch } }),
  });
const search = (path: string, actor = clinic): Promise<Resource> => got(bench, ['GET', path], { actor });

async function sent(name: string): Promise<{ personId: string; task: Resource; order: Resource }> {
  const { personId } = await aPerson(bench, { displayName: name, contactPoints: [{ kind: 'phone', value: '070 1', isSafe: true }] });
  await aConsent(bench, personId);
  const order = await post('ServiceRequest', orderFor(personId));
  return { personId, order, task: await post('Task', taskFor(personId, idOf(order))) };
}

const REASONS: Record<string, string> = { rejected: 'at_capacity', 'on-hold': 'unreachable', failed: 'unreachable', cancelled: 'duplicate', 'entered-in-error': 'duplicate' };
const ALL = ['draft', 'requested', 'accepted', 'rejected', 'in-progress', 'on-hold', 'completed', 'failed', 'cancelled', 'entered-in-error'];
const BY_TARGET: Record<string, readonly string[]> = {
  requested: ['accepted', 'rejected', 'cancelled'],
  accepted: ['in-progress', 'on-hold', 'completed', 'failed', 'cancelled'],
  'in-progress': ['on-hold', 'completed', 'failed', 'cancelled'],
  'on-hold': ['in-progress', 'completed', 'failed', 'cancelled'],
};
const LEADING: Record<string, readonly string[]> = {
  requested: [],
  accepted: ['accepted'],
  'in-progress': ['accepted', 'in-progress'],
  'on-hold': ['accepted', 'on-hold'],
  rejected: ['rejected'],
  completed: ['accepted', 'completed'],
  failed: ['accepted', 'failed'],
  cancelled: ['cancelled'],
  'entered-in-error': ['entered-in-error'],
};

function changeTo(status: string): object {
  const code = REASONS[status];
  const reason = code === undefined ? {} : { statusReason: { coding: [{ system: SYSTEMS.reason, code }], text: code.replaceAll('_', ' ') } };
  return { status, ...reason, ...(status === 'completed' ? { businessStatus: { coding: [{ system: SYSTEMS.outcome, code: 'help_given' }] } } : {}) };
}

const allowed = (from: string, to: string, side: 'requester' | 'target'): boolean => {
  if (to === from) return true;
  if (to === 'entered-in-error') return side === 'requester';
  return side === 'target' ? BY_TARGET[from]?.includes(to) === true : to === 'cancelled' && BY_TARGET[from] !== undefined;
};

test('every status of a referral, from each side: allowed as the state diagram says, or an OperationOutcome', async () => {
  for (const [from, way] of Object.entries(LEADING))
    for (const to of ALL)
      for (const side of ['requester', 'target'] as const) {
        let { task } = await sent(`${from} ${to} ${side}`);
        for (const next of way) {
          const by = next === 'entered-in-error' ? clinic : partner;
          task = (await put(task, changeTo(next), by)).body ?? task;
        }
        assert.equal(task['status'], from);
        const said = await put(task, changeTo(to), side === 'requester' ? clinic : partner);
        const isDone = said.status === 200 && said.body?.['status'] === to;
        assert.equal(isDone, allowed(from, to, side), `${from} → ${to} by ${side}: ${said.status} ${codeOf(said)}`);
        if (!isDone) assert.equal(said.body?.resourceType, 'OperationOutcome');
      }
});

test('of two that read one version the second is told so', async () => {
  const { task } = await sent('Raced');
  const first = await put(task, { status: 'accepted' }, partner, 'W/"1"');
  assert.deepEqual([first.status, first.headers['etag']], [200, 'W/"2"']);
  const second = await put(task, changeTo('rejected'), partner, 'W/"1"');
  assert.deepEqual([second.status, codeOf(second)], [412, 'version_conflict']);
  assert.equal((await put(task, changeTo('rejected'), partner, 'three')).status, 400);
});

test('another organisation’s Task answers as none, to every question', async () => {
  const { task, order, personId } = await sent('Hidden');
  const stranger = programOf(bench.otherNavigator);
  const other = programOf(bench.partners.law);
  for (const actor of [stranger, other]) {
    for (const path of [`Task/${idOf(task)}`, `ServiceRequest/${idOf(order)}`, `Patient/${personId}`, `Task/${idOf(task)}/_history`]) {
      const hidden = await bench.ask('GET', path, { actor });
      const none = await bench.ask('GET', path.replace(/[0-9a-f]{12}/, '0'.repeat(12)), { actor });
      assert.deepEqual([hidden.status, hidden.body], [none.status, none.body], path);
    }
    for (const path of [`Task?patient=${personId}`, `ServiceRequest?patient=${personId}`, `Consent?patient=${personId}`, `Task?_id=${idOf(task)}`])
      assert.deepEqual(entriesOf(await search(path, actor)), [], path);
  }
});

test('once a consent is taken back the next read shows nobody', async () => {
  const { task, order, personId } = await sent('Taken Back');
  const patient = `Patient/${personId}`;
  assert.equal((await bench.ask('GET', patient, { actor: partner })).status, 200);
  assert.equal((await bench.ask('GET', `ServiceRequest/${idOf(order)}`, { actor: partner })).status, 200);
  const { body } = await bench.ask('GET', `Consent?patient=${personId}&status=active`, { actor: clinic });
  const [consent] = entriesOf(body as Resource);
  assert.ok(consent);
  const withdrawn = await put(consent, { status: 'inactive' }, clinic);
  assert.deepEqual([withdrawn.status, withdrawn.body?.['status']], [200, 'inactive']);
  for (const path of [patient, `ServiceRequest/${idOf(order)}`, `Consent/${idOf(consent)}`])
    assert.equal((await bench.ask('GET', path, { actor: partner })).status, 404, path);
  const page = await search(`Task?_id=${idOf(task)}&_include=Task:patient&_include=Task:focus`, partner);
  assert.deepEqual(entriesOf(page).map(({ resourceType }) => resourceType), ['Task']);
});

test('a page of Tasks brings along what it names, and goes on where it ended', async () => {
  const people = [await sent('Page One'), await sent('Page Two'), await sent('Page Three')];
  const mine = people.map(({ task }) => idOf(task));
  const ids: string[] = [];
  let path = `Task?_id=${mine.join(',')}&_count=2&_include=Task:focus&_include=Task:patient&_include=Task:owner`;
  for (let at = 0; path !== '' && at < 5; at += 1) {
    const page = await search(path);
    const found = entriesOf(page);
    ids.push(...found.filter(({ resourceType }) => resourceType === 'Task').map(idOf));
    for (const type of ['ServiceRequest', 'Patient', 'Organization']) assert.ok(found.some(({ resourceType }) => resourceType === type), type);
    const links = page['link'] as { relation: string; url: string }[];
    path = links.find(({ relation }) => relation === 'next')?.url.replace(/^.*\/fhir\//, '') ?? '';
  }
  assert.deepEqual(ids, mine.toReversed());
  const changed = await search(`Task?_lastUpdated=gt2999-01-01&_id=${mine.join(',')}`);
  assert.equal(changed['entry'], undefined);
  assert.equal(entriesOf(await search(`Task?focus=ServiceRequest/${idOf(people[0]?.order as Resource)}`)).length, 1);
  assert.equal(entriesOf(await search(`Task?owner=Organization/${bench.organisations.food}&status=requested&_id=${mine.join(',')}`, partner)).length, 3);
});

test('what is asked once is created once', async () => {
  const patient = { resourceType: 'Patient', name: [{ family: 'Haddad', given: ['Once'] }], identifier: [{ system: 'urn:clinic', value: '17' }] };
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
  const { personId } = await aPerson(bench, { displayName: 'In Danger', contactPoints: [{ kind: 'phone', value: '070 9', isSafe: true }] });
  const order = await post('ServiceRequest', orderFor(personId, { orderDetail: [noContactDetail] }));
  assert.ok(JSON.stringify(order).includes(NO_CONTACT));
  const { person } = await get<{ person: { mayContact: boolean } }>(bench, 'GET /people/:personId', { input: { personId }, actor: bench.navigator });
  assert.equal(person.mayContact, false);
  const patient = await got(bench, ['GET', `Patient/${personId}`], { actor: clinic });
  assert.equal(patient['telecom'], undefined);
  const other = await post('ServiceRequest', orderFor(personId));
  assert.ok(JSON.stringify(await got(bench, ['GET', `ServiceRequest/${idOf(other)}`], { actor: clinic })).includes(NO_CONTACT));
});

test('a batch answers each entry for itself, and a transaction is not offered', async () => {
  const entry = [
    { resource: { resourceType: 'Patient', name: [{ text: 'In A Batch' }] }, request: { method: 'POST', url: 'Patient' } },
    { resource: { resourceType: 'Patient', birthDate: 'yesterday' }, request: { method: 'POST', url: 'Patient' } },
    { request: { method: 'GET', url: 'Organization?_count=1' } },
    { request: { method: 'GET', url: '../api/people' } },
  ];
  const said = await bench.ask('POST', '', { actor: clinic, body: { resourceType: 'Bundle', type: 'batch', entry } });
  const answers = (said.body?.['entry'] ?? []) as { response: { status: string } }[];
  assert.deepEqual(answers.map(({ response }) => response.status), ['201', '422', '200', '422']);
  const refused = await bench.ask('POST', '', { actor: clinic, body: { resourceType: 'Bundle', type: 'transaction', entry } });
  assert.deepEqual([refused.status, codeOf(refused)], [422, 'bundle_not_batch']);
});

test('hostile bodies are refused by field, and nothing is written', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Hostile' });
  const before = await countRows(bench, 'fhir.resource');
  let deep: unknown = {};
  for (let at = 0; at < 100; at += 1) deep = { a: [deep] };
  const own = JSON.parse('{"__proto__":{"polluted":true},"constructor":{"a":1}}') as object;
  const hostile: [string, number][] = [
    [JSON.stringify(orderFor(personId, { note: deep })), 400],
    [JSON.stringify({ ...orderFor(personId), resourceType: 'Task' }), 400],
    [JSON.stringify(orderFor(personId, { modifierExtension: [{ url: 'urn:x', valueBoolean: true }] })), 422],
    [JSON.stringify(orderFor(personId, { contained: [{ resourceType: 'Patient' }] })), 422],
    [JSON.stringify(orderFor(personId, { category: 'food' })), 422],
    [JSON.stringify(orderFor(personId, { category: Array.from({ length: 1000 }, () => ({ text: 'x' })) })), 422],
    [JSON.stringify(orderFor(personId, { code: { text: 'x'.repeat(30_000) } })), 422],
    [JSON.stringify(orderFor(personId, { doNotPerform: true })), 422],
    [JSON.stringify(orderFor(personId, { status: 'nonsense', subject: [] })), 422],
    [JSON.stringify(orderFor(personId, { subject: { reference: 'Patient/../../etc' } })), 422],
    [JSON.stringify(orderFor(personId)).replace('{', `${JSON.stringify(own).slice(0, -1)},`), 422],
  ];
  for (const [text, status] of hostile) {
    const said = await bench.ask('POST', 'ServiceRequest', { actor: clinic, body: JSON.parse(text) });
    assert.equal(said.status, status, `${text.slice(0, 120)} ${codeOf(said)}`);
    assert.equal(said.body?.resourceType, 'OperationOutcome');
  }
  for (const body of [null, [], 'text', 17]) assert.equal((await bench.ask('POST', 'ServiceRequest', { actor: clinic, body })).status, 422);
  assert.equal(await countRows(bench, 'fhir.resource'), before);
});

test('a program does what it was granted, in JSON', async () => {
  const reader = programOf(bench.navigator, ['system/Task.rs']);
  const refused = await bench.ask('GET', 'Patient?name=Amal', { actor: reader });
  assert.deepEqual([refused.status, codeOf(refused)], [403, 'scope_missing']);
  assert.equal((await bench.ask('POST', 'Task', { actor: reader, body: {} })).status, 403);
  assert.equal((await bench.ask('GET', 'Task?_include=Task:patient', { actor: reader })).status, 403);
  assert.equal((await bench.ask('GET', 'Task', { actor: reader })).status, 200);
  assert.equal((await bench.ask('GET', 'Task', { actor: clinic, accept: 'application/fhir+xml' })).status, 406);
  assert.equal((await bench.ask('POST', 'Patient', { actor: clinic, body: {}, headers: { contentType: 'application/fhir+xml' } })).status, 415);
  for (const query of ['unknown=1', '_sort=name', '_include=Task:nothing', 'status:odd=1']) assert.equal((await bench.ask('GET', `Task?${query}`, { actor: clinic })).status, 400, query);
  const capabilities = await got(bench, ['GET', 'metadata'], { actor: clinic });
  assert.equal(capabilities['fhirVersion'], '4.0.1');
});

test('people are found by name as everywhere, and nobody lists a region', async () => {
  await aPerson(bench, { displayName: 'Nour Ben Salem', birthYear: 1990 });
  const found = await got(bench, ['POST', 'Patient/_search?name=Nour Salem&birthdate=1990'], { actor: clinic });
  assert.equal(entriesOf(found).length, 1);
  assert.equal((await bench.ask('GET', 'Patient', { actor: clinic })).status, 400);
  assert.deepEqual(entriesOf(await search('Patient?name=Nour Salem', programOf(bench.otherNavigator))), []);
});

test('an open request is offered without whom it is for, and claimed by accepting it', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Open Request' });
  await aConsent(bench, personId, { recipients: [bench.organisations.food, bench.organisations.law] });
  const order = await post('ServiceRequest', orderFor(personId));
  const task = await post('Task', taskFor(personId, idOf(order), { owner: undefined }));
  assert.equal(task['owner'], undefined);
  const offered = entriesOf(await search('Task?owner:missing=true', partner)).find((one) => idOf(one) === idOf(task));
  assert.ok(offered);
  assert.equal(JSON.stringify(offered).includes(personId), false);
  const claimed = await put(offered, { status: 'accepted', for: { reference: `Patient/${personId}` } }, partner);
  assert.deepEqual([claimed.status, claimed.body?.['status']], [200, 'accepted']);
});
