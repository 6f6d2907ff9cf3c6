import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { coversScope, cutScopes, isProgramScope, tidyScopes } from './program-scopes.ts';

const TYPES = ['*', 'Task', 'Patient', 'ServiceRequest'];
const LETTERS = ['c', 'r', 'u', 'd', 's'];
const scope = fc
  .tuple(fc.constantFrom(...TYPES), fc.subarray(LETTERS, { minLength: 1 }))
  .map(([type, letters]) => `system/${type}.${letters.join('')}`);
const scopes = fc.array(scope, { maxLength: 6 });
const everywhere = TYPES.flatMap((type) => LETTERS.map((letter) => ({ type, letter })));

test('a scope names a type and letters in their order, of either version', () => {
  for (const good of ['system/Task.rs', 'system/*.cruds', 'system/Patient.read', 'system/*.write', 'system/Task.*'])
    assert.ok(isProgramScope(good), good);
  for (const bad of [
    'system/Task.',
    'system/task.rs',
    'user/Task.rs',
    'system/Task.sr',
    'system/Task.rs?x=1',
    'openid',
    '',
  ])
    assert.ok(!isProgramScope(bad), bad);
});

test('a program never gets more than it was granted, nor more than it asks for', () => {
  fc.assert(
    fc.property(scopes, fc.array(scope, { minLength: 1, maxLength: 6 }), (granted, asked) => {
      const got = cutScopes(granted, asked);
      for (const { type, letter } of everywhere)
        assert.equal(
          coversScope(got, type, letter),
          coversScope(granted, type, letter) && coversScope(asked, type, letter),
          `${type}.${letter}`,
        );
    }),
  );
});

test('tidied scopes grant the same, and are tidy already', () => {
  fc.assert(
    fc.property(scopes, (given) => {
      const tidy = tidyScopes(given);
      for (const { type, letter } of everywhere)
        assert.equal(coversScope(tidy, type, letter), coversScope(given, type, letter));
      assert.deepEqual(tidyScopes(tidy), tidy);
    }),
  );
});

test('who asks for nothing in particular gets what was granted', () => {
  assert.deepEqual(cutScopes(['system/Task.read', 'system/Task.cu'], []), ['system/Task.crus']);
});
