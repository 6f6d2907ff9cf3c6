import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findService, saveService, stateRecords } from '@qantara/directory/server';
import { callRoute, curator, inSystem, openDesk, type Desk } from '../testing.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk();
});
after(() => desk.database.close());

type Answer = { value: Record<string, unknown> | null; code: string | null };
const as = async (path: string, input: unknown) => (await callRoute(desk, path, { input, actor: curator })) as Answer;
type Found = { items: { serviceId: string; name: { ar?: string } }[] };
const search = async (asked: Record<string, unknown>) =>
  (await callRoute(desk, 'GET /services', { input: asked })).value as Found;
const service = (serviceId = desk.serviceId) => inSystem(desk, (ctx) => findService(ctx, serviceId));
const HOURS = '/curation/services/:serviceId/hours';

type Rows = {
  rows: Record<string, unknown>[];
  others: { scheduleId: string }[];
  version: string;
};
const hours = async (serviceId = desk.serviceId) => (await as(`GET ${HOURS}`, { serviceId })).value as unknown as Rows;

const EVERY_DAY = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const ALWAYS = { days: EVERY_DAY, opensAt: '00:00', closesAt: '00:00' };

async function isOpenNow(serviceId = desk.serviceId): Promise<boolean> {
  const found = await search({ words: '', openAt: 'now', page: 1, perPage: 50 });
  return found.items.some((item) => item.serviceId === serviceId);
}

test('hours that a librarian writes are found by “open now”, are in the history, and are undone by it', async () => {
  assert.equal(await isOpenNow(), false);
  assert.equal((await as(`POST ${HOURS}`, { serviceId: desk.serviceId, rows: [ALWAYS, {}] })).code, null);
  assert.equal(await isOpenNow(), true);
  assert.equal((await service())?.hours.length, 7);
  const listed = await as('GET /curation/services/:serviceId/history', { serviceId: desk.serviceId });
  const lines = (listed.value ?? {})['items'] as { object: string; field: string; at: string; by: string }[];
  const line = lines.find(({ object, field }) => object === 'schedule' && field === 'opens_at') ?? assert.fail();
  assert.equal(line.by, 'here');
  const undo = { serviceId: desk.serviceId, at: line.at };
  assert.equal((await as('POST /curation/services/:serviceId/undo', undo)).code, null);
  assert.deepEqual((await service())?.hours, []);
  assert.equal(await isOpenNow(), false);
  assert.equal((await as('POST /curation/services/:serviceId/undo', undo)).code, 'changed_since');
});

test('two librarians do not write over one another, and bad rows are named by field', async () => {
  const { version } = await hours();
  const rows = [{ days: ['MO'], opensAt: '9', closesAt: '12h30', note: { fr: 'Sur rendez-vous' } }];
  assert.equal((await as(`POST ${HOURS}`, { serviceId: desk.serviceId, rows, version })).code, null);
  assert.equal((await as(`POST ${HOURS}`, { serviceId: desk.serviceId, rows, version })).code, 'changed_meanwhile');
  const kept = (await hours()).rows[0] ?? assert.fail();
  assert.deepEqual([kept['opensAt'], kept['closesAt']], ['09:00', '12:30']);
  const wrong = await callRoute(desk, `POST ${HOURS}`, {
    input: { serviceId: desk.serviceId, rows: [{ days: [], opensAt: '9', closesAt: '10' }] },
    actor: curator,
  });
  assert.equal(wrong.code, 'invalid_input');
  const unread = await as(`POST ${HOURS}`, { serviceId: desk.serviceId, rows: [{ days: ['MO'], opensAt: 'noon' }] });
  assert.equal(unread.code, 'invalid_input');
  assert.deepEqual((await hours()).rows, [kept]);
});

test('what a source says in a way that the form has no fields for is kept untouched, and can be removed', async () => {
  const id = desk.othersServiceId;
  const odd = {
    id: '0199bbbb-0000-7000-8000-000000000001',
    service_id: id,
    freq: 'MONTHLY',
    byday: '2TU',
    opens_at: '10:00',
    closes_at: '12:00',
    attending_type: 'in_person',
  };
  const weekly = { ...odd, id: '0199bbbb-0000-7000-8000-000000000002', freq: 'WEEKLY', byday: 'WE' };
  await inSystem(desk, (ctx) =>
    stateRecords(ctx, 'there', [
      {
        object: 'service',
        sourceRecordId: 'odd',
        recordId: id,
        isEdit: false,
        content: { fields: {}, parts: { schedule: [odd, weekly] } },
      },
    ]),
  );
  const before = await hours(id);
  assert.deepEqual(
    before.others.map(({ scheduleId }) => scheduleId),
    [odd.id],
  );
  const [row] = before.rows;
  await as(`POST ${HOURS}`, { serviceId: id, rows: [{ ...row, closesAt: '13:00' }], version: before.version });
  const shown = (await service(id))?.hours ?? [];
  assert.deepEqual(
    shown.map(({ weekday, nth, closesAt }) => [weekday, nth, closesAt]),
    [
      [2, 2, '12:00'],
      [3, null, '13:00'],
    ],
  );
  const after = await hours(id);
  await as(`POST ${HOURS}`, { serviceId: id, rows: after.rows, removedIds: [odd.id], version: after.version });
  assert.deepEqual(
    (await service(id))?.hours.map(({ weekday }) => weekday),
    [3],
  );
  await as(`POST ${HOURS}`, { serviceId: id, rows: [], removedIds: [] });
  assert.deepEqual((await service(id))?.hours, [], 'none, whatever the source says');
});

test('a closure is kept with its reason, and closes', async () => {
  const id = await inSystem(desk, (ctx) =>
    saveService(ctx, { organisationId: desk.organisationId, name: { en: 'Night shelter' }, needCodes: [] }),
  );
  const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const closed = { isClosed: true, validFrom: day, note: { fr: 'Travaux' } };
  await as(`POST ${HOURS}`, { serviceId: id, rows: [ALWAYS, closed] });
  assert.equal(await isOpenNow(id), false);
  const said = (await service(id))?.hours.find(({ isClosed }) => isClosed);
  assert.deepEqual([said?.validFrom, said?.description], [day, { fr: 'Travaux' }]);
});

test('nobody but who curates reads or writes them', async () => {
  assert.equal((await callRoute(desk, `GET ${HOURS}`, { input: { serviceId: desk.serviceId } })).code, 'not_signed_in');
  const stranger = { ...curator, permissions: new Set<string>() };
  const asked = { input: { serviceId: desk.serviceId, rows: [] }, actor: stranger };
  assert.equal((await callRoute(desk, `POST ${HOURS}`, asked)).code, 'not_allowed');
});
