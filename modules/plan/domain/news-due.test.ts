import assert from 'node:assert/strict';
import test from 'node:test';
import { isSilent, isToBeAsked, newsDueOn } from './news-due.ts';

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
