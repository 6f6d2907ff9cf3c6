import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { agreementsModule } from '@qantara/agreements/server';
import { identityModule, saveAccount } from '@qantara/identity/server';
import { actorInRole, call, get, inSystem, openBench, refusalOf, type Bench } from '@qantara/identity/testing';
import type { Actor } from '@qantara/kernel';
import { organisationsModule, saveOrganisation } from '@qantara/organisations/server';
import type { Body, Commitment, Meeting, Seat } from '../contract/index.ts';
import { governanceModule } from './index.ts';

let bench: Bench;
let hub: string;
let clinic: string;
let law: string;
let planner: Actor;
let secretary: Actor;
let member: Actor;
let stranger: Actor;

const addOrganisation = (name: string): Promise<string> =>
  inSystem(bench, (ctx) =>
    saveOrganisation(ctx, {
      name: { en: name },
      description: null,
      sector: 'association',
      email: null,
      phone: null,
      website: null,
      areaId: null,
      receivesReferrals: true,
    }),
  );

before(async () => {
  bench = await openBench([identityModule, organisationsModule, agreementsModule, governanceModule]);
  [hub, clinic, law] = [await addOrganisation('Hub'), await addOrganisation('Clinic'), await addOrganisation('Law')];
  planner = actorInRole('planner', hub);
  const account = { email: 's@example.org', displayName: 'S', role: 'partner' as const, organisationId: law };
  const saved = await inSystem(bench, (ctx) =>
    saveAccount(ctx, { ...account, locale: 'en' }, { isSample: true, passwordHash: 'scrypt$16$8$1$AA$AA' }),
  );
  secretary = actorInRole('partner', law, saved.accountId);
  member = actorInRole('partner', clinic);
  stranger = actorInRole('partner', await addOrganisation('Stranger'));
});
after(() => bench.database.close());

type Shown = { body: Body; seats: Seat[]; feedPath: string };
const ask = <T>(path: string, input: unknown, actor: Actor): Promise<T> => get<T>(bench, path, { input, actor });
const refused = (path: string, input: unknown, actor: Actor) => refusalOf(bench, path, { input, actor });
const SEATED = { sitterName: 'Amel', sitterFunction: 'Director', startsOn: '2020-01-01' };

/** A committee of two required seats, in both of which the same person of the clinic sits. */
async function found(): Promise<{ bodyId: string; seatIds: string[] }> {
  const text = { en: 'Committee' };
  const given = { kind: 'advisory', name: text, purpose: text, organisationId: hub, secretaryId: secretary.accountId };
  const { bodyId } = await ask<Body>('POST /governance/bodies', given, planner);
  const seat = { bodyId, standsFor: 'sector', isRequired: true };
  const path = 'POST /governance/bodies/:bodyId/seats';
  await ask(path, { ...seat, name: { en: 'Health' } }, planner);
  const { seats } = await ask<Shown>(path, { ...seat, name: { en: 'Youth' } }, planner);
  const seatIds = seats.map(({ seatId }) => seatId as string);
  await ask(
    'POST /governance/bodies/:bodyId/holdings',
    { bodyId, seatIds, organisationId: clinic, ...SEATED },
    planner,
  );
  return { bodyId, seatIds };
}

const IN = { title: { en: 'Spring' }, onDay: '2026-01-05', atTime: '10:00' };
const plan = (bodyId: string, actor: Actor): Promise<Meeting> =>
  ask('POST /governance/bodies/:bodyId/meetings', { ...IN, bodyId }, actor);

test('one person sits in two seats, two never in one, and who left leaves it empty', async () => {
  const { bodyId, seatIds } = await found();
  const { body, seats } = await ask<Shown>('GET /governance/bodies/:bodyId', { bodyId }, member);
  assert.deepEqual([body.required, body.filled], [2, 2]);
  const again = { bodyId, seatIds: seatIds.slice(0, 1), organisationId: law, ...SEATED };
  assert.equal(await refused('POST /governance/bodies/:bodyId/holdings', again, planner), 'seat_taken');
  const held = { bodyId, holdingId: seats[0]?.holdings[0]?.holdingId, lastDay: '2021-01-01' };
  const end = 'POST /governance/bodies/:bodyId/holdings/:holdingId/end';
  assert.equal((await ask<Shown>(end, held, planner)).body.filled, 1);
  assert.equal(await refused(end, { ...held, lastDay: '2022-01-01' }, planner), 'ends_later');
  const { rows } = await bench.database.pool.query({
    text: 'select required, filled from governance.published_seat_coverage where body_id = $1',
    values: [bodyId],
  });
  assert.deepEqual(rows, [{ required: 2, filled: 1 }]);
});

