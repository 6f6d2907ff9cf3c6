import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { get, refusalOf } from '@qantara/identity/testing';
import type { Actor } from '@qantara/kernel';
import type { Body, Commitment, Meeting } from '../contract/index.ts';
import { foundBody, IN, openGovernance, planMeeting, SEATED, type GovernanceBench, type Shown } from './testing.ts';

let bench: GovernanceBench;
before(async () => {
  bench = await openGovernance();
});
after(() => bench.database.close());

const ask = <T>(path: string, input: unknown, actor: Actor): Promise<T> => get<T>(bench, path, { input, actor });
const refused = (path: string, input: unknown, actor: Actor) => refusalOf(bench, path, { input, actor });
const found = () => foundBody(bench);
const plan = (bodyId: string, actor: Actor) => planMeeting(bench, bodyId, actor);

const BODY = 'POST /governance/bodies/:bodyId';
const said = { kind: 'advisory', name: { en: 'Board' }, purpose: { en: 'Advice' } };
const show = (bodyId: string) => ask<Shown>('GET /governance/bodies/:bodyId', { bodyId }, bench.planner);

test('a body is changed over the version that was read, and is no part of its own parts', async () => {
  const { bodyId } = await found();
  const part = await ask<Body>(
    'POST /governance/bodies',
    { ...said, organisationId: bench.hub, parentBodyId: bodyId },
    bench.planner,
  );
  const change = { bodyId, version: 1, ...said, organisationId: bench.clinic, meetsEveryMonths: 3 };
  const { body } = await ask<Shown>(BODY, change, bench.planner);
  assert.deepEqual(
    [body.name, body.organisationId, body.meetsEveryMonths, body.version],
    [{ en: 'Board' }, bench.clinic, 3, 2],
  );
  assert.equal(await refused(BODY, change, bench.planner), 'body_changed');
  assert.equal(
    await refused(BODY, { ...change, version: 2, parentBodyId: part.bodyId }, bench.planner),
    'body_of_itself',
  );
  assert.equal(await refused(BODY, { ...change, version: 2, parentBodyId: bodyId }, bench.planner), 'body_of_itself');
  assert.equal(await refused(BODY, { ...change, version: 2 }, bench.member), 'not_allowed');
});

test('a seat is changed, and taken away only when nobody sits in it any more', async () => {
  const { bodyId, seatIds } = await found();
  const [seatId = ''] = seatIds;
  const seat = { bodyId, seatId, version: 1 };
  const changed = { ...seat, standsFor: 'population', name: { en: 'Young people' }, isRequired: false };
  const { body, seats } = await ask<Shown>(`${BODY}/seats/:seatId`, changed, bench.planner);
  assert.equal(body.required, 1, 'a seat that need not be filled is not counted');
  assert.equal(await refused(`${BODY}/seats/:seatId`, changed, bench.planner), 'seat_changed');
  const away = { ...seat, version: 2, closedOn: '2026-01-01', reason: 'one is enough' };
  assert.equal(
    await refused(`${BODY}/seats/:seatId/close`, { ...away, closedOn: '2099-01-01' }, bench.planner),
    'closes_later',
  );
  assert.equal(await refused(`${BODY}/seats/:seatId/close`, away, bench.planner), 'seat_held');
  const holdingId = seats.find((one) => one.seatId === seatId)?.holdings[0]?.holdingId;
  await ask(`${BODY}/holdings/:holdingId/end`, { bodyId, holdingId, lastDay: '2025-12-31' }, bench.planner);
  const after1 = await ask<Shown>(`${BODY}/seats/:seatId/close`, away, bench.planner);
  assert.deepEqual(
    after1.seats.map((one) => one.seatId as string),
    seatIds.filter((one) => one !== seatId),
  );
  assert.equal(await refused(`${BODY}/seats/:seatId/close`, away, bench.planner), 'seat_not_found');
});

test('a body that has ended is read and changed no more, and its empty seats are not missed', async () => {
  const { bodyId, seatIds } = await found();
  const { meetingId } = await ask<Meeting>(`${BODY}/meetings`, { ...IN, bodyId, onDay: '2099-01-05' }, bench.secretary);
  const end = { bodyId, version: 1, closedOn: '2026-01-01', reason: 'merged with another' };
  assert.equal(await refused(`${BODY}/close`, { ...end, closedOn: '2099-01-01' }, bench.planner), 'closes_later');
  assert.equal(await refused(`${BODY}/close`, end, bench.planner), 'meetings_ahead');
  await ask('POST /governance/meetings/:meetingId/cancel', { meetingId }, bench.secretary);
  const { body } = await ask<Shown>(`${BODY}/close`, end, bench.planner);
  assert.deepEqual([body.closedOn, body.closedReason], ['2026-01-01', 'merged with another']);
  assert.equal((await show(bodyId)).seats.length, 2, 'what was in it stays to be read');
  const refusals = [
    [BODY, { ...said, bodyId, version: 2, organisationId: bench.hub }, bench.planner],
    [`${BODY}/seats`, { bodyId, standsFor: 'role', name: { en: 'Chair' } }, bench.planner],
    [`${BODY}/holdings`, { bodyId, seatIds, organisationId: bench.law, ...SEATED }, bench.planner],
    [`${BODY}/meetings`, { ...IN, bodyId }, bench.secretary],
    [
      'POST /governance/commitments',
      { bodyId, organisationId: bench.clinic, wording: { en: 'x' }, dueOn: '2026-02-01' },
      bench.secretary,
    ],
    [`${BODY}/close`, { ...end, version: 2 }, bench.planner],
  ] as const;
  for (const [path, input, actor] of refusals) assert.equal(await refused(path, input, actor), 'body_closed', path);
  const { rows } = await bench.database.pool.query({
    text: `select (select count(*)::int from governance.published_sitting where body_id = $1) as sitting,
      (select max(last_day)::text from governance.published_membership where body_id = $1) as until`,
    values: [bodyId],
  });
  assert.deepEqual(rows, [{ sitting: 0, until: '2026-01-01' }]);
});

