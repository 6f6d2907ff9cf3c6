import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acceptedLocale } from './accepted-locale.ts';

test('the language wished for most among ours is taken', () => {
  assert.equal(acceptedLocale('de, fr-CA;q=0.8, en;q=0.9'), 'en');
  assert.equal(acceptedLocale('fr-FR,fr;q=0.9,en;q=0.8'), 'fr');
});

test('a language refused with q=0 is never taken', () => {
  assert.equal(acceptedLocale('en;q=0, fr;q=0.1'), 'fr');
});

test('without a wish that we can meet the page is Arabic', () => {
  assert.equal(acceptedLocale(null), 'ar');
  assert.equal(acceptedLocale('de;q=nonsense, *'), 'ar');
});
