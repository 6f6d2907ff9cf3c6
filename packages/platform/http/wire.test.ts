import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { clientFor, newId, translatorFor, wireRoute } from '@qantara/kernel';
import { z } from 'zod';
import { serverModule } from '../command/server-module.ts';
import { createExecutor } from '../command/executor.ts';
import { vaultOf } from '../command/vault.ts';
import { wireOf, type WireAnswer, type WirePart } from '../command/wire.ts';
import { openTestDatabase, type Database } from '../db/index.ts';
import { adder, tallyModule, tallyRoutes } from '../testing.ts';
import { createApp } from './app.ts';

const PERSON = newId();
const Named = z.object({ tally: z.string().max(40) });
const wireRoutes = {
  read: wireRoute('GET /count/tally/:tally', Named, { may: 'tally:add' }),
  add: wireRoute('PUT /count/tally/:tally', Named, { may: 'tally:add', changes: true }),
  open: wireRoute('GET /count/person/:person', z.object({ person: z.uuid() }), { may: 'tally:add' }),
  lies: wireRoute('GET /count/lie', z.object({}), { may: 'tally:add' }),
  batch: wireRoute('POST /count', z.object({}), { may: 'tally:add', parts: true }),
  search: wireRoute('POST /count/search', z.object({ by: z.union([z.string(), z.array(z.string())]) }), {
    may: 'tally:add',
  }),
};

const json = (value: unknown, more: Partial<WireAnswer> = {}): WireAnswer => ({
  type: 'application/count+json',
  body: JSON.stringify(value),
  ...more,
});

const countModule = serverModule<Record<never, never>, unknown>({
  name: 'count',
  routes: {},
  handlers: {},
  wire: wireOf<typeof wireRoutes, unknown>(
    wireRoutes,
    {
      read: async (_ctx, { tally }, { invoke }) =>
        json(await clientFor(tallyRoutes, invoke).readTally({ tally }), { headers: { etag: 'W/"7"' } }),
      add: async (_ctx, { tally }, { invoke, body, headers }) => {
        const api = clientFor(tallyRoutes, invoke);
        const steps = z.object({ by: z.array(z.number()) }).parse(body).by;
        let count = 0;
        for (const by of steps) count = (await api.addToTally({ tally, by, person: PERSON })).count;
        return json({ count, prefer: headers.prefer }, { status: 201, headers: { location: `/count/tally/${tally}` } });
      },
      open: async (ctx, { person }) => {
        ctx.noteAccess({ personId: person, kind: 'record' });
        return json({});
      },
      lies: async (_ctx, _input, { invoke }) =>
        json(await clientFor(tallyRoutes, invoke).addToTally({ tally: 'lie', by: 1 })),
      batch: async (_ctx, _input, { body, again }) => {
        const parts = (body as { parts: WirePart[] }).parts;
        const answers = [];
        for (const part of parts) answers.push(await again(part));
        return json(answers.map(({ status, body: said }) => [status, JSON.parse(said as string)]));
      },
      search: (_ctx, { by }) => Promise.resolve(json({ by })),
    },
    {
      problem: ({ status, code, text, fields }) => ({
        type: 'application/count+json',
        body: JSON.stringify({ no: code, status, text, fields: fields.map(({ path }) => path) }),
      }),
    },
  ),
});

let database: Database;
let fetch: (request: Request) => Promise<Response>;
before(async () => {
  database = await openTestDatabase();
  const executor = createExecutor([tallyModule(), countModule], {
    database,
    vault: vaultOf('a secret for tests, long enough 123'),
    timeZone: 'UTC',
  });
  const words = translatorFor('en', { 'refusal.not_signed_in': 'Sign in first' });
  const other = { ...adder, permissions: new Set<string>() };
  const app = createApp(
    {
      executor,
      database,
      resolveProgram: (token) => Promise.resolve(token === 'good' ? adder : token === 'other' ? other : null),
      resolveActor: () => Promise.reject(new Error('a public interface looks up no session')),
      translators: { ar: words, fr: words, en: words },
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
      requestsPerMinute: 0,
      metricsToken: null,
      originSalt: 'salt',
      address: 'https://sabil.example',
      largestBody: 1000,
      assetsFolder: null,
    },
  );
  fetch = (request) => Promise.resolve(app.fetch(request));
});
after(() => database.close());

type Ask = { method?: string; body?: unknown; token?: string | null; headers?: Record<string, string> };

