import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { newId, type Actor, type Page } from '@qantara/kernel';
import { actorInRole, call, countRows, get, refusalOf } from '@qantara/identity/testing';
import { RoleTemplate } from '@qantara/identity/contract';
import type { Deadline, PublicInstitution, RegisteredInstitution } from '../contract/index.ts';
import {
  anInstitution,
  aShortcoming,
  aVisit,
  dayFromNow,
  fullyLicensed,
  licensed,
  open,
  openInstitutionsBench,
  type InstitutionsBench,
} from './testing.ts';

let bench: InstitutionsBench;
before(async () => {
  bench = await openInstitutionsBench();
});
after(() => bench.database.close());

function seen(institutionId: string): Promise<PublicInstitution> {
  return get(bench, 'GET /public/institutions/:institutionId', { input: { institutionId } });
}

type Settled = { shortcomingId: string; evidence?: string; note?: string };

function step(name: string, input: Settled, actor: Actor): Promise<string | null> {
  return refusalOf(bench, `POST /shortcomings/:shortcomingId/${name}`, { input, actor });
}

test('from application to a found shortcoming put right: what residents read follows each step', async () => {
  const id = await anInstitution(bench);
  assert.deepEqual([(await seen(id)).isLicensed, (await seen(id)).compliance], [false, 'not_compliant']);
  await fullyLicensed(bench, id);
  assert.deepEqual([(await seen(id)).isLicensed, (await seen(id)).compliance], [true, 'unknown']);
  const inspectionId = await aVisit(bench, id);
  assert.equal((await seen(id)).compliance, 'compliant');
  assert.equal((await seen(id)).lastInspectedOn, dayFromNow(0));
  const shortcomingId = await aShortcoming(bench, inspectionId, dayFromNow(30));
  assert.equal((await seen(id)).compliance, 'conditions');
  assert.equal(await step('verify', { shortcomingId }, bench.inspector), 'shortcoming_step_not_possible');
  assert.equal(await step('correct', { shortcomingId, evidence: 'The lock was taken off' }, bench.roof), null);
  assert.equal(await step('return', { shortcomingId }, bench.inspector), 'note_needed');
  assert.equal(await step('return', { shortcomingId, note: 'The second exit too' }, bench.inspector), null);
  assert.equal(await step('correct', { shortcomingId, evidence: 'Both' }, bench.roof), null);
  assert.equal(await step('verify', { shortcomingId }, bench.inspector), null);
  assert.equal((await seen(id)).compliance, 'compliant');
  const { story, shortcomings } = await open(bench, id);
  assert.deepEqual(story.map(({ what }) => what).slice(0, 5), [
    'shortcoming_verified',
    'shortcoming_corrected',
    'shortcoming_returned',
    'shortcoming_corrected',
    'shortcoming_found',
  ]);
  assert.equal(shortcomings[0]?.standing, 'verified');
});

test('residents are told nothing of what was found, by whom, or why', async () => {
  const id = await anInstitution(bench);
  await fullyLicensed(bench, id);
  await aShortcoming(bench, await aVisit(bench, id), dayFromNow(5));
  const told = JSON.stringify([
    await seen(id),
    await get(bench, 'GET /public/institutions', { input: { perPage: 100 } }),
  ]);
  for (const hidden of ['Fire exit', 'Nadia', 'shortcomings', 'team', 'reason', 'severity'])
    assert.equal(told.includes(hidden), false, hidden);
});

