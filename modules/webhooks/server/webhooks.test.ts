import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import test, { after, before, beforeEach } from 'node:test';
import { LOCALES, newId, translatorFor, type Locale, type Translate } from '@qantara/kernel';
import type { Program } from '@qantara/identity/contract';
import { actorInRole, get, refusalOf } from '@qantara/identity/testing';
import { aConsent, aPerson } from '@qantara/people/testing';
import { NoSuchMachine, withTables, type MachineAnswer, type Outside, type Question } from '@qantara/platform';
import type { Referral } from '@qantara/referrals/contract';
import { aReferral, openReferralsBench, type ReferralsBench } from '@qantara/referrals/testing';
import type { MadeWebhook, WatchedWebhook, Webhook } from '../contract/index.ts';
import { beginWebhook, sendDeliveries, webhooksModuleWith } from './index.ts';
import type { WebhooksTables } from './tables.gen.ts';
import { NEWS_OF_WEBHOOKS } from './tell-webhooks.ts';
import { tidyWebhooks } from './tidy-webhooks.ts';

const WORDS = Object.fromEntries(
  LOCALES.map((locale) => [
    locale,
    translatorFor(locale, { 'webhooks.letter.text': `news ${locale}`, 'webhooks.letter.subject': 'news' }),
  ]),
) as Record<Locale, Translate>;
const admin = actorInRole('administrator', null);
const ENDPOINT = 'https://clinic.example/news';

type Asked = { url: string; headers: Record<string, string>; body: string };
let bench: ReferralsBench;
let foodProgram: string;
let hubProgram: string;
let asked: Asked[] = [];
let answers: (number | Error)[] = [];

async function programOf(organisationId: string, role: string): Promise<string> {
  const input = {
    name: 'Records',
    organisationId,
    role,
    contact: 'them',
    scopes: 'system/*.rs',
    keysAddress: 'https://clinic.example/keys',
  };
  const { program } = await get<{ program: Program }>(bench, 'POST /programs', { input, actor: admin });
  return program.programId;
}

before(async () => {
  bench = await openReferralsBench([webhooksModuleWith(WORDS)]);
  foodProgram = await programOf(bench.organisations.food, 'partner');
  hubProgram = await programOf(bench.organisations.hub, 'navigator');
});
after(() => bench.database.close());
beforeEach(async () => {
  asked = [];
  answers = [];
  await bench.database.pool.query({ text: 'truncate webhooks.webhook, webhooks.delivery', values: [] });
});

const ask: Outside['ask'] = (url: URL, { headers = {}, body = '' }: Question): Promise<MachineAnswer> => {
  asked.push({ url: url.href, headers, body: String(body) });
  const answer = answers.shift() ?? 200;
  return answer instanceof Error
    ? Promise.reject(answer)
    : Promise.resolve({ status: answer, headers: {}, body: Buffer.from('') });
};

/** One run of the job that sends, `minutes` from now. */
async function send(minutes = 0): Promise<void> {
  await bench.executor.aside((ctx) => {
    const now = new Date(Date.now() + minutes * 60_000);
    return sendDeliveries(withTables<WebhooksTables>({ ...ctx, now, outside: { ...ctx.outside, ask } }), WORDS);
  });
}

async function happens(type: string, { referralId, personId }: Referral, data: Record<string, unknown> = {}) {
  const event = { eventId: newId(), type, subject: referralId, personId, data, at: new Date() };
  const subscriber = NEWS_OF_WEBHOOKS.find((one) => one.event === type);
  assert.ok(subscriber);
  await bench.executor.asSystem((ctx) => subscriber.handle(withTables(ctx), event));
  return event.eventId;
}

function made(programId: string, more: object = {}): Promise<MadeWebhook> {
  const input = {
    programId,
    endpoint: ENDPOINT,
    types: ['referral.sent', 'referral.accepted', 'consent.withdrawn'],
    ...more,
  };
  return get(bench, 'POST /webhooks', { input, actor: admin });
}

const watched = (webhookId: string): Promise<WatchedWebhook> =>
  get(bench, 'GET /webhooks/:webhookId', { input: { webhookId }, actor: admin });

async function sent(): Promise<Referral> {
  const { personId } = await aPerson(bench, { displayName: 'Amal Haddad' });
  await aConsent(bench, personId);
  return aReferral(bench, personId);
}

/** A webhook behind which somebody was seen. */
async function active(programId: string): Promise<MadeWebhook> {
  const begun = await made(programId);
  await send();
  asked = [];
  return begun;
}

