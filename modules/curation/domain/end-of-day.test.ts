import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endOfDay } from './end-of-day.ts';

test('a day is over at midnight where the region is, summer time and all', () => {
  assert.equal(endOfDay('2026-11-22', 'UTC').toISOString(), '2026-11-23T00:00:00.000Z');
  assert.equal(endOfDay('2026-11-22', 'Africa/Tunis').toISOString(), '2026-11-22T23:00:00.000Z');
  assert.equal(endOfDay('2026-07-01', 'America/Detroit').toISOString(), '2026-07-02T04:00:00.000Z');
  assert.equal(endOfDay('2026-11-01', 'America/Detroit').toISOString(), '2026-11-02T05:00:00.000Z');
});
