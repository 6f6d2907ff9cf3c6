import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { takeawayOf } from './takeaway.ts';

const years = (...values: (number | null)[]) => values.map((value, index) => ({ year: 2021 + index, value }));

describe('takeawayOf', () => {
  it('says which way the last year went from the first, and how far', () => {
    assert.deepEqual(takeawayOf(years(10, 14, 12), 0), {
      move: 'rose',
      from: { year: 2021, value: 10 },
      to: { year: 2023, value: 12 },
      change: 2,
      years: 3,
    });
    assert.equal(takeawayOf(years(10, 4, 8), 0)?.move, 'fell');
  });

  it('says that it was never so high or so low, where there is more than one year to compare with', () => {
    assert.equal(takeawayOf(years(10, 11, 12), 0)?.move, 'rose_highest');
    assert.equal(takeawayOf(years(10, 9, 8), 0)?.move, 'fell_lowest');
    assert.equal(takeawayOf(years(10, 12), 0)?.move, 'rose');
    assert.equal(takeawayOf(years(10, 12, 12), 0)?.move, 'rose', 'as high as before is no record');
  });

  it('tells no change that cannot be seen in the figures as they are written', () => {
    assert.equal(takeawayOf(years(0.412, 0.414), 2)?.move, 'stayed');
    assert.equal(takeawayOf(years(0.412, 0.414), 2)?.change, 0);
    assert.equal(takeawayOf(years(0.1, 0.3), 2)?.change, 0.2, 'nothing is lost in the fractions');
  });

  it('steps over years that are missing, and never takes them for zero', () => {
    const said = takeawayOf(years(null, 10, null, 12, null), 0);
    assert.deepEqual([said?.from.year, said?.to.year, said?.years], [2022, 2024, 2]);
  });

  it('says nothing of one year or none', () => {
    assert.equal(takeawayOf([], 0), null);
    assert.equal(takeawayOf(years(null, 5), 0), null);
  });

  it('reads the years in order, whichever way they come', () => {
    assert.equal(takeawayOf(years(10, 12).toReversed(), 0)?.move, 'rose');
  });
});
