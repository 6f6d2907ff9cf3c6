import type { Box } from './box.ts';
import { joinRelation, placeKey, type Joining, type Known } from './joint-grid.ts';

/** So many smallest places over all moments can be written down one by one; more cuts than that are related dimension by dimension. */
const MOST_ATOMS = 160;
/** Everybody whom no cut names. */
const OTHERS = '';

type Axis = { dimension: string; places: string[] };

function axesOf(known: readonly Known[], { wholes }: Joining): Axis[] {
  const dimensions = [...new Set(known.flatMap(({ box }) => [...box.keys()]))].toSorted();
  return dimensions.map((dimension) => {
    const whole = wholes.get(dimension);
    const named = new Set([...(whole ?? []), ...known.flatMap(({ box }) => box.get(dimension) ?? [])]);
    const isOpen = whole === undefined && known.some(({ box }) => !box.has(dimension));
    return { dimension, places: [...named, ...(isOpen ? [OTHERS] : [])] };
  });
}

const product = (axes: readonly Axis[]): Box[] =>
  axes.reduce<Map<string, readonly string[]>[]>(
    (all, { dimension, places }) => all.flatMap((one) => places.map((place) => new Map(one).set(dimension, [place]))),
    [new Map()],
  );

const holdsAtom = (box: Box, atom: Box): boolean =>
  [...box].every(([dimension, places]) => places.includes(atom.get(dimension)?.[0] ?? OTHERS));

type Atoms = Map<string, number>;
const PARTS = { count: ['count'], leftOut: ['leftOut'], outOf: ['count', 'leftOut'] } as const;

/** A number of one smallest place: nobody prints it, and it is not judged itself, for the cuts that are told are. */
function atomOf({ joint }: Joining, atoms: Atoms, key: string): number {
  const there = atoms.get(key);
  if (there !== undefined) return there;
  const cell = joint.cells.push({ count: 0, fate: 'latent', isSensitive: false, width: 0, isGuess: true }) - 1;
  atoms.set(key, cell);
  return cell;
}

/**
 * Every number that was told of these records as the sum of its smallest places, all dimensions at once: all that cuts of any shape tell
 * together. Where records only came, what came to each place is not below zero. False where that would be too much to write down.
 */
export function relateAtoms(joining: Joining, fellAt: ReadonlySet<number>): boolean {
  const known = [...joining.joint.known.values()].filter(({ sources }) => sources.size > 0);
  const epochs = [...new Set(known.map(({ epoch }) => epoch))].toSorted((a, b) => a - b);
  const axes = axesOf(known, joining);
  const size = axes.reduce((total, { places }) => total * places.length, epochs.length);
  if (size > MOST_ATOMS || axes.some(({ dimension }) => joining.overlapping.has(dimension))) return false;
  const places = product(axes);
  const atoms: Atoms = new Map();
  for (const { epoch, number, box, cell } of known) {
    const within = places.filter((atom) => holdsAtom(box, atom));
    const parts = PARTS[number].flatMap((one) =>
      within.map((atom) => atomOf(joining, atoms, placeKey(epoch, one, atom))),
    );
    joinRelation(joining, cell, parts);
  }
  for (const [index, epoch] of epochs.entries())
    if (index > 0 && !fellAt.has(epoch)) growAtoms(joining, atoms, { from: epochs[index - 1] ?? 0, to: epoch });
  return true;
}

function growAtoms(joining: Joining, atoms: Atoms, { from, to }: { from: number; to: number }): void {
  const prefix = `${from}|`;
  const before = [...atoms].filter(([key]) => key.startsWith(prefix));
  for (const [key, earlier] of before) {
    const later = atomOf(joining, atoms, `${to}|${key.slice(prefix.length)}`);
    joinRelation(joining, later, [earlier, atomOf(joining, atoms, `grown ${to}|${key}`)]);
  }
}
