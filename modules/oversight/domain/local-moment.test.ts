import assert from 'node:assert/strict';
import test from 'node:test';
import { dayAfter } from '@qantara/kernel';
import { localMoment, startOfDay } from './local-moment.ts';
import { overBefore, RETENTION_RULES } from './retention-rules.ts';

test('a moment is of the day that it is where the region is', () => {
  const at = new Date('2026-11-22T23:30:00Z');
  assert.deepEqual(localMoment(at, 'Africa/Tunis'), { day: '2026-11-23', hour: 0, weekday: 1 });
  assert.deepEqual(localMoment(at, 'America/Toronto'), { day: '2026-11-22', hour: 18, weekday: 0 });
});

test('a day begins at midnight of the region, also when the clocks change', () => {
  assert.equal(startOfDay('2026-11-22', 'Africa/Tunis').toISOString(), '2026-11-21T23:00:00.000Z');
  assert.equal(startOfDay('2026-03-08', 'America/Toronto').toISOString(), '2026-03-08T05:00:00.000Z');
  assert.equal(startOfDay('2026-03-09', 'America/Toronto').toISOString(), '2026-03-09T04:00:00.000Z');
  assert.equal(dayAfter('2026-02-28', 1), '2026-03-01');
});

test('what is over is counted back from today, by the months of its class', () => {
  const now = new Date('2026-11-22T00:00:00Z');
  assert.equal(overBefore('closed_referral', now).toISOString(), '2021-11-22T00:00:00.000Z');
  for (const { months, since, reason } of RETENTION_RULES) {
    assert.ok(months > 0);
    for (const locale of ['ar', 'fr', 'en'] as const) assert.ok(since[locale] && reason[locale]);
  }
});
