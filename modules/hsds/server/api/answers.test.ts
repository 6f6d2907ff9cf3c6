import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LIST_NAMES } from '../../contract/api-parameters.ts';
import { idOf } from './testing/said.ts';
import { PLAIN_SERVICES, plainService } from './testing/small-world.ts';
import { openWireRegion, type Json, type WireRegion } from './testing/wire-region.ts';

let region: WireRegion;
before(async () => {
  region = await openWireRegion();
});
after(() => region.database.close());

test('pages are exact, from the first to one beyond the last', async () => {
  for (const list of LIST_NAMES) {
    const all = await region.askLines(`/hsds/${list}`);
    const perPage = 7;
    const pages = Math.ceil(all.length / perPage);
    const seen: Json[] = [];
    for (let page = 1; page <= pages + 1; page += 1) {
      const shown = await region.askJson(`/hsds/${list}?page=${page}&per_page=${perPage}`);
      const { contents, ...envelope } = shown;
      assert.deepEqual(envelope, {
        total_items: all.length,
        total_pages: pages,
        page_number: page,
        size: page < pages ? perPage : page > pages ? 0 : all.length - perPage * (pages - 1),
        first_page: page === 1,
        last_page: page >= pages,
        empty: page > pages,
      });
      seen.push(...contents);
    }
    assert.deepEqual(seen, all, list);
  }
});

test('a question by POST, as JSON or as a form, is answered as by GET', async () => {
  const byGet = await (await region.ask('/hsds/services?search=pottery&per_page=3')).text();
  const json = { method: 'POST', body: JSON.stringify({ search: 'pottery', per_page: 3 }) };
  assert.equal(await (await region.ask('/hsds/services', json)).text(), byGet);
  const form = { method: 'POST', body: new URLSearchParams({ search: 'pottery', per_page: '3' }) };
  assert.equal(await (await region.ask('/hsds/services', form)).text(), byGet);
  assert.equal(await (await region.ask('/hsds/services?search=pottery&per_page=3', { method: 'POST' })).text(), byGet);
});

test('what cannot be asked is refused with what is wrong, never ignored', async () => {
  const wrong: [string, string][] = [
    ['page=0', 'page'],
    ['page=x', 'page'],
    ['per_page=501', 'per_page'],
    ['format=xml', 'format'],
    ['organization_id=abc', 'organization_id'],
    ['modified_after=yesterday', 'modified_after'],
    ['proximity=5', 'postcode'],
    ['lat=3', 'lon'],
    ['radius=3', 'lat'],
    ['day=someday', 'day'],
    ['start_time=25:00', 'start_time'],
    ['minimal=perhaps', 'minimal'],
    ['modifed_after=2026-01-01', 'modifed_after'],
  ];
  for (const [query, field] of wrong) {
    const answer = await region.ask(`/hsds/services?${query}`);
    assert.equal(answer.status, 400, query);
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.equal(answer.headers.get('content-type'), 'application/problem+json');
    const problem = (await answer.json()) as { errors: { pointer: string }[] };
    assert.ok(
      problem.errors.some(({ pointer }) => pointer === `#/${field}`),
      `${query}: ${JSON.stringify(problem.errors)}`,
    );
  }
  assert.equal((await region.ask('/hsds/services', { method: 'POST', body: '{"search":' })).status, 400);
  assert.equal(
    (await region.ask('/hsds/services', { method: 'POST', body: `{"search":"${'x'.repeat(70_000)}"}` })).status,
    413,
  );
  assert.equal((await region.ask('/hsds/services?search=%00')).status, 400);
});

test('what is not there is said to be not there', async () => {
  for (const path of ['services', 'organizations', 'taxonomies', 'taxonomy_terms', 'service_at_locations'])
    for (const id of ['019d0000-0000-7000-8000-000000000000', 'nothing']) {
      const answer = await region.ask(`/hsds/${path}/${id}`);
      assert.equal(answer.status, 404, path);
      assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    }
  assert.equal((await region.ask('/hsds/elsewhere')).status, 404);
  assert.equal((await region.ask('/hsds/schema/person.json')).status, 404);
});

test('every answer is open to every origin, sets no cookie and can be asked before', async () => {
  for (const path of [
    '/hsds',
    '/hsds/',
    '/hsds/services',
    '/hsds/openapi.json',
    '/hsds/profile',
    '/hsds/schema/service.json',
  ]) {
    const answer = await region.ask(path, { headers: { cookie: 'qantara=anything' } });
    assert.equal(answer.status, 200, path);
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.equal(answer.headers.get('access-control-allow-credentials'), null);
    assert.equal(answer.headers.get('set-cookie'), null);
    const before = await region.ask(path, { method: 'OPTIONS', headers: { 'access-control-request-method': 'POST' } });
    assert.equal(before.status, 204);
    assert.match(before.headers.get('access-control-allow-methods') ?? '', /POST/);
  }
});

