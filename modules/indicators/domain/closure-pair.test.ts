import assert from 'node:assert/strict';
import test from 'node:test';
import { shownWith } from './closure-pair.ts';

const INDICATORS = [
  { code: 'help', recipe: 'got_help_rate', needCode: null },
  { code: 'help_housing', recipe: 'got_help_rate', needCode: 'housing' },
  { code: 'closed', recipe: 'closure_rate', needCode: null },
] as const;

test('closure never stands without got help, whichever is asked for', () => {
  assert.deepEqual(shownWith([...INDICATORS], 'closed'), ['closed', 'help']);
  assert.deepEqual(shownWith([...INDICATORS], 'help'), ['closed', 'help']);
});

test('help for one need is a figure of its own', () => {
  assert.deepEqual(shownWith([...INDICATORS], 'help_housing'), ['help_housing']);
});
