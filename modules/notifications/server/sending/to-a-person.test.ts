import assert from 'node:assert/strict';
import test, { after, before, beforeEach } from 'node:test';
import { get } from '@qantara/identity/testing';
import { newId } from '@qantara/kernel';
import type { Person } from '@qantara/people/contract';
import type { Captured, Messages } from '../../contract/index.ts';
import { CAPTURE, look, openNoticeBench, standings, tell, type NoticeBench } from '../testing.ts';

let bench: NoticeBench;
before(async () => {
  bench = await openNoticeBench();
});
after(() => bench.database.close());
beforeEach(async () => {
  await bench.database.pool.query(
    'truncate notifications.notice, notifications.message, notifications.step, notifications.addressee, notifications.captured',
  );
  bench.doors.shorts.length = 0;
  bench.doors.letters.length = 0;
});

type Way = Record<string, unknown>;
const phone = (more: Way = {}): Way => ({ kind: 'phone', value: '+216 50 555 101', isSafe: true, ...more });

async function aPerson(contactPoints: Way[], more: Way = {}, on = bench): Promise<Person> {
  const input = { displayName: 'Amal Haddad', contactPoints, languages: ['fr'], ...more };
  return get<Person>(on, 'POST /people', { input, actor: on.staff });
}

const moved = (personId: string, on = bench, urgency: 'now' | 'soon' = 'now') =>
  tell(on, {
    template: 'request.moved',
    to: { kind: 'person', personId },
    values: { link: '/follow' },
    subject: newId(),
    urgency,
  });

test('a person is written to by the way that they call safe, in their language, without a word about them', async () => {
  const { personId } = await aPerson([phone(), { kind: 'email', value: 'amal@example.org', isSafe: true }]);
  await moved(personId);
  await look(bench);
  const [short] = bench.doors.shorts;
  assert.equal(short?.to, '+21650555101');
  assert.match(short?.text ?? '', /Il y a du nouveau.*https:\/\/sabil\.example\/fr\/follow/);
  assert.doesNotMatch(short?.text ?? '', /Amal|Haddad/);
  assert.equal(bench.doors.letters.length, 0);
});

test('where others may look, the message says nothing, and no letter is written that shows whom it is from', async () => {
  const hidden = await aPerson([phone({ value: '+216 50 555 102', isDisguised: true })]);
  const onlyMail = await aPerson([{ kind: 'email', value: 'hidden@example.org', isSafe: true, isDisguised: true }]);
  await moved(hidden.personId);
  await moved(onlyMail.personId);
  await look(bench);
  assert.deepEqual(
    bench.doors.shorts.map(({ text }) => text),
    ['Bonjour. Il y a du nouveau pour vous.'],
  );
  assert.equal(bench.doors.letters.length, 0);
  assert.deepEqual((await standings(bench)).toSorted(), ['held no_safe_way', 'sent']);
});

test('what is not safe is not used, however urgent: unsafe, shared, in person only, or not to be contacted at all', async () => {
  for (const point of [
    phone({ isSafe: false }),
    phone({ value: '+216 50 555 103', isShared: true }),
    { kind: 'address', value: 'rue du Pont', isSafe: true },
  ])
    await moved((await aPerson([point])).personId);
  const stopped = await aPerson([phone({ value: '+216 50 555 104' })]);
  const given = { ...stopped, displayName: 'Amal Haddad', mayContact: false, noContactReason: 'danger' };
  await moved(stopped.personId);
  const input = {
    personId: stopped.personId,
    version: stopped.version,
    displayName: given.displayName,
    contactPoints: stopped.contactPoints,
  };
  await get(bench, 'POST /people/:personId', {
    input: { ...input, mayContact: false, noContactReason: 'danger' },
    actor: bench.staff,
  });
  await look(bench);
  assert.deepEqual((await standings(bench)).toSorted(), [
    'held do_not_contact',
    'held no_safe_way',
    'held no_safe_way',
    'held no_safe_way',
  ]);
  assert.equal(bench.doors.shorts.length, 0);
});

test('it is judged at the moment of sending: what was safe when it was told may be so no more', async () => {
  const person = await aPerson([phone({ value: '+216 50 555 105' })]);
  await moved(person.personId);
  const input = { personId: person.personId, version: person.version, displayName: 'Amal Haddad' };
  const contactPoints = [phone({ value: '+216 50 555 105', isSafe: false })];
  await get(bench, 'POST /people/:personId', { input: { ...input, contactPoints }, actor: bench.staff });
  await look(bench);
  assert.deepEqual(await standings(bench), ['held no_safe_way']);
});

test('outside their hours it waits until they begin, and goes then', async () => {
  const hour = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 13);
  const point = phone({ value: '+216 50 555 106', safeFrom: `${hour(3)}:00`, safeUntil: `${hour(6)}:00` });
  await moved((await aPerson([point])).personId);
  await look(bench);
  assert.deepEqual(await standings(bench), ['postponed outside_hours']);
  const { items } = await get<Messages>(bench, 'GET /notice-messages', { actor: bench.chief });
  const until = new Date(items[0]?.until ?? '');
  assert.equal(until.toISOString().slice(11, 16), `${hour(3)}:00`);
  await look(bench, until.getTime() - Date.now() + 1000);
  assert.deepEqual(await standings(bench), ['sent']);
});

test('a message to a person of which nobody knows whether it left is never sent again by itself', async () => {
  bench.doors.next.push({ outcome: 'unsure', code: 'no_answer' });
  await moved((await aPerson([phone({ value: '+216 50 555 107' })])).personId);
  await look(bench);
  await look(bench, 3_600_000);
  assert.deepEqual(await standings(bench), ['unsure no_answer']);
  assert.equal(bench.doors.shorts.length, 1);
});

test('whom it is for stands behind the second wall, and on no list; the history knows it', async () => {
  const { personId } = await aPerson([phone({ value: '+216 50 555 108' })]);
  await moved(personId);
  await look(bench);
  const all = await get<Messages>(bench, 'GET /notice-messages', { actor: bench.chief });
  assert.equal(all.items[0]?.recipient, 'person');
  assert.equal(all.items[0]?.to, null);
  assert.doesNotMatch(JSON.stringify(all), new RegExp(personId));
  const { rows } = await bench.database.pool.query({
    text: `select type from platform.event where person_id = $1 and type like 'notice.%' order by type`,
    values: [personId],
  });
  assert.deepEqual(
    rows.map((row) => row['type']),
    ['notice.queued', 'notice.sent'],
  );
});

test('the sample keeps what it would send, and of a person’s number its end alone', async () => {
  const sample = await openNoticeBench(CAPTURE);
  try {
    const { personId } = await aPerson([phone()], {}, sample);
    await moved(personId, sample);
    await look(sample);
    const { items } = await get<{ items: Captured[] }>(sample, 'GET /captured-notices', { actor: sample.chief });
    assert.equal(items[0]?.address, '…01');
    assert.match(items[0]?.text ?? '', /Il y a du nouveau/);
    assert.equal(items[0]?.link, 'https://sabil.example/fr/follow');
    assert.deepEqual(await standings(sample), ['sent']);
  } finally {
    await sample.database.close();
  }
});
