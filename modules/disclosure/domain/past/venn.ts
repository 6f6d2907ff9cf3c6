import { solve, type Constraint } from 'yalps';
import { ALL } from './box.ts';

/** Sets of places over which the same thing was counted, and how many each has. */
export type CountedSet = { cell: number; places: readonly string[] | undefined; count: number };
/** One piece of the picture that overlapping circles make: in which of the sets it lies, and a count that fits all of them. */
export type Piece = { within: readonly number[]; count: number };

const REST = '\u0000rest';

/** Which places lie in exactly the same sets: nobody who has the sets alone can tell them apart. */
function piecesOf(sets: readonly CountedSet[]): number[][] {
  const places = [...new Set(sets.flatMap(({ places }) => places ?? [])), REST];
  const pieces = new Map<string, number[]>();
  for (const place of places) {
    const within = sets.flatMap((set, index) =>
      set.places === undefined || set.places.includes(place) ? [index] : [],
    );
    if (within.length > 0) pieces.set(within.join(), within);
  }
  return [...pieces.values()];
}

/**
 * The pieces of overlapping cuts, each with a number of people that fits: A∖B, B∖A, what is in both, and so on for any number of
 * them. Nothing where no numbers fit, which says that records moved between the cuts.
 */
export function fitPieces(sets: readonly CountedSet[]): Piece[] | null {
  const pieces = piecesOf(sets);
  const constraints: [string, Constraint][] = sets.map(({ count }, index) => [`${ALL}${index}`, { equal: count }]);
  const variables = pieces.map((within, index): [string, [string, number][]] => [
    `piece${index}`,
    within.map((set) => [`${ALL}${set}`, 1]),
  ]);
  const found = solve({ constraints, variables, integers: true }, { maxIterations: 2000, timeout: 500 });
  if (found.status !== 'optimal') return null;
  const counts = new Map(found.variables);
  return pieces.map((within, index) => ({ within, count: Math.round(counts.get(`piece${index}`) ?? 0) }));
}
