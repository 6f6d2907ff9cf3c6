import { withoutStamps } from '@qantara/platform';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findService, listHistory, loadRecords } from '@qantara/directory/server';
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
const PLACES = '/curation/services/:serviceId/places';
const PLACE = '/curation/locations/:locationId';
const SECRET = 'zqxsecret';

const add = async (details: Record<string, unknown>) => {
  const answer = await as(`POST ${PLACES}`, { serviceId: desk.serviceId, ...details });
  assert.equal(answer.code, null);
  return String(answer.value?.['locationId']);
};
const record = async (id: string) =>
  (await inSystem(desk, (ctx) => loadRecords(ctx, 'location', [id]))).get(id) ?? assert.fail();

test('a place is added with its address and point, changed, linked to another service, unlinked and ended', async () => {
  const locationId = await add({
    name: { fr: 'La maison', ar: 'البيت' },
    addressLines: { fr: '12 rue du Port\nBâtiment B' },
    city: { fr: 'Bizerte' },
    postalCode: '7000',
    country: 'tn',
    latitude: 37.27,
    longitude: '9.87',
    areaId: desk.areas.harbour,
    accessibility: { fr: 'De plain-pied' },
    phone: '+216 70 555 010',
  });
  const shown = async () => (await service())?.places.find((one) => one.locationId === locationId) ?? assert.fail();
  const place = await shown();
  assert.deepEqual(place.address, { fr: '12 rue du Port, Bâtiment B, Bizerte, 7000' });
  assert.deepEqual([place.latitude, place.longitude, place.areaId], [37.27, 9.87, desk.areas.harbour]);
  const read = (await as(`GET ${PLACE}`, { locationId })).value ?? {};
  assert.deepEqual(read['addressLines'], { fr: '12 rue du Port\nBâtiment B' });
  await as(`POST ${PLACE}`, { ...read, serviceId: undefined, city: null, accessibility: null, phone: null });
  const changed = await shown();
  assert.deepEqual(
    [changed.address, changed.accessibility, changed.phones],
    [{ fr: '12 rue du Port, Bâtiment B, 7000' }, null, []],
  );
});

test('a place of the organisation is linked, taken away and ended, and no place of another', async () => {
  const locationId = await add({ name: { fr: 'Annexe' } });
  const others = await as(`POST ${PLACES}/link`, { serviceId: desk.othersServiceId, locationId });
  assert.equal(others.code, 'location_not_found', 'a place of another organisation');
  assert.equal((await as(`POST ${PLACE}/end`, { locationId })).code, 'location_in_use');
  assert.equal((await as(`POST ${PLACES}/unlink`, { serviceId: desk.serviceId, locationId })).code, null);
  const isThere = async () => ((await service())?.places ?? []).some((one) => one.locationId === locationId);
  assert.equal(await isThere(), false);
  const offered = async () =>
    ((await as(`GET ${PLACES}`, { serviceId: desk.serviceId })).value ?? {})['others'] as { locationId: string }[];
  assert.deepEqual(
    (await offered()).map((one) => one.locationId),
    [locationId],
  );
  assert.equal((await as(`POST ${PLACES}/link`, { serviceId: desk.serviceId, locationId })).code, null);
  assert.equal(await isThere(), true);
  await as(`POST ${PLACES}/unlink`, { serviceId: desk.serviceId, locationId });
  assert.equal((await as(`POST ${PLACE}/end`, { locationId })).code, null);
  assert.deepEqual(await offered(), []);
});

test('a point that is half or nowhere on the earth is refused at its field', async () => {
  const bad = async (details: Record<string, unknown>) =>
    (await as(`POST ${PLACES}`, { serviceId: desk.serviceId, name: { en: 'x' }, ...details })).code;
  assert.equal(await bad({ latitude: 91, longitude: 9 }), 'invalid_input');
  assert.equal(await bad({ latitude: 37 }), 'invalid_input');
  assert.equal(await bad({ latitude: Number.NaN, longitude: 9 }), 'invalid_input');
  assert.equal(await bad({ country: 'Tunisie' }), 'invalid_input');
  assert.equal(await bad({ areaId: desk.serviceId }), 'area_not_found');
});

/** Whatever anyone or a librarian can read of it. */
async function everythingTold(locationId: string): Promise<string> {
  const asked = [
    await as(`GET ${PLACES}`, { serviceId: desk.serviceId }),
    await as(`GET ${PLACE}`, { locationId }),
    await as('GET /curation/services/:serviceId/hours', { serviceId: desk.serviceId }),
    await as('GET /curation/services/:serviceId/history', { serviceId: desk.serviceId, perPage: 100 }),
    await as('GET /services/:serviceId', { serviceId: desk.serviceId }),
    await as('GET /services', { words: SECRET }),
    await inSystem(desk, (ctx) => listHistory(ctx, { recordId: locationId, page: 1, perPage: 100 })),
    await search({ words: '', page: 1, perPage: 50 }),
  ];
  return withoutStamps(JSON.stringify(asked)).replaceAll(`"words":"${SECRET}"`, '');
}

