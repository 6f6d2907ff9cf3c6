import assert from 'node:assert/strict';
import test from 'node:test';
import { askedOf, oneOf } from './asked-of.ts';

test('a mistyped address asks for what it can', () => {
  const request = new Request('http://x/ar/institutions?kindCode=<b>&areaId=1&page=-4&licence=granted');
  assert.deepEqual(askedOf(request), { kindCode: '', areaId: '', page: 1 });
  assert.equal(oneOf(request, 'licence', ['granted', 'expired'] as const), 'granted');
  assert.equal(oneOf(request, 'compliance', ['compliant'] as const), undefined);
});
