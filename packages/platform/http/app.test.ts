import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { ANYONE, newId, translatorFor } from '@qantara/kernel';
import { adder, openBench, type Bench } from '../testing.ts';
import { createApp, type AppSettings } from './app.ts';

const SETTINGS: AppSettings = {
  secure: true,
  trustProxy: true,
  requestsPerMinute: 0,
  metricsToken: 'a token for the tests',
  originSalt: 'salt',
  address: null,
  largestBody: 1000,
  assetsFolder: null,
};
const WORDS = {
  'refusal.invalid_input': 'Some answers need another look.',
  'validation.too_high': '{field}: give {limit, number} or less',
  'tally.field.by': 'How much',
};

let bench: Bench;
function appWith(settings: Partial<AppSettings> = {}, see: (request: Request) => void = () => undefined) {
  const translator = translatorFor('en', WORDS);
  return createApp(
    {
      executor: bench.executor,
      database: bench.database,
      resolveProgram: () => Promise.resolve(null),
      resolveActor: (token) => Promise.resolve(token === 'good' ? adder : null),
      translators: { ar: translator, fr: translator, en: translator },
      openApi: { openapi: '3.1.0' },
      pages: (request, { actor, nonce }) => {
        see(request);
        return Promise.resolve(new Response(`page for ${actor.kind} ${nonce}`));
      },
      isReady: () => Promise.resolve(true),
      jobs: {
        countWaiting: () => Promise.resolve(3),
        countDeadLetters: () => Promise.resolve(2),
        retryDeadLetters: () => Promise.resolve(2),
      },
    },
    { ...SETTINGS, ...settings },
  );
}

before(async () => {
  bench = await openBench();
});
after(() => bench.database.close());

