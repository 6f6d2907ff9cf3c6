import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { PER_ACCOUNT, PER_PAIR, PER_PLACE, waitAfter } from './back-off.ts';

test('slips of the finger cost nothing, and then each wait is twice the last', () => {
  const waits = [1, 4, 5, 6, 7, 8].map((tries) => waitAfter(tries, PER_PAIR));
  assert.deepEqual(waits, [0, 0, 15, 30, 60, 120]);
});

test('however many tries somebody makes, the owner never waits longer than a quarter of an hour', () => {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom(PER_PAIR, PER_ACCOUNT, PER_PLACE), (tries, of) => {
      const wait = waitAfter(tries, of);
      assert.ok(wait >= 0 && wait <= 900);
      assert.ok(waitAfter(tries + 1, of) >= wait);
    }),
  );
});
