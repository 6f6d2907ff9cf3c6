import { isFew, type GridCell } from '../grid/grid.ts';
import { isWithin, keyOfBox, type Box } from './box.ts';
import { INCOMING, joinRelation, placeKey, type Joining, type Known } from './joint-grid.ts';
import { fitPieces, type CountedSet, type Piece } from './venn.ts';

/** A number that nobody prints, which somebody may work out. */
export function addLatent({ joint }: Joining, count: number, width: number): number {
  return joint.cells.push({ count, fate: 'latent', isSensitive: false, width }) - 1;
}

/** Numbers of one epoch that differ in one dimension only, by what they have in common. */
export function alikeBut<One extends Known>(known: readonly One[]): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  const dimensions = new Set(known.flatMap(({ box }) => [...box.keys()]));
  for (const one of known)
    for (const dimension of dimensions) {
      const key = `${one.epoch}|${one.number}|${dimension}|${keyOfBox(one.box, dimension)}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
  return groups;
}

const sharesSource = (group: readonly Known[]): boolean => {
  const [first, ...others] = group;
  return [...(first?.sources ?? [])].some((source) => others.every(({ sources }) => sources.has(source)));
};

/** More circles than this in one picture are not drawn: their differences are looked at two by two alone. */
const MOST_SETS = 60;
/** Pieces of pieces, once for each further dimension of most tables. */
const ROUNDS = 2;

/** A piece of the picture as a number of its own: one that is there already, or one that nobody prints. */
function cellOfPiece(joining: Joining, like: Known, piece: { box: Box; count: number; width: number }): number {
  const { joint } = joining;
  const key = placeKey(like.epoch, like.number, piece.box);
  const there = joint.known.get(key);
  if (there !== undefined) return there.cell;
  const cell =
    joint.cells.push({ count: piece.count, fate: 'latent', isSensitive: false, width: piece.width, isGuess: true }) - 1;
  joint.known.set(key, { cell, epoch: like.epoch, number: like.number, box: piece.box, sources: new Set() });
  return cell;
}

/** For each set the cells of its pieces. */
function pieceCells(
  joining: Joining,
  like: Known,
  found: { pieces: readonly Piece[]; dimension: string; width: number },
): number[][] {
  const partsOf: number[][] = [];
  for (const { within, places, count } of found.pieces) {
    const box = new Map(like.box).set(found.dimension, places);
    const part = cellOfPiece(joining, like, { box, count, width: found.width });
    for (const set of within) partsOf[set] = [...(partsOf[set] ?? []), part];
  }
  return partsOf;
}

/**
 * What overlapping cuts of the same records tell together: the pieces of their picture, each of which somebody may work out. One
 * table's own sums are there already. False where no numbers fit.
 */
function relateGroup(joining: Joining, group: readonly Known[], dimension: string): boolean {
  const [like] = group;
  if (like === undefined || group.length < 2 || group.length > MOST_SETS || sharesSource(group)) return true;
  const cellOf = ({ cell }: Known): GridCell | undefined => joining.joint.cells[cell];
  const sets = group.map((one): CountedSet => ({ places: one.box.get(dimension), count: cellOf(one)?.count ?? 0 }));
  const { pieces, fits } = fitPieces(sets);
  const width = Math.min(...group.map((one) => cellOf(one)?.width ?? 0));
  const partsOf = pieceCells(joining, like, { pieces, dimension, width });
  for (const [index, { cell }] of group.entries()) {
    const parts = partsOf[index] ?? [];
    if (parts.join() !== String(cell)) joinRelation(joining, cell, parts);
  }
  return fits;
}

/** Some table prints it, shown or suppressed. */
export const isPrinted = ({ sources }: Known): boolean => sources.size > 0;

function relateGroups(joining: Joining, isAsked: (group: readonly Known[]) => boolean): boolean {
  let fits = true;
  for (const [key, group] of alikeBut([...joining.joint.known.values()])) {
    const dimension = key.split('|')[2] ?? '';
    if (joining.overlapping.has(dimension) || !isAsked(group)) continue;
    if (!relateGroup(joining, group, dimension)) fits = false;
  }
  return fits;
}

/**
 * Joins the cuts of each epoch, dimension by dimension; then the pieces that came of it, which hang together in the other dimensions
 * too. False where the printed numbers do not fit: then records moved, whatever the totals say.
 */
export function relateOverlaps(joining: Joining): boolean {
  const fits = relateGroups(joining, (group) => group.every(isPrinted));
  const hasPieces = [...joining.joint.known.values()].some((one) => !isPrinted(one));
  for (let round = 0; round < ROUNDS && hasPieces; round += 1)
    relateGroups(joining, (group) => !group.every(isPrinted));
  return fits;
}

/**
 * A cut that holds another one, in whatever dimensions, and a few people more: the two tell of those few. The outer may be counted
 * later than the inner: who came since is few too.
 */
export function relateFewMore(joining: Joining, epoch: number): void {
  const { joint } = joining;
  const all = [...joint.known.values()].filter((one) => one.number !== 'leftOut' && isPrinted(one));
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
  // A piece has a number that fits, which says nothing of what came or went.
  for (const one of [...joint.known.values()].filter(isPrinted)) {
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
export function relateMoves(joining: Joining, epoch: number): { move: Move; fellAt: ReadonlySet<number> } {
  const { joint } = joining;
  const { pairs, mixed } = movesOf(joining);
  for (const { from, to } of pairs) {
    const [earlier, later] = [joint.cells[from.cell], joint.cells[to.cell]];
    if (earlier === undefined || later === undefined || mixed.has(to.epoch)) continue;
    joinRelation(joining, to.cell, [from.cell, addLatent(joining, later.count - earlier.count, later.width)]);
  }
  return { move: mixed.has(epoch) ? 'mixed' : 'grown', fellAt: mixed };
}
