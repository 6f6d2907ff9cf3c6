import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Item } from '../contract/index.ts';
import { narrowed, planFilterOf } from './plan-filter.ts';

function anItem(number: string, change: Partial<Item>): Item {
  return {
    itemId: number as Item['itemId'],
    parentItemId: null,
    levelCode: 'initiative',
    kind: 'initiative',
    number,
    title: { en: number },
    description: null,
    frameworkAreas: [],
    lever: null,
    leadOrganisationId: null,
    leadName: null,
    progress: null,
    shareDone: null,
    reportedAt: null,
    weight: 1,
    servesItemId: null,
    startsOn: null,
    dueOn: null,
    targets: [],
    rolledUp: { progress: null, coverage: 0 },
    isStale: false,
    version: 1,
    ...change,
  };
}

const ITEMS = [
  anItem('A', { kind: 'priority' }),
  anItem('1', { kind: 'goal', parentItemId: 'A' as Item['itemId'] }),
  anItem('1.1', { parentItemId: '1' as Item['itemId'], lever: 'capital', progress: 'delayed' }),
  anItem('1.2', { parentItemId: '1' as Item['itemId'], lever: 'advocacy', frameworkAreas: ['prevention'] }),
  anItem('B', { kind: 'priority' }),
];

function numbersFor(query: string): string[] {
  return narrowed(ITEMS, planFilterOf(new URLSearchParams(query))).map(({ number }) => number);
}

test('an initiative that is looked for keeps its goal and its priority above it', () => {
  assert.deepEqual(numbersFor('lever=capital'), ['A', '1', '1.1']);
  assert.deepEqual(numbersFor('frameworkArea=prevention'), ['A', '1', '1.2']);
});

test('filters narrow together; what matches nothing leaves nothing', () => {
  assert.deepEqual(numbersFor('lever=capital&progress=done'), []);
});

test('without a filter, or with one that nobody knows, the whole plan is there', () => {
  assert.equal(numbersFor('').length, 5);
  assert.equal(numbersFor('lever=magic&progress=').length, 5);
});
