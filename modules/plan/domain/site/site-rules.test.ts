import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Area, AreaId } from '@qantara/territory/contract';
import { listHolders, listUnled } from './list-holders.ts';
import { placeWorks } from './place-works.ts';
import { narrowChanges, tellChanges, type ToldPlan } from './tell-changes.ts';
import { aNode } from './testing.ts';

const TODAY = '2026-11-23';
const NOTHING: ToldPlan = {
  items: [aNode({ number: '1.1' })],
  publishedOn: '2026-01-15',
  adoptedOn: null,
  said: [],
  stories: new Map(),
  milestones: [],
  targets: [],
  plans: [],
};
const said = (newsId: string, on: string, progress: 'planned' | 'under_way' | 'delayed' | null) => ({
  newsId,
  itemId: 'item-1.1',
  on,
  progress,
  shareDone: null,
});
const story = (words: string) => ({ story: words, storyLocale: 'en' as const, saidAt: '2026-05-01T00:00:00.000Z' });

describe('what changed', () => {
  test('is told newest first, each beside what was said before it', () => {
    const changes = tellChanges({
      ...NOTHING,
      said: [
        said('a', '2026-02-01', 'planned'),
        said('b', '2026-03-01', 'under_way'),
        said('c', '2026-04-01', 'under_way'),
      ],
    });
    assert.deepEqual(
      changes.map(({ kind, from, to }) => [kind, from, to]),
      [
        ['told', 'under_way', 'under_way'],
        ['progressed', 'planned', 'under_way'],
        ['progressed', null, 'planned'],
        ['published', null, null],
      ],
    );
  });

  test('begins with the day of publishing: what was said or set before changed nothing for anybody', () => {
    const changes = tellChanges({
      ...NOTHING,
      said: [said('a', '2025-12-01', 'planned'), said('b', '2026-02-01', 'delayed')],
      stories: new Map([['a', story('as a draft')]]),
      targets: [{ itemId: 'item-1.1', on: '2025-12-01', measure: { en: 'Rent' } }],
      milestones: [
        { itemId: 'item-1.1', doneOn: '2025-12-01', words: { en: 'Lamps bought' } },
        { itemId: 'item-1.1', doneOn: '2026-03-01', words: { en: 'Lamps lit' } },
      ],
    });
    assert.deepEqual(
      changes.map(({ kind }) => kind),
      ['milestone_reached', 'progressed', 'published'],
    );
    assert.ok(!JSON.stringify(changes).includes('as a draft'));
  });

  test('of a plan that is not published nothing of its nodes is told', () => {
    const changes = tellChanges({ ...NOTHING, publishedOn: null, said: [said('a', '2026-02-01', 'planned')] });
    assert.deepEqual(changes, []);
  });

  test('words stand where they were said; where nothing else was said and they were replaced, nothing does', () => {
    const changes = tellChanges({
      ...NOTHING,
      said: [said('a', '2026-02-01', null), said('b', '2026-02-02', null)],
      stories: new Map([['b', story('now')]]),
    });
    assert.deepEqual(
      changes.map((one) => one.story?.story),
      ['now', undefined],
    );
  });

  test('is narrowed to one top of the plan with all under it, and to a day and after', () => {
    const items = [
      aNode({ number: 'A', kind: 'priority' }),
      aNode({ number: '1', kind: 'goal', parentItemId: aNode({ number: 'A' }).itemId }),
      aNode({ number: '1.1', parentItemId: aNode({ number: '1' }).itemId }),
      aNode({ number: '9.1' }),
    ];
    const targets = ['1.1', '9.1'].map((number, at) => ({
      itemId: `item-${number}`,
      on: `2026-0${at + 2}-01`,
      measure: { en: number },
    }));
    const changes = tellChanges({ ...NOTHING, items, targets });
    const numbers = (asked: { top?: string; since?: string }) =>
      narrowChanges(changes, items, asked).map(({ node }) => node?.number);
    assert.deepEqual(numbers({ top: 'A' }), ['1.1']);
    assert.deepEqual(numbers({ since: '2026-02-02' }), ['9.1']);
    assert.deepEqual(numbers({}), ['9.1', '1.1', undefined]);
    assert.deepEqual(numbers({ top: 'Z' }), []);
  });
});

test('each organisation stands with what it leads and promised; one without a name is not told of', () => {
  const items = [
    aNode({ number: '1.1', leadOrganisationId: 'roof', dueOn: '2026-01-01' }),
    aNode({ number: '1.2', leadOrganisationId: null, leadName: null }),
    aNode({ number: '1.3', leadOrganisationId: null, leadName: null, progress: 'done' }),
  ];
  const promise = { promise: { en: 'Two rooms' }, state: 'open' as const };
  const partners = new Map([['item-1.2', ['law', 'gone'].map((organisationId) => ({ organisationId, ...promise }))]]);
  const names = new Map([
    ['law', { en: 'Law' }],
    ['roof', { en: 'Roof' }],
  ]);
  const holders = listHolders(items, { today: TODAY, partners, names });
  assert.deepEqual(
    holders.map(({ name, leads, promises }) => [name.en, leads.map(({ isLate }) => isLate), promises.length]),
    [
      ['Roof', [true], 0],
      ['Law', [], 1],
    ],
  );
  assert.deepEqual(
    listUnled(items, TODAY).map(({ number }) => number),
    ['1.2'],
  );
});

test('work for a town counts in each of its neighbourhoods, and work that names no place in none', () => {
  const area = (areaId: string, kind: Area['kind'], parentAreaId: string | null): Area => ({
    areaId: areaId as AreaId,
    parentAreaId: parentAreaId as AreaId | null,
    kind,
    code: areaId,
    name: { en: areaId },
    latitude: null,
    longitude: null,
    population: null,
  });
  const areas = [
    area('region', 'region', null),
    area('town', 'municipality', 'region'),
    area('harbour', 'neighbourhood', 'town'),
    area('hill', 'neighbourhood', 'town'),
    area('other', 'municipality', 'region'),
    area('far', 'neighbourhood', 'other'),
  ];
  const named: Record<string, string[]> = { 'item-1.1': ['town'], 'item-1.2': ['hill'], 'item-1.4': ['region'] };
  const items = ['1.1', '1.2', '1.3', '1.4'].map((number) => aNode({ number }));
  const areaIdsOf = (itemId: string) => named[itemId] ?? [];
  const { places, everywhere } = placeWorks(items, { areas, areaId: 'region', areaIdsOf });
  assert.deepEqual(
    places.map(({ name, townName, works }) => [name.en, townName?.en, works]),
    [
      ['harbour', 'town', ['item-1.1']],
      ['hill', 'town', ['item-1.1', 'item-1.2']],
      ['far', 'other', []],
    ],
  );
  assert.deepEqual(everywhere, ['item-1.3', 'item-1.4']);
  const ofTown = placeWorks(items, { areas, areaId: 'town', areaIdsOf });
  assert.deepEqual(
    ofTown.places.map(({ name }) => name.en),
    ['harbour', 'hill'],
  );
});
