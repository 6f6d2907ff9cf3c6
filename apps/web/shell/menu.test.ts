import assert from 'node:assert/strict';
import { test } from 'node:test';
import { menuOf } from './menu.ts';

const fixed = [{ labelKey: 'a', path: '/a', may: 'anyone' }];
const offered = [
  { labelKey: 'other-a', path: '/a', may: 'anyone' },
  { labelKey: 'b', path: '/b', may: 'thing:see' },
];

test('a module adds to the menu and never doubles it', () => {
  assert.deepEqual(
    menuOf(fixed, offered, () => true).map(({ labelKey }) => labelKey),
    ['a', 'b'],
  );
});

test('what a person may not use is not there', () => {
  assert.equal(menuOf(fixed, offered, (permission) => permission === 'anyone').length, 1);
});
