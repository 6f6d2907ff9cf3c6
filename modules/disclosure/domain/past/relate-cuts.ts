import { isFew } from '../grid/grid.ts';
import { isWithin, keyOfBox, type Box } from './box.ts';
import { INCOMING, joinRelation, type Joining, type Known } from './joint-grid.ts';
import { fitPieces, type CountedSet } from './venn.ts';

/** A number that nobody prints, which somebody may work out. */
export function addLatent({ joint }: Joining, count: number, width: number): number {
  return joint.cells.push({ count, fate: 'latent', isSensitive: false, width }) - 1;
}

const without = (box: Box, dimension: string): Box => new Map([...box].filter(([code]) => code !== dimension));

/** Numbers of one epoch that differ in one dimension only, by what they have in common. */
export function alikeBut<One extends Known>(known: readonly One[]): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  const dimensions = new Set(known.flatMap(({ box }) => [...box.keys()]));
  for (const one of known)
    for (const dimension of dimensions) {
      const key = `${one.epoch}|${one.number}|${dimension}|${keyOfBox(without(one.box, dimension))}`;
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
  return groups;
}

const sharesSource = (group: readonly Known[]): boolean => {
  const [first, ...others] = group;
  return [...(first?.sources ?? [])].some((source) => others.every(({ sources }) => sources.has(source)));
};

/** More circles than this in one picture are not drawn: their differences are looked at two by two alone. */
const MOST_SETS = 60;

/**
 * What overlapping cuts of the same records tell together: the pieces of their picture, each of which somebody may work out. One
 * table's own sums are there already. False where no numbers fit.
 */
function relateGroup(joining: Joining, group: readonly Known[], dimension: string): boolean {
  const { joint } = joining;
  if (group.length < 2 || group.length > MOST_SETS || sharesSource(group)) return true;
  const sets = group.map(
    ({ cell, box }): CountedSet => ({ cell, places: box.get(dimension), count: joint.cells[cell]?.count ?? 0 }),
  );
  const pieces = fitPieces(sets);
  if (pieces === null) return false;
  const width = Math.min(...group.map(({ cell }) => joint.cells[cell]?.width ?? 0));
  const partsOf: number[][] = sets.map(() => []);
  for (const { within, count } of pieces) {
    const latent = addLatent(joining, count, width);
    for (const set of within) partsOf[set]?.push(latent);
  }
  for (const [index, { cell }] of sets.entries()) joinRelation(joining, cell, partsOf[index] ?? []);
  return true;
}

/** Joins the cuts of each epoch. False where their numbers do not fit: then records moved, whatever the totals say. */
export function relateOverlaps(joining: Joining): boolean {
  const known = [...joining.joint.known.values()];
  let fits = true;
  for (const [key, group] of alikeBut(known)) {
    const dimension = key.split('|')[2] ?? '';
    if (!joining.overlapping.has(dimension) && !relateGroup(joining, group, dimension)) fits = false;
  }
  return fits;
}

/**
 * A cut that holds another one, in whatever dimensions, and a few people more: the two tell of those few. The outer may be counted
 * later than the inner: who came since is few too.
 */
export function relateFewMore(joining: Joining, epoch: number): void {
  const { joint } = joining;
  const all = [...joint.known.values()].filter(({ number }) => number !== 'leftOut');
  const incoming = all.filter(({ sources }) => sources.has(INCOMING));
  const relate = (outer: Known, inner: Known): void => {
    const [one, other] = [joint.cells[outer.cell], joint.cells[inner.cell]];
    if (one === undefined || other === undefined || outer.number !== inner.number) return;
    if (!isFew(one.count - other.count, one.width) || !isWithin(inner.box, outer.box)) return;
    joinRelation(joining, outer.cell, [inner.cell, addLatent(joining, one.count - other.count, one.width)]);
  };
  for (const mine of incoming)
    for (const theirs of all) {
      if (theirs.sources.has(INCOMING)) continue;
      relate(mine, theirs);
      if (theirs.epoch === epoch) relate(theirs, mine);
    }
}

/** How the records moved on before an epoch: they only came, or some went too. */
export type Move = 'grown' | 'mixed';

function movesOf({ joint }: Joining): { pairs: { from: Known; to: Known }[]; mixed: Set<number> } {
  const byBox = new Map<string, Known[]>();
  for (const one of joint.known.values()) {
    const key = `${one.number}|${keyOfBox(one.box)}`;
    byBox.set(key, [...(byBox.get(key) ?? []), one]);
  }
  const pairs = [...byBox.values()].flatMap((versions) => {
    const inOrder = versions.toSorted((a, b) => a.epoch - b.epoch);
    return inOrder.slice(1).flatMap((to, index) => {
      const from = inOrder[index];
      return from === undefined ? [] : [{ from, to }];
    });
  });
  const countOf = ({ cell }: Known): number => joint.cells[cell]?.count ?? 0;
  const fell = pairs.filter(({ from, to }) => countOf(to) < countOf(from));
  return { pairs, mixed: new Set(fell.map(({ to }) => to.epoch)) };
}

/**
 * What came between two counts of the same people is a count of its own: later = earlier + what came. Where nothing fell an attacker
 * takes it that records only come, so that what came is not below zero; where something fell nothing follows from that. Says how the
 * records moved before this epoch.
 */
export function relateMoves(joining: Joining, epoch: number): Move {
  const { joint } = joining;
  const { pairs, mixed } = movesOf(joining);
  for (const { from, to } of pairs) {
    const [earlier, later] = [joint.cells[from.cell], joint.cells[to.cell]];
    if (earlier === undefined || later === undefined || mixed.has(to.epoch)) continue;
    joinRelation(joining, to.cell, [from.cell, addLatent(joining, later.count - earlier.count, later.width)]);
  }
  return mixed.has(epoch) ? 'mixed' : 'grown';
}
