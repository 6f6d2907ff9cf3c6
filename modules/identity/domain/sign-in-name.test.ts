import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { readSignInName } from './sign-in-name.ts';

test('a telephone number is the same however its country and its figures are written', () => {
  for (const typed of ['50 555 321', '+216 50 555 321', '00216-50-555-321', '٥٠ ٥٥٥ ٣٢١', '\u200e+21650555321\u200e'])
    assert.equal(readSignInName(typed), '50555321', typed);
  assert.equal(readSignInName('06 12 34 56 78'), readSignInName('+212 612 345 678'));
});

test('a name is the same in any case, with or without marks, spaces and hamza', () => {
  assert.equal(readSignInName(' Nour  El-Houda '), readSignInName('nour el-houda'));
  assert.equal(readSignInName('Hélène'), readSignInName('helene'));
  assert.equal(readSignInName('أُمّ أحمد'), readSignInName('ام احمد'));
  assert.equal(readSignInName('فاطمة'), readSignInName('فاطمه'));
  assert.notEqual(readSignInName('nour1'), readSignInName('nour2'));
});

test('what was read once is read again as itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const read = readSignInName(typed);
      assert.equal(readSignInName(read), read);
    }),
  );
});
