import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Actor } from '@qantara/kernel';
import { withoutStamps } from '@qantara/platform';
import { actorAs, ROLES } from './matrix/actors.ts';
import { addHiddenHouse, SECRET, SECRET_PLACE, SECRET_POSTCODE } from './matrix/hidden-house.ts';
import { inputsFor } from './matrix/inputs.ts';
import { smallRegion, type SmallRegion } from './matrix/region.ts';

let region: SmallRegion;
let serviceId = '';

before(async () => {
  region = await smallRegion();
  await region.executor.asSystem(async (ctx) => {
    serviceId = await addHiddenHouse(ctx, region.ours.partnerId);
  });
});

after(() => region.close());

async function answer(actor: Actor, path: string, input: unknown): Promise<string> {
  const caller = { actor, locale: 'en' as const, origin: 'matrix', setSession: () => undefined };
  return JSON.stringify(await region.executor.call(path, input, { caller }));
}

/** Nothing of it, in any spelling, and not its coordinates to whatever precision a map would do with. */
function tells(told: string): boolean {
  const { latitude, longitude } = SECRET_PLACE;
  const coarse = [latitude.toFixed(3), longitude.toFixed(3)];
  const text = withoutStamps(told).toLowerCase();
  return [SECRET, SECRET_POSTCODE, ...coarse].some((part) => text.includes(part));
}

test('whoever asks whatever, no answer tells where a confidential place is', async () => {
  const inputs = inputsFor(region, { ...region.ours, serviceId });
  for (const role of ROLES) {
    const actor = actorAs(role, { ...region.ours, organisationId: region.ours.partnerId });
    for (const { route } of region.executor.routes) {
      const told = await answer(actor, route.path, inputs[route.path]);
      assert.ok(!tells(told), `${role} ${route.path}: ${told.slice(0, 400)}`);
    }
  }
});

test('whoever keeps the directory by hand changes the house and its hours, and is never told where it is', async () => {
  const librarian = actorAs('librarian', region.ours);
  const placesOf = async () => answer(librarian, 'GET /curation/services/:serviceId/places', { serviceId });
  const { value } = JSON.parse(await placesOf()) as { value: { places: { locationId: string }[] } };
  const locationId = value.places[0]?.locationId ?? assert.fail();
  const rows = [{ days: ['MO'], opensAt: '03:17', closesAt: '04:18', note: { en: SECRET } }];
  const asked: [string, unknown][] = [
    ['GET /curation/locations/:locationId', { locationId }],
    ['POST /curation/locations/:locationId', { locationId, name: { en: SECRET }, latitude: 36.765_432 }],
    ['POST /curation/services/:serviceId/hidden-hours', { serviceId, locationId, rows }],
    ['POST /curation/services/:serviceId/hours', { serviceId, rows: [{ ...rows[0], locationId }] }],
    ['GET /curation/services/:serviceId/hours', { serviceId }],
    ['GET /curation/services/:serviceId/history', { serviceId, perPage: 100 }],
    ['POST /curation/locations/:locationId/open', { locationId, name: { en: 'x' } }],
    ['POST /curation/locations/:locationId/end', { locationId }],
    ['GET /services/:serviceId', { serviceId }],
  ];
  for (const [path, input] of asked) {
    const told = await answer(librarian, path, input);
    assert.ok(!tells(told) && !withoutStamps(told).includes('03:17'), `${path}: ${told.slice(0, 400)}`);
  }
  assert.ok(!tells(await placesOf()));
});

test('a search for what is hidden finds nothing by it, and is answered as a search for nonsense is', async () => {
  const anyone = actorAs('anyone', region.ours);
  const plain = async (input: unknown) => answer(anyone, 'GET /services', input);
  const nonsense = await plain({ words: 'zqxnonsense' });
  const hidden = await plain({ words: SECRET });
  assert.equal(hidden.replaceAll(SECRET, ''), nonsense.replaceAll('zqxnonsense', ''));
  for (const input of [{ words: SECRET_POSTCODE }, { postcode: SECRET_POSTCODE }, { words: `${SECRET} en` }]) {
    const told = await plain(input);
    assert.ok(!told.includes('Shelter'), told.slice(0, 400));
  }
});

test('the one thing that is told of the place is that it is confidential', async () => {
  const told = await answer(actorAs('anyone', region.ours), 'GET /services/:serviceId', { serviceId });
  const { value } = JSON.parse(told) as { value: { places: Record<string, unknown>[] } };
  const [place = {}] = value.places;
  const said = Object.entries(place).filter(([, one]) => one !== null && !(Array.isArray(one) && one.length === 0));
  assert.deepEqual(
    said.map(([field]) => field).toSorted((one, other) => (one < other ? -1 : 1)),
    ['isConfidential', 'locationId'],
  );
});