test('nothing is told before somebody has answered; then news arrives signed, and says nothing of anybody', async () => {
  const { webhook, secret } = await made(foodProgram);
  const referral = await sent();
  await happens('referral.sent', referral);
  answers = [500];
  await send();
  assert.equal((await watched(webhook.webhookId)).webhook.state, 'requested');
  assert.match(asked[0]?.body ?? '', /webhook\.test/);
  await send(6);
  assert.equal((await watched(webhook.webhookId)).webhook.state, 'active');
  asked = [];
  const eventId = await happens('referral.sent', referral);
  await send();
  assert.equal(asked.length, 1);
  const { headers, body, url } = asked[0] ?? { headers: {}, body: '', url: '' };
  assert.equal(url, ENDPOINT);
  const said = JSON.parse(body) as { type: string; data: { id: string } };
  assert.deepEqual([said.type, said.data.id], ['referral.sent', referral.referralId]);
  assert.ok(!body.includes(referral.personId) && !body.includes('Amal'));
  assert.equal(headers['webhook-id'], eventId);
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signed = `${eventId}.${headers['webhook-timestamp']}.${body}`;
  assert.equal(headers['webhook-signature'], `v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
});

test('a program is told of what it may see at that moment, and of nothing else', async () => {
  const { webhook: food } = await active(foodProgram);
  const { webhook: hub } = await active(hubProgram);
  const { webhook: other } = await active(await programOf(bench.organisations.law, 'partner'));
  const referral = await sent();
  await happens('referral.sent', referral);
  await send();
  const counts = await Promise.all(
    [food, hub, other].map(async (one) => (await watched(one.webhookId)).deliveries.length),
  );
  assert.deepEqual(counts, [1, 1, 0]);
  await bench.database.pool.query({
    text: 'update referrals.referral set record_class = $1 where referral_id = $2',
    values: ['violence', referral.referralId],
  });
  await happens('referral.accepted', referral);
  const later = await Promise.all([food, hub].map(async (one) => (await watched(one.webhookId)).deliveries.length));
  assert.deepEqual(later, [1, 1], 'what became protected is told to nobody who may not know of it');
});

test('a consent that ends is told to the organisations that it named', async () => {
  const { webhook: food } = await active(foodProgram);
  const { webhook: law } = await active(await programOf(bench.organisations.law, 'partner'));
  const referral = await sent();
  await happens('consent.withdrawn', referral, { recipients: [bench.organisations.food] });
  assert.equal((await watched(food.webhookId)).deliveries.length, 1);
  assert.equal((await watched(law.webhookId)).deliveries.length, 0);
});

test('the same event is told once, however often it is handed on', async () => {
  const { webhook } = await active(foodProgram);
  const referral = await sent();
  const event = { eventId: newId(), type: 'referral.sent', subject: referral.referralId, personId: referral.personId };
  const subscriber = NEWS_OF_WEBHOOKS.find((one) => one.event === 'referral.sent');
  for (let index = 0; index < 2; index += 1)
    await bench.executor.asSystem(async (ctx) =>
      subscriber?.handle(withTables(ctx), { ...event, data: {}, at: new Date() }),
    );
  const { deliveries } = await watched(webhook.webhookId);
  assert.deepEqual(
    deliveries.map(({ number }) => number),
    [1],
  );
});

test('what is not taken is tried again, later each time, and given up after about three days; the rest goes on', async () => {
  const { webhook } = await active(foodProgram);
  const [first, second] = [await sent(), await sent()];
  await happens('referral.sent', first);
  answers = [503];
  await send();
  const waiting = (await watched(webhook.webhookId)).deliveries[0];
  assert.deepEqual([waiting?.state, waiting?.lastStatus, waiting?.attempts], ['waiting', 503, 1]);
  assert.equal((await watched(webhook.webhookId)).webhook.state, 'error');
  await happens('referral.sent', second);
  await send();
  const now = (await watched(webhook.webhookId)).deliveries.map(({ state }) => state);
  assert.deepEqual(now, ['sent', 'waiting'], 'one that fails holds up no other');
  assert.equal((await watched(webhook.webhookId)).webhook.state, 'active');
  await send(2);
  assert.equal((await watched(webhook.webhookId)).deliveries[1]?.state, 'sent');
});

test('a receiver that says it is gone, or takes nothing for five days, is turned off, and administrators are told', async () => {
  const { webhook: gone } = await active(foodProgram);
  await happens('referral.sent', await sent());
  answers = [410];
  await send();
  assert.equal((await watched(gone.webhookId)).webhook.state, 'off');
  const { webhook: silent } = await active(hubProgram);
  await bench.database.pool.query({
    text: `update webhooks.webhook set failing_since = now() - interval '6 days' where webhook_id = $1`,
    values: [silent.webhookId],
  });
  await happens('referral.sent', await sent());
  answers = [new NoSuchMachine('nowhere')];
  await send();
  const { webhook, deliveries } = await watched(silent.webhookId);
  assert.deepEqual([webhook.state, webhook.lastFault, deliveries[0]?.state], ['off', 'no_machine', 'dropped']);
  await bench.executor.asSystem((ctx) => tidyWebhooks(withTables(ctx)));
  await bench.executor.asSystem((ctx) => tidyWebhooks(withTables(ctx)));
  const { rows } = await bench.database.pool.query<{ count: number }>({
    text: `select count(*)::int as count from platform.event where type = 'webhook.turned_off'`,
    values: [],
  });
  assert.equal(rows[0]?.count, 2, 'each is told once');
});

test('a message that a server took and said nothing of is sent again under the same identifier', async () => {
  const { webhook } = await active(foodProgram);
  const eventId = await happens('referral.sent', await sent());
  await bench.database.pool.query({
    text: `update webhooks.delivery set state = 'sending', claimed_at = now() - interval '6 minutes' where webhook_id = $1`,
    values: [webhook.webhookId],
  });
  await send();
  assert.equal(asked[0]?.headers['webhook-id'], eventId);
});

test('after the secret is renewed both hold for a day', async () => {
  const { webhook } = await active(foodProgram);
  const input = { webhookId: webhook.webhookId };
  const { secret } = await get<MadeWebhook>(bench, 'POST /webhooks/:webhookId/secret', { input, actor: admin });
  assert.match(secret, /^whsec_/);
  await happens('referral.sent', await sent());
  await send();
  assert.equal(asked[0]?.headers['webhook-signature']?.split(' ').length, 2);
  await happens('referral.accepted', await sent());
  await send(25 * 60);
  assert.equal(asked[1]?.headers['webhook-signature']?.split(' ').length, 1);
});

test('one that has ended sends nothing more, and cannot be begun again', async () => {
  const { webhook } = await active(foodProgram);
  await happens('referral.sent', await sent());
  const input = { webhookId: webhook.webhookId };
  const ended = await get<Webhook>(bench, 'POST /webhooks/:webhookId/end', { input, actor: admin });
  assert.equal(ended.state, 'off');
  await send();
  assert.equal(asked.length, 0);
  assert.equal(await refusalOf(bench, 'POST /webhooks/:webhookId/try', { input, actor: admin }), 'webhook_ended');
  const nowhere = { input: { webhookId: newId() }, actor: admin };
  assert.equal(await refusalOf(bench, 'POST /webhooks/:webhookId/end', nowhere), 'webhook_not_found');
});

test('no more than twenty for one program, by https alone, for a program that is open', async () => {
  for (let index = 0; index < 20; index += 1) await made(hubProgram);
  const one = { programId: hubProgram, endpoint: ENDPOINT, types: ['referral.sent'] };
  const refused = (input: object) => refusalOf(bench, 'POST /webhooks', { input, actor: admin });
  assert.equal(await refused(one), 'too_many_webhooks');
  assert.equal(await refused({ ...one, endpoint: 'http://clinic.example/' }), 'invalid_input');
  assert.equal(await refused({ ...one, programId: newId() }), 'program_not_found');
  assert.equal(await refused({ ...one, types: [] }), 'invalid_input');
});

test('neither secrets nor the headers that a receiver asked for are kept in clear', async () => {
  const begun = await bench.executor.asSystem(async (ctx) => {
    await beginWebhook(withTables<WebhooksTables>(ctx), {
      programId: foodProgram,
      format: 'fhir',
      channel: 'rest-hook',
      endpoint: ENDPOINT,
      types: ['referral.sent'],
      criteria: {},
      headers: ['Authorization: Bearer its-own-secret', 'Host: elsewhere.example'],
      resource: { criteria: 'http://hl7.org/fhir/us/sdoh-clinicalcare/SubscriptionTopic/Task' },
    });
  });
  assert.equal(begun, undefined);
  await send();
  const handshake = JSON.parse(asked[0]?.body ?? '{}') as { resourceType: string };
  assert.equal(handshake.resourceType, 'Bundle');
  assert.equal(asked[0]?.headers['Authorization'], 'Bearer its-own-secret');
  assert.equal(asked[0]?.headers['Host'], undefined);
  const { rows } = await bench.database.pool.query<{ kept: string }>({
    text: 'select string_agg(w::text, $1) as kept from webhooks.webhook as w',
    values: [' '],
  });
  assert.ok(!/its-own-secret|whsec_/.test(rows[0]?.kept ?? ''));
});
