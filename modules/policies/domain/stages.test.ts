import assert from 'node:assert/strict';
import test from 'node:test';
import { PolicyStage } from '../contract/index.ts';
import { isOver, stagesAfter } from './stages.ts';

test('a text goes to and fro until it is adopted, and what is over stays so', () => {
  assert.ok(stagesAfter('before_body').includes('draft'));
  assert.deepEqual(stagesAfter('adopted'), ['in_force', 'repealed']);
  assert.deepEqual(stagesAfter('in_force'), ['repealed']);
  for (const stage of PolicyStage.options) assert.equal(stagesAfter(stage).length === 0, isOver(stage), stage);
});

test('only what was adopted can be repealed, and nothing follows itself', () => {
  for (const stage of PolicyStage.options) {
    assert.equal(stagesAfter(stage).includes('repealed'), ['adopted', 'in_force'].includes(stage), stage);
    assert.equal(stagesAfter(stage).includes(stage), false, stage);
  }
});
