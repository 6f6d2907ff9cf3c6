import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { LEAST_SHOWN } from '../figures.ts';
import { determinedBy } from '../testing/determined-by.ts';
import { tellSeries, yearsOfPlaces } from './told-series.ts';

const place = (areaId: string, parentAreaId: string | null) => ({
  areaId,
  parentAreaId,
  population: null as number | null,
});
const TOWNS = ['north', 'south', 'east'].map((town) => place(town, 'region'));
const PARTS = ['north-1', 'north-2', 'north-3'].map((part) => place(part, 'north'));
const PLACES = [place('region', null), ...TOWNS, ...PARTS, place('south-1', 'south'), place('south-2', 'south')];
const LEAVES = PLACES.filter(({ areaId }) => !PLACES.some(({ parentAreaId }) => parentAreaId === areaId));

type Said = ReturnType<typeof counted>;
const counted = (areaId: string, numerator: number, [startsOn, endsOn] = ['2025-01-01', '2026-01-01']) => ({
  areaId,
  startsOn: startsOn ?? '',
  endsOn: endsOn ?? '',
  cut: '',
  numerator: numerator as number | null,
  denominator: null as number | null,
  value: null as number | null,
  wasTold: false,
});
const COUNT = { unit: 'count', factor: 1 } as const;
const month = (number: number): [string, string] => {
  const first = (one: number): string => new Date(Date.UTC(2025, one, 1)).toISOString().slice(0, 10);
  return [first(number), first(number + 1)];
};
const toldOf = <One>(judged: ReadonlyMap<One, boolean>): One[] =>
  [...judged].flatMap(([one, isTold]) => (isTold ? [one] : []));
const tell = <One extends Said>(said: readonly One[]): One[] => toldOf(tellSeries(COUNT, said, PLACES));
const placesTold = (said: Said[]) => tell(said).map(({ areaId }) => areaId);

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

test('a month of a few is not told; its year is told where it does not follow from the others, and not where months are all it is', () => {
  const months = (areaId: string, numbers: number[]) => numbers.map((number, at) => counted(areaId, number, month(at)));
  const south = months('south', [40, 3, 50]);
  assert.deepEqual(
    tell(south).map(({ numerator }) => numerator),
    [40, 50],
  );
  const beside = [...south, counted('south', 93)];
  assert.ok(tell(beside).length < 3, 'the year less two months is the third');
  assert.equal(tell(months('east', [40, 30, 50])).length, 3);
  const region = months('region', [140, 133, 150]);
  const all = [...region, ...south, ...months('east', [50, 60, 50]), ...months('north', [50, 70, 50])];
  const told = tell(all).filter(({ startsOn }) => startsOn === '2025-02-01');
  assert.ok(told.length < 3, 'of the month of a few another place is hidden with it');
});

test('what was told once hides nobody afterwards: what is approved later is judged beside it, in whatever order it comes', () => {
  const told = [counted('region', 225), counted('south', 100)].map((one) => ({ ...one, wasTold: true }));
  const later = [counted('east', 120), counted('north', 5)];
  const now = placesTold([...told, ...later]);
  assert.deepEqual(now.toSorted(), ['region', 'south'], 'east would tell north to whoever kept what was told before');
  const fresh = [counted('region', 205), counted('north', 5), counted('east', 100), counted('south', 100)];
  assert.deepEqual(placesTold(fresh).toSorted(), placesTold(fresh.toReversed()).toSorted());
});

test('what hangs together with a stretch of time is judged, and other years are left as they are', () => {
  const said = [counted('region', 400), counted('region', 300, ['2026-01-01', '2027-01-01'])];
  const judged = tellSeries({ ...COUNT, around: { startsOn: '2026-03-01', endsOn: '2026-04-01' } }, said, PLACES);
  assert.deepEqual(
    [...judged.keys()].map(({ numerator }) => numerator),
    [300],
  );
});

