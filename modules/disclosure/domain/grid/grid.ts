/**
 * What a cell's number is to somebody from outside: `open` may be told or hidden now, `told` stands in an earlier release, `hidden`
 * was suppressed there, `latent` is printed nowhere and can be worked out at best (those left out, the rest of a total).
 */
export type Fate = 'open' | 'told' | 'hidden' | 'latent';

/** One number. `width` is how far apart the bounds of an attacker must stay: the least group less one, or a spread of money. */
export type GridCell = {
  count: number;
  fate: Fate;
  isSensitive: boolean;
  width: number;
  /** A latent number that was not counted: it is one of those that fit, and proves nothing. */
  isGuess?: boolean;
};

/** The whole is the sum of its parts: cells by their index. */
export type Relation = { whole: number; parts: readonly number[] };

/** Numbers and all that is known of how they hang together: what an attacker would write down first. */
export type Grid = { cells: GridCell[]; relations: Relation[] };

/** The tightest that somebody can bound a number; null has no upper bound. */
export type Bounds = { low: number; high: number | null };

/**
 * Whether bounds leave enough in doubt: they hold every number from 1 to the least group less one, or are that wide. Zero is no part
 * of it: it tells of nobody.
 */
export function isWide({ low, high }: Bounds, width: number): boolean {
  return high === null || (low <= 1 && high >= width) || high - low >= width;
}

/** Whether a number tells of a few, and not of nobody. */
export const isFew = (count: number, width: number): boolean => count > 0 && count <= width;

/**
 * Whether bounds of a cell are allowed. What is printed as suppressed must stay in doubt; what is printed nowhere may be worked out
 * where it tells of nobody, or of enough.
 */
export function isAllowed(cell: GridCell, bounds: Bounds): boolean {
  if (cell.fate === 'told' || isWide(bounds, cell.width)) return true;
  return cell.fate === 'latent' && (bounds.high === 0 || bounds.low > cell.width);
}

/** For each cell the relations that it is in. */
export function relationsByCell({ cells, relations }: Grid): number[][] {
  const of: number[][] = cells.map(() => []);
  for (const [index, { whole, parts }] of relations.entries())
    for (const cell of [whole, ...parts]) of[cell]?.push(index);
  return of;
}
