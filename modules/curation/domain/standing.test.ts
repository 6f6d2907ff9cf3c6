import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dueAt, standingOf } from './standing.ts';

test('a confirmation holds until the same day so many months later, or that month’s last', () => {
  assert.equal(dueAt(new Date('2026-01-15T10:00:00Z'), 6).toISOString(), '2026-07-15T10:00:00.000Z');
  assert.equal(dueAt(new Date('2025-08-31T00:00:00Z'), 6).toISOString(), '2026-02-28T00:00:00.000Z');
});

test('an entry is fresh, then to be confirmed, then overdue, and never the other way round', () => {
  const order = ['fresh', 'due', 'overdue'];
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
      fc.integer({ min: 1, max: 24 }),
      fc.tuple(fc.nat(1500), fc.nat(1500)),
      (assuredAt, months, [days, later]) => {
        const at = (of: number) => new Date(assuredAt.getTime() + of * 86_400_000);
        const [first, second] = [
          standingOf(assuredAt, months, at(days)),
          standingOf(assuredAt, months, at(days + later)),
        ];
        assert.ok(order.indexOf(first) <= order.indexOf(second));
      },
    ),
  );
});

test('an entry that nobody ever confirmed is that, and not fresh', () => {
  assert.equal(standingOf(null, 6, new Date()), 'never');
});
