import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LINE_FRAME, lineLayout } from './line-layout.ts';

const points = [
  { key: '1', label: 'Jan', value: 4 },
  { key: '2', label: 'Feb', value: null },
  { key: '3', label: 'Mar', value: 9 },
];
const series = [{ key: 'a', label: 'A', points }];

test('a missing month breaks the line and has no dot', () => {
  const [drawn] = lineLayout({ series, target: null, direction: 'ltr' }).lines;
  assert.equal(drawn?.dots.length, 2);
  assert.equal(drawn?.d.match(/M/g)?.length, 2);
});

test('the Arabic chart is the same chart seen from the other side', () => {
  const ltr = lineLayout({ series, target: 12, direction: 'ltr' });
  const rtl = lineLayout({ series, target: 12, direction: 'rtl' });
  assert.equal((ltr.lines[0]?.dots[0]?.x ?? 0) + (rtl.lines[0]?.dots[0]?.x ?? 0), LINE_FRAME.width);
  assert.equal(ltr.targetY, rtl.targetY);
  assert.ok(rtl.axisX > rtl.farX);
});

test('the target is inside the frame even when no figure reaches it', () => {
  const { targetY } = lineLayout({ series, target: 40, direction: 'ltr' });
  assert.ok((targetY ?? -1) >= 12 && (targetY ?? 999) <= LINE_FRAME.height);
});
