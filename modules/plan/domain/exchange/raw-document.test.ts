import assert from 'node:assert/strict';
import test from 'node:test';
import { rawOfTables } from './raw-document.ts';
import { readDocument } from './read-document.ts';

const table = (name: string, ...lines: string[][]) => ({
  name,
  lines: lines.map((cells, at) => ({ at: at + 1, cells })),
});

/** What is found of the targets of a file, by line, field, reason and what stands there. */
function foundIn(head: string[], ...rows: string[][]): string[] {
  const plan = table('plan', ['format'], ['qantara-plan/1']);
  const { faults } = readDocument(rawOfTables([plan, table('targets', head, ...rows)]));
  return faults
    .filter(({ part, code }) => part === 'targets' && code !== 'missing' && code !== 'node_unknown')
    .map(({ at, field, code, value }) => `${at} ${field} ${code} ${value}`);
}

test('a number that may be a thousand or one and a bit is refused, and one that is plain is not', () => {
  for (const unclear of ['1,500', '12,345', '1,234,567', '١٬٢٣٤', '12.500'])
    assert.deepEqual(foundIn(['node', 'target'], ['1', unclear]), [`2 target number_unclear ${unclear}`], unclear);
  for (const clear of ['1500', '1 500', '0,125', '0.125', '12,5', '12.345', '-0.250', '1.5'])
    assert.deepEqual(foundIn(['node', 'target'], ['1', clear]), [], clear);
  assert.deepEqual(foundIn(['node', 'target'], ['1', 'many']), ['2 target not_a_number many']);
});

test('what stands beyond the columns, or in two of one name, is told and not dropped', () => {
  assert.deepEqual(foundIn(['node', 'target'], ['1', '1', '500']), ['2 null cells_beyond 500']);
  assert.deepEqual(foundIn(['node', 'target', 'target'], ['1', '5', '9999']), ['2 target told_twice 9999']);
  assert.deepEqual(foundIn(['node', 'target', 'target'], ['1', '5', '5'], ['1', '5', '']), []);
});

test('brackets within brackets without an end are a cell that cannot be read', () => {
  const plan = table('plan', ['format'], ['qantara-plan/1']);
  const nodes = table('nodes', ['path', 'details'], ['1', '['.repeat(100_000)]);
  assert.ok(readDocument(rawOfTables([plan, nodes])).faults.some(({ field }) => field === 'details'));
});
