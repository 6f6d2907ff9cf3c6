import assert from 'node:assert/strict';
import test, { after, before, beforeEach } from 'node:test';
import { get } from '@qantara/identity/testing';
import { newId } from '@qantara/kernel';
import { withTables } from '@qantara/platform';
import type { Messages, OwnNotices } from '../../contract/index.ts';
import { asked, look, openNoticeBench, standings, tell, type NoticeBench } from '../testing.ts';
import type { NotificationsTables } from '../tables.gen.ts';
import { claimNext, settle } from './claim-store.ts';

let bench: NoticeBench;
before(async () => {
  bench = await openNoticeBench();
});
after(() => bench.database.close());
beforeEach(async () => {
  await bench.database.pool.query(
    'truncate notifications.notice, notifications.message, notifications.step, notifications.addressee, notifications.captured, notifications.dead_address, notifications.organisation_preference, notifications.account_preference',
  );
  bench.doors.letters.length = 0;
  bench.doors.next.length = 0;
});

const MINUTE = 60_000;

test('an address that is refused for good is marked, told to whoever keeps it, and not used until somebody says that it works', async () => {
  bench.doors.next.push({ outcome: 'refused', code: 'smtp_550' });
  await tell(bench, asked(bench), bench.staff);
  await look(bench);
  // Whoever keeps the address is told, by e-mail too where they chose nothing else.
  assert.deepEqual(await standings(bench), ['bounced address_refused', 'waiting']);
  const mine = await get<OwnNotices>(bench, 'GET /notices', { actor: bench.staff });
  assert.equal(mine.items[0]?.subject.en, 'A message did not arrive: the address was refused');
  assert.equal(mine.items[0]?.path, '/notices/sent');
  await bench.database.pool.query(`delete from notifications.message where state <> 'bounced'`);
  await tell(bench, asked(bench), bench.staff);
  await look(bench);
  assert.deepEqual((await standings(bench)).toSorted(), ['bounced address_refused', 'held address_refused']);
  const list = await get<Messages>(bench, 'GET /notice-messages', { input: { state: 'held' }, actor: bench.staff });
  const input = { messageId: list.items[0]?.messageId };
  await get(bench, 'POST /notice-messages/:messageId/retry', { input, actor: bench.staff });
  await look(bench);
  assert.deepEqual((await standings(bench)).toSorted(), ['bounced address_refused', 'sent']);
  await tell(bench, asked(bench));
  await look(bench);
  assert.equal((await standings(bench)).filter((one) => one === 'sent').length, 2);
});

test('an address that was corrected is another one', async () => {
  bench.doors.next.push({ outcome: 'refused', code: 'smtp_550' });
  await tell(bench, asked(bench));
  await look(bench);
  const input = {
    organisationId: bench.organisationId,
    channel: 'email',
    locale: 'fr',
    email: 'new@bridge.example',
    phone: '',
    quietFrom: '',
    quietUntil: '',
  };
  await get(bench, 'POST /organisations/:organisationId/notice-preference', { input, actor: bench.staff });
  bench.doors.letters.length = 0;
  await tell(bench, asked(bench));
  await look(bench);
  const letter = bench.doors.letters.find(({ to }) => to === 'new@bridge.example');
  assert.match(letter?.text ?? '', /Bonjour/);
});

test('what did not leave is tried again with the same reference, and fails after many tries', async () => {
  bench.doors.next.push({ outcome: 'failed', code: 'esocket' });
  await tell(bench, asked(bench));
  await look(bench);
  assert.deepEqual(await standings(bench), ['postponed tried_again']);
  await look(bench);
  assert.equal(bench.doors.letters.length, 1, 'not before its time');
  await look(bench, 5 * MINUTE);
  assert.deepEqual(await standings(bench), ['sent']);
  assert.equal(new Set(bench.doors.letters.map(({ reference }) => reference)).size, 1);
  await bench.database.pool.query(`update notifications.message set state = 'waiting', attempts = 15`);
  bench.doors.next.push({ outcome: 'failed', code: 'esocket' });
  await look(bench, 10 * MINUTE);
  assert.deepEqual(await standings(bench), ['failed provider_failed']);
});

