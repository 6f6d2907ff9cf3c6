import type { Cut, TableDimension } from '../../contract/index.ts';

/** What a table was counted over and how it was laid out; and hierarchies beside, of places that its cut names as a whole. */
export type Layout = {
  cut: Cut;
  dimensions: readonly TableDimension[];
  hierarchies?: readonly TableDimension[] | undefined;
};

/** All of a dimension, however many places it has. */
export const ALL = '*';

/** Whom a number counts: in each dimension all, or the smallest places that are named. The same people, the same box, in every cut. */
export type Box = ReadonlyMap<string, readonly string[]>;

type Tree = Map<string, Set<string>>;

const hierarchiesOf = ({ dimensions, hierarchies = [] }: Layout): TableDimension[] => [...dimensions, ...hierarchies];

/** Every hierarchy that any of the layouts tells of, by dimension: what one cut does not say of an area another may. */
function treesOf(layouts: readonly Layout[]): Map<string, Tree> {
  const trees = new Map<string, Tree>();
  for (const { code: dimension, nodes, overlaps } of layouts.flatMap(hierarchiesOf)) {
    const tree = trees.get(dimension) ?? new Map<string, Set<string>>();
    trees.set(dimension, tree);
    for (const { code, parent } of nodes)
      if (parent !== null && !overlaps) tree.set(parent, (tree.get(parent) ?? new Set()).add(code));
  }
  return trees;
}

function leavesUnder(tree: Tree | undefined, code: string, seen = new Set<string>()): string[] {
  if (seen.has(code)) return [];
  seen.add(code);
  const parts = [...(tree?.get(code) ?? [])];
  return parts.length === 0 ? [code] : parts.flatMap((part) => leavesUnder(tree, part, seen));
}

/** The root of a dimension that was not narrowed is everybody. */
function isAll({ nodes }: TableDimension, code: string): boolean {
  const roots = nodes.filter(({ parent }) => parent === null);
  return roots.length === 1 && roots[0]?.code === code && nodes.length > 1;
}

/** All the smallest places of the dimensions that somebody told the whole of: whoever lives here knows them. */
export function wholesOf(layouts: readonly Layout[]): Map<string, string[]> {
  const trees = treesOf(layouts);
  const wholes = new Map<string, string[]>();
  for (const { code, nodes, overlaps } of layouts.flatMap(hierarchiesOf)) {
    const roots = nodes.filter(({ parent }) => parent === null);
    const [root] = roots;
    const isWhole = root !== undefined && roots.length === 1 && nodes.length > 1 && !overlaps;
    if (
      isWhole &&
      !layouts.some(({ cut, dimensions }) => cut[code] !== undefined && dimensions.some((one) => one.code === code))
    )
      wholes.set(code, leavesUnder(trees.get(code), root.code));
  }
  return wholes;
}

/** Says of a cell whom it counts. */
export function boxesOf(layouts: readonly Layout[]): (layout: Layout, at: readonly string[]) => Box {
  const trees = treesOf(layouts);
  const wholes = wholesOf(layouts);
  const memo = new Map<string, string[]>();
  const leavesOf = (dimension: string, code: string): string[] => {
    const key = `${dimension}\u0000${code}`;
    const leaves = memo.get(key) ?? leavesUnder(trees.get(dimension), code);
    memo.set(key, leaves);
    return leaves;
  };
  const namedBefore = new Map<string, string[]>();
  const named = (dimension: string, codes: readonly string[]): string[] => {
    const key = [dimension, ...codes].join('\u0000');
    const places = namedBefore.get(key) ?? [...new Set(codes.flatMap((code) => leavesOf(dimension, code)))].toSorted();
    namedBefore.set(key, places);
    return places;
  };
  return ({ cut, dimensions }, at) => {
    const box = new Map<string, readonly string[]>();
    for (const [dimension, codes] of Object.entries(cut)) box.set(dimension, named(dimension, codes));
    for (const [axis, dimension] of dimensions.entries()) {
      const code = at[axis] ?? '';
      if (cut[dimension.code] === undefined && isAll(dimension, code)) continue;
      box.set(dimension.code, named(dimension.code, [code]));
    }
    for (const [dimension, places] of box) if (places.length === wholes.get(dimension)?.length) box.delete(dimension);
    return box;
  };
}

/** A box is asked for its words thousands of times and never changes, and thousands of boxes share their lists of places. */
const writtenPlaces = new WeakMap<readonly string[], string>();
const writtenBoxes = new WeakMap<Box, { words: ReadonlyMap<string, string>; key: string }>();

function wordOf(places: readonly string[]): string {
  const word = writtenPlaces.get(places) ?? JSON.stringify(places);
  writtenPlaces.set(places, word);
  return word;
}

/** Each dimension of a box in a word, in their order, and all of them together. */
function wordsOf(box: Box): { words: ReadonlyMap<string, string>; key: string } {
  const known = writtenBoxes.get(box);
  if (known !== undefined) return known;
  const inOrder = [...box].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const words = new Map(inOrder.map(([dimension, places]) => [dimension, `${dimension}=${wordOf(places)}`]));
  const written = { words, key: [...words.values()].join('&') };
  writtenBoxes.set(box, written);
  return written;
}

/** The box in a word that is the same for the same people; or what is left of it without one dimension. */
export function keyOfBox(box: Box, without?: string): string {
  const { words, key } = wordsOf(box);
  if (without === undefined || !words.has(without)) return key;
  return [...words].flatMap(([dimension, word]) => (dimension === without ? [] : [word])).join('&');
}

const holds = (outer: readonly string[] | undefined, inner: readonly string[] | undefined): boolean => {
  if (outer === undefined) return true;
  return inner !== undefined && inner.every((code) => outer.includes(code));
};

/** Whether somebody may be counted by both, as far as can be seen. */
export function meets(one: Box, other: Box): boolean {
  return [...one].every(([dimension, places]) => {
    const others = other.get(dimension);
    return others === undefined || places.some((place) => others.includes(place));
  });
}

/** Whether everybody whom the inner counts is counted by the outer too, and it is not the same box. */
export function isWithin(inner: Box, outer: Box): boolean {
  const dimensions = [...new Set([...inner.keys(), ...outer.keys()])];
  if (!dimensions.every((dimension) => holds(outer.get(dimension), inner.get(dimension)))) return false;
  return keyOfBox(inner) !== keyOfBox(outer);
}