test('a body ends on no day before it met or was filled for the last time, and stands again with a reason', async () => {
  const { bodyId } = await found();
  await ask(
    BODY,
    {
      bodyId,
      version: 1,
      ...said,
      organisationId: bench.hub,
      secretaryId: bench.secretary.accountId,
      meetsEveryMonths: 1,
    },
    bench.planner,
  );
  const { meetingId } = await plan(bodyId, bench.secretary);
  await ask('POST /governance/meetings/:meetingId/hold', { meetingId }, bench.secretary);
  const end = { bodyId, version: 2, closedOn: IN.onDay, reason: 'merged with another' };
  for (const closedOn of ['2019-12-31', '2026-01-04'])
    assert.equal(await refused(`${BODY}/close`, { ...end, closedOn }, bench.planner), 'closes_too_early');
  const isLate = async () =>
    (await ask<{ isLate: boolean }>('GET /governance/bodies/:bodyId/meetings', { bodyId }, bench.planner)).isLate;
  assert.equal(await isLate(), true);
  await ask(`${BODY}/close`, end, bench.planner);
  assert.equal(await isLate(), false, 'what has ended is late for nothing');
  const open = { bodyId, version: 3, reason: 'the merger fell through' };
  assert.equal(await refused(`${BODY}/reopen`, open, bench.member), 'not_allowed');
  const { body } = await ask<Shown>(`${BODY}/reopen`, open, bench.planner);
  assert.deepEqual([body.closedOn, body.closedReason, body.filled], [null, null, 2]);
  assert.equal(await refused(`${BODY}/reopen`, { ...open, version: 4 }, bench.planner), 'body_stands');
});

test('an organisation whose term has ended reads the body no more; what it promised itself stays with it', async () => {
  const { bodyId, seatIds } = await found();
  const promise = { bodyId, wording: { en: 'A room' }, dueOn: '2099-01-01' };
  const ofClinic = await ask<Commitment>(
    'POST /governance/commitments',
    { ...promise, organisationId: bench.clinic },
    bench.secretary,
  );
  const ofLaw = await ask<Commitment>(
    'POST /governance/commitments',
    { ...promise, organisationId: bench.law },
    bench.secretary,
  );
  const { meetingId } = await plan(bodyId, bench.secretary);
  const reads = async () => [
    (await ask<{ bodies: Body[] }>('GET /governance/bodies', {}, bench.member)).bodies.some(
      (one) => one.bodyId === bodyId,
    ),
    (await refused('GET /governance/bodies/:bodyId', { bodyId }, bench.member)) === null,
    (await refused('GET /governance/meetings/:meetingId', { meetingId }, bench.member)) === null,
    (await refused('GET /governance/commitments/:commitmentId', ofLaw, bench.member)) === null,
    (await refused('GET /governance/commitments/:commitmentId', ofClinic, bench.member)) === null,
  ];
  assert.deepEqual(await reads(), [true, true, true, true, true]);
  const { seats } = await show(bodyId);
  for (const { holdings } of seats)
    await ask(
      `${BODY}/holdings/:holdingId/end`,
      { bodyId, holdingId: holdings[0]?.holdingId, lastDay: '2025-12-31' },
      bench.planner,
    );
  assert.deepEqual(await reads(), [false, false, false, false, true]);
  const next = { bodyId, seatIds, organisationId: bench.clinic, ...SEATED, startsOn: '2099-01-01' };
  await ask(`${BODY}/holdings`, next, bench.planner);
  assert.deepEqual((await reads())[0], false, 'nor before the next one begins');
});

test('who sat in a body on its last day goes on reading it', async () => {
  const { bodyId } = await found();
  await ask(
    `${BODY}/close`,
    { bodyId, version: 1, closedOn: '2026-01-01', reason: 'merged with another' },
    bench.planner,
  );
  assert.equal(
    (await ask<Shown>('GET /governance/bodies/:bodyId', { bodyId }, bench.member)).body.closedOn,
    '2026-01-01',
  );
  assert.equal(await refused('GET /governance/bodies/:bodyId', { bodyId }, bench.stranger), 'body_not_found');
});

test('of two who end a body and fill a seat in it at once, one is too late', async () => {
  const { bodyId, seatIds } = await found();
  const { seats } = await show(bodyId);
  for (const { holdings } of seats)
    await ask(
      `${BODY}/holdings/:holdingId/end`,
      { bodyId, holdingId: holdings[0]?.holdingId, lastDay: '2025-12-31' },
      bench.planner,
    );
  const answers = await Promise.all([
    refused(`${BODY}/close`, { bodyId, version: 1, closedOn: '2026-01-01', reason: 'merged' }, bench.planner),
    refused(
      `${BODY}/holdings`,
      { bodyId, seatIds, organisationId: bench.law, ...SEATED, startsOn: '2026-02-01' },
      bench.planner,
    ),
  ]);
  assert.equal(answers.filter((code) => code === null).length, 1, answers.join());
});