test('two servers that look at once send each message once', async () => {
  for (let index = 0; index < 12; index += 1) await tell(bench, asked(bench));
  await Promise.all([look(bench), look(bench), look(bench)]);
  assert.equal(bench.doors.letters.length, 12);
  assert.equal(new Set(bench.doors.letters.map(({ reference }) => reference)).size, 12);
  assert.ok((await standings(bench)).every((one) => one === 'sent'));
});

test('a crash between sending and writing is told apart: sent again only where a second copy does no harm', async () => {
  await tell(bench, asked(bench));
  await bench.executor.aside(async (ctx) => {
    const claimed = await claimNext(withTables<NotificationsTables>({ ...ctx, now: new Date(Date.now() + 1000) }));
    assert.ok(claimed);
  });
  await look(bench);
  assert.deepEqual(await standings(bench), ['sending']);
  assert.equal(bench.doors.letters.length, 0);
  await look(bench, 15 * MINUTE);
  assert.deepEqual(await standings(bench), ['postponed tried_again']);
  await look(bench, 30 * MINUTE);
  assert.deepEqual(await standings(bench), ['sent']);
});

test('a server that comes back too late changes nothing: what it held is not its own any more', async () => {
  await tell(bench, asked(bench));
  await bench.executor.aside(async (given) => {
    const ctx = withTables<NotificationsTables>({ ...given, now: new Date(Date.now() + 1000) });
    const claimed = await claimNext(ctx);
    assert.ok(claimed);
    await look(bench, 15 * MINUTE);
    await look(bench, 30 * MINUTE);
    await settle(ctx, claimed, { state: 'failed', why: 'provider_failed' });
  });
  assert.deepEqual(await standings(bench), ['sent']);
});

test('staff are written to by the way that they chose, in their language, and not in their quiet hours unless on duty', async () => {
  const { accountId } = bench.staff;
  const now = new Date();
  const clock = (hours: number): string => new Date(now.getTime() + hours * 60 * MINUTE).toISOString().slice(11, 16);
  const chosen = {
    referrals: 'app',
    requests: 'app',
    account: 'app',
    safety: 'sms',
    partnership: 'app',
    locale: 'fr',
    phone: '+216 50 555 123',
  };
  const quiet = { quietFrom: clock(-2), quietUntil: clock(2) };
  const save = (changed: object) =>
    get(bench, 'POST /notice-preference', { input: { ...chosen, ...quiet, ...changed }, actor: bench.staff });
  await save({});
  const seen = (urgency: 'now' | 'soon') => {
    const subject = newId();
    const values = { link: '/work/requests', mark: subject.slice(-8) };
    const to = { kind: 'account' as const, accountId: accountId ?? '' };
    return tell(bench, { template: 'danger.seen', to, values, subject, urgency });
  };
  await seen('now');
  await seen('soon');
  await look(bench);
  assert.deepEqual(await standings(bench), ['postponed quiet_hours', 'postponed quiet_hours']);
  await save({ version: 1, dutyHours: 8 });
  await seen('now');
  await look(bench);
  assert.deepEqual((await standings(bench)).toSorted(), ['postponed quiet_hours', 'postponed quiet_hours', 'sent']);
  assert.equal(bench.doors.shorts.at(-1)?.to, '+21650555123');
  assert.match(bench.doors.shorts.at(-1)?.text ?? '', /Danger, voir/);
  await look(bench, 3 * 60 * MINUTE);
  assert.deepEqual(await standings(bench), ['sent', 'sent', 'sent']);
});

test('who wants none, has no address, or is not here any more is not written to, and the state says so', async () => {
  await bench.database.pool.query({
    text: `insert into notifications.organisation_preference (organisation_id, channel, locale, written_at) values ($1, 'none', 'ar', now())`,
    values: [bench.organisationId],
  });
  await tell(bench, asked(bench));
  await tell(bench, asked(bench, { to: { kind: 'organisation', organisationId: newId() } }));
  await look(bench);
  assert.deepEqual((await standings(bench)).toSorted(), ['held recipient_gone', 'held wants_none']);
  await bench.database.pool.query(`update notifications.organisation_preference set channel = 'sms'`);
  await tell(bench, asked(bench));
  await look(bench);
  assert.ok((await standings(bench)).includes('held no_address'));
  assert.equal(bench.doors.letters.length, 0);
});
