import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Actor } from '@qantara/kernel';
import { countRows } from '@qantara/identity/testing';
import { aPerson } from '@qantara/people/testing';
import { cursorOf } from '../domain/index.ts';
import { codeOf, got, openFhirBench, orderFor, programOf, type FhirBench } from './testing.ts';

let bench: FhirBench;
let clinic: Actor;
before(async () => {
  bench = await openFhirBench();
  clinic = programOf(bench.navigator);
});
after(() => bench.database.close());

test('a batch answers each entry for itself, and a transaction is not offered', async () => {
  const entry = [
    {
      resource: { resourceType: 'Patient', name: [{ text: 'In A Batch' }] },
      request: { method: 'POST', url: 'Patient' },
    },
    { resource: { resourceType: 'Patient', birthDate: 'yesterday' }, request: { method: 'POST', url: 'Patient' } },
    { request: { method: 'GET', url: 'Organization?_count=1' } },
    { request: { method: 'GET', url: '../api/people' } },
  ];
  const said = await bench.ask('POST', '', { actor: clinic, body: { resourceType: 'Bundle', type: 'batch', entry } });
  const answers = (said.body?.['entry'] ?? []) as { response: { status: string } }[];
  assert.deepEqual(
    answers.map(({ response }) => response.status),
    ['201', '422', '200', '422'],
  );
  const refused = await bench.ask('POST', '', {
    actor: clinic,
    body: { resourceType: 'Bundle', type: 'transaction', entry },
  });
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
  for (const body of [null, [], 'text', 17])
    assert.equal((await bench.ask('POST', 'ServiceRequest', { actor: clinic, body })).status, 422);
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
  assert.equal(
    (await bench.ask('POST', 'Patient', { actor: clinic, body: {}, headers: { contentType: 'application/fhir+xml' } }))
      .status,
    415,
  );
  for (const query of ['unknown=1', '_sort=name', '_include=Task:nothing', 'status:odd=1'])
    assert.equal((await bench.ask('GET', `Task?${query}`, { actor: clinic })).status, 400, query);
  const capabilities = await got(bench, ['GET', 'metadata'], { actor: clinic });
  assert.equal(capabilities['fhirVersion'], '4.0.1');
});

test('a cursor that was made up, or for other pages, is refused in words', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Paged' });
  const moment = new Date().toISOString();
  const made = [
    ['x', 'y'],
    ['referral', 'tomorrow', personId],
    ['sent', moment, 'x'],
    ['todo', 'x', 'y'],
    [moment, ''],
  ];
  for (const type of ['Task', 'ServiceRequest', 'Observation', 'QuestionnaireResponse', 'Organization', 'Location'])
    for (const parts of made) {
      const of = ['Organization', 'Location'].includes(type) ? '' : `patient=${personId}&`;
      const said = await bench.ask('GET', `${type}?${of}_cursor=${cursorOf(parts)}`, { actor: clinic });
      // What goes on after nothing begins at the beginning.
      const isBegun = type === 'Task' && !['referral', 'todo'].includes(parts[0] ?? '');
      assert.equal(codeOf(said), isBegun ? undefined : 'search_unreadable', `${type} ${JSON.stringify(parts)}`);
    }
});

test('a condition of what is created tells nothing to a program that may not search', async () => {
  const writer = programOf(bench.navigator, ['system/Patient.c']);
  const identifier = [{ system: 'urn:clinic', value: 'asked-by-condition' }];
  const body = { resourceType: 'Patient', name: [{ text: 'Known Already' }], birthDate: '1981-02-03', identifier };
  await got(bench, ['POST', 'Patient'], { actor: clinic, body });
  for (const ifNoneExist of ['identifier=urn:clinic|asked-by-condition', 'name=Known Already', 'name=Nobody'])
    assert.equal(
      codeOf(await bench.ask('POST', 'Patient', { actor: writer, body, headers: { ifNoneExist } })),
      'scope_missing',
      ifNoneExist,
    );
});
