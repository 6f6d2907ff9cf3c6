import type { CountedTable, Cut, TableDimension } from '../../contract/index.ts';

/** Numbers that look like chance and are the same on every machine. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A dimension of an invented dataset: its smallest places by the places that hold them. */
export type Axis = { code: string; tree: Record<string, string[]> };

/** How many were counted, and how many left out, at every smallest place: `a|b|c`. */
export type World = { axes: Axis[]; atoms: Map<string, { counted: number; leftOut: number }> };

/** Which smallest places a code of an axis has in it. */
export function leavesOf({ tree }: Axis, code: string): string[] {
  if (code === 'all') return Object.values(tree).flat();
  return tree[code] ?? [code];
}

const isGroup = ([group, leaves]: [string, string[]]): boolean => leaves.length !== 1 || leaves[0] !== group;

/** The whole hierarchy of an axis, or what of it a cut narrows it to. */
export function dimensionOf(axis: Axis, within: 'all' | string[]): TableDimension {
  const node = (code: string, parent: string | null) => ({ code, parent, population: null });
  if (within !== 'all') return { code: axis.code, overlaps: false, nodes: within.map((code) => node(code, null)) };
  const groups = Object.entries(axis.tree);
  return {
    code: axis.code,
    overlaps: false,
    nodes: [
      node('all', null),
      ...groups.flatMap(([group, leaves]) => [
        node(group, 'all'),
        ...(isGroup([group, leaves]) ? leaves.map((leaf) => node(leaf, group)) : []),
      ]),
    ],
  };
}

function product(lists: string[][]): string[][] {
  return lists.reduce<string[][]>((all, list) => all.flatMap((one) => list.map((next) => [...one, next])), [[]]);
}

/** An invented dataset: many small numbers, some of them zero. */
export function aWorld(axes: Axis[], chance: () => number, scale: number): World {
  const atoms = new Map<string, { counted: number; leftOut: number }>();
  const some = (): number => (chance() < 0.15 ? 0 : Math.floor(chance() * chance() * scale));
  for (const at of product(axes.map((axis) => leavesOf(axis, 'all'))))
    atoms.set(at.join('|'), { counted: some(), leftOut: some() });
  return { axes, atoms };
}

/** The smallest places that a cell of a cut is over. */
export function atomsOf(world: World, at: ReadonlyMap<string, string>, cut: Cut): string[] {
  return product(
    world.axes.map((axis) => {
      const inCut = cut[axis.code]?.flatMap((code) => leavesOf(axis, code));
      const code = at.get(axis.code);
      const here = code === undefined ? leavesOf(axis, 'all') : leavesOf(axis, code);
      return here.filter((leaf) => inCut === undefined || inCut.includes(leaf));
    }),
  ).map((atom) => atom.join('|'));
}

/** What a cut tells of which dimensions, and whether it also says out of how many. */
export type Ask = { cut: Cut; by: string[]; isRatio: boolean };

/** Counts a table out of an invented dataset. */
export function tabulate(world: World, { cut, by, isRatio }: Ask): CountedTable {
  const dimensions = world.axes
    .filter(({ code }) => by.includes(code))
    .map((axis) => dimensionOf(axis, cut[axis.code] ?? 'all'));
  const cells = product(dimensions.map(({ nodes }) => nodes.map(({ code }) => code))).map((at) => {
    const named = new Map(dimensions.map(({ code }, index) => [code, at[index] ?? '']));
    const atoms = atomsOf(world, named, cut).flatMap((atom) => world.atoms.get(atom) ?? []);
    const count = atoms.reduce((sum, { counted }) => sum + counted, 0);
    const outOf = atoms.reduce((sum, { counted, leftOut }) => sum + counted + leftOut, 0);
    return { at, count, outOf: isRatio ? outOf : null, value: null };
  });
  return { dimensions, cells };
}
