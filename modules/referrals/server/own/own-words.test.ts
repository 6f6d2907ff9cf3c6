import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Actor } from '@qantara/kernel';
import { actorInRole, get, refusalOf, residentOf } from '@qantara/identity/testing';
import { aConsent, aPerson } from '@qantara/people/testing';
import type { FollowedRequest, Message, OpenReferral, Referral, UnreadPerson, Worklist } from '../../contract/index.ts';
import { replay } from '../../domain/index.ts';
import { aReferral, openReferralsBench, type ReferralsBench } from '../testing.ts';

let bench: ReferralsBench;
before(async () => {
  bench = await openReferralsBench();
});
after(() => bench.database.close());

async function sent(): Promise<Referral & { resident: Actor }> {
  const { personId } = await aPerson(bench);
  await aConsent(bench, personId);
  return { ...(await aReferral(bench, personId)), resident: residentOf(personId) };
}

async function accept({ referralId }: Pick<Referral, 'referralId'>): Promise<void> {
  const input = { referralId, version: 1 };
  await get(bench, 'POST /referrals/:referralId/accept', { input, actor: bench.partners.food });
}

async function listUnread(actor: Actor): Promise<UnreadPerson[]> {
  return (await get<{ people: UnreadPerson[] }>(bench, 'GET /messages/unread', { input: {}, actor })).people;
}

type Listed = { messages: Message[]; unread: number };

test('a person writes, whoever looks after them is told that they did, reads, and answers behind their code', async () => {
  const { personId, resident } = await sent();
  const words = '<script>alert(1)</script>\n‮=1+1';
  await get(bench, 'POST /my-request/messages', { input: { words }, actor: resident });
  assert.ok((await listUnread(bench.navigator)).some((one) => one.personId === personId));
  const read = await get<Listed>(bench, 'GET /people/:personId/messages', {
    input: { personId },
    actor: bench.navigator,
  });
  assert.deepEqual([read.unread, read.messages[0]?.words], [1, words], 'words stay as they were written');
  await get(bench, 'POST /people/:personId/messages', {
    input: { personId, words: 'We found a place.' },
    actor: bench.navigator,
  });
  assert.ok(!(await listUnread(bench.navigator)).some((one) => one.personId === personId), 'answered is read');
  const own = await get<{ messages: Record<string, unknown>[] }>(bench, 'GET /my-request/messages', {
    input: {},
    actor: resident,
  });
  assert.deepEqual(
    own.messages.map(({ side, isRead }) => [side, isRead]),
    [
      ['navigator', false],
      ['person', true],
    ],
  );
  assert.equal(JSON.stringify(own).includes('account'), false, 'staff are not named to the person');
});

test('what was said is nowhere in the history, whose reading is', async () => {
  const { personId, resident } = await sent();
  await get(bench, 'POST /my-request/messages', { input: { words: 'A secret of mine' }, actor: resident });
  await get(bench, 'GET /people/:personId/messages', { input: { personId }, actor: bench.navigator });
  const { rows } = await bench.database.pool.query<{ all: string; opened: number }>({
    text: `select (select string_agg(event::text, ' ') from platform.event) || (select coalesce(string_agg(value::text, ' '), '')
      from platform.event_value as value) as all,
      (select count(*)::int from platform.opening join platform.access_entry using (opening_id)
        where kind = 'messages' and person_id = $1) as opened`,
    values: [personId],
  });
  assert.equal(rows[0]?.all.includes('A secret of mine'), false);
  assert.equal(rows[0]?.opened, 1);
});

test('a partner, a stranger and somebody without the right to notes read no message', async () => {
  const { personId, resident } = await sent();
  await get(bench, 'POST /my-request/messages', { input: { words: 'Hello' }, actor: resident });
  const path = 'GET /people/:personId/messages';
  const asked = (actor: Actor) => refusalOf(bench, path, { input: { personId }, actor });
  assert.equal(await asked(bench.partners.food), 'not_allowed');
  const stranger = actorInRole('navigator', bench.organisations.law);
  assert.equal(await asked(stranger), 'person_not_found');
  assert.deepEqual(await listUnread(stranger), []);
  const permissions = new Set([...bench.navigator.permissions].filter((one) => one !== 'field:note'));
  const without = await get<Listed>(bench, path, { input: { personId }, actor: { ...bench.navigator, permissions } });
  assert.deepEqual(without.messages, []);
});

