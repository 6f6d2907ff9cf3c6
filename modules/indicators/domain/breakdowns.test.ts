import assert from 'node:assert/strict';
import test from 'node:test';
import { breakdownsOf } from './breakdowns.ts';

test('what became of referrals is told by quarter, need and place; of one need, and of other recipes, the whole year alone', () => {
  const rate = { kind: 'programme', recipe: 'got_help_rate' } as const;
  assert.deepEqual(breakdownsOf({ ...rate, needCode: null }), ['quarter', 'need', 'area']);
  assert.deepEqual(breakdownsOf({ ...rate, needCode: 'housing' }), []);
  assert.deepEqual(breakdownsOf({ ...rate, recipe: 'accepted_rate', needCode: null }), []);
});

test('a survey of the year is told by area, services by the need they answer', () => {
  assert.deepEqual(breakdownsOf({ kind: 'population', recipe: null, needCode: null }), ['area']);
  assert.deepEqual(breakdownsOf({ kind: 'programme', recipe: 'fresh_services_rate', needCode: null }), ['need']);
});
