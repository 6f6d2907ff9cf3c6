import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { call, countRows, get, inSystem, refusalOf } from '@qantara/identity/testing';
import { newId } from '@qantara/kernel';
import type { AccountPreference, OrganisationPreference } from '../../contract/index.ts';
import { oldNotices } from '../index.ts';
import { asked, look, openNoticeBench, tell, type NoticeBench } from '../testing.ts';

let bench: NoticeBench;
before(async () => {
  bench = await openNoticeBench();
});
after(() => bench.database.close());

const save = 'POST /notice-preference';
const chosen = {
  referrals: 'email',
  requests: 'app',
  safety: 'sms',
  partnership: 'app',
  account: 'app',
  locale: '',
  phone: '٥٠ +216 50 555 123',
  quietFrom: '',
  quietUntil: '',
};
const own = (input: object) => ({ input: { ...chosen, ...input }, actor: bench.staff });

test('before anybody chooses, what may not wait is written and the rest is in the app', async () => {
  const kept = await get<AccountPreference>(bench, 'GET /notice-preference', { actor: bench.staff });
  assert.deepEqual(kept.channels, {
    referrals: 'app',
    requests: 'app',
    safety: 'email',
    partnership: 'app',
    account: 'email',
  });
  assert.equal(kept.email, 'staff@bridge.example');
  assert.equal(kept.version, 0);
});

test('a number is kept as networks write it, sealed; text messages without one are refused', async () => {
  const kept = await get<AccountPreference>(bench, save, own({ phone: '+216 (50) 555-123' }));
  assert.equal(kept.phone, '+21650555123');
  const { rows } = await bench.database.pool.query('select sealed_number from notifications.account_preference');
  assert.doesNotMatch(JSON.stringify(rows), /50555123/);
  assert.equal(await refusalOf(bench, save, own({ phone: '', version: 1 })), 'number_missing');
  const wrong = await call(bench, save, own({ phone: 'call me', version: 1 }));
  assert.ok(!wrong.ok && wrong.fields.some(({ path }) => path === 'phone'));
});

test('of two windows the second is told; hours are two, and different', async () => {
  assert.equal(await refusalOf(bench, save, own({ phone: '+21650555123', version: 7 })), 'preference_changed');
  for (const hours of [
    { quietFrom: '22:00' },
    { quietFrom: '22:00', quietUntil: '22:00' },
    { quietFrom: '25:00', quietUntil: '07:00' },
  ])
    assert.equal(await refusalOf(bench, save, own({ phone: '+21650555123', version: 1, ...hours })), 'invalid_input');
});

test('an organisation’s messages are its own staff’s and the administrator’s to set; to others it is not there', async () => {
  const path = 'POST /organisations/:organisationId/notice-preference';
  const { organisationId } = bench;
  const input = {
    organisationId,
    channel: 'email',
    locale: 'fr',
    email: 'desk@bridge.example',
    phone: '',
    quietFrom: '',
    quietUntil: '',
  };
  const kept = await get<OrganisationPreference>(bench, path, { input, actor: bench.staff });
  assert.deepEqual([kept.email, kept.publishedEmail, kept.version], ['desk@bridge.example', 'hello@bridge.example', 1]);
  await get(bench, path, { input: { ...input, version: 1 }, actor: bench.chief });
  const stranger = { ...bench.staff, organisationId: newId() };
  assert.equal(await refusalOf(bench, path, { input, actor: stranger }), 'organisation_not_found');
  assert.equal(
    await refusalOf(bench, 'GET /organisations/:organisationId/notice-preference', {
      input: { organisationId },
      actor: stranger,
    }),
    'organisation_not_found',
  );
  assert.equal(
    await refusalOf(bench, path, { input: { ...input, channel: 'sms', version: 2 }, actor: bench.staff }),
    'invalid_input',
  );
});

test('old notices end with all that hangs on them, but for those about whom a hold stands', async () => {
  const person = await get<{ personId: string }>(bench, 'POST /people', {
    input: { displayName: 'Amal' },
    actor: bench.staff,
  });
  const { personId } = person;
  const to = { kind: 'person' as const, personId };
  await tell(bench, asked(bench));
  await tell(bench, { template: 'request.moved', to, values: { link: '/follow' }, subject: newId(), urgency: 'soon' });
  await look(bench);
  const before = new Date(Date.now() + 60_000);
  const all = await inSystem(bench, (ctx) => oldNotices.count(ctx, { before, sparing: [] }));
  assert.equal(await inSystem(bench, (ctx) => oldNotices.count(ctx, { before, sparing: [personId] })), all - 1);
  assert.equal(await inSystem(bench, (ctx) => oldNotices.remove(ctx, { before, sparing: [personId] })), all - 1);
  assert.equal(await countRows(bench, 'notifications.notice'), 1);
  assert.equal(await countRows(bench, 'notifications.addressee'), 1);
  assert.equal(await inSystem(bench, (ctx) => oldNotices.remove(ctx, { before, sparing: [] })), 1);
  assert.equal(await countRows(bench, 'notifications.message'), 0);
});