test('a day takes twenty messages from one code, and nothing empty or endless', async () => {
  const { resident } = await sent();
  const write = (words: string) => refusalOf(bench, 'POST /my-request/messages', { input: { words }, actor: resident });
  assert.equal(await write('   '), 'invalid_input');
  assert.equal(await write('x'.repeat(2001)), 'invalid_input');
  for (let number = 1; number <= 20; number += 1) assert.equal(await write(`${number}`), null);
  assert.equal(await write('one more'), 'too_many_messages');
});

test('the last word on the help holds, the earlier ones stay, and no partner reads them', async () => {
  const { referralId, resident } = await sent();
  const say = (input: object, path = 'words') =>
    refusalOf(bench, `POST /my-request/:referralId/${path}`, { input: { referralId, ...input }, actor: resident });
  await accept({ referralId });
  assert.equal(await say({ rating: '5' }), 'not_confirmed_yet');
  assert.equal(await say({ confirmation: 'not_helped' }, 'confirm'), null);
  assert.equal(await say({ rating: '5' }), 'rating_without_help');
  assert.equal(await say({ whyNot: 'never_called', words: 'I waited for two weeks' }), null);
  assert.equal(await say({ confirmation: 'helped' }, 'confirm'), null);
  assert.equal(await say({ whyNot: 'too_far' }), 'reason_with_help');
  assert.equal(await say({ rating: '4' }), null);
  const open = (actor: Actor) =>
    get<OpenReferral>(bench, 'GET /referrals/:referralId', { input: { referralId }, actor });
  const forUs = await open(bench.navigator);
  assert.deepEqual(
    forUs.said.map(({ confirmation, rating, whyNot }) => [confirmation, rating, whyNot]),
    [
      ['helped', '4', null],
      ['helped', null, null],
      ['not_helped', null, 'never_called'],
      ['not_helped', null, null],
    ],
  );
  assert.equal(forUs.referral.confirmation, 'helped');
  const forPartner = await open(bench.partners.food);
  assert.deepEqual(forPartner.said, []);
  assert.equal(JSON.stringify(forPartner).includes('two weeks'), false);
  const { rows } = await bench.database.pool.query<{ rating: number; why_not: string | null }>({
    text: 'select rating, why_not from referrals.published_referral where referral_id = $1',
    values: [referralId],
  });
  assert.deepEqual(rows, [{ rating: 4, why_not: null }], 'figures count the last');
});

test('a request that is taken back stops at once, for the reason that the person gave, whoever was working on it', async () => {
  const { referralId, resident } = await sent();
  await accept({ referralId });
  const take = (input: object) => refusalOf(bench, 'POST /my-request/withdraw', { input, actor: resident });
  assert.equal(await take({ referralId, reasonCode: 'at_capacity' }), 'invalid_input');
  assert.equal(await take({ referralId, reasonCode: 'no_longer_needed' }), null);
  assert.equal(await take({ referralId, reasonCode: 'no_longer_needed' }), 'step_not_possible');
  const input = { referralId };
  const {
    referral: now,
    history,
    may,
  } = await get<OpenReferral>(bench, 'GET /referrals/:referralId', {
    input,
    actor: bench.partners.food,
  });
  assert.deepEqual([now.status, now.reasonCode, now.dueAt, may], ['cancelled', 'no_longer_needed', null, []]);
  assert.equal(history.at(-1)?.side, 'person');
  assert.equal(replay(history).status, 'cancelled', 'the story still replays to its state');
  const worklist = await get<Worklist>(bench, 'GET /worklist', { input: {}, actor: bench.partners.food });
  assert.ok(!worklist.items.some((item) => item.referralId === referralId));
});

test('the whole request is taken back with all of it, and there is nothing of a stranger’s in it', async () => {
  const mine = await sent();
  const theirs = await sent();
  const take = (input: object) => refusalOf(bench, 'POST /my-request/withdraw', { input, actor: mine.resident });
  const reasonCode = 'declined_by_person';
  assert.equal(await take({ referralId: theirs.referralId, reasonCode }), 'referral_not_found');
  assert.equal(await take({ reasonCode }), null);
  const own = await get<FollowedRequest>(bench, 'GET /my-request', { input: {}, actor: mine.resident });
  assert.deepEqual([own.referrals[0]?.status, own.mayWithdraw], ['cancelled', false]);
  const other = await get<FollowedRequest>(bench, 'GET /my-request', { input: {}, actor: theirs.resident });
  assert.deepEqual([other.referrals[0]?.status, other.mayWithdraw], ['requested', true]);
  assert.equal(await take({ reasonCode }), 'nothing_to_withdraw');
});
