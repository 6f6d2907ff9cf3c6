import { contentsOf, fail, isObject, must, skip, type Check, type Json } from './check.ts';

function isUri(value: unknown): boolean {
  return typeof value === 'string' && URL.canParse(value);
}

async function aboutOf(ask: (path: string) => Promise<{ status: number; json: unknown }>): Promise<Json> {
  const { status, json } = await ask('/');
  must(status === 200, `GET / answers ${status}`);
  return isObject(json) ? json : fail('GET / answers no JSON object');
}

const REQUIRED = ['/', '/services', '/services/{id}'];

/** What an interface says of itself. */
export const ABOUT_CHECKS: Check[] = [
  {
    name: 'GET / tells the version, the profile and the OpenAPI document',
    run: async ({ client }) => {
      const about = await aboutOf((path) => client.get(path));
      must(
        typeof about['version'] === 'string' && about['version'].startsWith('3'),
        `version is ${String(about['version'])}`,
      );
      must(isUri(about['profile']), 'profile is no URI');
      must(isUri(about['openapi_url']), 'openapi_url is no URI');
    },
  },
  {
    name: 'the OpenAPI document describes the required endpoints',
    run: async ({ client }) => {
      const { openapi_url: url } = await aboutOf((path) => client.get(path));
      if (typeof url !== 'string') skip('GET / names no openapi_url');
      const { status, json } = await client.get(String(url));
      must(status === 200, `openapi_url answers ${status}`);
      if (!isObject(json)) return fail('openapi_url answers no JSON object');
      const info = isObject(json['info']) ? json['info'] : fail('the document has no info');
      must(typeof json['openapi'] === 'string', 'the document has no openapi version');
      must(typeof info['title'] === 'string' && typeof info['version'] === 'string', 'info has no title or no version');
      const paths = isObject(json['paths']) ? Object.keys(json['paths']) : [];
      for (const path of REQUIRED) must(paths.includes(path), `the document has no path ${path}`);
    },
  },
  {
    name: 'GET /services answers a page, and not an empty one',
    run: async ({ client }) => {
      const { status, json, headers } = await client.get('/services');
      must(status === 200, `GET /services answers ${status}`);
      must((headers.get('content-type') ?? '').includes('json'), 'GET /services does not say that it is JSON');
      must(contentsOf(json, '/services').length > 0, 'GET /services is empty: harvesters take that for a fault');
    },
  },
  {
    name: 'GET /services/{id} answers each service of the list',
    run: async ({ client, lists }) => {
      const { ids = [] } = lists.get('services') ?? {};
      must(ids.length > 0, 'no id is there to ask for');
      for (const id of ids.slice(0, 5)) {
        const { status, json } = await client.get(`/services/${encodeURIComponent(id)}`);
        must(status === 200, `GET /services/${id} answers ${status}`);
        must(isObject(json) && json['id'] === id, `GET /services/${id} answers another service`);
      }
    },
  },
];