const text = { ar: `${SECRET} ar`, fr: `${SECRET} fr`, en: `${SECRET} en` };
const HIDDEN = {
  name: text,
  addressLines: text,
  city: text,
  postalCode: '98765',
  latitude: 36.765432,
  longitude: 10.123456,
  accessibility: text,
};
const tells = (told: string) => [SECRET, '98765', '36.765', '10.123', '03:17'].filter((part) => told.includes(part));

test('once it is marked, a place is only written: no answer and no history tells what stands, or stood, or its hours', async () => {
  const locationId = await add({ name: text, addressLines: text });
  const at = { days: ['MO'], opensAt: '03:17', closesAt: '05:00' };
  const HOURS = 'POST /curation/services/:serviceId/hours';
  await as(HOURS, { serviceId: desk.serviceId, rows: [{ ...at, locationId }] });
  await as(`POST ${PLACE}`, { locationId, ...HIDDEN, phone: '+216 70 555 020' });
  assert.notDeepEqual(tells(await everythingTold(locationId)), [], 'while it is open it is told');
  await as(`POST ${PLACE}`, { locationId, ...HIDDEN, isConfidential: true, phone: '+216 70 555 020' });
  assert.deepEqual(tells(await everythingTold(locationId)), []);

  const hiddenHours = 'POST /curation/services/:serviceId/hidden-hours';
  await as(hiddenHours, { serviceId: desk.serviceId, locationId, rows: [{ ...at, days: ['TU'] }] });
  await as(`POST ${PLACE}`, {
    locationId,
    city: { fr: `${SECRET} ailleurs` },
    phone: '+216 70 555 021',
    isConfidential: false,
  });
  assert.deepEqual(tells(await everythingTold(locationId)), []);
  const kept = await record(locationId);
  assert.deepEqual(kept.fields.name, text, 'what was left blank stays');
  assert.deepEqual(kept.parts.address?.[0]?.city, { ...text, fr: `${SECRET} ailleurs` });
  assert.equal(kept.fields.is_confidential, true, 'it does not open by an edit');
  assert.deepEqual(
    (await service())?.places.find((one) => one.locationId === locationId)?.phones.map(({ number }) => number),
    ['+216 70 555 021'],
  );
  await as(HOURS, { serviceId: desk.serviceId, rows: [] });
  await as(`POST ${PLACE}`, { locationId, emptied: ['name', 'latitude'], phone: '+216 70 555 021' });
  const emptied = await record(locationId);
  assert.deepEqual(
    [emptied.fields.name, emptied.fields.latitude, emptied.fields.longitude],
    [undefined, undefined, undefined],
  );
  assert.equal(emptied.parts.address?.[0]?.postal_code, '98765');
  assert.equal(
    (await as(hiddenHours, { serviceId: desk.serviceId, locationId, rows: [{ days: ['MO'] }] })).code,
    'invalid_input',
  );
});

test('an open place takes the stead of a confidential one only when that is meant, and takes over nothing', async () => {
  const locationId = await add({ ...HIDDEN, isConfidential: true });
  await as('POST /curation/services/:serviceId/hidden-hours', {
    serviceId: desk.serviceId,
    locationId,
    rows: [{ days: ['MO'], opensAt: '03:17', closesAt: '05:00' }],
  });
  const anew = { locationId, name: { fr: 'Accueil de jour' }, addressLines: { fr: '3 place de la Mairie' } };
  assert.equal((await as(`POST ${PLACE}/open`, anew)).code, 'not_meant');
  assert.deepEqual(tells(await everythingTold(locationId)), []);
  const opened = await as(`POST ${PLACE}/open`, { ...anew, isMeant: true });
  const openId = String(opened.value?.['locationId']);
  assert.deepEqual(tells(await everythingTold(openId)), []);
  assert.deepEqual(tells(await everythingTold(locationId)), []);
  const places = (await service())?.places ?? [];
  assert.deepEqual(places.find((one) => one.locationId === openId)?.name, { fr: 'Accueil de jour' });
  assert.ok(!places.some((one) => one.locationId === locationId));
  assert.equal(
    (await as(`POST ${PLACE}/open`, { ...anew, locationId: openId, isMeant: true })).code,
    'not_confidential',
  );
});
