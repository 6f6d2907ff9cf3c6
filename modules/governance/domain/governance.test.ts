import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasQuorum, isLate, isOverdue, monthsAfter, statusOfSeat, termsMeet } from './index.ts';

const TODAY = '2026-03-10';

test('a seat is empty, to come, filled, or ends soon unless somebody follows without a gap', () => {
  const status = (...terms: [string, string | null][]) =>
    statusOfSeat(
      terms.map(([startsOn, lastDay]) => ({ startsOn, lastDay })),
      TODAY,
    );
  assert.equal(status(), 'empty');
  assert.equal(status(['2025-01-01', '2026-03-09']), 'empty');
  assert.equal(status(['2025-01-01', '2026-03-10']), 'ending_soon');
  assert.equal(status(['2026-03-11', null]), 'to_come');
  assert.equal(status(['2025-01-01', null]), 'filled');
  assert.equal(status(['2025-01-01', '2026-06-08']), 'ending_soon');
  assert.equal(status(['2025-01-01', '2026-06-09']), 'filled');
  assert.equal(status(['2025-01-01', '2026-04-01'], ['2026-04-02', null]), 'filled');
  assert.equal(status(['2025-01-01', '2026-04-01'], ['2026-04-03', null]), 'ending_soon');
});

test('two terms meet where they share one day', () => {
  const first = { startsOn: '2026-01-01', lastDay: '2026-06-30' };
  assert.equal(termsMeet(first, { startsOn: '2026-06-30', lastDay: null }), true);
  assert.equal(termsMeet(first, { startsOn: '2026-07-01', lastDay: null }), false);
  assert.equal(termsMeet({ startsOn: '2026-07-01', lastDay: null }, first), false);
});

test('a quorum is counted of the filled seats, and empty seats decide nothing', () => {
  assert.equal(hasQuorum({ present: 2, filled: 4 }, 50), true);
  assert.equal(hasQuorum({ present: 2, filled: 5 }, 50), false);
  assert.equal(hasQuorum({ present: 0, filled: 0 }, 1), false);
});

test('a rhythm runs from the last meeting, over short months, and a planned one answers for it', () => {
  assert.equal(monthsAfter('2025-11-30', 3), '2026-02-28');
  const rhythm = { everyMonths: 3, began: '2025-01-01', held: ['2025-12-10'], planned: [] };
  assert.equal(isLate(rhythm, '2026-03-10'), false);
  assert.equal(isLate(rhythm, '2026-03-11'), true);
  assert.equal(isLate({ ...rhythm, planned: ['2026-04-01'] }, '2026-03-11'), false);
  assert.equal(isLate({ ...rhythm, everyMonths: null }, '2030-01-01'), false);
});

test('what is kept or dropped is never overdue', () => {
  assert.equal(isOverdue({ state: 'open', dueOn: '2026-03-09' }, TODAY), true);
  assert.equal(isOverdue({ state: 'running', dueOn: TODAY }, TODAY), false);
  assert.equal(isOverdue({ state: 'kept', dueOn: '2020-01-01' }, TODAY), false);
});
