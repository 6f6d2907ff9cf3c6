import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stackedParts } from './stacked-layout.ts';

const parts = [
  { key: 'done', value: 30 },
  { key: 'lost', value: null },
  { key: 'open', value: 70 },
];

test('parts follow each other without gaps', () => {
  assert.deepEqual(
    stackedParts(parts, 100, 'ltr').map(({ x, width }) => [x, width]),
    [
      [0, 30],
      [30, 0],
      [30, 70],
    ],
  );
});

test('in Arabic the first part stands at the other side', () => {
  assert.equal(stackedParts(parts, 100, 'rtl')[0]?.x, 70);
});
