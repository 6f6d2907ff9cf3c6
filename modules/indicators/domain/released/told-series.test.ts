import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { LEAST_SHOWN } from '../figures.ts';
import { determinedBy } from '../testing/determined-by.ts';
import { tellSeries, yearKey } from './told-series.ts';

const place = (areaId: string, parentAreaId: string | null) => ({ areaId, parentAreaId });
const TOWNS = ['north', 'south', 'east'].map((town) => place(town, 'region'));
const PARTS = ['north-1', 'north-2', 'north-3'].map((part) => place(part, 'north'));
const PLACES = [place('region', null), ...TOWNS, ...PARTS, place('south-1', 'south'), place('south-2', 'south')];
const LEAVES = PLACES.filter(({ areaId }) => !PLACES.some(({ parentAreaId }) => parentAreaId === areaId));

type Said = ReturnType<typeof counted>;
const counted = (areaId: string, numerator: number, [startsOn, endsOn] = ['2025-01-01', '2026-01-01']) => ({
  areaId,
  startsOn: startsOn ?? '',
  endsOn: endsOn ?? '',
  numerator,
  denominator: null,
  value: null,
});
const month = (number: number): [string, string] => {
  const first = (one: number): string => new Date(Date.UTC(2025, one, 1)).toISOString().slice(0, 10);
  return [first(number), first(number + 1)];
};
const placesTold = (said: Said[]) => tellSeries('count', said, PLACES).told.map(({ areaId }) => areaId);

test('of places that a source tells of, none of a few is public, and none by which it could be had; the rest stands', () => {
  const all = [counted('region', 305), counted('north', 4), counted('south', 200), counted('east', 101)];
  const parts = [counted('north-1', 2), counted('north-2', 2), counted('south-1', 150), counted('south-2', 50)];
  const told = placesTold([...all, ...parts]);
  assert.ok(told.includes('region'));
  for (const hidden of ['north', 'north-1', 'north-2']) assert.ok(!told.includes(hidden), hidden);
  const towns = ['south', 'east'].filter((town) => told.includes(town));
  assert.ok(towns.length < 2, 'two towns and the region would tell the third');
  assert.equal(
    told.includes('south'),
    told.includes('south-1') && told.includes('south-2'),
    'parts would tell their town',
  );
});

test('neighbourhoods of which no town was said stand beside the region', () => {
  const told = placesTold([
    counted('region', 205),
    counted('north-1', 5),
    counted('south-1', 80),
    counted('south-2', 120),
  ]);
  assert.ok(!told.includes('north-1'));
  assert.ok(told.length < 3, 'the region less the others would tell it');
});

test('a month of a few is not had by taking the other months from their year', () => {
  const months = (areaId: string, numbers: number[]) => numbers.map((number, at) => counted(areaId, number, month(at)));
  const south = tellSeries('count', months('south', [40, 3, 50]), PLACES);
  const isYearHidden = south.years.get(yearKey('south', 2025))?.isHidden;
  const told = south.told.map(({ numerator }) => numerator);
  assert.ok(!told.includes(3));
  assert.ok(isYearHidden === true || told.length < 2, 'the year less two months is the third');
  const east = tellSeries('count', months('east', [40, 30, 50]), PLACES);
  const whole = east.years.get(yearKey('east', 2025));
  assert.deepEqual([whole?.isHidden, whole?.said.numerator, east.told.length], [false, 120, 3]);
});

test('what came without counts is told as it came', () => {
  const index = { ...counted('south', 0), numerator: null, value: 61.5 };
  assert.equal(tellSeries('ratio', [index], PLACES).told.length, 1);
});

const aNumber = fc.oneof(fc.nat({ max: 15 }), fc.nat({ max: 400 }));
const MONTHS = 3;
const aWorld = fc.record({
  counts: fc.array(aNumber, { minLength: LEAVES.length * MONTHS, maxLength: LEAVES.length * MONTHS }),
  /** For each place whether months are said of it, its year, both or neither. */
  saying: fc.array(fc.constantFrom('months', 'year', 'both', 'none'), {
    minLength: PLACES.length,
    maxLength: PLACES.length,
  }),
});

/** The leaves within a place, by their place in the list. */
const leavesIn = (areaId: string): number[] =>
  LEAVES.flatMap((leaf, index) => (leaf.areaId === areaId || isWithin(leaf.areaId, areaId) ? [index] : []));
const isWithin = (areaId: string, around: string): boolean => {
  const parent = PLACES.find((one) => one.areaId === areaId)?.parentAreaId ?? null;
  return parent !== null && (parent === around || isWithin(parent, around));
};

test('nobody can work out a month or a year of a few in any place from all that is told of all places and times', () => {
  fc.assert(
    fc.property(aWorld, ({ counts, saying }) => {
      const sumOf = (cells: readonly number[]): number => cells.reduce((sum, cell) => sum + (counts[cell] ?? 0), 0);
      const cellsOf = (areaId: string, months: readonly number[]): number[] =>
        leavesIn(areaId).flatMap((leaf) => months.map((one) => leaf * MONTHS + one));
      const all = [0, 1, 2];
      const said = PLACES.flatMap(({ areaId }, index) => {
        const how = saying[index];
        const ofMonths = all.map((one) => ({ cells: cellsOf(areaId, [one]), span: month(one + 1) }));
        const ofYear = { cells: cellsOf(areaId, all), span: ['2025-01-01', '2026-01-01'] as [string, string] };
        const own = [
          ...(how === 'months' || how === 'both' ? ofMonths : []),
          ...(how === 'year' || how === 'both' ? [ofYear] : []),
        ];
        return own.map(({ cells, span }) => ({ ...counted(areaId, sumOf(cells), span), cells }));
      });
      const { told, years } = tellSeries('count', said, PLACES);
      const known = told.map(({ cells }) => cells);
      for (const { areaId } of PLACES)
        if (years.get(yearKey(areaId, 2025))?.isHidden === false) known.push(cellsOf(areaId, all));
      const size = LEAVES.length * MONTHS;
      const ofYears = [...years.keys()].map((key) => ({ cells: cellsOf(key.split(' ')[0] ?? '', all) }));
      for (const { cells } of [...said, ...ofYears]) {
        const count = sumOf(cells);
        if (count === 0 || count >= LEAST_SHOWN) continue;
        assert.equal(determinedBy(known, cells, size), false, `${cells.join()}: ${count}`);
      }
    }),
    { numRuns: 1000 },
  );
});
