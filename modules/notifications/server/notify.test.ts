import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { call, countRows, get, refusalOf } from '@qantara/identity/testing';
import { newId } from '@qantara/kernel';
import type { Message, Messages, OwnNotices } from '../contract/index.ts';
import { asked, look, openNoticeBench, standings, tell, type NoticeBench } from './testing.ts';

let bench: NoticeBench;
before(async () => {
  bench = await openNoticeBench();
});
after(() => bench.database.close());

test('a partner without an account is written to at their published address, with the link and no more', async () => {
  await tell(bench, asked(bench));
  await look(bench);
  const [letter] = bench.doors.letters;
  assert.equal(letter?.to, 'hello@bridge.example');
  assert.match(letter?.text ?? '', /https:\/\/sabil\.example\/ar\/r\/V1StGXR8Z5jdHi6BmyTqL3oWcKaNpUeF/);
  assert.match(letter?.subject ?? '', /طعام/);
  assert.match(letter?.html ?? '', /<html lang="ar" dir="rtl">/);
  assert.deepEqual(await standings(bench), ['sent']);
});

test('what is rolled back was never told', async () => {
  const before = await countRows(bench, 'notifications.notice');
  const fails = bench.executor.asSystem(async (ctx) => {
    const { notify } = await import('./index.ts');
    await notify(ctx, asked(bench));
    throw new Error('no');
  });
  await assert.rejects(fails, /no/);
  assert.equal(await countRows(bench, 'notifications.notice'), before);
});

test('the same to the same about the same is told once in its hours, and again after them', async () => {
  const notice = asked(bench);
  const before = await countRows(bench, 'notifications.notice');
  await tell(bench, notice);
  await tell(bench, notice);
  assert.equal(await countRows(bench, 'notifications.notice'), before + 1);
  await tell(bench, { ...notice, template: 'referral.reminder', values: { ...notice.values } }).catch(() => undefined);
  await bench.database.pool.query(`update notifications.said set at = at - interval '25 hours'`);
  await tell(bench, notice);
  assert.equal(await countRows(bench, 'notifications.notice'), before + 2);
  await look(bench);
});

test('two transactions at once tell it once', async () => {
  const notice = asked(bench);
  const before = await countRows(bench, 'notifications.notice');
  await Promise.all([tell(bench, notice), tell(bench, notice), tell(bench, notice)]);
  assert.equal(await countRows(bench, 'notifications.notice'), before + 1);
  await look(bench);
});

test('a template that nobody declared, a recipient that it is not for, and a value that it does not declare are faults', async () => {
  const notice = asked(bench);
  await assert.rejects(tell(bench, { ...notice, template: 'referral.unheard' }), /no template/);
  await assert.rejects(tell(bench, { ...notice, to: { kind: 'person', personId: newId() } }), /is not for a person/);
  for (const values of [
    { ...notice.values, name: 'Amal Haddad' },
    { ...notice.values, need: 'Amal Haddad' },
    { ...notice.values, mark: '50555123' },
    { ...notice.values, link: 'https://elsewhere.example/r/V1StGXR8Z5jdHi6BmyTqL3oWcKaNpUeF' },
    { ...notice.values, due: '1990-04-12' },
    { ...notice.values, organisation: 'Amal' },
  ])
    await assert.rejects(tell(bench, { ...notice, values }), (fault: Error) => {
      assert.doesNotMatch(fault.message, /Amal|50555123|1990/);
      return true;
    });
});

test('a name that is in none of our tables lets nothing leave', async () => {
  const before = bench.doors.letters.length;
  const notice = asked(bench);
  await tell(bench, { ...notice, values: { ...notice.values, need: 'unheard_of' } }, bench.staff);
  await look(bench);
  assert.equal(bench.doors.letters.length, before);
  assert.ok((await standings(bench)).includes('held words_missing'));
});

test('staff find in the app what they are told, in their language, and read it once', async () => {
  const { accountId } = bench.staff;
  const subject = newId();
  const values = {
    link: `/work/referrals/${subject}`,
    mark: subject.slice(-8),
    need: 'food',
    organisation: bench.organisationId,
  };
  const to = { kind: 'account' as const, accountId: accountId ?? '' };
  await tell(bench, { template: 'referral.answered', to, values, subject, urgency: 'soon' });
  const mine = await get<OwnNotices>(bench, 'GET /notices', { actor: bench.staff });
  assert.equal(mine.unread, 1);
  assert.equal(mine.items[0]?.subject.en, `The Bridge has answered: ${subject.slice(-8)}`);
  assert.equal(mine.items[0]?.path, `/work/referrals/${subject}`);
  const input = { noticeId: mine.items[0]?.noticeId };
  assert.equal(
    await refusalOf(bench, 'POST /notices/:noticeId/read', { input, actor: bench.chief }),
    'notice_not_found',
  );
  await get(bench, 'POST /notices/:noticeId/read', { input, actor: bench.staff });
  assert.equal((await get<OwnNotices>(bench, 'GET /notices', { actor: bench.staff })).unread, 0);
  assert.equal((await get<OwnNotices>(bench, 'GET /notices', { actor: bench.chief })).items.length, 0);
});

test('whoever told a message sees where it stands, the administrator all of them, and nobody its words', async () => {
  await tell(bench, asked(bench), bench.staff);
  await look(bench);
  const own = await get<Messages>(bench, 'GET /notice-messages', { actor: bench.staff });
  const all = await get<Messages>(bench, 'GET /notice-messages', { actor: bench.chief });
  assert.ok(own.items.length > 0 && all.items.length > own.items.length);
  assert.doesNotMatch(JSON.stringify(all), /V1StGXR8|hello@bridge/);
  const [held] = (await get<Messages>(bench, 'GET /notice-messages', { input: { state: 'held' }, actor: bench.staff }))
    .items;
  assert.equal(held?.why, 'words_missing');
  const input = { messageId: held?.messageId };
  const other = { ...bench.staff, accountId: newId() };
  const retry = 'POST /notice-messages/:messageId/retry';
  assert.equal(await refusalOf(bench, retry, { input, actor: other }), 'message_not_found');
  const again = await get<Message>(bench, retry, { input, actor: bench.staff });
  assert.deepEqual([again.state, again.why], ['waiting', 'by_hand']);
  assert.equal(await refusalOf(bench, retry, { input, actor: bench.staff }), 'message_not_stopped');
  await look(bench);
});

test('what happened outside a transaction is in the history afterwards, by codes alone', async () => {
  const { rows } = await bench.database.pool.query(
    `select distinct type from platform.event where type like 'notice.%' order by type`,
  );
  const types = rows.map((row) => String((row as { type: string }).type));
  for (const type of ['notice.held', 'notice.queued', 'notice.sent']) assert.ok(types.includes(type), type);
  const answer = await call(bench, 'GET /captured-notices', { actor: bench.staff });
  assert.equal(answer.ok, false);
});
