import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWireRegion, type WireRegion } from '../api/testing/wire-region.ts';
import type { Ask } from './api-client.ts';
import { checkInterface, CHECKS } from './check-interface.ts';

let region: WireRegion;
before(async () => {
  region = await openWireRegion(23);
});
after(() => region.database.close());

const BASE = 'http://sabil.example/hsds';

const asIs: Ask = async (url, init) => {
  const { pathname, search } = new URL(url);
  return region.ask(`${pathname}${search}`, { ...init, signal: null });
};

test('our own interface passes every check, and leaves none out', async () => {
  const report = await checkInterface(BASE, { ask: asIs, isStrict: true });
  assert.deepEqual(
    report.findings.filter(({ result }) => result !== 'pass'),
    [],
  );
  assert.equal(report.findings.length, CHECKS.length);
  assert.ok(report.requests < 300, String(report.requests));
});

type Json = Record<string, unknown>;
type Request = { path: string; query: URLSearchParams; method: string; headers: Headers };

/** Our interface with one fault in it: what is asked may be changed, and what is answered. */
type Broken = {
  fault: string;
  /** The check that must find it. */
  found: RegExp;
  ask?: (request: Request) => void;
  tell?: (json: Json, request: Request) => unknown;
  answer?: (response: Response, request: Request) => Response;
};

function toldOtherwise(text: string, request: Request, tell: NonNullable<Broken['tell']>): string {
  const lines = request.query.get('format') === 'ndjson' ? text.trim().split('\n') : [text];
  const told = lines.map((line) => tell(JSON.parse(line) as Json, request)).filter((one) => one !== null);
  return told.map((one) => JSON.stringify(one)).join('\n');
}

async function answered(broken: Broken, request: Request): Promise<Response> {
  const words = request.query.toString();
  const { method, headers } = request;
  const response = await region.ask(`${request.path}${words === '' ? '' : `?${words}`}`, { method, headers });
  return broken.answer?.(response, request) ?? response;
}

function brokenBy(broken: Broken): Ask {
  return async (url, init) => {
    const { pathname: path, searchParams: query } = new URL(url);
    const request = { path, query, method: init?.method ?? 'GET', headers: new Headers(init?.headers) };
    broken.ask?.(request);
    const response = await answered(broken, request);
    if (broken.tell === undefined || response.status !== 200) return response;
    return new Response(toldOtherwise(await response.text(), request, broken.tell), response);
  };
}

const isList = ({ path }: Request): boolean => path === '/hsds/services';
const contents = (json: Json): Json[] => (Array.isArray(json['contents']) ? (json['contents'] as Json[]) : []);
const without = (name: string) => (request: Request) => request.query.delete(name);
const onPages =
  (change: (page: Json, request: Request) => Json) =>
  (json: Json, request: Request): unknown =>
    isList(request) && 'contents' in json ? change(json, request) : json;

