import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alongPage, barLength, barStart, fittingLabels, shownLabels, ticksFor } from './axis.ts';

test('steps are round, begin at zero and reach the highest value', () => {
  const ticks = ticksFor([3, 87, null]);
  assert.equal(ticks[0], 0);
  assert.ok((ticks.at(-1) ?? 0) >= 87);
});

test('a series without any figure still has an axis', () => {
  assert.deepEqual(ticksFor([null, null]), [0, 1]);
});

test('values below zero widen the axis downwards', () => {
  assert.ok((ticksFor([-12, 4])[0] ?? 0) <= -12);
});

test('in Arabic the first point stands at the far side', () => {
  assert.equal(alongPage(10, 400, 'rtl'), 390);
  assert.equal(alongPage(10, 400, 'ltr'), 10);
});

test('of thirteen months every second label is written when twelve fit', () => {
  assert.deepEqual(shownLabels(13, 12), [0, 2, 4, 6, 8, 10, 12]);
  assert.deepEqual(shownLabels(3, 12), [0, 1, 2]);
});

test('never more than twelve labels, however short and wide', () => {
  assert.equal(fittingLabels(['1'], 5000, 12), 12);
  assert.equal(fittingLabels(['نوفمبر 2026'], 120, 12), 1);
});

test('a bar of the highest value is as long as the way, a missing one has none', () => {
  assert.equal(barLength(50, 50), 100);
  assert.equal(barLength(null, 50), 0);
  assert.equal(barStart(0, 30, 'rtl'), 70);
  assert.equal(barStart(30, 20, 'ltr'), 30);
});
