import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { needTermId, NEED_TAXONOMY_ID } from '../need-taxonomy.ts';
import { idOf } from './testing/said.ts';
import { PLAIN_SERVICES, plainService } from './testing/small-world.ts';
import { openWireRegion, type Json, type WireRegion } from './testing/wire-region.ts';

let region: WireRegion;
before(async () => {
  region = await openWireRegion();
});
after(() => region.database.close());

type Plain = ReturnType<typeof plainService>;
type Filter = { query: Record<string, string>; holds: (service: Plain) => boolean };

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const WORLD = Array.from({ length: PLAIN_SERVICES }, (_, number) => plainService(number));

function metresNorth(one: number, other: number): number {
  return (Math.abs(one - other) * Math.PI * 6_371_008.8) / 180;
}

/** Each filter of the lists, with what it means said over the data itself. */
const FILTERS: fc.Arbitrary<Filter>[] = [
  fc.constantFrom('astronomy', 'pottery', 'lesson', 'evening').map((word) => ({
    query: { search: word },
    holds: (service) => service.words.split(' ').includes(word),
  })),
  fc.nat(2).map((number) => ({
    query: { organization_id: idOf('organization', String(number)) },
    holds: (service) => service.organization === idOf('organization', String(number)),
  })),
  fc.nat(1).map((number) => ({
    query: { taxonomy_term_id: idOf('term', String(number)) },
    holds: (service) => service.terms.includes(idOf('term', String(number))),
  })),
  fc.constant({
    query: { taxonomy_term_id: needTermId('food') },
    holds: (service: Plain) => service.needs.includes('food'),
  }),
  fc.constant({ query: { taxonomy_id: idOf('taxonomy') }, holds: (service: Plain) => service.terms.length > 0 }),
  fc.constant({ query: { taxonomy_id: NEED_TAXONOMY_ID }, holds: (service: Plain) => service.needs.length > 0 }),
  fc.integer({ min: 0, max: 60 }).map((age) => ({
    query: { minimum_age: String(age) },
    holds: (service) => service.minimumAge !== null && service.minimumAge >= age,
  })),
  fc.integer({ min: 20, max: 80 }).map((age) => ({
    query: { maximum_age: String(age) },
    holds: (service) => service.maximumAge !== null && service.maximumAge <= age,
  })),
  fc.nat(6).map((day) => ({
    query: { day: DAYS[day] ?? '' },
    holds: (service) => service.weekday === day,
  })),
  fc.integer({ min: 8, max: 12 }).map((hour) => ({
    query: { start_time: `${String(hour).padStart(2, '0')}:00` },
    holds: (service) => service.opens >= `${String(hour).padStart(2, '0')}:00`,
  })),
  fc.integer({ min: 15, max: 19 }).map((hour) => ({
    query: { end_time: `${hour}:00` },
    holds: (service) => service.closes <= `${hour}:00`,
  })),
  fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 500, max: 30_000 })).map(([step, radius]) => ({
    query: { lat: String(36 + step / 100), lon: '10', radius: String(radius) },
    holds: (service) => metresNorth(service.latitude, 36 + step / 100) <= radius,
  })),
];

const some = fc
  .array(fc.nat(FILTERS.length - 1), { minLength: 1, maxLength: 3 })
  .chain((chosen) => fc.tuple(...[...new Set(chosen)].map((index) => FILTERS[index] as fc.Arbitrary<Filter>)))
  .filter(
    (filters) =>
      new Set(filters.flatMap(({ query }) => Object.keys(query))).size ===
      filters.flatMap(({ query }) => Object.keys(query)).length,
  );

/** Of the sixty: the one that is given in hiding is held against nothing here. */
const ownIds = (items: Json[], field: string): string[] =>
  items
    .map((item) => String(item[field]))
    .filter((id) => id !== idOf('service', 'shelter'))
    .toSorted();

