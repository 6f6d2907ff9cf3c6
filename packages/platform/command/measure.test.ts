import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Measure } from './context.ts';
import { measuresOf } from './measure.ts';

const made = (code: string): Measure => ({
  code,
  unit: 'count',
  better: 'up',
  isOfPeople: false,
  source: 'made.published_thing',
  numerator: sql`true`,
  denominator: sql`true`,
  at: null,
  newest: sql`null`,
  traits: {},
});

test('what modules publish to be counted is known by its code, with the module whose it is', () => {
  const found = measuresOf([
    { name: 'one', measures: [made('lent')] },
    { name: 'other', measures: [] },
    { name: 'third', measures: [made('given')] },
  ]);
  assert.deepEqual(
    [...found.values()].map(({ code, module }) => [code, module]),
    [
      ['lent', 'one'],
      ['given', 'third'],
    ],
  );
});

test('two modules cannot publish a measure of one name: nobody would know which figure it is', () => {
  const modules = [
    { name: 'one', measures: [made('lent')] },
    { name: 'other', measures: [made('lent')] },
  ];
  assert.throws(() => measuresOf(modules), /two modules publish a measure lent/);
});