const BROKEN: Broken[] = [
  {
    fault: 'GET / names no profile',
    found: /^GET \/ tells/,
    tell: (json, { path }) => (/hsds\/?$/.test(path) ? { ...json, profile: 'none' } : json),
  },
  {
    fault: 'the OpenAPI document lacks a path',
    found: /OpenAPI/,
    tell: (json, { path }) => (path.endsWith('openapi.json') ? { ...json, paths: {} } : json),
  },
  {
    fault: 'total_items is one too many',
    found: /exact|every item once/,
    tell: onPages((page) => ({ ...page, total_items: Number(page['total_items']) + 1 })),
  },
  { fault: 'the last page does not say so', found: /exact/, tell: onPages((page) => ({ ...page, last_page: false })) },
  { fault: 'empty is missing', found: /exact/, tell: onPages(({ empty: _empty, ...page }) => page) },
  {
    fault: 'every page is the first',
    found: /exact|every item once|beyond/,
    ask: (request) => void (request.query.has('page') && request.query.set('page', '1')),
  },
  {
    fault: 'lines leave one out',
    found: /ndjson/,
    tell: (json, request) =>
      isList(request) && request.query.get('format') === 'ndjson' && String(json['id']) < '2' ? null : json,
  },
  { fault: 'organization_id is ignored', found: /organization_id|add up/, ask: without('organization_id') },
  { fault: 'taxonomy_term_id is ignored', found: /taxonomy_term_id/, ask: without('taxonomy_term_id') },
  { fault: 'taxonomy_id is ignored', found: /taxonomy_id finds|top_only/, ask: without('taxonomy_id') },
  { fault: 'modified_after is ignored', found: /modified_after/, ask: without('modified_after') },
  { fault: 'search is ignored', found: /search/, ask: without('search') },
  { fault: 'top_only is ignored', found: /top_only/, ask: without('top_only') },
  {
    fault: 'of two filters the last counts',
    found: /add up/,
    ask: ({ query }) => void (query.has('taxonomy_term_id') && query.delete('organization_id')),
  },
  { fault: 'minimal is ignored', found: /minimal/, ask: without('minimal') },
  {
    fault: 'full forgets a field',
    found: /^full/,
    tell: (json, request) =>
      request.query.has('full') ? { ...json, contents: contents(json).map(({ name: _name, ...one }) => one) } : json,
  },
  {
    fault: 'an id that nobody has is answered',
    found: /404/,
    answer: (response) => (response.status === 404 ? new Response('{}', { headers: response.headers }) : response),
  },
  {
    fault: 'POST answers something else',
    found: /^POST/,
    tell: (json, { method }) => (method === 'POST' ? { ...json, size: 99 } : json),
  },
  {
    fault: 'closed to other origins',
    found: /every origin/,
    answer: (response) =>
      new Response(response.body, {
        status: response.status,
        headers: [...response.headers].filter(([name]) => !name.startsWith('access-control')),
      }),
  },
  {
    fault: 'sets a cookie',
    found: /cookie/,
    answer: (response) =>
      new Response(response.body, { status: response.status, headers: [...response.headers, ['set-cookie', 'a=b']] }),
  },
  {
    fault: 'sends again what is known',
    found: /not sent again/,
    ask: ({ headers }) => headers.delete('if-none-match'),
  },
  {
    fault: 'takes any page for the first',
    found: /makes no sense/,
    ask: ({ query }) => void (query.get('page') === 'first' && query.delete('page')),
  },
  {
    fault: 'a status that is none',
    found: /services tells has/,
    tell: (json) =>
      'contents' in json
        ? { ...json, contents: contents(json).map((one) => ('status' in one ? { ...one, status: 'open' } : one)) }
        : json,
  },
  {
    fault: 'a null where a text should be',
    found: /services tells has/,
    tell: onPages((page) => ({ ...page, contents: contents(page).map((one) => ({ ...one, description: null })) })),
  },
  {
    fault: 'a field that HSDS does not know',
    found: /does not know/,
    tell: onPages((page) => ({ ...page, contents: contents(page).map((one) => ({ ...one, stars: 5 })) })),
  },
  { fault: 'the server is down', found: /GET \/services/, answer: () => new Response('', { status: 503 }) },
];

for (const broken of BROKEN)
  test(`it finds out when ${broken.fault}`, async () => {
    const checks = CHECKS.filter(({ name }) => broken.found.test(name));
    const report = await checkInterface(BASE, { ask: brokenBy(broken), isStrict: true, checks });
    assert.equal(report.isPassed, false);
    const failed = report.findings.filter(({ result }) => result === 'fail');
    assert.ok(
      failed.some(({ check }) => broken.found.test(check)),
      JSON.stringify(failed),
    );
  });

test('what a profile adds is told, and a fault only where it is asked to be strict', async () => {
  const adding: Ask = brokenBy({
    fault: '',
    found: /x/,
    tell: onPages((page, { query }) =>
      query.has('minimal') ? page : { ...page, contents: contents(page).map((one) => ({ ...one, stars: 5 })) },
    ),
  });
  const report = await checkInterface(BASE, { ask: adding });
  assert.deepEqual(
    report.findings.filter(({ result }) => result === 'fail'),
    [],
  );
  assert.ok(report.findings.some(({ detail }) => detail?.includes('service.stars')));
});

test('a server that has only what is required is not failed for what it lacks', async () => {
  const optional = /\/hsds\/(organizations|taxonomies|taxonomy_terms|service_at_locations)/;
  const small: Ask = async (url, init) => (optional.test(url) ? new Response('', { status: 404 }) : asIs(url, init));
  const report = await checkInterface(BASE, { ask: small });
  assert.deepEqual(
    report.findings.filter(({ result }) => result === 'fail'),
    [],
  );
  assert.ok(
    report.findings.some(({ result, detail }) => result === 'skipped' && detail === 'there is no /organizations'),
  );
});
