import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Policy } from '../contract/index.ts';
import type { PastRelease } from './past/joint-grid.ts';
import { judgeRelease } from './past/judge-release.ts';
import { protectTable } from './protect-table.ts';
import { attack, type Collected } from './testing/attacker.ts';
import { aWorld, chanceFrom, dimensionOf, tabulate, type Axis, type World } from './testing/world.ts';

const TABLES = 1000;
const HISTORIES = 300;
const STEPS = 4;

const PERIOD: Axis = { code: 'period', tree: { q1: ['q1'], q2: ['q2'] } };
const SEX: Axis = { code: 'sex', tree: { f: ['f'], m: ['m'] } };
const TOWNS: Axis = { code: 'area', tree: { north: ['n1', 'n2'], south: ['s1', 's2'] } };

const oneOf = <Item>(chance: () => number, [first, ...others]: [Item, ...Item[]]): Item =>
  [first, ...others][Math.floor(chance() * (others.length + 1))] ?? first;

const policyOf = (least: number, showsZero = true): Policy => ({
  least,
  showsZero,
  leastPopulation: 0,
  rounding: 'none',
});

function tableOf(seed: number): { world: World; policy: Policy; breaches: number } {
  const chance = chanceFrom(seed);
  const area: Axis = {
    code: 'area',
    tree: { north: chance() < 0.5 ? ['n1', 'n2'] : ['n1', 'n2', 'n3'], south: ['s1', 's2'] },
  };
  const world = aWorld([area, PERIOD, SEX], chance, oneOf(chance, [8, 20, 40, 90]));
  const by = chance() < 0.75 ? ['area', 'period'] : ['area', 'period', 'sex'];
  const policy = policyOf(oneOf(chance, [5, 11, 20]), chance() < 0.7);
  const released = protectTable(tabulate(world, { cut: {}, by, isRatio: chance() < 0.4 }), policy);
  const rule = { least: policy.least, isGrowing: false };
  return { world, policy, breaches: attack(world, [{ released, cut: {}, epoch: 1 }], rule).length };
}

/** Records come: some places have more, none has fewer. */
function grow(world: World, chance: () => number): World {
  const more = (count: number): number => count + (chance() < 0.4 ? Math.floor(chance() * 25) : 0);
  const atoms = [...world.atoms].map(
    ([at, { counted, leftOut }]) => [at, { counted: more(counted), leftOut: more(leftOut) }] as const,
  );
  return { axes: world.axes, atoms: new Map(atoms) };
}

function cutOf(chance: () => number, by: readonly string[]): Record<string, string[]> {
  const area = oneOf(chance, [['n1', 'n2'], ['n1', 's1'], ['n1', 'n2', 's1'], ['s2'], ['n2', 's1']]);
  return {
    ...(chance() < 0.4 && !by.includes('area') ? { area } : {}),
    ...(chance() < 0.2 && !by.includes('period') ? { period: ['q1'] } : {}),
  };
}

function historyOf(seed: number): { breaches: number; told: number; kept: number } {
  const chance = chanceFrom(seed);
  let world = aWorld([TOWNS, PERIOD, SEX], chance, oneOf(chance, [20, 40, 90, 200]));
  const policy = policyOf(oneOf(chance, [5, 11]));
  const hierarchies = world.axes.map((axis) => dimensionOf(axis, 'all'));
  const past: PastRelease[] = [];
  const collected: Collected[] = [];
  let snapshot = 0;
  for (let step = 0; step < STEPS; step += 1) {
    if (step > 0 && chance() < 0.35) {
      world = grow(world, chance);
      snapshot += 1;
    }
    const by = oneOf(chance, [['area'], ['period'], ['sex'], ['area', 'period'], ['area', 'sex'], ['period', 'sex']]);
    const cut = cutOf(chance, by);
    const table = tabulate(world, { cut, by, isRatio: chance() < 0.3 });
    const incoming = { cut, table, policy, snapshot: `s${snapshot}`, hierarchies };
    const judged = judgeRelease(incoming, past);
    if ('whyNot' in judged) continue;
    past.push({ ...incoming, ...judged });
    collected.push({ released: judged.released, cut, epoch: judged.epoch });
  }
  const isGrowing = new Set(collected.map(({ epoch }) => epoch)).size > 1;
  const breaches = attack(world, collected, { least: policy.least, isGrowing }).length;
  return { breaches, told: collected.length, kept: STEPS - collected.length };
}

describe('an attacker with a solver of its own, who has nothing but what was published', () => {
  test('bounds no hidden number of 1,000 tables, of two and three hierarchies, with and without denominators, too tightly', () => {
    const breached = Array.from({ length: TABLES }, (_, seed) => seed + 1).filter((seed) => tableOf(seed).breaches > 0);
    assert.deepEqual(breached, []);
  });

  test('nor of 1,200 tables told one after the other, in cuts of any shape, while records come', () => {
    const histories = Array.from({ length: HISTORIES }, (_, seed) => ({ seed, ...historyOf(seed * 31 + 7) }));
    assert.deepEqual(
      histories.filter(({ breaches }) => breaches > 0).map(({ seed }) => seed),
      [],
    );
    const told = histories.reduce((sum, one) => sum + one.told, 0);
    assert.ok(told > (HISTORIES * STEPS) / 2, 'most of what is asked for is told');
  });
});
