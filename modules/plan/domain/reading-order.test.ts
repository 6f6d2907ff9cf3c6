import assert from 'node:assert/strict';
import test from 'node:test';
import { inReadingOrder } from './reading-order.ts';

test('a goal is followed by its own initiatives, and 10 comes after 9', () => {
  const items = [
    { itemId: 'c', parentItemId: 'a', number: '10' },
    { itemId: 'b', parentItemId: 'a', number: '9' },
    { itemId: 'd', parentItemId: 'b', number: '9.1' },
    { itemId: 'a', parentItemId: null, number: 'A' },
  ];
  assert.deepEqual(
    inReadingOrder(items).map((item) => item.number),
    ['A', '9', '9.1', '10'],
  );
});
