import assert from 'node:assert/strict';
import test from 'node:test';
import { linesOf, logicLayout } from './logic-layout.ts';

const columns = [
  { name: 'In', cells: ['two rooms', 'a coordinator who knows everybody here'] },
  { name: 'Do', cells: ['mediation'] },
];

test('words are set in lines, none is lost', () => {
  assert.deepEqual(linesOf('a coordinator who knows everybody', 14), ['a coordinator', 'who knows', 'everybody']);
  assert.deepEqual(linesOf('   '), []);
  assert.deepEqual(linesOf('incomprehensibilities yes', 10), ['incomprehensibilities', 'yes']);
});

test('the first step stands where reading begins, and arrows run the same way', () => {
  const ltr = logicLayout(columns, 'ltr');
  const rtl = logicLayout(columns, 'rtl');
  assert.equal(ltr.boxes[0]?.x, 0);
  assert.equal(rtl.boxes[0]?.x, rtl.width - 170);
  for (const { from, to } of ltr.arrows) assert.ok(from < to);
  for (const { from, to } of rtl.arrows) assert.ok(from > to);
  assert.equal(ltr.height, rtl.height);
});

test('what stands in one step is under one another', () => {
  const [first, second] = logicLayout(columns, 'ltr').boxes;
  assert.ok(first !== undefined && second !== undefined && second.y >= first.y + first.height);
});
