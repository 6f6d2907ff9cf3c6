import assert from 'node:assert/strict';
import test from 'node:test';
import { newId } from './id.ts';

test('an identifier is a UUID of version 7 with the moment of its making in front', () => {
  assert.match(newId(0x0123456789ab), /^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('identifiers of one millisecond sort in the order of their making, also where two moments take turns', () => {
  const made = Array.from({ length: 5000 }, (_, index) => newId(1_790_000_000_000 + (index % 2)));
  for (const turn of [0, 1]) {
    const ofOne = made.filter((_, index) => index % 2 === turn);
    assert.deepEqual(ofOne.toSorted(), ofOne);
  }
});

test('no count of what was made can be read from an identifier', () => {
  const counts = Array.from({ length: 50 }, (_, moment) => newId(1_800_000_000_000 + moment).slice(14, 23));
  assert.ok(new Set(counts).size > 40, 'each moment begins elsewhere');
});
