import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { saveOrganisation } from '@qantara/organisations/server';
import type { FoundServices, MatchingService } from '../../contract/index.ts';
import { refreshSearch } from '../records/search-words-store.ts';
import { saveLocation } from '../index.ts';
import { actorWith, anOrganisation, aService, callRoute, inSystem, openTestRegion, type Region } from '../testing.ts';

let region: Region;

before(async () => {
  region = await openTestRegion();
  await inSystem(region, async (ctx) => {
    const solidarity = await anOrganisation(ctx, { en: 'Solidarity', fr: 'Solidarité', ar: 'جمعية التضامن' });
    const quiet = await anOrganisation(ctx, { en: 'Quiet House' }, false);
    const { areas } = region;
    await aService(ctx, {
      organisationId: solidarity,
      name: {
        fr: 'Épicerie solidaire',
        ar: 'البقالة التضامنية',
      },
      needCodes: ['food'],
      description: {
        fr: 'Des colis pour l’hiver',
        en: 'Parcels for the winter',
      },
      areaIds: [areas.harbour],
      phones: [{ number: '+212 5 11 11 11 11' }],
    });
    await aService(ctx, {
      organisationId: solidarity,
      name: { en: 'Rent advice' },
      needCodes: ['housing'],
      areaIds: [areas.hills],
      languages: ['ar'],
    });
    await aService(ctx, {
      organisationId: solidarity,
      name: { en: 'Old Town nursery' },
      needCodes: ['child_care'],
      areaIds: [areas.oldTown],
    });
    await aService(ctx, {
      organisationId: quiet,
      name: { en: 'Night shelter' },
      needCodes: ['housing', 'safety'],
      capacity: 'full',
      minimumAge: 18,
      phones: [{ number: '+212 5 22 22 22 22' }],
    });
    await aService(ctx, {
      organisationId: quiet,
      name: { en: 'Closed shelter' },
      needCodes: ['housing'],
      status: 'inactive',
    });
  });
});

after(() => region.database.close());

async function search(input: Record<string, string>): Promise<FoundServices> {
  const answer = await callRoute(region, 'GET /services', { input });
  assert.equal(answer.code, null);
  return answer.value as FoundServices;
}

async function namesOf(input: Record<string, string>): Promise<string[]> {
  return (await search(input)).items.map((card) => card.name.en ?? card.name.fr ?? '');
}

test('a service is found by any spelling, in any of the three languages', async () => {
  for (const words of [
    'epicerie',
    'Épiceries',
    'l’épicerie',
    'بقالة',
    'البقاله',
    'للبقالة',
    'colis',
    'parcel',
    'groceries',
    'قفة',
  ])
    assert.deepEqual(await namesOf({ words }), ['Épicerie solidaire'], words);
});

test('the last word may be half typed, and words that say nothing do not matter', async () => {
  assert.deepEqual(await namesOf({ words: 'night shel' }), ['Night shelter']);
  assert.deepEqual(await namesOf({ words: 'I need a nursery' }), ['Old Town nursery']);
});

test('a mistyped word finds what was meant, and says how it was read', async () => {
  const found = await search({ words: 'epcierie' });
  assert.equal(found.reading, 'corrected');
  assert.equal(found.correctedWords, 'épicerie');
  assert.equal(found.items.length, 1);
});

test('where no service has all the words, those that have some are shown', async () => {
  const found = await search({ words: 'nursery winter' });
  assert.equal(found.reading, 'any_word');
  assert.equal(found.total, 2);
});

test('a place finds what serves it, what serves the region around it, and what serves a part of it', async () => {
  const { areas } = region;
  assert.deepEqual((await namesOf({ areaId: areas.harbour })).toSorted(), [
    'Night shelter',
    'Old Town nursery',
    'Épicerie solidaire',
  ]);
  assert.deepEqual((await namesOf({ areaId: areas.hills })).toSorted(), ['Night shelter', 'Rent advice']);
  assert.deepEqual((await namesOf({ areaId: areas.oldTown, needCode: 'food' })).toSorted(), ['Épicerie solidaire']);
});

test('only active services are found', async () => {
  assert.deepEqual((await namesOf({ needCode: 'housing' })).toSorted(), ['Night shelter', 'Rent advice']);
});