test('what has not changed is not sent again', async () => {
  for (const path of ['/hsds/services', '/hsds/services?format=ndjson', `/hsds/services/${plainService(1).id}`]) {
    const first = await region.ask(path);
    await first.text();
    const tag = first.headers.get('etag') ?? '';
    assert.match(tag, /^W\/"/);
    assert.match(first.headers.get('cache-control') ?? '', /max-age/);
    const again = await region.ask(path, { headers: { 'if-none-match': tag } });
    assert.equal(again.status, 304);
    assert.equal(await again.text(), '');
    const other = await region.ask(path, { headers: { 'if-none-match': '"another"' } });
    assert.equal(other.status, 200);
    await other.text();
  }
});

test('a head is the answer without its body', async () => {
  const answer = await region.ask('/hsds/services', { method: 'HEAD' });
  assert.equal(answer.status, 200);
  assert.equal(await answer.text(), '');
  assert.ok(answer.headers.get('etag'));
});

test('texts come in the language that is asked for, and in the first that there is where it lacks', async () => {
  const name = async (query: string, accept = 'en') =>
    (
      (await (
        await region.ask(`/hsds/services/${plainService(2).id}${query}`, { headers: { 'accept-language': accept } })
      ).json()) as Json
    )['name'];
  assert.equal(await name('?lang=ar'), 'خدمة 2');
  assert.equal(await name('', 'fr-CA,fr;q=0.9'), 'Prestation 2');
  assert.equal(await name('?lang=en', 'fr'), 'Service 2 pottery lesson');
  const odd = (await region.askJson(`/hsds/services/${plainService(1).id}?lang=ar`)) as Json;
  assert.equal(odd['name'], 'Prestation 1');
});

test('our profile adds every language, capacity and source; without it nothing is added', async () => {
  const path = `/hsds/services/${plainService(2).id}`;
  const plain = await region.askJson(path);
  assert.ok(!('translations' in plain) && !('capacity_status' in plain) && !('source' in plain));
  const whole = await region.askJson(`${path}?profile=qantara`);
  assert.equal(whole['capacity_status'], 'open');
  assert.equal(whole['source'], 'a source');
  assert.deepEqual(whole['translations'], {
    name: { ar: { text: 'خدمة 2' }, fr: { text: 'Prestation 2' }, en: { text: 'Service 2 pottery lesson' } },
  });
  const accepted = await region.ask(path, {
    headers: { accept: 'application/json;profile="http://sabil.example/hsds/profile"' },
  });
  assert.equal(((await accepted.json()) as Json)['source'], 'a source');
});

test('a full list holds what the list holds and more; a minimal one less', async () => {
  const [list, full, minimal] = await Promise.all([
    region.askLines('/hsds/services'),
    region.askLines('/hsds/services?full=true'),
    region.askLines('/hsds/services?minimal=true'),
  ]);
  assert.equal(list.length, PLAIN_SERVICES + 1);
  for (const [index, one] of list.entries()) {
    for (const [field, value] of Object.entries(minimal[index] ?? {})) assert.deepEqual(one[field], value);
    for (const [field, value] of Object.entries(one))
      if (typeof value !== 'object') assert.deepEqual(full[index]?.[field], value);
  }
  assert.ok(full.some((one) => Array.isArray(one['phones'])));
});

test('a service that was found to be another leads to that one, and is in no list', async () => {
  const [one, other] = [plainService(3).id, plainService(4).id];
  await region.database.pool.query({
    text: 'update directory.service set merged_into = $1 where service_id = $2',
    values: [other, one],
  });
  const moved = await region.ask(`/hsds/services/${one}`, { redirect: 'manual' });
  assert.equal(moved.status, 301);
  assert.equal(moved.headers.get('location'), `http://sabil.example/hsds/services/${other}`);
  const lines = await region.askLines('/hsds/services?minimal=true');
  assert.ok(!lines.some(({ id }) => id === one));
  assert.equal((await region.ask(`/hsds/service_at_locations/${idOf(one, 'place')}`)).status, 404);
  await region.database.pool.query({
    text: 'update directory.service set merged_into = null where service_id = $1',
    values: [one],
  });
});

test('a service that ended is told with its status', async () => {
  const ended = await region.askJson(`/hsds/services/${plainService(10).id}`);
  assert.equal(ended['status'], 'inactive');
});

function listOpenAt(now: Date): string[] {
  const weekday = (now.getUTCDay() + 6) % 7;
  const time = now.toISOString().slice(11, 16);
  const isOpen = (number: number) => {
    const it = plainService(number);
    return it.status === 'active' && it.weekday === weekday && it.opens <= time && time < it.closes;
  };
  const numbers = Array.from({ length: PLAIN_SERVICES }, (_, number) => number);
  const open = numbers.filter(isOpen).map((number) => plainService(number).id);
  return open.toSorted();
}

test('open now are the services whose hours say so where the region is', async () => {
  // Asked once more where a door opened or closed between the question and the answer.
  for (;;) {
    const expected = listOpenAt(new Date());
    const found = await region.askLines('/hsds/services?open_now=true&minimal=true');
    const places = await region.askLines('/hsds/service_at_locations?open_now=true');
    if (listOpenAt(new Date()).join() !== expected.join()) continue;
    assert.deepEqual(found.map(({ id }) => String(id)).toSorted(), expected);
    assert.equal(places.length, expected.length);
    return;
  }
});
