import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classOf, colourStep, valueClasses } from './value-classes.ts';

test('ten areas fall into five classes of two', () => {
  const classes = valueClasses([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  assert.deepEqual(classes[0], { from: 1, to: 2 });
  assert.equal(classes.length, 5);
});

test('equal values stay in one class', () => {
  const classes = valueClasses([5, 5, 5, 5, 5, 9]);
  assert.equal(classOf(5, classes), 1);
  assert.equal(new Set([5, 5, 5].map((value) => classOf(value, classes))).size, 1);
});

test('a missing value has no class, and zero has one', () => {
  const classes = valueClasses([0, null, 4, 8]);
  assert.equal(classOf(null, classes), null);
  assert.equal(classOf(0, classes), 1);
});

test('few classes still use the palest and the deepest colour', () => {
  assert.deepEqual(
    [1, 2, 3].map((place) => colourStep(place, 3)),
    [1, 3, 5],
  );
});