test('where a confidential one is leaves by no route, for no role, in no refusal', async () => {
  const place = { address: '7 Secret Lane', latitude: 36.123456, longitude: 10.654321 };
  const id = await anInstitution(bench, {
    ...place,
    areaId: bench.areas.town,
    kindCode: 'women',
    organisationId: bench.organisations.aman,
    name: { en: 'Aman House' },
    isConfidential: true,
  });
  await fullyLicensed(bench, id);
  const actors = [
    undefined,
    bench.aman,
    ...RoleTemplate.options.map((role) => actorInRole(role, bench.organisations.aman)),
  ];
  const told: string[] = [];
  for (const actor of actors)
    for (const [path, input] of [
      ['GET /public/institutions', { perPage: '100' }],
      ['GET /public/institutions/:institutionId', { institutionId: id }],
      ['GET /institutions', { perPage: '100' }],
      ['GET /institutions/deadlines', {}],
      ['GET /institutions/:institutionId', { institutionId: id }],
      ['POST /institutions/:institutionId', { ...place, institutionId: id, version: 99, name: { en: 'x' } }],
    ] as const)
      told.push(JSON.stringify(await call(bench, path, { input, ...(actor && { actor }) })));
  const all = told.join('\n');
  assert.ok(all.includes('Aman House'));
  for (const hidden of ['Secret Lane', '36.123', '10.654']) assert.equal(all.includes(hidden), false, hidden);
  const lines = all.split('\n').filter((line) => line.includes('Aman House'));
  assert.ok(lines.every((line) => !new RegExp(`Aman House[^}]*${bench.areas.town}`).test(line)));
  const byArea = { input: { areaId: bench.areas.town } };
  assert.equal((await get<Page<PublicInstitution>>(bench, 'GET /public/institutions', byArea)).total, 0);
  const asInspector = { ...byArea, actor: bench.inspector };
  assert.equal((await get<Page<RegisteredInstitution>>(bench, 'GET /institutions', asInspector)).total, 0);
  const { rows } = await bench.database.pool.query({
    text: `select count(*)::int as count from platform.event where event::text like '%Secret Lane%'`,
    values: [],
  });
  assert.equal(rows[0]?.['count'], 0, 'nor is it in any event');
});

test('a correction that leaves a hidden place blank keeps it; opening it up forgets it', async () => {
  const given = {
    organisationId: bench.organisations.aman,
    kindCode: 'women',
    name: { en: 'Second House' },
    isConfidential: true,
  };
  const id = await anInstitution(bench, { ...given, areaId: bench.areas.town, address: '9 Hidden Road' });
  const kept = async () => {
    const found = await bench.database.pool.query({
      text: 'select address, area_id from institutions.institution where institution_id = $1',
      values: [id],
    });
    return found.rows[0];
  };
  const correct = async (isConfidential: boolean) => {
    const { version } = await open(bench, id);
    const input = { ...given, institutionId: id, version, isConfidential, phone: '070 555 999' };
    await get(bench, 'POST /institutions/:institutionId', { input, actor: bench.inspector });
  };
  await correct(true);
  assert.deepEqual(await kept(), { address: '9 Hidden Road', area_id: bench.areas.town });
  await correct(false);
  assert.deepEqual(await kept(), { address: null, area_id: null });
});

test('an association reads and corrects its own institutions, and another’s does not exist for it', async () => {
  const id = await anInstitution(bench);
  const shortcomingId = await aShortcoming(bench, await aVisit(bench, id), dayFromNow(5));
  const asked = (institutionId: string) => ({ input: { institutionId }, actor: bench.aman });
  const path = 'GET /institutions/:institutionId';
  assert.deepEqual(await call(bench, path, asked(id)), await call(bench, path, asked(newId())));
  assert.equal(await step('correct', { shortcomingId, evidence: 'x' }, bench.aman), 'shortcoming_not_found');
  assert.deepEqual((await open(bench, id, bench.roof)).shortcomings[0]?.may, ['correct']);
  assert.deepEqual((await open(bench, id, bench.roof)).licenceSteps, []);
  assert.equal(await step('verify', { shortcomingId }, bench.roof), 'not_allowed');
});

