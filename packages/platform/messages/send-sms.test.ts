import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import test, { after, before } from 'node:test';
import { smsSender } from './send-sms.ts';

type Asked = { headers: IncomingHttpHeaders; body: Record<string, unknown> };

const asked: Asked[] = [];
let provider: Server;
let port = 0;

before(async () => {
  provider = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    request.on('end', () => {
      asked.push({ headers: request.headers, body: JSON.parse(text) as Record<string, unknown> });
      const [, path = ''] = request.url?.split('/') ?? [];
      if (path === 'silent') return void request.socket.destroy();
      if (path === 'away') return void response.writeHead(302, { location: 'http://elsewhere.example/' }).end();
      if (path === 'endless') return void response.writeHead(202).end('x'.repeat(20_000));
      response.writeHead(path === 'send' ? 202 : Number(path), { 'content-type': 'application/json' });
      return void response.end('{"id":"A1"}');
    });
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  port = (provider.address() as AddressInfo).port;
});
after(() => provider.close());

const at = (path: string, allowsPrivate = true) =>
  smsSender({
    address: `http://127.0.0.1:${port}/${path}`,
    token: 'a token kept',
    receiptsAt: 'https://sabil.example/api/notice-receipts',
    allowsPrivate,
  });
const short = { reference: '0190f3a0-0000-7000-8000-000000000001', to: '+21650555123', text: 'مرحبا', parts: 1 };

test('the provider is asked as the contract says, and its identifier is kept', async () => {
  assert.deepEqual(await at('send')(short), { outcome: 'sent', providerId: 'A1' });
  const [one] = asked;
  assert.equal(one?.headers.authorization, 'Bearer a token kept');
  assert.equal(one?.headers['idempotency-key'], short.reference);
  assert.deepEqual(one?.body, { ...short, receipts: 'https://sabil.example/api/notice-receipts' });
});

test('each answer means what the contract says: only 422 is about the number', async () => {
  assert.deepEqual(await at('422')(short), { outcome: 'refused', code: 'sms_422' });
  for (const status of [400, 401, 404, 429, 500, 503])
    assert.deepEqual(await at(String(status))(short), { outcome: 'failed', code: `sms_${status}` });
});

test('what is no number is not asked about', async () => {
  const before = asked.length;
  for (const to of ['', '12', '+216;50555123', 'amal'])
    assert.deepEqual(await at('send')({ ...short, to }), { outcome: 'refused', code: 'no_number' });
  assert.equal(asked.length, before);
});

test('an answer that leads elsewhere is not followed', async () => {
  assert.deepEqual(await at('away')(short), { outcome: 'failed', code: 'sms_302' });
});

test('silence after the question is unsure, nobody listening is not', async () => {
  assert.equal((await at('silent')(short)).outcome, 'unsure');
  assert.deepEqual(await at('endless')(short), { outcome: 'sent', providerId: null });
  const nobody = smsSender({ address: 'http://127.0.0.1:1/', token: 'x', receiptsAt: 'x', allowsPrivate: true });
  assert.deepEqual(await nobody(short), { outcome: 'failed', code: 'no_provider' });
});

test('nothing is asked at a private address that the operator did not allow', async () => {
  const before = asked.length;
  assert.deepEqual(await at('send', false)(short), { outcome: 'failed', code: 'no_provider' });
  assert.equal(asked.length, before);
});
