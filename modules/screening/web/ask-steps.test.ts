import assert from 'node:assert/strict';
import test from 'node:test';
import { atStep, checkStep, stepBefore, stepOf } from './ask-steps.ts';

const nothing = { all: () => [] };
const food = { all: () => ['food'] };

test('a form that names no step, or one that is not ours, begins at the beginning', () => {
  assert.equal(stepOf(undefined), 'needs');
  assert.equal(stepOf('admin'), 'needs');
  assert.equal(stepBefore('contact'), 'wants');
  assert.equal(stepBefore('needs'), 'needs');
});

test('whoever goes back and takes a need out no longer wants help with it', () => {
  const answer = atStep('wants', { 'needs[]': ['food'], 'wants[]': ['food', 'work'], displayName: 'Amal' });
  assert.deepEqual(answer.typed['wants[]'], ['food']);
  assert.equal(answer.typed['displayName'], 'Amal');
});

test('nobody goes on without having marked anything', () => {
  assert.throws(() => checkStep('needs', nothing), { code: 'invalid_input' });
  assert.doesNotThrow(() => checkStep('needs', food));
  assert.doesNotThrow(() => checkStep('contact', nothing));
});
