import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { get, refusalOf } from '@qantara/identity/testing';
import type { Actor } from '@qantara/kernel';
import type { Meeting } from '../contract/index.ts';
import { foundBody, openGovernance, planMeeting, SEATED, type GovernanceBench, type Shown } from './testing.ts';

let bench: GovernanceBench;
before(async () => {
  bench = await openGovernance();
});
after(() => bench.database.close());

const MEETING = 'GET /governance/meetings/:meetingId';
const ask = <T = Meeting>(path: string, input: unknown, actor: Actor = bench.planner): Promise<T> =>
  get<T>(bench, path, { input, actor });

/** A meeting of a new body at which the first of those who sit in it was present, or all of them. */
async function heldMeeting(who: 'first' | 'all') {
  const { bodyId } = await foundBody(bench);
  const { meetingId } = await planMeeting(bench, bodyId, bench.secretary);
  const sitting = (await ask(MEETING, { meetingId })).attendance.map(({ holdingId }) => holdingId);
  const presentIds = who === 'all' ? sitting : sitting.slice(0, 1);
  const meeting = await ask('POST /governance/meetings/:meetingId/hold', {
    meetingId,
    presentIds,
    excusedIds: [],
    guestIds: [],
  });
  return { bodyId, meetingId, sitting, meeting };
}

const NO_VOTES = { votesFor: null, votesAgainst: null, votesAbstained: null };

test('a quorum is that of the day of the meeting, whatever the body’s rule becomes', async () => {
  const { bodyId, meetingId, meeting } = await heldMeeting('first');
  assert.equal(meeting.hasQuorum, true);
  const { body } = await ask<Shown>('GET /governance/bodies/:bodyId', { bodyId });
  const { kind, name, purpose, organisationId, secretaryId, version } = body;
  const words = { kind, name, purpose, organisationId, secretaryId, version, parentBodyId: null, charterId: null };
  await ask('POST /governance/bodies/:bodyId', { bodyId, ...words, meetsEveryMonths: null, quorumPercent: 80 });
  assert.equal((await ask(MEETING, { meetingId })).hasQuorum, true);
});

test('minutes are not approved over a decision that was added since they were read', async () => {
  const { meetingId, meeting } = await heldMeeting('all');
  const written = { meetingId, minutes: { en: 'Minutes' }, version: meeting.version };
  const { version } = await ask('POST /governance/meetings/:meetingId/minutes', written, bench.secretary);
  await ask(
    'POST /governance/meetings/:meetingId/decisions',
    { meetingId, wording: { en: 'We sell the house' }, ...NO_VOTES },
    bench.secretary,
  );
  const path = 'POST /governance/meetings/:meetingId/approve';
  assert.equal(
    await refusalOf(bench, path, { input: { meetingId, version }, actor: bench.planner }),
    'meeting_changed',
  );
  const seen = await ask(MEETING, { meetingId });
  assert.equal((await ask(path, { meetingId, version: seen.version })).state, 'approved');
});

test('a term is not ended before a meeting at which its holder was', async () => {
  const { bodyId, sitting } = await heldMeeting('first');
  const path = 'POST /governance/bodies/:bodyId/holdings/:holdingId/end';
  const end = (holdingId: string | undefined) => ({ bodyId, holdingId, lastDay: '2020-02-01' });
  const [present, absent] = sitting;
  assert.equal(await refusalOf(bench, path, { input: end(present), actor: bench.planner }), 'ends_before_meeting');
  await ask(path, end(absent));
});

test('of two at once, one who writes that somebody was there and one who ends their term before it, one is refused', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { bodyId } = await foundBody(bench);
    const { meetingId } = await planMeeting(bench, bodyId, bench.secretary);
    const presentIds = (await ask(MEETING, { meetingId })).attendance.map(({ holdingId }) => holdingId);
    const outcomes = await Promise.allSettled([
      ask('POST /governance/meetings/:meetingId/hold', { meetingId, presentIds, excusedIds: [], guestIds: [] }),
      ask('POST /governance/bodies/:bodyId/holdings/:holdingId/end', {
        bodyId,
        holdingId: presentIds[0],
        lastDay: '2020-02-01',
      }),
    ]);
    assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
  }
});

test('whoever takes a seat afterwards, for days that are over, was not at a meeting that was held', async () => {
  const { bodyId, meetingId, sitting } = await heldMeeting('first');
  const seat = { bodyId, standsFor: 'sector', isRequired: true, name: { en: 'Third' } };
  const { seats } = await ask<Shown>('POST /governance/bodies/:bodyId/seats', seat);
  const third = seats.find(({ holdings }) => holdings.length === 0)?.seatId;
  const taken = { bodyId, seatIds: [third], organisationId: bench.law, ...SEATED };
  await ask('POST /governance/bodies/:bodyId/holdings', taken);
  assert.equal((await ask(MEETING, { meetingId })).attendance.length, sitting.length);
});
