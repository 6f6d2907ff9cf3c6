import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { NeedGap } from '../contract/index.ts';
import { byUrgency, pressureOf } from './gap-order.ts';

function aGap(unmetTotal: number, open: number, more: Partial<NeedGap['supply']> = {}): NeedGap {
  const supply = { services: 9, open, waitingList: 0, full: 0, unknown: 0, ...more };
  return { unmetTotal, supply, needCode: 'food', areaId: null } as unknown as NeedGap;
}

test('where nothing has room a gap is wider than the same gap where something has', () => {
  assert.ok(pressureOf(aGap(10, 0)) > pressureOf(aGap(10, 1)));
  assert.ok(pressureOf(aGap(10, 0, { full: 5 })) === pressureOf(aGap(10, 0)), 'what is full is no room');
  assert.ok(pressureOf(aGap(10, 0, { waitingList: 4 })) < pressureOf(aGap(10, 1)));
});

test('it is an order: whatever stands before another, the other does not stand before it', () => {
  const gaps = fc.record({ unmet: fc.nat(50), open: fc.nat(5) }).map(({ unmet, open }) => aGap(unmet, open));
  fc.assert(
    fc.property(gaps, gaps, (one, other) => Math.sign(byUrgency(one, other)) === -Math.sign(byUrgency(other, one))),
  );
});
