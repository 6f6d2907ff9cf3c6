import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { moved } from './moved.ts';
import { waysToSend } from './ways-to-send.ts';

const point = (kind: 'phone' | 'email' | 'in_person', isSafe: boolean) => ({ kind, isSafe, value: kind, note: null });

test('a list is sent only by written ways that the person called safe', () => {
  const contactPoints = [point('phone', true), point('email', false), point('in_person', true)];
  assert.deepEqual(waysToSend({ mayContact: true, contactPoints }), [{ kind: 'phone', value: 'phone' }]);
});

test('where any contact could put the person in danger there is no way to send it', () => {
  assert.deepEqual(waysToSend({ mayContact: false, contactPoints: [point('phone', true)] }), []);
});

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
