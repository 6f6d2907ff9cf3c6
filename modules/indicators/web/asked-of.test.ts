import assert from 'node:assert/strict';
import { test } from 'node:test';
import { yearAsked, yearsToChoose } from './asked-of.ts';

test('an address without a year, or with nonsense, asks for none by name', () => {
  assert.equal(yearAsked(new URLSearchParams('')), null);
  assert.equal(yearAsked(new URLSearchParams('year=twenty')), null);
  assert.equal(yearAsked(new URLSearchParams('year=2025')), 2025);
});

test('the year that is shown is among those to choose from', () => {
  assert.deepEqual(yearsToChoose(2026, '2026-11-22'), [2024, 2025, 2026]);
  assert.deepEqual(yearsToChoose(2021, '2026-11-22'), [2021, 2024, 2025, 2026]);
});
