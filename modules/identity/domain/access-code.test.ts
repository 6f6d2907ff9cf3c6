import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { accessCodeFrom, readAccessCode } from './access-code.ts';

test('a code copied by hand, in any case and with any spacing, is read as itself', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), (random) => {
      const code = accessCodeFrom(random);
      const copied = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
      assert.equal(readAccessCode(copied), readAccessCode(code));
    }),
  );
});

test('digits typed on an Arabic keyboard are the same digits', () => {
  assert.equal(readAccessCode('٧K٣M-٩QXD-٢F٨A'), readAccessCode('7K3M-9QXD-2F8A'));
});