test('a body, its meetings and its commitments are not there for an organisation without a part in it', async () => {
  const { bodyId } = await found();
  const { meetingId } = await plan(bodyId, secretary);
  assert.equal(await refused('GET /governance/bodies/:bodyId', { bodyId }, stranger), 'body_not_found');
  assert.equal(await refused('GET /governance/meetings/:meetingId', { meetingId }, stranger), 'meeting_not_found');
  const calendar = 'GET /governance/meetings/:meetingId/calendar';
  assert.equal(await refused(calendar, { meetingId }, stranger), 'meeting_not_found');
  assert.deepEqual(await ask('GET /governance/bodies', {}, stranger), { bodies: [] });
  assert.equal(
    await refused('POST /governance/bodies/:bodyId/meetings', { ...IN, bodyId }, member),
    'not_the_secretary',
  );
});

test('a meeting is held, decides with a quorum, and its minutes are approved by somebody else and then read', async () => {
  const { bodyId } = await found();
  const { meetingId, attendance } = await plan(bodyId, secretary);
  const step = (name: string): string => `POST /governance/meetings/:meetingId/${name}`;
  const wording = { en: 'We begin' };
  assert.equal(await refused(step('decisions'), { meetingId, wording }, secretary), 'meeting_not_open');
  const presentIds = attendance.slice(0, 1).map(({ holdingId }) => holdingId);
  const held = await ask<Meeting>(step('hold'), { meetingId, presentIds, guestIds: [law] }, secretary);
  assert.deepEqual([held.present, held.seatsFilled, held.hasQuorum], [1, 2, true]);
  assert.equal(await refused(step('decisions'), { meetingId, wording, votesFor: 1 }, secretary), 'votes_incomplete');
  const decided = await ask<Meeting>(step('decisions'), { meetingId, wording }, secretary);
  assert.deepEqual(
    decided.decisions.map(({ number }) => number),
    [1],
  );
  assert.equal(await refused(step('approve'), { meetingId, version: 1 }, planner), 'minutes_missing');
  const minutes = { meetingId, minutes: { en: 'All came' }, version: decided.version };
  const { version } = await ask<Meeting>(step('minutes'), minutes, secretary);
  assert.equal(await refused(step('approve'), { meetingId, version }, secretary), 'own_minutes');
  assert.equal(await refused(step('minutes'), minutes, planner), 'meeting_changed');
  await ask(step('approve'), { meetingId, version }, planner);
  const seen = (): Promise<Meeting> => ask('GET /governance/meetings/:meetingId', { meetingId }, member);
  assert.equal((await seen()).minutes, null);
  await ask(step('publish'), { meetingId }, secretary);
  assert.deepEqual((await seen()).minutes, { en: 'All came' });
});

test('without a quorum nothing is decided', async () => {
  const { bodyId } = await found();
  const { meetingId } = await plan(bodyId, secretary);
  await ask('POST /governance/meetings/:meetingId/hold', { meetingId }, secretary);
  const given = { meetingId, wording: { en: 'x' } };
  assert.equal(await refused('POST /governance/meetings/:meetingId/decisions', given, secretary), 'no_quorum');
});

