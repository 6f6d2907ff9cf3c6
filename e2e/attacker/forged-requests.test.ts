import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rawRequest, sendRaw } from '../stage/raw-request.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';

const region = regionUnderTest({ isNamed: true });

const hostOf = (): string => new URL(region.address()).host;

/** What only a file of the server, an error of its insides or another's host would say. */
const TELLING = [
  /root:.*:0:0/,
  /"workspaces"/,
  /GNU AFFERO/,
  /node_modules/,
  /\bat .+\.ts:\d+/,
  /select .+ from /i,
  /evil\.example/,
];

async function ask(line: string, headers: Record<string, string> = {}, body = '') {
  const answer = await sendRaw(region.address(), rawRequest(line, { host: hostOf(), ...headers }, body));
  assert.ok(answer.status > 0 && answer.status < 500, `${line}: ${answer.status} ${answer.body.slice(0, 200)}`);
  for (const told of TELLING) assert.doesNotMatch(`${answer.head}\n${answer.body}`, told, line);
  return answer;
}

describe('whoever writes the request themselves', () => {
  test('names another host: no link, redirect or form leads there', async () => {
    const { items } = await region.ask<{ items: { serviceId: string }[] }>('/services?words=');
    const pages = [
      '/',
      '/en',
      '/en/services?words=food',
      `/en/services/${items[0]?.serviceId}`,
      '/en/sign-in',
      '/en/work',
      '/en/nothing',
      '/hsds',
      '/hsds/openapi.json',
      '/hsds/services',
    ];
    for (const page of pages)
      for (const forged of [
        { host: 'evil.example' },
        { 'x-forwarded-host': 'evil.example' },
        { forwarded: 'host=evil.example;proto=https' },
        { 'x-original-url': 'http://evil.example/', 'x-rewrite-url': '/metrics' },
      ])
        await ask(`GET ${page}`, forged as Record<string, string>);
    await ask('GET http://evil.example/en/services');
  });

  test('makes a link for a colleague from another host: it leads to the region', async () => {
    const librarian = await region.colleague('librarian@sabil.example', 'en');
    const [session] = await librarian.context.cookies();
    const cookie = `${session?.name}=${session?.value}`;
    const { items } = await region.ask<{ items: { organisationId: string }[] }>('/organisations');
    const page = `/en/curation/organisations/${items[0]?.organisationId}`;
    const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', cookie };
    for (const forged of [{ host: 'evil.example' }, { 'x-forwarded-host': 'evil.example' }]) {
      const body = `intent=link&commandId=${crypto.randomUUID()}&_form=link`;
      const answer = await ask(`POST ${page}`, { ...form, ...forged } as Record<string, string>, body);
      assert.ok(answer.body.includes(`${region.address()}/`), 'the link is there');
      assert.match(answer.body, /\/keep\/[\w-]{43}/);
    }
    await librarian.leave();
  });

  test('asks for a path that leads out of the public folder: nothing of the server is shown', async () => {
    const out = [
      '../',
      '..%2f',
      '%2e%2e/',
      '%2e%2e%2f',
      '..%5c',
      '....//',
      '%252e%252e%252f',
      '..;/',
      '%c0%ae%c0%ae/',
      '.%00/',
    ];
    const wanted = [
      'package.json',
      'LICENSE',
      'apps/server/main.ts',
      'etc/passwd',
      'secret',
      'robots.txt/../../package.json',
    ];
    const bases = ['/', '/assets/', '/en/', '/api/', '/hsds/schema/', '/hsds/profile/', '/hsds/export/'];
    const asked = out.flatMap((step) =>
      wanted.flatMap((file) => bases.map((base) => `${base}${step.repeat(5)}${file}`)),
    );
    for (const path of asked) {
      const answer = await ask(`GET ${path}`);
      if (answer.status === 200) assert.match(answer.head, /text\/html|application\/json/i, path);
    }
    for (const path of [
      '/.git/config',
      '/.env',
      '/data/secret',
      '/assets',
      '/assets/',
      '/api',
      '/api/',
      '/server/index.js',
      '/metrics.json',
    ])
      assert.notEqual((await ask(`GET ${path}`)).status, 200, path);
  });

  test('uses methods that nobody uses, and two lengths at once: refused, and nobody else’s answer comes', async () => {
    for (const method of ['TRACE', 'TRACK', 'CONNECT', 'DEBUG', 'PUT', 'DELETE', 'PATCH', 'PROPFIND']) {
      const bytes = rawRequest(`${method} /api/needs`, { host: hostOf(), 'x-secret': 'mirror' });
      const { status, body } = await sendRaw(region.address(), bytes);
      // A tunnel is not refused in words: the connection is closed.
      assert.ok((status >= 400 && status < 500) || (method === 'CONNECT' && status === 0), `${method} ${status}`);
      assert.ok(!body.includes('mirror'), method);
    }
    const smuggled = 'GET /smuggled HTTP/1.1\r\nhost: x\r\n\r\n';
    for (const lengths of [
      'content-length: 5\r\ntransfer-encoding: chunked\r\n',
      'content-length: 5\r\ncontent-length: 6\r\n',
      'transfer-encoding: xchunked\r\n',
      'transfer-encoding : chunked\r\n',
    ]) {
      const bytes = `POST /api/needs HTTP/1.1\r\nhost: ${hostOf()}\r\n${lengths}\r\n0\r\n\r\n${smuggled}`;
      const answer = await sendRaw(region.address(), bytes);
      assert.equal(answer.status, 400, lengths);
      assert.ok(!answer.body.includes('HTTP/1.1'), 'one answer');
    }
  });

  test('sends what is too large, too deep, cut off or no text: refused in words, and the server goes on', async () => {
    const json = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
    const deep = (open: string, close: string) => open.repeat(40_000) + close.repeat(40_000);
    for (const body of [
      deep('[', ']'),
      deep('{"a":', '}').replace('}', '1}'),
      '{"needs":',
      '\u0000',
      '{"needs":["\\u0000"]}',
      '{"needs":["\\ud800"]}',
      '[]',
      'null',
      '"text"',
      `{"needs":${'9'.repeat(10_000)}}`,
      `{"note":"${'x'.repeat(300_000)}"}`,
      '{"__proto__":{"needs":["food"]},"constructor":{"prototype":{"needs":["food"]}}}',
    ]) {
      const answer = await ask('POST /api/requests', json, body);
      assert.ok([400, 413, 422].includes(answer.status), `${body.slice(0, 40)}: ${answer.status}`);
    }
    const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
    const cut = { ...form, 'content-type': 'multipart/form-data; boundary=x' };
    for (const [headers, body] of [
      [form, `${'a.'.repeat(5000)}b=1`],
      [
        form,
        '__proto__.polluted=1&constructor.prototype.polluted=1&_list=__proto__&_date=__proto__&needs.__proto__.x=1',
      ],
      [form, 'needs%5B%5D=%ff%fe&%00=%00'],
      [form, `${'&a=1'.repeat(30_000)}`],
      [cut, '--x\r\ncontent-disposition: form-data; name="a"'],
      [{ ...cut, 'content-type': 'multipart/form-data' }, '--x'],
    ] as const)
      await ask('POST /en/ask', headers, body);
    const slow = `POST /api/requests HTTP/1.1\r\nhost: ${hostOf()}\r\ncontent-length: 99999999999\r\nsec-fetch-site: same-origin\r\nconnection: close\r\n\r\n{}`;
    assert.equal((await sendRaw(region.address(), slow)).status, 413);
    assert.equal((await ask(`GET /en/services?words=${'x'.repeat(20_000)}`)).status, 431);
    assert.equal((await ask('GET /health')).status, 200);
  });
});
