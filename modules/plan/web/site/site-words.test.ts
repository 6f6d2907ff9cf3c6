import assert from 'node:assert/strict';
import test from 'node:test';
import { askedChanges } from './asked-changes.ts';
import { lengthOf } from './length-of.ts';

const asked = (search: string) => askedChanges(new URLSearchParams(search));

test('how long something is late is said in days up to two months, then in months', () => {
  assert.deepEqual(lengthOf(1), { unit: 'days', count: 1 });
  assert.deepEqual(lengthOf(60), { unit: 'days', count: 60 });
  assert.deepEqual(lengthOf(61), { unit: 'months', count: 2 });
  assert.deepEqual(lengthOf(365), { unit: 'months', count: 11 });
  assert.deepEqual(lengthOf(366), { unit: 'months', count: 12 });
});

test('a day comes in three parts from a form and in one from a link; what is none asks for nothing', () => {
  assert.deepEqual(asked('_date=since&since.day=٧&since.month=11&since.year=2026&top='), {
    page: 1,
    since: '2026-11-07',
  });
  assert.deepEqual(asked('since=2026-11-07&top=B&page=2'), { page: 2, top: 'B', since: '2026-11-07' });
  assert.deepEqual(asked('since=yesterday&page=-3'), { page: 1 });
  assert.deepEqual(asked('since.day=31&since.month=2&since.year=2026&page=1e9'), { page: 1 });
});