test('a calendar opens by its secret address, names nobody, and not by the old address once it was renewed', async () => {
  const { bodyId } = await found();
  await plan(bodyId, secretary);
  const { feedPath } = await ask<Shown>('GET /governance/bodies/:bodyId', { bodyId }, member);
  const asked = { bodyId, key: feedPath.split('/').at(-1) };
  const path = 'GET /governance/calendar/:bodyId/:key';
  const { content } = await get<{ content: string }>(bench, path, { input: asked });
  assert.match(content, /^BEGIN:VCALENDAR\r\n/u);
  assert.match(content, /DTSTART:20260105T100000Z\r\n/u);
  assert.ok(!content.includes('Amel'));
  await ask('POST /governance/bodies/:bodyId/feed', { bodyId }, secretary);
  assert.equal(await refusalOf(bench, path, { input: asked }), 'calendar_not_found');
  assert.equal(await refusalOf(bench, path, { input: { ...asked, key: 'é' } }), 'calendar_not_found');
});

test('its owner says how a commitment goes, others do not, and what is kept stays kept', async () => {
  const { bodyId } = await found();
  const given = { bodyId, organisationId: clinic, wording: { en: 'A list' }, dueOn: '2020-05-01' };
  const path = 'POST /governance/commitments';
  assert.equal(await refused(path, given, member), 'not_the_secretary');
  const { commitmentId, isOverdue } = await ask<Commitment>(path, given, secretary);
  assert.equal(isOverdue, true);
  const word = { commitmentId, state: 'kept', story: 'Done' };
  const tell = 'POST /governance/commitments/:commitmentId/words';
  assert.equal(await refused(tell, word, stranger), 'commitment_not_found');
  const told = await ask<Commitment>(tell, word, member);
  assert.deepEqual([told.state, told.isOverdue, told.mayTell, told.words.length], ['kept', false, false, 1]);
  assert.equal(await refused(tell, { ...word, state: 'open' }, planner), 'commitment_settled');
  assert.equal((await call(bench, 'GET /governance/commitments', { actor: stranger })).ok, true);
});

test('behind the share of commitments that were kept stand those that the reader may see, and no other', async () => {
  const { bodyId } = await found();
  const given = { bodyId, organisationId: clinic, wording: { en: 'A door' }, dueOn: '2020-05-01' };
  const { commitmentId } = await ask<Commitment>('POST /governance/commitments', given, secretary);
  const records = governanceModule.measures.find(({ code }) => code === 'commitments_kept')?.records;
  const pathsFor = async (actor: Actor) =>
    (
      await inSystem(bench, async (ctx) => (await records?.listVisible({ ...ctx, actor }, [commitmentId], 10)) ?? [])
    ).map(({ path }) => path);
  assert.deepEqual(await pathsFor(member), [`/work/governance/commitments/${commitmentId}`]);
  assert.deepEqual(await pathsFor(stranger), []);
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
  const { seats } = await ask<Shown>(path, seat, planner);
  const added = seats.find(({ name }) => name.en === 'Young people');
  assert.deepEqual(added?.populations, ['children', 'young_people']);
  assert.equal(await refused(path, { ...seat, standsFor: 'sector' }, planner), 'seat_of_no_population');
  const { seatId, version } = added;
  const changed = { ...seat, seatId, version, populations: ['young_people'] };
  const after1 = await ask<Shown>(`${path}/:seatId`, changed, planner);
  assert.deepEqual(after1.seats.find((one) => one.seatId === seatId)?.populations, ['young_people']);
  assert.equal(
    await refused(`${path}/:seatId`, { ...changed, version: version + 1, standsFor: 'role' }, planner),
    'seat_of_no_population',
  );
});

const BODY = 'POST /governance/bodies/:bodyId';
const said = { kind: 'advisory', name: { en: 'Board' }, purpose: { en: 'Advice' } };
const show = (bodyId: string) => ask<Shown>('GET /governance/bodies/:bodyId', { bodyId }, planner);

test('a body is changed over the version that was read, and is no part of its own parts', async () => {
  const { bodyId } = await found();
  const part = await ask<Body>(
    'POST /governance/bodies',
    { ...said, organisationId: hub, parentBodyId: bodyId },
    planner,
  );
  const change = { bodyId, version: 1, ...said, organisationId: clinic, meetsEveryMonths: 3 };
  const { body } = await ask<Shown>(BODY, change, planner);
  assert.deepEqual(
    [body.name, body.organisationId, body.meetsEveryMonths, body.version],
    [{ en: 'Board' }, clinic, 3, 2],
  );
  assert.equal(await refused(BODY, change, planner), 'body_changed');
  assert.equal(await refused(BODY, { ...change, version: 2, parentBodyId: part.bodyId }, planner), 'body_of_itself');
  assert.equal(await refused(BODY, { ...change, version: 2, parentBodyId: bodyId }, planner), 'body_of_itself');
  assert.equal(await refused(BODY, { ...change, version: 2 }, member), 'not_allowed');
});

