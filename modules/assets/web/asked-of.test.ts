import assert from 'node:assert/strict';
import test from 'node:test';
import { askedOf } from './asked-of.ts';

test('a mistyped address asks for what it can', () => {
  const asked = askedOf(new Request('http://x/ar/assets?kind=castle&areaId=1&tag=%20jazz%20&page=0'));
  assert.deepEqual(asked, { kind: undefined, areaId: '', tag: 'jazz', page: 1 });
});
