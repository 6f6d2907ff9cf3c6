import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { LEAST_SHOWN } from './figures.ts';
import {
  hiddenPopulations,
  isToldOfPopulations,
  type PeopleIn,
  type Population,
  type Share,
} from './told-populations.ts';

/** Somebody with one referral: in which cohorts, where, and whether it was counted. */
type One = { cohorts: string[]; area: string; counted: boolean };

const COHORTS = ['a', 'b', 'c'];

const aPerson: fc.Arbitrary<One> = fc.record({
  cohorts: fc.subarray(COHORTS),
  area: fc.constantFrom('north', 'south', 'east'),
  counted: fc.boolean(),
});

const tell = (people: readonly One[]): PeopleIn => {
  const counted = people.filter((one) => one.counted).length;
  return { counted, leftOut: people.length - counted, of: people.length, apart: 0 };
};

function sharesOf(people: readonly One[]): Share[] {
  const groups = new Map<string, { cohortIds: string[]; cell: string; those: One[] }>();
  for (const one of people)
    for (const cell of ['', `area ${one.area}`]) {
      const key = `${one.cohorts.join()}|${cell}`;
      const group = groups.get(key) ?? { cohortIds: one.cohorts, cell, those: [] };
      group.those.push(one);
      groups.set(key, group);
    }
  return [...groups.values()].map(({ cohortIds, cell, those }) => ({ cohortIds, cell, people: tell(those) }));
}

const populationsOf = (people: readonly One[]): Population[] =>
  COHORTS.map((cohortId) => {
    const those = people.filter(({ cohorts }) => cohorts.includes(cohortId));
    return { cohortId, members: those.length, people: tell(those) };
  });

function toldOf(people: readonly One[]): string[] {
  const hidden = hiddenPopulations(populationsOf(people), sharesOf(people));
  return COHORTS.filter((cohortId) => !hidden.has(cohortId));
}

const many = (count: number, one: Partial<One>): One[] =>
  Array.from({ length: count }, (_, index) => ({ cohorts: [], area: 'north', counted: index % 2 === 0, ...one }));

/** What can be worked out from what is told: each cohort, everybody without it, and each of these without another. */
function workedOut(people: readonly One[], told: readonly string[]): One[][] {
  const isIn = (cohort: string) => (one: One) => one.cohorts.includes(cohort);
  return told.flatMap((cohort) => {
    const within = people.filter(isIn(cohort));
    const without = people.filter((one) => !isIn(cohort)(one));
    const areas = new Set(within.map(({ area }) => area));
    const nearby = without.filter(({ area }) => areas.has(area));
    const others = told.filter((other) => other !== cohort);
    const pairs = others.flatMap((other) => [within, without].map((set) => set.filter((one) => !isIn(other)(one))));
    return [within, without, nearby, ...pairs];
  });
}

test('nothing that can be worked out from what is told is of a few people', () => {
  let shown = 0;
  fc.assert(
    fc.property(fc.array(aPerson, { maxLength: 500, size: 'max' }), (people) => {
      // A cohort without a referral tells of nobody, and takes nobody from anybody.
      const told = toldOf(people).filter((id) => people.some(({ cohorts }) => cohorts.includes(id)));
      shown += told.length;
      for (const set of workedOut(people, told))
        for (const count of Object.values(tell(set))) assert.ok(count === 0 || count >= LEAST_SHOWN);
    }),
  );
  assert.ok(shown > 50, `${shown} were told`);
});

test('cohorts that are large, and leave many, are told', () => {
  const people = [
    ...many(40, { cohorts: ['a'] }),
    ...many(40, { cohorts: ['b'] }),
    ...many(60, { cohorts: ['a', 'b'] }),
  ];
  assert.deepEqual(toldOf([...people, ...many(50, {})]), ['a', 'b', 'c']);
});

test('many small places are many people together', () => {
  const areas = Array.from({ length: 20 }, (_, index) => `place${index}`);
  const people = areas.flatMap((area) => [...many(4, { cohorts: ['a'], area }), ...many(4, { area })]);
  assert.deepEqual(toldOf(people), ['a', 'b', 'c']);
});

test('of two that leave a few, the larger is told', () => {
  const nested = [...many(40, { cohorts: ['a', 'b'] }), ...many(4, { cohorts: ['a'] }), ...many(50, {})];
  assert.deepEqual(toldOf(nested), ['a', 'c']);
});

test('whoever knows members by name is told of no cohort', () => {
  const may = (...permissions: string[]) => isToldOfPopulations({ permissions: new Set(permissions) });
  assert.deepEqual(
    [
      may('cohort:measure'),
      may('cohort:measure', 'purpose:cohort'),
      may('cohort:measure', 'cohort:join'),
      may('cohort:read'),
    ],
    [true, false, false, false],
  );
});