async function ask(path: string, { method = 'GET', body, token = 'good', headers = {} }: Ask = {}) {
  const bearer = token === null ? {} : { authorization: `Bearer ${token}` };
  const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  const request = new Request(`https://sabil.example/count${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...bearer, ...headers },
    ...sent,
  });
  const answer = await fetch(request);
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, said: text === '' ? null : (JSON.parse(text) as unknown) };
}

async function countOf(statement: string, values: unknown[] = []): Promise<number> {
  const found = await database.pool.query({ text: `select count(*)::int as count from ${statement}`, values });
  return (found.rows[0] as { count: number }).count;
}

test('whoever brings no token, a wrong one or a cookie is told so in the words of the interface', async () => {
  for (const [token, headers] of [
    [null, {}],
    ['wrong', {}],
    [null, { cookie: '__Host-qantara=good' }],
  ] as const) {
    const answer = await ask('/tally/mine', { token, headers });
    assert.equal(answer.status, 401);
    assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
    assert.deepEqual(answer.said, { no: 'not_signed_in', status: 401, text: 'Sign in first', fields: [] });
  }
  assert.equal((await ask('/tally/mine', { token: 'other' })).status, 403);
  assert.deepEqual((await ask('/nothing')).said, {
    no: 'page_not_found',
    status: 404,
    text: 'refusal.page_not_found',
    fields: [],
  });
});

test('a program changes something by the routes of the product, in one transaction and one account of it', async () => {
  const made = await ask('/tally/mine', { method: 'PUT', body: { by: [3, 4] }, headers: { prefer: 'return=minimal' } });
  assert.deepEqual([made.status, made.said], [201, { count: 7, prefer: 'return=minimal' }]);
  assert.equal(made.headers.get('location'), '/count/tally/mine');
  assert.equal(made.headers.get('cache-control'), 'no-store');
  assert.equal(await countOf(`platform.event where type = 'tally.added' and data ->> 'tally' = 'mine'`), 2);
  assert.equal(
    await countOf(`(select distinct command_ref from platform.event where data ->> 'tally' = 'mine') as one`),
    1,
  );
});

test('what the product refuses undoes all of it', async () => {
  const refused = await ask('/tally/undone', { method: 'PUT', body: { by: [5, 11] } });
  assert.equal(refused.status, 422);
  assert.deepEqual((refused.said as { fields: string[] }).fields, ['by']);
  assert.equal((await ask('/tally/undone')).status, 404);
  assert.equal(await countOf(`platform.event where data ->> 'tally' = 'undone'`), 0);
});

test('the same command twice has the effect of one, and its identifier cannot be guessed', async () => {
  const put = (tally: string, by: number, key: string) =>
    ask(`/tally/${tally}`, { method: 'PUT', body: { by: [by] }, headers: { 'idempotency-key': key } });
  const key = newId();
  const first = await put('once', 2, key);
  const again = await put('once', 2, key);
  assert.deepEqual([again.status, again.said], [first.status, first.said]);
  assert.deepEqual((await ask('/tally/once')).said, { count: 2 });
  assert.equal(((await put('once', 3, key)).said as { no: string }).no, 'command_reused');
  const guessed = await put('guessed', 2, '17');
  assert.deepEqual([guessed.status >= 400, (await ask('/tally/guessed')).status], [true, 404]);
});

test('what a program has already is not sent again', async () => {
  await ask('/tally/known', { method: 'PUT', body: { by: [1] } });
  assert.equal((await ask('/tally/known', { headers: { 'if-none-match': 'W/"7"' } })).status, 304);
  assert.equal((await ask('/tally/known', { headers: { 'if-none-match': 'W/"8"' } })).status, 200);
});

test('whom a program read of is in the account of openings', async () => {
  const before = await countOf('platform.opening');
  assert.equal((await ask(`/person/${PERSON}`)).status, 200);
  assert.equal(await countOf('platform.opening'), before + 1);
  assert.equal(await countOf('platform.access_entry where person_id = $1', [PERSON]), 1);
});

test('an address that says it reads cannot change anything', async () => {
  assert.equal((await ask('/lie')).status, 500);
  assert.equal(await countOf(`platform.rate where bucket = 'lie'`), 0);
});

test('each part of a batch stands or falls alone, under the rules it would meet alone', async () => {
  const parts: WirePart[] = [
    { method: 'PUT', path: 'tally/part', body: { by: [4] } },
    { method: 'PUT', path: 'tally/part', body: { by: [99] } },
    { method: 'GET', path: 'tally/part' },
    { method: 'GET', path: 'nothing' },
  ];
  const answer = await ask('', { method: 'POST', body: { parts } });
  const said = answer.said as [number, unknown][];
  assert.deepEqual(
    said.map(([status]) => status),
    [201, 422, 200, 404],
  );
  assert.deepEqual(said[2], [200, { count: 4 }]);
});

test('parameters that stand there several times arrive as a list, also in a form', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  assert.deepEqual((await ask('/search?by=1&by=2', { method: 'POST' })).said, { by: ['1', '2'] });
  assert.deepEqual((await ask('/search', { method: 'POST', body: 'by=3', headers: form })).said, { by: '3' });
});

test('a body in another format is told so, and not that it asks badly', async () => {
  for (const type of ['application/fhir+xml', 'text/xml; charset=utf-8', 'application/pdf', 'text/turtle']) {
    const answer = await ask('/tally/x', { method: 'PUT', body: '<Task/>', headers: { 'content-type': type } });
    assert.deepEqual([answer.status, (answer.said as { no: string }).no], [415, 'format_not_taken'], type);
  }
  for (const type of ['application/json', 'application/fhir+json; fhirVersion=4.0']) {
    const answer = await ask('/tally/x', { method: 'PUT', body: '<Task/>', headers: { 'content-type': type } });
    assert.deepEqual([answer.status, (answer.said as { no: string }).no], [400, 'invalid_question'], type);
  }
});

test('a body that cannot be read or is too large is refused in the words of the interface', async () => {
  for (const body of ['{', '[]', '"text"', 'null']) {
    const answer = await ask('/tally/x', { method: 'PUT', body });
    assert.deepEqual([answer.status, (answer.said as { no: string }).no], [400, 'invalid_question']);
  }
  const large = await ask('/tally/x', { method: 'PUT', body: { by: [], more: 'x'.repeat(1_100_000) } });
  assert.deepEqual([large.status, (large.said as { no: string }).no], [413, 'too_large']);
});