function post(path: string, body: unknown, headers: Record<string, string> = {}): Request {
  return new Request(`https://sabil.example${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', host: 'sabil.example', ...headers },
  });
}
const AS_ADDER = { cookie: '__Host-qantara=good', 'sec-fetch-site': 'same-origin' };

test('a route answers JSON, by path, query and body', async () => {
  const made = await appWith().fetch(post('/api/tallies/http/add', { by: 3 }, AS_ADDER));
  assert.deepEqual([made.status, await made.json()], [200, { count: 3 }]);
  const read = await appWith().fetch(new Request('https://sabil.example/api/tallies/http'));
  assert.deepEqual(await read.json(), { count: 3 });
});

test('a refusal is a problem that names the field in the reader’s words', async () => {
  const answer = await appWith().fetch(post('/api/tallies/http/add', { by: 11 }, AS_ADDER));
  assert.equal(answer.status, 422);
  assert.equal(answer.headers.get('content-type'), 'application/problem+json');
  const problem = (await answer.json()) as { code: string; errors: { pointer: string; detail: string }[] };
  assert.equal(problem.code, 'invalid_input');
  assert.deepEqual(problem.errors[0], {
    pointer: '#/by',
    code: 'too_high',
    detail: 'How much: give 10 or less',
    values: { limit: 10 },
  });
});

test('a body that is not JSON is refused, and so is one that is too large', async () => {
  const broken = await appWith().fetch(post('/api/tallies/http/add', '{"by":', AS_ADDER));
  assert.equal(broken.status, 422);
  const large = await appWith().fetch(
    post('/api/tallies/http/add', 'x'.repeat(2000), { ...AS_ADDER, 'content-length': '2000' }),
  );
  assert.equal(large.status, 413);
});

test('a stranger may send a form, not a file', async () => {
  const app = appWith({ largestBody: 1_000_000 });
  const body = { by: 1, more: 'x'.repeat(300_000) };
  assert.equal((await app.fetch(post('/api/tallies/large/add', body))).status, 413);
  assert.equal((await app.fetch(post('/api/tallies/large/add', body, AS_ADDER))).status, 200);
});

test('a form on another site cannot act with our cookie, whatever it is dressed as', async () => {
  const before = await (await appWith().fetch(new Request('https://sabil.example/api/tallies/http'))).json();
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { referer: 'https://evil.example/sabil.example' },
    { origin: 'null' },
    {},
  ]) {
    const answer = await appWith().fetch(
      post('/api/tallies/http/add', { by: 1 }, { cookie: '__Host-qantara=good', ...headers } as Record<string, string>),
    );
    assert.equal(answer.status, 403, JSON.stringify(headers));
  }
  const now = await (await appWith().fetch(new Request('https://sabil.example/api/tallies/http'))).json();
  assert.deepEqual(now, before);
});

test('an older browser that names its own site is let in', async () => {
  const answer = await appWith().fetch(
    post('/api/tallies/old/add', { by: 1 }, { cookie: '__Host-qantara=good', origin: 'https://sabil.example' }),
  );
  assert.equal(answer.status, 200);
});

test('every answer carries a strict policy, and each page its own nonce', async () => {
  const first = await appWith().fetch(new Request('https://sabil.example/ar'));
  const second = await appWith().fetch(new Request('https://sabil.example/ar'));
  const policy = first.headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe/);
  assert.notEqual(policy, second.headers.get('content-security-policy'));
  assert.equal(first.headers.get('x-content-type-options'), 'nosniff');
  assert.match(first.headers.get('strict-transport-security') ?? '', /max-age=31536000/);
});

test('a token that opens nothing is nobody, not an error', async () => {
  const answer = await appWith().fetch(
    new Request('https://sabil.example/ar', { headers: { cookie: '__Host-qantara=stale' } }),
  );
  assert.match(await answer.text(), new RegExp(`^page for ${ANYONE.kind} `));
});

test('a flood from one address is slowed down, and another address is not', async () => {
  const app = appWith({ requestsPerMinute: 60 });
  const from = (address: string) =>
    app.fetch(new Request('https://sabil.example/api/tallies/http', { headers: { 'x-forwarded-for': address } }));
  const statuses: number[] = [];
  for (let index = 0; index < 70; index += 1) statuses.push((await from('203.0.113.7')).status);
  assert.equal(statuses[0], 200);
  assert.equal(statuses.at(-1), 429);
  assert.equal((await from('203.0.113.8')).status, 200);
});

test('a person at a browser who is refused at the door gets a page, not JSON', async () => {
  const headers = { accept: 'text/html', cookie: '__Host-qantara=good', 'sec-fetch-site': 'cross-site' };
  const answer = await appWith().fetch(post('/ar/ask', '', headers));
  assert.equal(answer.status, 403);
  assert.match(answer.headers.get('content-type') ?? '', /text\/html/);
  assert.match(await answer.text(), /<html lang="ar" dir="rtl">/);
});

test('behind a proxy nobody is an operator by their address alone', async () => {
  const app = appWith({ metricsToken: null, trustProxy: false, secure: false });
  const answer = await app.fetch(
    new Request('http://127.0.0.1/metrics', { headers: { 'x-forwarded-for': '203.0.113.7' } }),
  );
  assert.equal(answer.status, 403);
});

test('the same key sent twice by a client counts once', async () => {
  const key = { ...AS_ADDER, 'idempotency-key': newId() };
  for (const _ of [1, 2]) {
    const answer = await appWith().fetch(post('/api/tallies/keyed/add', { by: 2 }, key));
    assert.deepEqual(await answer.json(), { count: 2 });
  }
});

test('an address that is not there is said to be not there', async () => {
  assert.equal((await appWith().fetch(new Request('https://sabil.example/api/nothing'))).status, 404);
});

test('metrics are for who holds the token, and hold nobody’s name', async () => {
  assert.equal((await appWith().fetch(new Request('https://sabil.example/metrics'))).status, 403);
  const told = await appWith().fetch(
    new Request('https://sabil.example/metrics', { headers: { authorization: 'Bearer a token for the tests' } }),
  );
  assert.match(await told.text(), /qantara_route_seconds_count\{route="GET \/tallies\/:tally",ended="answered"\}/);
});

test('dead letters are counted, and sent back by whoever holds the token', async () => {
  const authorization = 'Bearer a token for the tests';
  const told = await appWith().fetch(new Request('https://sabil.example/metrics', { headers: { authorization } }));
  assert.match(await told.text(), /qantara_dead_letters 2/);
  const path = '/operations/retry-dead-letters';
  assert.equal((await appWith().fetch(post(path, '', { 'x-operator': 'night watch' }))).status, 403);
  const sent = await appWith().fetch(post(path, '', { authorization, 'x-operator': 'night watch' }));
  assert.deepEqual(await sent.json(), { retried: 2 });
});

test('health and readiness say so', async () => {
  assert.equal((await appWith().fetch(new Request('https://sabil.example/health'))).status, 200);
  assert.equal((await appWith().fetch(new Request('https://sabil.example/ready'))).status, 200);
});

test('a page seen by whoever is signed in is kept by no browser', async () => {
  const page = (headers: Record<string, string>) =>
    appWith().fetch(new Request('https://sabil.example/ar/work', { headers: { host: 'sabil.example', ...headers } }));
  assert.equal((await page(AS_ADDER)).headers.get('cache-control'), 'no-store');
  assert.equal((await page({})).headers.get('cache-control'), 'private, no-cache');
});

test('a password that a browser repeats by itself does not stand in for coming from our pages', async () => {
  const from = { cookie: '__Host-qantara=good', origin: 'https://elsewhere.example', authorization: 'Basic YTpi' };
  const answer = await appWith().fetch(post('/api/tallies/basic/add', { by: 1 }, from));
  assert.equal(answer.status, 403);
});

test('a page and an address of an interface are made for the region’s own address, whatever host a request names', async () => {
  const forged = new Request('https://evil.example/ar?asked=1', {
    headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
  });
  const seen: string[] = [];
  const app = appWith({ address: 'https://sabil.example' }, (request) => void seen.push(request.url));
  await app.fetch(forged);
  const form = { host: 'evil.example', 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'none' };
  await app.fetch(new Request('https://evil.example//evil.example/ar', { method: 'POST', headers: form, body: 'a=b' }));
  assert.deepEqual(seen, ['https://sabil.example/ar?asked=1', 'https://sabil.example//evil.example/ar']);
});

test('a parameter called like the inside of an object is a parameter', async () => {
  const path = 'https://sabil.example/api/tallies/http?__proto__=x&__proto__=y&constructor=z';
  const answer = await appWith().fetch(new Request(path));
  assert.equal(answer.status, 200);
  assert.equal(({} as Record<string, unknown>)['x'], undefined);
});
