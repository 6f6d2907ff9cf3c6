import type { Figure, Row, Unit } from '../contract/index.ts';

/** The public default: groups of ten or fewer are not told (IPC Ontario 2025; CMS 2024). */
export const LEAST_SHOWN = 11;

const HIDDEN: Figure = { numerator: null, denominator: null, value: null, state: 'suppressed' };

/** Whether a count is of a few people; of nobody it is not. */
export function isSmall(count: number | null, least: number): boolean {
  return count !== null && count > 0 && count < least;
}

/** Whether a cell tells of a few people: those counted, all of them, or those left out. Zero tells of nobody. */
export function tellsOfFew(figure: Pick<Figure, 'numerator' | 'denominator'>, least = LEAST_SHOWN): boolean {
  const { numerator, denominator } = figure;
  const leftOut = numerator === null || denominator === null ? null : denominator - numerator;
  return isSmall(numerator, least) || isSmall(denominator, least) || isSmall(leftOut, least);
}

function sizeOf(row: Row): number {
  return row.figure.denominator ?? row.figure.numerator ?? 0;
}

/** One hidden cell beside a shown total is the total less the others: the next smallest is hidden with it. */
function protect(rows: Row[], hidden: Set<string>): void {
  if (hidden.size !== 1) return;
  const next = rows
    .filter((row) => !hidden.has(row.key) && row.figure.state === 'shown' && sizeOf(row) > 0)
    .toSorted((a, b) => sizeOf(a) - sizeOf(b))[0];
  if (next !== undefined) hidden.add(next.key);
}

/** A middle is told without how many it was taken of: less than all who were sent, that number tells how many are missing from it. */
function told(figure: Figure): Figure {
  return figure.numerator === null && figure.denominator !== null ? { ...figure, denominator: null } : figure;
}

/**
 * What may be published of a table: small cells hidden, then one more where one alone could be worked out from the
 * total. Where nothing is left to hide it behind, the total goes too. Everything shown elsewhere derives from this.
 */
export function suppress(table: { total: Figure; rows: Row[] }, least = LEAST_SHOWN): { total: Figure; rows: Row[] } {
  const small = table.rows.filter((row) => row.figure.state === 'shown' && tellsOfFew(row.figure, least));
  const hidden = new Set(small.map((row) => row.key));
  protect(table.rows, hidden);
  const isTotalHidden = tellsOfFew(table.total, least) || hidden.size === 1;
  return {
    total: isTotalHidden && table.total.state === 'shown' ? HIDDEN : told(table.total),
    rows: hideRows(table.rows, hidden),
  };
}

/** Rows as they are told when these of them are not. */
export function hideRows(rows: Row[], hidden: ReadonlySet<string>): Row[] {
  return rows.map((row) => ({ ...row, figure: hidden.has(row.key) ? HIDDEN : told(row.figure) }));
}

/** The value of a figure from its parts: a ratio of sums, never a mean of ratios; nothing out of nothing is missing. */
export function figureOf(
  unit: Unit,
  parts: { numerator: number; denominator: number; value: number | null },
  factor = 1,
): Figure {
  const { numerator, denominator } = parts;
  if (unit === 'count') return { numerator, denominator: null, value: numerator, state: 'shown' };
  if (denominator === 0) return { numerator: null, denominator: null, value: null, state: 'missing' };
  const value = unit === 'days' ? parts.value : (numerator / denominator) * factor;
  return { numerator: unit === 'days' ? null : numerator, denominator, value, state: 'shown' };
}
