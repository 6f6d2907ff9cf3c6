import assert from 'node:assert/strict';
import test from 'node:test';
import { isSilent, isToBeAsked, newsDueOn, newsAsOf } from './news-due.ts';

const work = { kind: 'initiative', progress: 'under_way', asOf: '2026-01-10', everyMonths: 3 } as const;

test('news is due one period after the last, and never of what is over or is no work', () => {
  assert.equal(newsDueOn(work), '2026-04-11');
  assert.equal(newsDueOn({ ...work, progress: 'done' }), null);
  assert.equal(newsDueOn({ ...work, progress: 'stopped' }), null);
  assert.equal(newsDueOn({ ...work, kind: 'goal' }), null);
  assert.equal(newsDueOn({ ...work, progress: null }), '2026-04-11');
});

test('an owner is asked from a week before the day on', () => {
  assert.equal(isToBeAsked('2026-04-11', '2026-04-03'), false);
  assert.equal(isToBeAsked('2026-04-11', '2026-04-04'), true);
  assert.equal(isToBeAsked('2026-04-11', '2026-09-01'), true);
  assert.equal(isToBeAsked(null, '2026-09-01'), false);
});

test('half as long again without news is silence', () => {
  assert.equal(isSilent(work, '2026-05-20'), false);
  assert.equal(isSilent(work, '2026-06-20'), true);
  assert.equal(isSilent({ ...work, progress: 'done' }, '2028-01-01'), false);
});

test('news of half past midnight is of the day that has begun in the region, wherever its day is asked for', () => {
  const region = { startsOn: '2026-01-01', timeZone: 'Africa/Tunis' };
  assert.equal(newsAsOf({ reportedAt: '2026-03-10T23:30:00.000Z' }, region), '2026-03-11');
  assert.equal(newsAsOf({ reportedAt: null }, region), '2026-01-01');
});
