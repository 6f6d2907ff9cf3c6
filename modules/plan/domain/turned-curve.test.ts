import assert from 'node:assert/strict';
import test from 'node:test';
import { turnOf } from './turned-curve.ts';

const over = (...actual: (number | null)[]) => actual.map((value) => ({ actual: value, forecast: 10 }));

test('three points in a row better than forecast turn a curve, two do not', () => {
  assert.equal(turnOf(over(11, 12, 11), 'up'), 'turned');
  assert.equal(turnOf(over(11, 12), 'up'), 'too_few');
  assert.equal(turnOf(over(11, 12), 'up', 1), 'too_few');
});

test('fewer is better where fewer is better', () => {
  assert.equal(turnOf(over(9, 8, 9), 'down'), 'turned');
  assert.equal(turnOf(over(11, 12, 13), 'down'), 'worse');
});

test('only the last points count, and those that are missing are left out', () => {
  assert.equal(turnOf(over(2, 11, null, 12, 13), 'up'), 'turned');
  assert.equal(turnOf(over(11, 12, 13, 10), 'up'), 'unclear');
});
