import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { createApp, type Executor } from '@qantara/platform';
import { loadTranslators } from './catalogues.ts';
import { smallRegion, type SmallRegion } from './matrix/region.ts';

let region: SmallRegion;
let fetch: (request: Request) => Response | Promise<Response>;
before(async () => {
  region = await smallRegion();
  const app = createApp(
    {
      executor: region.executor,
      database: region.database,
      resolveProgram: () => Promise.resolve(null),
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

const HOSTILE = ['', '?page=-1', '?search=%00', '?search=%27%3B--&page=1', '?unknown=1', `?search=${'x'.repeat(5000)}`];

function addresses(executor: Executor): { method: string; path: string }[] {
  return executor.wire.map(({ route }) => {
    const [method = 'GET', path = '/'] = route.path.split(' ');
    return { method, path: path.replaceAll(/:\w+/g, region.ours.serviceId) };
  });
}

async function traces(): Promise<string> {
  const found = await region.database.pool.query({
    text: `select (select count(*) from platform.event) || ' ' || (select count(*) from platform.opening) as traces`,
  });
  return String(found.rows[0]?.['traces']);
}

test('every address of a public interface is open to every origin, and to a stranger it changes nothing', async () => {
  const before = await traces();
  for (const { method, path } of addresses(region.executor))
    for (const query of HOSTILE) {
      // What tries a secret counts its tries, and says so itself.
      if (path.startsWith('/oauth')) continue;
      const headers = {
        cookie: '__Host-qantara=somebody',
        'sec-fetch-site': 'cross-site',
        origin: 'https://elsewhere.example',
      };
      const answer = await fetch(new Request(`https://sabil.example${path}${query}`, { method, headers }));
      assert.ok(answer.status < 500, `${method} ${path}${query} ${answer.status}`);
      assert.equal(answer.headers.get('access-control-allow-origin'), '*', `${method} ${path}${query}`);
      assert.equal(answer.headers.get('set-cookie'), null);
      await answer.arrayBuffer();
    }
  assert.equal(await traces(), before);
});

test('what asks for a permission is not answered without a program’s token', async () => {
  for (const { route } of region.executor.wire.filter(({ route: { may } }) => may !== 'anyone')) {
    const [method = 'GET', path = '/'] = route.path.split(' ');
    const address = `https://sabil.example${path.replaceAll(/:\w+/g, region.ours.serviceId)}`;
    const answer = await fetch(new Request(address, { method }));
    assert.equal(answer.status, 401, route.path);
    assert.match(await answer.text(), /OperationOutcome/);
  }
});

test('no address of a public interface is an address of the product', () => {
  for (const { route } of region.executor.wire)
    assert.match(route.path, /^(?:GET|POST|PUT) \/(?:hsds|fhir|oauth|data)(?:\/|$)/);
});

test('a person at a browser is led from the profile to its page', async () => {
  const headers = { accept: 'text/html', 'accept-language': 'fr' };
  const answer = await fetch(new Request('https://sabil.example/hsds/profile', { headers }));
  assert.equal(answer.status, 302);
  assert.equal(answer.headers.get('location'), '/fr/hsds');
});
