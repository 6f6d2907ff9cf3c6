import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSuppressions } from './check-suppressions.ts';
import { aTree, rulesOf } from './testing.ts';

const faultsOf = (path: string, text: string) => rulesOf(checkSuppressions(aTree({ [path]: text })));

test('a rule is never switched off', () => {
  assert.deepEqual(faultsOf('packages/kernel/a.ts', '// @ts-expect-error because\nexport const a = 1;\n'), [
    'packages/kernel/a.ts: suppression',
  ]);
  assert.deepEqual(faultsOf('packages/kernel/a.ts', '/* eslint-disable */\nexport const a = 1;\n'), [
    'packages/kernel/a.ts: suppression',
  ]);
  assert.deepEqual(faultsOf('packages/ui/a.css', '/* stylelint-disable */ a { color: red }'), [
    'packages/ui/a.css: suppression',
  ]);
});

test('the words of a suppression in a text are no suppression', () => {
  assert.deepEqual(faultsOf('packages/kernel/a.ts', `export const a = 'eslint-disable';\n`), []);
});

test('a loose end names its issue', () => {
  assert.deepEqual(faultsOf('packages/kernel/a.ts', '// TODO: later\nexport const a = 1;\n'), [
    'packages/kernel/a.ts: loose end',
  ]);
  assert.deepEqual(faultsOf('packages/kernel/a.ts', '// TODO(#12): later\nexport const a = 1;\n'), []);
});

test('no test is alone, and none is left out without its reason', () => {
  const left = ['packages/kernel/a.test.ts:1: test left out'];
  assert.deepEqual(faultsOf('packages/kernel/a.test.ts', `test.only('a', () => {});\n`), left);
  assert.deepEqual(faultsOf('packages/kernel/a.test.ts', `test.skip('a', () => {});\n`), left);
  assert.deepEqual(faultsOf('packages/kernel/a.test.ts', `test('a', { skip: true }, () => {});\n`), left);
  assert.deepEqual(
    faultsOf('packages/kernel/a.test.ts', `test('a', { skip: !here && 'no data here' }, (t) => t.skip('none'));\n`),
    [],
  );
});
