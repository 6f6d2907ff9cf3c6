import assert from 'node:assert/strict';
import { test } from 'node:test';
import { otherLocalePath } from './other-locale-path.ts';

test('the place stays when the language changes', () => {
  assert.equal(otherLocalePath('/fr/services/3', 'ar'), '/ar/services/3');
  assert.equal(otherLocalePath('/fr', 'en'), '/en');
  assert.equal(otherLocalePath('/nowhere', 'en'), '/en/nowhere');
});
