import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call, get, inSystem, refusalOf } from '@qantara/identity/testing';
import type { Actor } from '@qantara/kernel';
import type { Commitment, Meeting } from '../contract/index.ts';
import { foundBody, IN, openGovernance, planMeeting, SEATED, type GovernanceBench, type Shown } from './testing.ts';
import { governanceModule } from './index.ts';

let bench: GovernanceBench;
before(async () => {
  bench = await openGovernance();
});
after(() => bench.database.close());

const ask = <T>(path: string, input: unknown, actor: Actor): Promise<T> => get<T>(bench, path, { input, actor });
const refused = (path: string, input: unknown, actor: Actor) => refusalOf(bench, path, { input, actor });
const found = () => foundBody(bench);
const plan = (bodyId: string, actor: Actor) => planMeeting(bench, bodyId, actor);

test('one person sits in two seats, two never in one, and who left leaves it empty', async () => {
  const { bodyId, seatIds } = await found();
  const { body, seats } = await ask<Shown>('GET /governance/bodies/:bodyId', { bodyId }, bench.member);
  assert.deepEqual([body.required, body.filled], [2, 2]);
  const again = { bodyId, seatIds: seatIds.slice(0, 1), organisationId: bench.law, ...SEATED };
  assert.equal(await refused('POST /governance/bodies/:bodyId/holdings', again, bench.planner), 'seat_taken');
  const held = { bodyId, holdingId: seats[0]?.holdings[0]?.holdingId, lastDay: '2021-01-01' };
  const end = 'POST /governance/bodies/:bodyId/holdings/:holdingId/end';
  assert.equal((await ask<Shown>(end, held, bench.planner)).body.filled, 1);
  assert.equal(await refused(end, { ...held, lastDay: '2022-01-01' }, bench.planner), 'ends_later');
  const { rows } = await bench.database.pool.query({
    text: 'select is_required, last_day::text from governance.published_sitting where body_id = $1 order by last_day',
    values: [bodyId],
  });
  assert.deepEqual(rows, [
    { is_required: true, last_day: '2021-01-01' },
    { is_required: true, last_day: null },
  ]);
});

test('a body, its meetings and its commitments are not there for an organisation without a part in it', async () => {
  const { bodyId } = await found();
  const { meetingId } = await plan(bodyId, bench.secretary);
  assert.equal(await refused('GET /governance/bodies/:bodyId', { bodyId }, bench.stranger), 'body_not_found');
  assert.equal(
    await refused('GET /governance/meetings/:meetingId', { meetingId }, bench.stranger),
    'meeting_not_found',
  );
  const calendar = 'GET /governance/meetings/:meetingId/calendar';
  assert.equal(await refused(calendar, { meetingId }, bench.stranger), 'meeting_not_found');
  assert.deepEqual(await ask('GET /governance/bodies', {}, bench.stranger), { bodies: [] });
  assert.equal(
    await refused('POST /governance/bodies/:bodyId/meetings', { ...IN, bodyId }, bench.member),
    'not_the_secretary',
  );
});

test('a meeting is held, decides with a quorum, and its minutes are approved by somebody else and then read', async () => {
  const { bodyId } = await found();
  const { meetingId, attendance } = await plan(bodyId, bench.secretary);
  const step = (name: string): string => `POST /governance/meetings/:meetingId/${name}`;
  const wording = { en: 'We begin' };
  assert.equal(await refused(step('decisions'), { meetingId, wording }, bench.secretary), 'meeting_not_open');
  const presentIds = attendance.slice(0, 1).map(({ holdingId }) => holdingId);
  const held = await ask<Meeting>(step('hold'), { meetingId, presentIds, guestIds: [bench.law] }, bench.secretary);
  assert.deepEqual([held.present, held.seatsFilled, held.hasQuorum], [1, 2, true]);
  assert.equal(
    await refused(step('decisions'), { meetingId, wording, votesFor: 1 }, bench.secretary),
    'votes_incomplete',
  );
  const decided = await ask<Meeting>(step('decisions'), { meetingId, wording }, bench.secretary);
  assert.deepEqual(
    decided.decisions.map(({ number }) => number),
    [1],
  );
  assert.equal(await refused(step('approve'), { meetingId, version: 1 }, bench.planner), 'minutes_missing');
  const minutes = { meetingId, minutes: { en: 'All came' }, version: decided.version };
  const { version } = await ask<Meeting>(step('minutes'), minutes, bench.secretary);
  assert.equal(await refused(step('approve'), { meetingId, version }, bench.secretary), 'own_minutes');
  const again = { ...minutes, version };
  const same = await ask<Meeting>(step('minutes'), again, bench.planner);
  assert.ok(same.mayApprove, 'who saves what stands there has written nothing');
  assert.equal(await refused(step('minutes'), minutes, bench.planner), 'meeting_changed');
  await ask(step('approve'), { meetingId, version: same.version }, bench.planner);
  const seen = (): Promise<Meeting> => ask('GET /governance/meetings/:meetingId', { meetingId }, bench.member);
  assert.equal((await seen()).minutes, null);
  await ask(step('publish'), { meetingId }, bench.secretary);
  assert.deepEqual((await seen()).minutes, { en: 'All came' });
});

