import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { rollUpTree, type TreeNode } from './roll-up-tree.ts';
import { rollUp } from './roll-up.ts';

test('weights of two and three over fifty and fifty are fifty', () => {
  const half = [2, 3].map((weight) => ({ weight, progress: 50 }));
  assert.deepEqual(rollUp(half), { progress: 50, coverage: 1 });
});

test('a weight of one among others is a weight as any other', () => {
  assert.equal(
    rollUp([
      { weight: 1, progress: 0 },
      { weight: 3, progress: 100 },
    ]).progress,
    75,
  );
});

test('a part without data is left out, and how much is known is told', () => {
  const rolled = rollUp([
    { weight: 3, progress: 0.5 },
    { weight: 1, progress: null },
  ]);
  assert.deepEqual(rolled, { progress: 0.5, coverage: 0.75 });
});

test('nothing known is nothing said, which is not zero', () => {
  assert.deepEqual(rollUp([{ weight: 1, progress: null }]), { progress: null, coverage: 0 });
  assert.deepEqual(rollUp([]), { progress: null, coverage: 0 });
});

test('whatever the weights, the whole lies between its parts', () => {
  const part = fc.record({
    weight: fc.double({ min: 0.01, max: 1000, noNaN: true }),
    progress: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(part, { minLength: 1 }), (parts) => {
      const { progress, coverage } = rollUp(parts);
      const all = parts.map((one) => one.progress);
      assert.ok(progress !== null);
      assert.ok(progress >= Math.min(...all) - 1e-9 && progress <= Math.max(...all) + 1e-9);
      assert.equal(coverage, 1);
    }),
  );
});

function aNode(itemId: string, parentItemId: string | null, change: Partial<TreeNode> = {}): TreeNode {
  return { itemId, parentItemId, weight: 1, progress: null, shareDone: null, targets: [], ...change };
}

test('a plan is rolled up from its leaves: targets first, then what is under, then what is said', () => {
  const rolled = rollUpTree([
    aNode('A', null),
    aNode('1', 'A', { weight: 2, targets: [{ progress: 1.4 }, { progress: 0 }] }),
    aNode('1.1', '1', { progress: 'planned' }),
    aNode('2', 'A', { weight: 3 }),
    aNode('2.1', '2', { progress: 'done' }),
    aNode('2.2', '2', { progress: 'under_way', shareDone: 25 }),
    aNode('2.3', '2', { progress: 'delayed' }),
  ]);
  assert.deepEqual(rolled.get('1'), { progress: 0.5, coverage: 1 });
  assert.deepEqual(rolled.get('2'), { progress: 0.625, coverage: 2 / 3 });
  assert.deepEqual(rolled.get('A'), { progress: (2 * 0.5 + 3 * 0.625) / 5, coverage: 1 });
  assert.deepEqual(rolled.get('2.3'), { progress: null, coverage: 0 });
});
