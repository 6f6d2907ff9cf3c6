import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import test, { after, before } from 'node:test';
import { get, refusalOf } from '@qantara/identity/testing';
import { newId } from '@qantara/kernel';
import { smsSender, type Messenger } from '@qantara/platform';
import type { Messages, OwnNotices, Receipt } from '../../contract/index.ts';
import { AT_SABIL, asked, look, openNoticeBench, standings, tell, type NoticeBench } from '../testing.ts';
import { signatureOf } from './take-receipt.ts';

type Posted = { reference: string; to: string; receipts: string };

const SECRET = 's'.repeat(40);
const posted: Posted[] = [];
let provider: Server;
let bench: NoticeBench;

/** A provider on this machine, as the contract describes it: it gives each message an identifier of its own. */
async function openProvider(): Promise<Messenger> {
  provider = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    request.on('end', () => {
      posted.push(JSON.parse(text) as Posted);
      response.writeHead(202).end(JSON.stringify({ id: `P${posted.length}` }));
    });
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  const { port } = provider.address() as AddressInfo;
  const settings = { token: 'a token kept', receiptsAt: `${AT_SABIL}/api/notice-receipts`, allowsPrivate: true };
  const send = smsSender({ address: `http://127.0.0.1:${port}/`, ...settings });
  return { mail: { way: 'off' }, sms: { way: 'send', send }, receiptSecret: SECRET };
}

before(async () => {
  bench = await openNoticeBench(await openProvider());
  await bench.database.pool.query({
    text: `insert into notifications.organisation_preference (organisation_id, channel, locale, phone, written_at)
      values ($1, 'sms', 'fr', '+21650555999', now())`,
    values: [bench.organisationId],
  });
});
after(async () => {
  provider.close();
  await bench.database.close();
});

async function sent(): Promise<{ reference: string; id: string }> {
  await bench.database.pool.query(
    'truncate notifications.notice, notifications.message, notifications.step, notifications.addressee, notifications.captured',
  );
  await bench.database.pool.query('truncate notifications.dead_address');
  await tell(bench, asked(bench), bench.staff);
  await look(bench);
  return { reference: posted.at(-1)?.reference ?? '', id: `P${posted.length}` };
}

function receipt(of: { reference: string; id: string }, more: Partial<Receipt> = {}, secret = SECRET): Receipt {
  const whole = { state: 'delivered' as const, at: new Date().toISOString(), ...of, ...more } as Receipt;
  return { ...whole, signature: more.signature ?? signatureOf(secret, whole) };
}

const take = (input: Receipt) => refusalOf(bench, 'POST /notice-receipts', { input });

test('a receipt brings a message that left to where it came', async () => {
  const of = await sent();
  assert.deepEqual(await standings(bench), ['sent']);
  assert.equal(posted.at(-1)?.receipts, 'https://sabil.example/api/notice-receipts');
  assert.equal(await take(receipt(of)), null);
  assert.deepEqual(await standings(bench), ['delivered']);
});

test('the same receipt again changes nothing', async () => {
  const of = await sent();
  const first = receipt(of);
  assert.equal(await take(first), null);
  assert.equal(await take(first), 'receipt_known');
});

test('a receipt that is forged, changed, or signed with another secret is none', async () => {
  const of = await sent();
  const whole = receipt(of);
  assert.equal(await take({ ...whole, state: 'refused' }), 'receipt_not_ours');
  assert.equal(await take({ ...whole, id: 'P0' }), 'receipt_not_ours');
  assert.equal(await take({ ...whole, reference: newId() as Receipt['reference'] }), 'receipt_not_ours');
  assert.equal(await take(receipt(of, {}, 'x'.repeat(40))), 'receipt_not_ours');
  assert.equal(await take(receipt(of, { signature: '0'.repeat(64) })), 'receipt_not_ours');
  assert.deepEqual(await standings(bench), ['sent']);
});

test('a receipt that was caught and comes late, or from a clock that runs ahead, is refused', async () => {
  const of = await sent();
  for (const minutes of [-6, -600, 6])
    assert.equal(
      await take(receipt(of, { at: new Date(Date.now() + minutes * 60_000).toISOString() })),
      'receipt_late',
    );
  assert.deepEqual(await standings(bench), ['sent']);
});

test('a receipt of another message, signed well, is of no use to this one', async () => {
  const of = await sent();
  assert.equal(await take(receipt({ ...of, reference: newId() })), 'receipt_not_ours');
  assert.equal(await take(receipt({ ...of, id: 'another' })), 'receipt_not_ours');
  assert.deepEqual(await standings(bench), ['sent']);
});

test('a number that turns out to be none is marked, told, and not used again; an end is not changed by what comes late', async () => {
  const of = await sent();
  assert.equal(await take(receipt(of, { state: 'refused' })), null);
  assert.deepEqual((await standings(bench)).slice(0, 1), ['bounced address_refused']);
  await look(bench);
  const { items: told } = await get<OwnNotices>(bench, 'GET /notices', { actor: bench.staff });
  assert.equal(told[0]?.path, '/notices/sent');
  assert.equal(await take(receipt(of, { at: new Date(Date.now() - 60_000).toISOString() })), 'receipt_not_ours');
  await tell(bench, asked(bench), bench.staff);
  await look(bench);
  const { items } = await get<Messages>(bench, 'GET /notice-messages', {
    input: { state: 'held' },
    actor: bench.staff,
  });
  assert.ok(items.some(({ why }) => why === 'address_refused'));
});

test('a region without a provider takes no receipt', async () => {
  const silent = await openNoticeBench();
  try {
    const input = receipt({ reference: newId(), id: 'P1' }, {}, 'null');
    assert.equal(await refusalOf(silent, 'POST /notice-receipts', { input }), 'receipt_not_ours');
  } finally {
    await silent.database.close();
  }
});
