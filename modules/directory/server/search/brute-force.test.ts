import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { around, within } from '@qantara/territory/domain';
import { withTables } from '@qantara/platform';
import { listAreas } from '@qantara/territory/server';
import fc from 'fast-check';
import { ServiceSearch, type FoundServices } from '../../contract/index.ts';
import { findServices, listNeeds } from '../index.ts';
import { anOrganisation, inSystem, openTestRegion, type Region } from '../testing.ts';
import type { DirectoryTables } from '../tables.gen.ts';
import { readSearch, type Asked } from './asked-search.ts';
import { pageStatement } from './search-view.ts';
import { searchByHand } from './testing/brute-force.ts';
import {
  aDirectory,
  aPoint,
  aSearch,
  ORGANISATION,
  type Ground,
  type Input,
  type MadeDirectory,
  type MadePlace,
} from './testing/made-directory.ts';
import { replaceDirectory } from './testing/replace-directory.ts';

let region: Region;
let ground: Ground;
let current: MadeDirectory | null = null;

// A Monday morning of the region.
const NOW = new Date('2026-03-02T09:30:00Z');

before(async () => {
  region = await openTestRegion();
  ground = await inSystem(region, async (ctx) => {
    const areas = await listAreas(ctx);
    const reaching = (areaId: string) => [
      ...around(areas, areaId).map((area) => area.areaId as string),
      ...within(areas, areaId),
    ];
    return {
      needs: await listNeeds(ctx),
      organisationId: await anOrganisation(ctx, ORGANISATION),
      areaIds: areas.map(({ areaId }) => areaId as string),
      serving: new Map(areas.map(({ areaId }) => [areaId as string, reaching(areaId)])),
    };
  });
});
after(() => region.database.close());

async function put(made: MadeDirectory): Promise<void> {
  await inSystem(region, (ctx) => replaceDirectory(ctx, made, { before: current, needs: ground.needs }));
  current = made;
}

async function search(input: Input): Promise<FoundServices> {
  const asked = ServiceSearch.parse({ ...input, counts: 'true' });
  return inSystem(region, async (ctx) => (await findServices({ ...ctx, now: NOW } as never, asked)) as FoundServices);
}

function idsOf(services: { serviceId: string }[]): string[] {
  return services.slice(0, 20).map(({ serviceId }) => serviceId);
}

function checkCounts(made: MadeDirectory, input: Input, found: FoundServices): void {
  const countOf = (changed: Input) =>
    searchByHand(made, { ...input, ...changed }, { ground, now: NOW, isStrict: true }).length;
  const counts = found.counts ?? { needs: [], areas: [], languages: [] };
  for (const { needCode } of ground.needs.slice(0, 3)) {
    const told = counts.needs.find((one) => one.needCode === needCode)?.total ?? 0;
    assert.equal(told, countOf({ needCode }), `${needCode} in ${JSON.stringify(input)}`);
  }
  for (const { areaId, total } of counts.areas)
    assert.equal(total, countOf({ areaId }), `area in ${JSON.stringify(input)}`);
  for (const language of ['ar', 'fr', 'ber']) {
    const told = counts.languages.find((one) => one.language === language)?.total ?? 0;
    assert.equal(told, countOf({ language }), `${language} in ${JSON.stringify(input)}`);
  }
}

async function checkSearch(made: MadeDirectory, input: Input): Promise<void> {
  const found = await search(input);
  // Words that nothing has are read as other ones: the spelling has tests of its own.
  if (found.correctedWords !== null) return;
  const expected = searchByHand(made, input, { ground, now: NOW });
  assert.equal(found.total, expected.length, JSON.stringify(input));
  assert.deepEqual(idsOf(found.items), idsOf(expected), JSON.stringify(input));
  if (found.reading === 'all_words' && expected.length > 0) checkCounts(made, input, found);
}

test('every search finds what its filters mean, in the order of the rule, and counts what each choice would find', async () => {
  const property = fc.asyncProperty(
    aDirectory(ground),
    fc.array(aSearch(ground), { minLength: 16, maxLength: 16 }),
    async (made, inputs) => {
      await put(made);
      for (const input of inputs) await checkSearch(made, input);
    },
  );
  await fc.assert(property, { numRuns: 25, endOnFailure: true });
});

test('a confidential place changes no answer, wherever it is and whatever it says', async () => {
  const property = fc.asyncProperty(
    aDirectory(ground),
    fc.array(aSearch(ground), { minLength: 12, maxLength: 12 }),
    aPoint,
    async (made, inputs, point) => {
      const hiding = (as: Partial<MadePlace>): MadeDirectory => ({
        ...made,
        services: made.services.map((service) => ({
          ...service,
          places: service.places.map((place) => (place.isConfidential ? { ...place, ...as } : place)),
        })),
      });
      const answers = async (directory: MadeDirectory) => {
        await put(directory);
        const texts: string[] = [];
        for (const input of inputs) texts.push(JSON.stringify(await search(input)));
        return texts;
      };
      const before_ = await answers(made);
      const there = { point, postcode: '2000', accessibility: { en: 'Wheelchair ramp' }, type: 'virtual' as const };
      assert.deepEqual(await answers(hiding(there)), before_);
      assert.deepEqual(await answers(hiding({ point: null, postcode: null, accessibility: null })), before_);
    },
  );
  await fc.assert(property, { numRuns: 12, endOnFailure: true });
});

test('hours of one time are told in the order in which they were written, wherever the database keeps them', async () => {
  const [made] = fc.sample(aDirectory(ground), { seed: 1, numRuns: 1 });
  const one = made?.services[0] ?? assert.fail('nothing was made');
  const always = {
    locationId: null,
    weekday: 1,
    nth: null,
    monthDay: null,
    since: null,
    validFrom: null,
    validTo: null,
  };
  const hours = [1, 2, 3].map((every) => ({
    ...always,
    every,
    opensAt: '09:00',
    closesAt: '12:00',
    isClosed: false,
    description: null,
  }));
  await put({ ...(made ?? assert.fail()), services: [{ ...one, status: 'active', isMerged: false, hours }] });
  await region.database.pool.query(
    'with moved as (delete from directory.opening where every = 1 returning *) insert into directory.opening select * from moved',
  );
  const { items } = await search({});
  assert.deepEqual(
    items[0]?.hours.map(({ every }) => every),
    [1, 2, 3],
  );
});

test('what an inner ring finds is how the whole circle begins, hours and access at its outer places included', async () => {
  const from = fc.record({
    point: aPoint,
    within: fc.constantFrom(1, 2, 5),
    openAt: fc.constantFrom('', 'MO', '2026-03-02T10:00'),
  });
  const property = fc.asyncProperty(
    aDirectory(ground),
    fc.array(from, { minLength: 8, maxLength: 8 }),
    async (made, asks) => {
      await put(made);
      await inSystem(region, async (ctx) => {
        const { db } = withTables<DirectoryTables>(ctx);
        for (const { point, within, openAt } of asks) {
          const asked = await readSearch(
            { ...ctx, now: NOW },
            ServiceSearch.parse({ ...point, radius: 20, openAt, perPage: 50 }),
          );
          const inner = { ...asked, within } as Asked;
          const [whole, ring] = [await pageStatement(asked).execute(db), await pageStatement(inner).execute(db)];
          const found = ring.rows[0]?.places ?? [];
          assert.deepEqual(found, whole.rows[0]?.places.slice(0, found.length));
        }
      });
    },
  );
  await fc.assert(property, { numRuns: 15, endOnFailure: true });
});
