import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { newId, type Actor } from '@qantara/kernel';
import { createApp } from '@qantara/platform';
import { loadTranslators } from './catalogues.ts';
import { actorAs } from './matrix/actors.ts';
import { smallRegion, type SmallRegion } from './matrix/region.ts';

let region: SmallRegion;
let actor: Actor;
let fetch: (request: Request) => Response | Promise<Response>;
before(async () => {
  region = await smallRegion();
  actor = { ...actorAs('navigator', region.ours), scopes: ['system/*.cruds'] };
  const app = createApp(
    {
      executor: region.executor,
      database: region.database,
      resolveProgram: (token) => Promise.resolve(token === 'good' ? actor : null),
      resolveActor: () => Promise.reject(new Error('a public interface looks up no session')),
      translators: loadTranslators(),
      openApi: {},
      pages: null,
      isReady: () => Promise.resolve(true),
      jobs: {
        countWaiting: () => Promise.resolve(0),
        countDeadLetters: () => Promise.resolve(0),
        retryDeadLetters: () => Promise.resolve(0),
      },
    },
    {
      secure: true,
      trustProxy: true,
      requestsPerMinute: 100_000,
      metricsToken: null,
      originSalt: 'salt',
      address: null,
      largestBody: 1_000_000,
      assetsFolder: null,
    },
  );
  fetch = (request) => app.fetch(request);
});
after(() => region.close());

type Asking = { method?: string; body?: string; headers?: Record<string, string> };

async function ask(path: string, { method = 'GET', body, headers = {} }: Asking = {}) {
  const sent = {
    authorization: 'Bearer good',
    'content-type': 'application/fhir+json',
    'accept-language': 'fr',
    ...headers,
  };
  const init = body === undefined ? { method, headers: sent } : { method, headers: sent, body };
  const answer = await fetch(new Request(`https://sabil.example/fhir${path}`, init));
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: (text === '' ? null : JSON.parse(text)) as Record<string, unknown> | null,
  };
}

test('a program reads a person, and is not sent again what it has', async () => {
  const read = await ask(`/Patient/${region.ours.personId}`);
  assert.deepEqual([read.status, read.body?.['resourceType']], [200, 'Patient']);
  assert.match(read.headers.get('content-type') ?? '', /^application\/fhir\+json/);
  const tag = read.headers.get('etag') ?? '';
  assert.equal((await ask(`/Patient/${region.ours.personId}`, { headers: { 'if-none-match': tag } })).status, 304);
  assert.equal(read.headers.get('cache-control'), 'no-store');
});

test('what is refused is an OperationOutcome in the caller’s language, also by the platform', async () => {
  const none = await ask(`/Task/${region.ours.personId}`);
  assert.deepEqual([none.status, none.body?.['resourceType']], [404, 'OperationOutcome']);
  assert.match(JSON.stringify(none.body), /identifiant/);
  for (const [path, asking, status] of [
    ['/Patient', { method: 'POST', body: '{' }, 400],
    ['/Patient', { method: 'POST', body: `{"a":"${'x'.repeat(1_100_000)}"}` }, 413],
    ['/Nothing', {}, 404],
    ['/Patient', { headers: { authorization: 'Bearer bad' } }, 401],
  ] as [string, Asking, number][]) {
    const answer = await ask(path, asking);
    assert.deepEqual([answer.status, answer.body?.['resourceType']], [status, 'OperationOutcome'], path);
  }
});

test('a form searches without putting a name into an address', async () => {
  const found = await ask('/Patient/_search', {
    method: 'POST',
    body: 'name=ours',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  assert.deepEqual([found.status, found.body?.['type']], [200, 'searchset']);
});

test('a batch is answered entry by entry, a command twice has the effect of once', async () => {
  const patient = { resourceType: 'Patient', name: [{ text: 'Lina' }] };
  const entry = [
    { resource: patient, request: { method: 'POST', url: 'Patient' } },
    { request: { method: 'GET', url: `Patient/${region.theirs.personId}` } },
    { request: { method: 'GET', url: 'HealthcareService?_count=1' } },
  ];
  const batch = await ask('', {
    method: 'POST',
    body: JSON.stringify({ resourceType: 'Bundle', type: 'batch', entry }),
  });
  const answers = (batch.body?.['entry'] ?? []) as { response: { status: string } }[];
  assert.deepEqual(
    answers.map(({ response }) => response.status),
    ['201', '404', '200'],
  );
  const once = { method: 'POST', body: JSON.stringify(patient), headers: { 'idempotency-key': newId() } };
  const [first, again] = [await ask('/Patient', once), await ask('/Patient', once)];
  assert.deepEqual([first.status, again.status], [201, 201]);
  assert.equal(again.body?.['id'], first.body?.['id']);
});

test('what is offered stands in the open, and says how programs are let in', async () => {
  const open = { headers: { authorization: '' } };
  const capabilities = await ask('/metadata', open);
  assert.deepEqual([capabilities.status, capabilities.body?.['fhirVersion']], [200, '4.0.1']);
  const smart = await ask('/.well-known/smart-configuration', open);
  assert.equal(smart.body?.['token_endpoint'], 'https://sabil.example/oauth/token');
});