test('what a list finds is what holds over the data, one filter or several', async () => {
  await fc.assert(
    fc.asyncProperty(some, async (filters) => {
      const query = new URLSearchParams(
        Object.assign({}, ...filters.map((filter) => filter.query)) as Record<string, string>,
      );
      const expected = WORLD.filter((service) => filters.every(({ holds }) => holds(service)))
        .map(({ id }) => id)
        .toSorted();
      assert.deepEqual(
        ownIds(await region.askLines(`/hsds/services?minimal=true&${query.toString()}`), 'id'),
        expected,
      );
      const places = await region.askLines(`/hsds/service_at_locations?${query.toString()}`);
      assert.deepEqual(ownIds(places, 'service_id'), expected);
    }),
    { numRuns: 60 },
  );
});

test('organisations are found by what they do', async () => {
  const own = (taxonomy: string) =>
    [0, 1, 2].filter((number) =>
      WORLD.some((it) => it.organization === idOf('organization', String(number)) && it.terms.includes(taxonomy)),
    );
  for (const term of ['0', '1']) {
    const found = await region.askLines(`/hsds/organizations?taxonomy_term_id=${idOf('term', term)}`);
    assert.deepEqual(
      found.map(({ id }) => String(id)).toSorted(),
      own(idOf('term', term))
        .map((number) => idOf('organization', String(number)))
        .toSorted(),
    );
  }
  assert.equal((await region.askJson('/hsds/organizations?search=organisation 2')).total_items, 1);
});

test('a postcode finds what serves there, and with proximity what is near its middle', async () => {
  const places = await region.askLines('/hsds/service_at_locations?postcode=1002&proximity=5000');
  const there = WORLD.filter(({ postcode }) => postcode === '1002');
  const middle = there.reduce((sum, { latitude }) => sum + latitude, 0) / there.length;
  // A service that names areas of its own serves those; one that names none serves the whole region.
  const expected = WORLD.filter(
    (it) => metresNorth(it.latitude, middle) <= 5000 && (it.postcode === '1002' || it.number % 2 === 1),
  );
  assert.deepEqual(ownIds(places, 'service_id'), expected.map(({ id }) => id).toSorted());
  const distances = places.map((place) => {
    const { latitude } = place['location'] as { latitude: number };
    return metresNorth(latitude, middle);
  });
  assert.deepEqual(
    distances,
    distances.toSorted((one, other) => one - other),
  );
  assert.equal((await region.askJson('/hsds/service_at_locations?postcode=7777')).total_items, 0);
});

test('the nearest come first, with their distance where our profile is asked for', async () => {
  const { contents } = await region.askJson('/hsds/service_at_locations?lat=36.2&lon=10&profile=qantara&per_page=10');
  const told = contents.map((place) => Number(place['distance']));
  assert.deepEqual(
    told,
    told.toSorted((one, other) => one - other),
  );
  assert.equal(contents[0]?.['service_id'], plainService(20).id);
  assert.equal(told[0], 0);
});

test('terms are found below their parent and at the top', async () => {
  const ids = async (query: string) => (await region.askLines(`/hsds/taxonomy_terms?${query}`)).map(({ id }) => id);
  const taxonomy = `taxonomy_id=${idOf('taxonomy')}`;
  assert.deepEqual(await ids(`${taxonomy}&top_only=true`), [idOf('term', '0')]);
  assert.deepEqual(await ids(`${taxonomy}&parent_id=${idOf('term', '0')}`), [idOf('term', '1')]);
  assert.deepEqual(await ids('search=below'), [idOf('term', '1')]);
  const own = await region.askLines(`/hsds/taxonomy_terms?taxonomy_id=${NEED_TAXONOMY_ID}`);
  assert.ok(own.some(({ code }) => code === 'food'));
});

test('what changed after a moment is what is listed, down to the moment itself', async () => {
  const { contents } = await region.askJson('/hsds/services?minimal=true');
  const moments = contents.map((one) => String(one['last_modified'])).toSorted();
  const [first = '', last = ''] = [moments[0], moments.at(-1)];
  const count = async (after: string) =>
    (await region.askJson(`/hsds/services?modified_after=${encodeURIComponent(after)}`)).total_items;
  assert.equal(await count(first), contents.length);
  assert.equal(await count(last), moments.filter((moment) => moment >= last).length);
  assert.equal(await count(new Date(Date.parse(last) + 1).toISOString()), 0);
});
