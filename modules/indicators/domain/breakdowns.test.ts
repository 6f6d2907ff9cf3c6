import assert from 'node:assert/strict';
import test from 'node:test';
import { breakdownsOf } from './breakdowns.ts';

test('what became of referrals is told by quarter, need and place; of one need, and of other recipes, the whole year alone', () => {
  const rate = { recipe: 'got_help_rate' } as const;
  assert.deepEqual(breakdownsOf({ ...rate, needCode: null }), ['quarter', 'need', 'area']);
  assert.deepEqual(breakdownsOf({ ...rate, needCode: 'housing' }), []);
  assert.deepEqual(breakdownsOf({ ...rate, recipe: 'accepted_rate', needCode: null }), []);
});

test('a survey of the year is told by area, services by the need they answer', () => {
  assert.deepEqual(breakdownsOf({ recipe: null, needCode: null }), ['area']);
  assert.deepEqual(breakdownsOf({ recipe: 'fresh_services_rate', needCode: null }), ['need']);
});
