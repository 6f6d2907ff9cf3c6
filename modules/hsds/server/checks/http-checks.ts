import { listOf, must, skip, type Check } from './check.ts';

/** What lets other pages and harvesters use an interface: open to every origin, without a key, and nothing sent twice. */
export const HTTP_CHECKS: Check[] = [
  {
    name: 'every answer is open to every origin, refusals too',
    run: async ({ client }) => {
      for (const path of ['/', '/services', '/services/nobody']) {
        const { headers } = await client.send(path, { headers: { origin: 'https://elsewhere.example' } });
        must(headers.get('access-control-allow-origin') === '*', `GET ${path} has no Access-Control-Allow-Origin: *`);
      }
    },
  },
  {
    name: 'no answer sets a cookie or asks for a key',
    run: async ({ client }) => {
      const { status, headers } = await client.get('/services');
      must(![401, 403].includes(status), `GET /services answers ${status} without a key`);
      must(headers.get('set-cookie') === null, 'GET /services sets a cookie');
    },
  },
  {
    name: 'a browser may ask before it posts',
    run: async (world) => {
      listOf(world, 'services');
      const { status } = await world.client.send('/services', { method: 'POST' });
      if ([404, 405, 501].includes(status)) skip('POST is optional, and is not there');
      const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' };
      const asked = await world.client.send('/services', { method: 'OPTIONS', headers });
      must(asked.status >= 200 && asked.status < 300, `OPTIONS /services answers ${asked.status}`);
      must(asked.headers.get('access-control-allow-origin') === '*', 'OPTIONS has no Access-Control-Allow-Origin: *');
    },
  },
  {
    name: 'what has not changed is not sent again',
    run: async ({ client }) => {
      const { headers } = await client.get('/services', { per_page: '3' });
      const tag = headers.get('etag') ?? skip('GET /services has no ETag; HSDS does not ask for one');
      const again = await client.send('/services?per_page=3', {
        headers: { accept: 'application/json', 'if-none-match': tag },
      });
      must(again.status === 304, `If-None-Match answers ${again.status} and not 304`);
    },
  },
  {
    name: 'a question that makes no sense is refused',
    run: async ({ client }) => {
      const { status } = await client.get('/services', { page: 'first' });
      must(status >= 400 && status < 500, `page=first answers ${status}`);
    },
  },
];