test('parts of the people are judged with their whole, which may be hidden for the sake of another month', () => {
  const numbers = [60, 61, 62, 63, 64, 60, 61, 62, 63, 64, 3, 40];
  const months = numbers.map((number, at) => counted('region', number, month(at)));
  const year = counted(
    'region',
    numbers.reduce((sum, one) => sum + one, 0),
  );
  const cut = (name: string, numerator: number) => ({ ...counted('region', numerator, month(11)), cut: name });
  const told = tell([...months, year, cut('sex:f', 22), cut('sex:m', 18)]);
  const shown = new Set(told.map((one) => `${one.startsOn} ${one.endsOn} ${one.cut}`));
  const isKnown = (_: number, at: number): boolean => {
    const span = month(at).join(' ');
    return shown.has(`${span} `) || ['sex:f', 'sex:m'].every((name) => shown.has(`${span} ${name}`));
  };
  const unknown = numbers.filter((number, at) => !isKnown(number, at)).length;
  assert.ok(!shown.has('2025-01-01 2026-01-01 ') || unknown > 1, 'November is the year less eleven months');
  assert.ok(told.length > 10, 'and the rest is told');
});

test('of one trait a part of a few takes another with it; two traits together and parts of a small place are told of nobody', () => {
  const cut = (name: string, numerator: number, areaId = 'region') => ({ ...counted(areaId, numerator), cut: name });
  const whole = counted('region', 600);
  const ages = [cut('age:15-29', 450), cut('age:30-59', 146), cut('age:60+', 4)];
  const told = tell([
    whole,
    ...ages,
    cut('sex:f', 300),
    cut('sex:m', 300),
    cut('age:15-29|sex:f', 200),
    cut('sex:f', 90, 'south'),
  ]);
  const names = told.map((one) => `${one.areaId} ${one.cut}`);
  assert.ok(names.includes('region ') && names.includes('region sex:f') && names.includes('region sex:m'));
  assert.ok(!names.includes('region age:60+'));
  assert.ok(names.filter((name) => name.startsWith('region age')).length < 2);
  assert.ok(!names.some((name) => name.includes('|') || name.startsWith('south')));
});

test('where so much hangs together that nothing could be proved, small places are left out before the region is', () => {
  const towns = Array.from({ length: 6 }, (_, town) => place(`t${town}`, 'region'));
  const parts = towns.flatMap(({ areaId }) => Array.from({ length: 30 }, (_, at) => place(`${areaId}-${at}`, areaId)));
  const places = [place('region', null), ...towns, ...parts];
  const said = Array.from({ length: 12 }, (_, at) => {
    const small = parts.map(({ areaId }, index) => counted(areaId, (index * 7 + at * 5) % 23, month(at)));
    const sumIn = (areaId: string): number =>
      small.reduce((sum, one) => sum + (one.areaId.startsWith(areaId) ? (one.numerator ?? 0) : 0), 0);
    const around = towns.map(({ areaId }) => counted(areaId, sumIn(areaId), month(at)));
    return [counted('region', sumIn('t'), month(at)), ...around, ...small];
  }).flat();
  const told = toldOf(tellSeries(COUNT, said, places)).map(({ areaId }) => areaId);
  assert.equal(told.filter((areaId) => areaId === 'region').length, 12);
  assert.ok(told.filter((areaId) => /^t\d$/.test(areaId)).length > 36, 'towns are told');
});

test('a rate without its counts is judged by as many as it makes of those who live there', () => {
  const rate = (areaId: string, value: number) => ({ ...counted(areaId, 0), numerator: null, value });
  const lived = [
    { ...place('region', null), population: 90_000 },
    { ...place('south', 'region'), population: 400 },
  ];
  const said = [rate('region', 7.5), rate('south', 7.5)];
  const told = toldOf(tellSeries({ unit: 'rate', factor: 1000 }, said, lived)).map(({ areaId }) => areaId);
  assert.deepEqual(told, ['region'], '7.5 of 1000 of 400 are three');
  assert.equal(
    toldOf(tellSeries({ unit: 'rate', factor: 1000 }, said, PLACES)).length,
    2,
    'where nobody knows how many live there, all',
  );
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
      const told = new Set(tell(said));
      const known = [...told].map(({ cells }) => cells);
      const years = [...yearsOfPlaces('count', said).values()];
      for (const { said: year, of } of years)
        if (of.every((one) => told.has(one))) known.push(cellsOf(year.areaId, all));
      const size = LEAVES.length * MONTHS;
      const ofYears = years.map(({ said: year }) => ({ cells: cellsOf(year.areaId, all) }));
      for (const { cells } of [...said, ...ofYears]) {
        const count = sumOf(cells);
        if (count === 0 || count >= LEAST_SHOWN) continue;
        assert.equal(determinedBy(known, cells, size), false, `${cells.join()}: ${count}`);
      }
    }),
    { numRuns: 1000 },
  );
});