test('the register is filtered by kind, by area with all that lies in it, by licence and by compliance', async () => {
  const id = await anInstitution(bench, { kindCode: 'students', areaId: bench.areas.harbour });
  const ids = async (input: object) => {
    const found = await get<Page<RegisteredInstitution>>(bench, 'GET /institutions', { input, actor: bench.inspector });
    return found.items.map(({ institutionId }) => institutionId as string);
  };
  assert.deepEqual(await ids({ kindCode: 'students' }), [id]);
  assert.deepEqual(await ids({ kindCode: 'students', areaId: bench.areas.city }), [id]);
  assert.deepEqual(await ids({ kindCode: 'students', areaId: bench.areas.town }), []);
  assert.deepEqual(await ids({ kindCode: 'students', licence: 'granted' }), []);
  assert.deepEqual(await ids({ kindCode: 'students', licence: 'none', compliance: 'not_compliant' }), [id]);
});

test('deadlines stand soonest first, overdue ones marked, each with its institution', async () => {
  const id = await anInstitution(bench);
  await fullyLicensed(bench, id);
  await aShortcoming(bench, await aVisit(bench, id, dayFromNow(-40)), dayFromNow(-10));
  const { deadlines } = await get<{ deadlines: Deadline[] }>(bench, 'GET /institutions/deadlines', {
    actor: bench.inspector,
  });
  assert.deepEqual(
    deadlines.map(({ dueOn }) => dueOn),
    deadlines.map(({ dueOn }) => dueOn).toSorted(),
  );
  const own = deadlines.filter(({ institutionId }) => institutionId === id);
  assert.deepEqual(
    own.map(({ kind, isOverdue }) => `${kind} ${isOverdue}`),
    ['shortcoming true', 'inspection_due false', 'licence_renewal false'],
  );
  assert.equal((await seen(id)).compliance, 'not_compliant');
});

test('a licence that has run out is told as none to residents', async () => {
  const id = await anInstitution(bench);
  await licensed(bench, id, { step: 'apply' });
  const paper = { number: 'L-2', issuedOn: dayFromNow(-800), validUntil: dayFromNow(-1), authority: 'The governor' };
  await licensed(bench, id, { step: 'grant', ...paper });
  const { isLicensed, licensedUntil } = await seen(id);
  assert.deepEqual({ isLicensed, licensedUntil }, { isLicensed: false, licensedUntil: null });
  assert.equal((await open(bench, id)).licence.standing, 'expired');
});

test('what is refused names the field and writes nothing', async () => {
  const id = await anInstitution(bench);
  const { version } = await open(bench, id);
  const before = await countRows(bench, 'institutions.entry');
  const licence = 'POST /institutions/:institutionId/licence';
  const asked = (input: object) => ({ input: { institutionId: id, version, ...input }, actor: bench.inspector });
  assert.equal(await refusalOf(bench, licence, asked({ step: 'grant' })), 'licence_step_not_possible');
  assert.equal(await refusalOf(bench, licence, asked({ step: 'apply', version: 9 })), 'institution_changed');
  const places = { placesOccupied: 3, occupiedOn: dayFromNow(2) };
  assert.equal(await refusalOf(bench, 'POST /institutions/:institutionId/places', asked(places)), 'date_to_come');
  const half = await call(bench, 'POST /institutions', {
    input: { organisationId: bench.organisations.roof, kindCode: 'children', name: { en: 'x' }, latitude: 36 },
    actor: bench.inspector,
  });
  assert.deepEqual(half.ok ? null : half.fields, [{ path: 'longitude', code: 'required' }]);
  const inspectionId = await aVisit(bench, id);
  const again = {
    input: { inspectionId, doneOn: dayFromNow(0), team: 'x', outcome: 'satisfactory' },
    actor: bench.inspector,
  };
  assert.equal(await refusalOf(bench, 'POST /inspections/:inspectionId/record', again), 'inspection_not_planned');
  const early = { inspectionId, requirementCode: 'food', severity: 'minor', text: 'x', dueOn: dayFromNow(-3) };
  const path = 'POST /inspections/:inspectionId/shortcomings';
  assert.equal(await refusalOf(bench, path, { input: early, actor: bench.inspector }), 'due_before_inspection');
  assert.equal(await countRows(bench, 'institutions.entry'), before + 1, 'the visit alone was written');
});
