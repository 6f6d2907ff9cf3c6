import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whoSits, type Sitting } from './who-sits.ts';

const sitting = (seatId: string, change: Partial<Sitting>): Sitting => ({
  seatId,
  isRequired: true,
  populations: [],
  startsOn: '2026-01-01',
  lastDay: null,
  ...change,
});

test('a term holds from its first day to its last, both with it', () => {
  const one = [sitting('1', { startsOn: '2026-11-22', lastDay: '2026-11-23', populations: ['women'] })];
  const filledOn = (day: string): number => whoSits(one, day).seats.filled;
  assert.deepEqual(['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'].map(filledOn), [0, 1, 1, 0]);
  assert.deepEqual([...whoSits(one, '2026-11-23').represented], ['women']);
  assert.deepEqual([...whoSits(one, '2026-11-24').represented], []);
});

test('a seat counts once however many sat in it, and one that nobody ever sat in counts as empty', () => {
  const seats = [
    sitting('1', { lastDay: '2026-06-30' }),
    sitting('1', { startsOn: '2026-07-01' }),
    sitting('2', { startsOn: null }),
  ];
  assert.deepEqual(whoSits(seats, '2026-11-22').seats, { required: 2, filled: 1 });
});

test('who sits in a seat that need not be filled still speaks for their group', () => {
  const sits = whoSits([sitting('1', { isRequired: false, populations: ['youth'] })], '2026-11-22');
  assert.deepEqual(sits, { seats: { required: 0, filled: 0 }, represented: new Set(['youth']) });
});