test('without a quorum nothing is decided', async () => {
  const { bodyId } = await found();
  const { meetingId } = await plan(bodyId, bench.secretary);
  await ask('POST /governance/meetings/:meetingId/hold', { meetingId }, bench.secretary);
  const given = { meetingId, wording: { en: 'x' } };
  assert.equal(await refused('POST /governance/meetings/:meetingId/decisions', given, bench.secretary), 'no_quorum');
});

test('a calendar opens by its secret address, names nobody, and not by the old address once it was renewed', async () => {
  const { bodyId } = await found();
  await plan(bodyId, bench.secretary);
  const { feedPath } = await ask<Shown>('GET /governance/bodies/:bodyId', { bodyId }, bench.member);
  const asked = { bodyId, key: feedPath.split('/').at(-1) };
  const path = 'GET /governance/calendar/:bodyId/:key';
  const { content } = await get<{ content: string }>(bench, path, { input: asked });
  assert.match(content, /^BEGIN:VCALENDAR\r\n/u);
  assert.match(content, /DTSTART:20260105T100000Z\r\n/u);
  assert.ok(!content.includes('Amel'));
  await ask('POST /governance/bodies/:bodyId/feed', { bodyId }, bench.secretary);
  assert.equal(await refusalOf(bench, path, { input: asked }), 'calendar_not_found');
  assert.equal(await refusalOf(bench, path, { input: { ...asked, key: 'é' } }), 'calendar_not_found');
});

test('its owner says how a commitment goes, others do not, and what is kept stays kept', async () => {
  const { bodyId } = await found();
  const given = { bodyId, organisationId: bench.clinic, wording: { en: 'A list' }, dueOn: '2020-05-01' };
  const path = 'POST /governance/commitments';
  assert.equal(await refused(path, given, bench.member), 'not_the_secretary');
  const { commitmentId, isOverdue } = await ask<Commitment>(path, given, bench.secretary);
  assert.equal(isOverdue, true);
  const word = { commitmentId, state: 'kept', story: 'Done' };
  const tell = 'POST /governance/commitments/:commitmentId/words';
  assert.equal(await refused(tell, word, bench.stranger), 'commitment_not_found');
  const told = await ask<Commitment>(tell, word, bench.member);
  assert.deepEqual([told.state, told.isOverdue, told.mayTell, told.words.length], ['kept', false, false, 1]);
  assert.equal(await refused(tell, { ...word, state: 'open' }, bench.planner), 'commitment_settled');
  assert.equal((await call(bench, 'GET /governance/commitments', { actor: bench.stranger })).ok, true);
});

test('behind the share of commitments that were kept stand those that the reader may see, and no other', async () => {
  const { bodyId } = await found();
  const given = { bodyId, organisationId: bench.clinic, wording: { en: 'A door' }, dueOn: '2020-05-01' };
  const { commitmentId } = await ask<Commitment>('POST /governance/commitments', given, bench.secretary);
  const records = governanceModule.measures.find(({ code }) => code === 'commitments_kept')?.records;
  const pathsFor = async (actor: Actor) =>
    (
      await inSystem(bench, async (ctx) => (await records?.listVisible({ ...ctx, actor }, [commitmentId], 10)) ?? [])
    ).map(({ path }) => path);
  assert.deepEqual(await pathsFor(bench.member), [`/work/governance/commitments/${commitmentId}`]);
  assert.deepEqual(await pathsFor(bench.stranger), []);
});

test('a seat says for which priority populations it stands, and one of a sector for none', async () => {
  const { bodyId } = await found();
  const path = 'POST /governance/bodies/:bodyId/seats';
  const seat = {
    bodyId,
    name: { en: 'Young people' },
    standsFor: 'population',
    populations: ['children', 'young_people'],
  };
  const { seats } = await ask<Shown>(path, seat, bench.planner);
  const added = seats.find(({ name }) => name.en === 'Young people');
  assert.deepEqual(added?.populations, ['children', 'young_people']);
  assert.equal(await refused(path, { ...seat, standsFor: 'sector' }, bench.planner), 'seat_of_no_population');
  const { seatId, version } = added;
  const changed = { ...seat, seatId, version, populations: ['young_people'] };
  const after1 = await ask<Shown>(`${path}/:seatId`, changed, bench.planner);
  assert.deepEqual(after1.seats.find((one) => one.seatId === seatId)?.populations, ['young_people']);
  assert.equal(
    await refused(`${path}/:seatId`, { ...changed, version: version + 1, standsFor: 'role' }, bench.planner),
    'seat_of_no_population',
  );
});
