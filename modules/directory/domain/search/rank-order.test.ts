import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Capacity } from '../../contract/index.ts';
import {
  CAPACITY_HALF_LIFE_DAYS,
  capacityEdges,
  capacityStep,
  distanceRing,
  rankOrder,
  type Ranked,
} from './rank-order.ts';

const NOW = new Date('2026-03-02T10:00:00Z');
const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const one: Ranked = {
  meaning: 1,
  distance: 3,
  capacity: 'unknown',
  capacityAt: null,
  assuredAt: ago(100),
  serviceId: 'a',
};

function first(a: Partial<Ranked>, b: Partial<Ranked>): 'a' | 'b' {
  return rankOrder(NOW)({ ...one, ...a, serviceId: 'a' }, { ...one, ...b, serviceId: 'b' }) < 0 ? 'a' : 'b';
}

test('meaning comes first, then the ring of distance, then room, then freshness', () => {
  assert.equal(
    first({ meaning: 2, distance: 40, capacity: 'full', capacityAt: NOW }, { meaning: 1, distance: 0 }),
    'a',
  );
  assert.equal(first({ distance: 12, capacity: 'open', capacityAt: NOW }, { distance: 3 }), 'b');
  assert.equal(first({ distance: 4.9 }, { distance: 2.1, capacity: 'open', capacityAt: NOW }), 'b');
  assert.equal(first({ assuredAt: ago(1) }, { capacity: 'open', capacityAt: ago(10) }), 'b');
  assert.equal(first({ assuredAt: null }, { assuredAt: ago(900) }), 'b');
});

test('a word on room fades: half as much a month later, nothing in the end, and nothing where nobody knows its day', () => {
  assert.equal(capacityStep({ capacity: 'open', capacityAt: NOW }, NOW), 4);
  assert.equal(capacityStep({ capacity: 'open', capacityAt: ago(CAPACITY_HALF_LIFE_DAYS) }, NOW), 2);
  assert.equal(capacityStep({ capacity: 'full', capacityAt: NOW }, NOW), -4);
  assert.equal(capacityStep({ capacity: 'open', capacityAt: ago(365) }, NOW), 0);
  assert.equal(capacityStep({ capacity: 'full', capacityAt: null }, NOW), 0);
});

const said = fc.record({ capacity: fc.constantFrom(...Capacity.options), days: fc.integer({ min: 0, max: 800 }) });

test('an older word on room never counts for more than a younger one', () => {
  fc.assert(
    fc.property(said, fc.integer({ min: 1, max: 400 }), ({ capacity, days }, later) => {
      const young = Math.abs(capacityStep({ capacity, capacityAt: ago(days) }, NOW));
      assert.ok(Math.abs(capacityStep({ capacity, capacityAt: ago(days + later) }, NOW)) <= young);
    }),
  );
});

test('the moments by which a database counts steps give the same steps', () => {
  const minutes = fc.integer({ min: 0, max: 400 * 24 * 60 });
  fc.assert(
    fc.property(fc.constantFrom(...capacityEdges(NOW)), minutes, ({ capacity, sign, edges }, age) => {
      const capacityAt = new Date(NOW.getTime() - age * 60_000);
      const steps = edges.filter((edge) => capacityAt >= edge).length;
      assert.equal(sign * steps + 0, capacityStep({ capacity, capacityAt }, NOW) + 0);
    }),
    { numRuns: 2000 },
  );
});

const ranked: fc.Arbitrary<Ranked> = fc.record({
  meaning: fc.integer({ min: 0, max: 3 }),
  distance: fc.double({ min: 0, max: 60, noNaN: true }),
  capacity: fc.constantFrom(...Capacity.options),
  capacityAt: fc.option(fc.integer({ min: 0, max: 200 }).map(ago), { nil: null }),
  assuredAt: fc.option(fc.integer({ min: 0, max: 900 }).map(ago), { nil: null }),
  serviceId: fc.uuid(),
});

test('it is an order: no two services are equal, and none stands before one that stands before it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(ranked, { selector: ({ serviceId }) => serviceId, maxLength: 12 }), (services) => {
      const sorted = services.toSorted(rankOrder(NOW));
      assert.deepEqual(services.toReversed().toSorted(rankOrder(NOW)), sorted);
      for (const [index, service] of sorted.entries())
        for (const after of sorted.slice(index + 1)) assert.ok(rankOrder(NOW)(service, after) < 0);
    }),
  );
});

test('rings have their edge inside', () => {
  assert.deepEqual([0, 0.5, 0.6, 1, 50, 51].map(distanceRing), [0, 0, 1, 1, 6, 7]);
});
