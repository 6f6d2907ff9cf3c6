import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { dueAt } from './due-dates.ts';

test('a routine referral sent on a Friday is due on Tuesday: the weekend is nobody’s delay', () => {
  assert.equal(dueAt(new Date('2026-11-20T10:00:00Z'), 'routine').toISOString(), '2026-11-24T10:00:00.000Z');
});

test('a bed for tonight is due in four hours, on any day', () => {
  assert.equal(dueAt(new Date('2026-11-21T22:00:00Z'), 'tonight').toISOString(), '2026-11-22T02:00:00.000Z');
});

test('what is more urgent is never due later', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), (sent) => {
      assert.ok(dueAt(sent, 'tonight') <= dueAt(sent, 'this_week'));
      assert.ok(dueAt(sent, 'this_week') <= dueAt(sent, 'routine'));
    }),
  );
});

test('a region whose weekend is Friday and Saturday counts its own working days', () => {
  assert.equal(dueAt(new Date('2026-11-19T10:00:00Z'), 'routine', [5, 6]).toISOString(), '2026-11-23T10:00:00.000Z');
});