test('nothing found is no dead end: it says what to ask instead and whom to call', async () => {
  const found = await search({ words: 'nursery', needCode: 'food', areaId: region.areas.hills });
  assert.equal(found.total, 0);
  assert.deepEqual(found.wider, [
    { without: ['words', 'areaId'], total: 1 },
    { without: ['needCode', 'areaId'], total: 1 },
    { without: ['words', 'needCode'], total: 2 },
  ]);
  assert.deepEqual(
    found.callNow.map((card) => card.phone),
    ['+212 5 22 22 22 22'],
  );
});

test('a confidential place leaves as nothing but its being one', async () => {
  const serviceId = await inSystem(region, async (ctx) => {
    const organisationId = await anOrganisation(ctx, { en: 'Refuge' });
    const locationId = await saveLocation(ctx, {
      organisationId,
      name: { en: 'Hidden villa' },
      address: '12 Secret Street',
      areaId: region.areas.hills,
      latitude: 1,
      longitude: 2,
      isConfidential: true,
      description: { en: 'behind the mill' },
      phones: [{ number: '+212 800' }],
    });
    return aService(ctx, {
      organisationId,
      name: { en: 'Womens refuge' },
      needCodes: ['safety'],
      locationIds: [locationId],
    });
  });
  const { value } = await callRoute(region, 'GET /services/:serviceId', { input: { serviceId } });
  const text = JSON.stringify(value) + JSON.stringify(await search({ words: 'refuge' }));
  for (const secret of ['Hidden', 'Secret', 'mill', region.areas.hills]) assert.ok(!text.includes(secret), secret);
  assert.ok(text.includes('+212 800'));
  assert.notEqual((await search({ words: '12 Secret Street' })).reading, 'all_words');
});

test('matching services say why, those that answer referrals first, and none is hidden', async () => {
  const navigator = actorWith('referral:send');
  const asked = { needCode: 'housing', areaId: region.areas.harbour, language: 'ar', age: '17' };
  const { value } = await callRoute(region, 'GET /services/matching', { input: asked, actor: navigator });
  const items = (value as { items: MatchingService[] }).items;
  assert.deepEqual(
    items.map(({ service }) => service.name.en),
    ['Rent advice', 'Night shelter'],
  );
  const fitsOf = (index: number) =>
    Object.fromEntries((items[index]?.reasons ?? []).map(({ criterion, fit }) => [criterion, fit]));
  assert.deepEqual(fitsOf(0), {
    referrals: 'fits',
    need: 'fits',
    area: 'does_not_fit',
    language: 'fits',
    age: 'fits',
    capacity: 'unknown',
    distance: 'unknown',
    open: 'unknown',
  });
  assert.deepEqual(fitsOf(1), {
    referrals: 'does_not_fit',
    need: 'fits',
    area: 'fits',
    language: 'unknown',
    age: 'does_not_fit',
    capacity: 'does_not_fit',
    distance: 'unknown',
    open: 'unknown',
  });
  assert.deepEqual(
    items.map(({ isFurther }) => isFurther),
    [true, true],
  );
  assert.equal(
    (await callRoute(region, 'GET /services/matching', { input: { needCode: 'none' }, actor: navigator })).code,
    'need_not_found',
  );
  assert.equal(
    (await callRoute(region, 'GET /services/matching', { input: { needCode: 'food' } })).code,
    'not_signed_in',
  );
});

test('a renamed organisation is found by its new name', async () => {
  const organisation = {
    name: { en: 'Firstname' },
    description: null,
    sector: 'association' as const,
    email: null,
    phone: null,
    website: null,
    areaId: null,
    receivesReferrals: true,
    source: 'test',
    sourceId: '1',
  };
  await inSystem(region, async (ctx) => aService(ctx, { organisationId: await saveOrganisation(ctx, organisation) }));
  await inSystem(region, async (ctx) => {
    const organisationId = await saveOrganisation(ctx, { ...organisation, name: { en: 'Lighthouse' } });
    await refreshSearch(ctx, { organisationId });
  });
  assert.equal((await search({ words: 'lighthouse' })).total, 1);
  assert.equal((await search({ words: 'lighthous' })).reading, 'all_words');
});
