import { solve, type Constraint } from 'yalps';
import { ALL } from './box.ts';

/** Sets of places over which the same thing was counted, and how many each has. */
export type CountedSet = { places: readonly string[] | undefined; count: number };
/** One piece of the picture that overlapping circles make: in which of the sets it lies, and a count that fits all of them. */
export type Piece = { within: readonly number[]; places: readonly string[]; count: number };

type Shape = Omit<Piece, 'count'>;

/**
 * Which places lie in exactly the same sets: nobody who has the sets alone can tell them apart. What all but the named places have is
 * one place more, named by what it is not.
 */
function shapesOf(sets: readonly CountedSet[]): Shape[] {
  const named = [...new Set(sets.flatMap(({ places }) => places ?? []))].toSorted();
  const shapes = new Map<string, { within: number[]; places: string[] }>();
  for (const place of [...named, `${ALL} - ${named.join(' - ')}`]) {
    const within = sets.flatMap((set, index) =>
      set.places === undefined || set.places.includes(place) ? [index] : [],
    );
    if (within.length === 0) continue;
    const shape = shapes.get(within.join()) ?? { within, places: [] };
    shape.places.push(place);
    shapes.set(within.join(), shape);
  }
  return [...shapes.values()];
}

/**
 * The pieces of overlapping cuts, each with a number of people that fits: A∖B, B∖A, what is in both, and so on for any number of
 * them. Where no numbers fit, `fits` says so: then records moved between the cuts.
 */
export function fitPieces(sets: readonly CountedSet[]): { pieces: Piece[]; fits: boolean } {
  const pieces = shapesOf(sets);
  const constraints: [string, Constraint][] = sets.map(({ count }, index) => [`${ALL}${index}`, { equal: count }]);
  const variables = pieces.map(({ within }, index): [string, [string, number][]] => [
    `piece${index}`,
    within.map((set) => [`${ALL}${set}`, 1]),
  ]);
  const found = solve({ constraints, variables, integers: true }, { maxIterations: 2000, timeout: 500 });
  const fits = found.status === 'optimal';
  const counts = new Map(fits ? found.variables : []);
  const counted = pieces.map((shape, index) => ({ ...shape, count: Math.round(counts.get(`piece${index}`) ?? 0) }));
  return { pieces: counted, fits };
}
