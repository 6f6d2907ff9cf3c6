import assert from 'node:assert/strict';
import test from 'node:test';
import { filterOf, searchOf } from './filter-of.ts';

test('what makes no sense in an address is not asked', () => {
  assert.deepEqual(filterOf('?personId=me&kind=record&from=yesterday&accountId='), { kind: 'record' });
});

test('a day comes in three parts from a form and in one from a link', () => {
  assert.deepEqual(filterOf('?_date=from&from.day=7&from.month=11&from.year=2026'), { from: '2026-11-07' });
  assert.deepEqual(filterOf('?from=2026-11-07&until=2026-11-08'), { from: '2026-11-07', until: '2026-11-08' });
});

test('a filter is an address and an address a filter', () => {
  const filter = { personId: '0190f3a0-0000-7000-8000-000000000001', kind: 'search', until: '2026-11-08' };
  assert.deepEqual(filterOf(searchOf(filter)), filter);
  assert.equal(searchOf({}), '');
});