test('a seat is changed, and taken away only when nobody sits in it any more', async () => {
  const { bodyId, seatIds } = await found();
  const [seatId = ''] = seatIds;
  const seat = { bodyId, seatId, version: 1 };
  const changed = { ...seat, standsFor: 'population', name: { en: 'Young people' }, isRequired: false };
  const { body, seats } = await ask<Shown>(`${BODY}/seats/:seatId`, changed, planner);
  assert.equal(body.required, 1, 'a seat that need not be filled is not counted');
  assert.equal(await refused(`${BODY}/seats/:seatId`, changed, planner), 'seat_changed');
  const away = { ...seat, version: 2, closedOn: '2026-01-01', reason: 'one is enough' };
  assert.equal(
    await refused(`${BODY}/seats/:seatId/close`, { ...away, closedOn: '2099-01-01' }, planner),
    'closes_later',
  );
  assert.equal(await refused(`${BODY}/seats/:seatId/close`, away, planner), 'seat_held');
  const holdingId = seats.find((one) => one.seatId === seatId)?.holdings[0]?.holdingId;
  await ask(`${BODY}/holdings/:holdingId/end`, { bodyId, holdingId, lastDay: '2025-12-31' }, planner);
  const after1 = await ask<Shown>(`${BODY}/seats/:seatId/close`, away, planner);
  assert.deepEqual(
    after1.seats.map((one) => one.seatId as string),
    seatIds.filter((one) => one !== seatId),
  );
  assert.equal(await refused(`${BODY}/seats/:seatId/close`, away, planner), 'seat_not_found');
});

test('a body that has ended is read and changed no more, and its empty seats are not missed', async () => {
  const { bodyId, seatIds } = await found();
  const { meetingId } = await ask<Meeting>(`${BODY}/meetings`, { ...IN, bodyId, onDay: '2099-01-05' }, secretary);
  const end = { bodyId, version: 1, closedOn: '2026-01-01', reason: 'merged with another' };
  assert.equal(await refused(`${BODY}/close`, { ...end, closedOn: '2099-01-01' }, planner), 'closes_later');
  assert.equal(await refused(`${BODY}/close`, end, planner), 'meetings_ahead');
  await ask('POST /governance/meetings/:meetingId/cancel', { meetingId }, secretary);
  const { body } = await ask<Shown>(`${BODY}/close`, end, planner);
  assert.deepEqual([body.closedOn, body.closedReason], ['2026-01-01', 'merged with another']);
  assert.equal((await show(bodyId)).seats.length, 2, 'what was in it stays to be read');
  const refusals = [
    [BODY, { ...said, bodyId, version: 2, organisationId: hub }, planner],
    [`${BODY}/seats`, { bodyId, standsFor: 'role', name: { en: 'Chair' } }, planner],
    [`${BODY}/holdings`, { bodyId, seatIds, organisationId: law, ...SEATED }, planner],
    [`${BODY}/meetings`, { ...IN, bodyId }, secretary],
    [
      'POST /governance/commitments',
      { bodyId, organisationId: clinic, wording: { en: 'x' }, dueOn: '2026-02-01' },
      secretary,
    ],
    [`${BODY}/close`, { ...end, version: 2 }, planner],
  ] as const;
  for (const [path, input, actor] of refusals) assert.equal(await refused(path, input, actor), 'body_closed', path);
  const { rows } = await bench.database.pool.query({
    text: `select (select count(*)::int from governance.published_seat_coverage where body_id = $1) as missed,
      (select max(last_day)::text from governance.published_membership where body_id = $1) as until`,
    values: [bodyId],
  });
  assert.deepEqual(rows, [{ missed: 0, until: '2026-01-01' }]);
});
