import { PRESETS } from '@qantara/disclosure/domain';
import type { Figure, Row, Unit } from '../contract/index.ts';

/** The least group that is told of, where nothing else was agreed: the public preset. */
export const LEAST_SHOWN = PRESETS.public.least;

const HIDDEN: Figure = { numerator: null, denominator: null, value: null, state: 'suppressed' };

/** Whether a count is of a few people; of nobody it is not. */
export function isSmall(count: number | null, least: number): boolean {
  return count !== null && count > 0 && count < least;
}

/** A middle is told without how many it was taken of: less than all who were sent, that number tells how many are missing from it. */
export function told(figure: Figure): Figure {
  return figure.numerator === null && figure.denominator !== null ? { ...figure, denominator: null } : figure;
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

/** Whether a cell tells of a few people: those counted, all of them, or those left out. Zero tells of nobody. */
export function tellsOfFew({ numerator, denominator }: Pick<Figure, 'numerator' | 'denominator'>): boolean {
  const leftOut = numerator === null || denominator === null ? null : denominator - numerator;
  return [numerator, denominator, leftOut].some((count) => isSmall(count, LEAST_SHOWN));
}
