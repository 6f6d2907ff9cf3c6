import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { moved } from './moved.ts';

test('moving an item loses none, and back again is as before', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { minLength: 2, maxLength: 9 }), fc.nat(8), (items, at) => {
      const index = at % (items.length - 1);
      const down = moved(items, index, 'down');
      assert.deepEqual(new Set(down), new Set(items));
      assert.equal(down.length, items.length);
      assert.deepEqual(moved(down, index + 1, 'up'), items);
      assert.deepEqual(moved(items, 0, 'up'), items);
    }),
  );
});
