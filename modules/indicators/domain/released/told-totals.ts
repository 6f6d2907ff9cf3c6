import type { CountedTable, ReleasedTable } from '@qantara/disclosure/contract';
import type { Figure, Indicator, Recipe } from '../../contract/index.ts';
import { figureOf } from '../figures.ts';
import { HIDDEN, MISSING } from './outcome-table.ts';

/** What one recipe counted over a whole year of everybody. */
export type RecipeCounts = { numerator: number; denominator: number; value: number | null };
export type CountsByRecipe = ReadonlyMap<Recipe, RecipeCounts>;

const part = (counts: CountsByRecipe, recipe: Recipe, which: 'numerator' | 'denominator'): number | null =>
  counts.get(recipe)?.[which] ?? null;

const less = (whole: number | null, ...parts: (number | null)[]): number | null =>
  parts.reduce((left, one) => (left === null || one === null ? null : left - one), whole);

/**
 * Recipes that are told of the whole year alone are each a share of other people; but some lie within one another, and what lies between
 * tells of somebody: who was accepted and not helped, answered and late, neither answered nor overdue. Where that is a few, the recipe
 * is held back.
 */
const BETWEEN: readonly { recipe: Recipe; of: (counts: CountsByRecipe) => number | null }[] = [
  {
    recipe: 'accepted_rate',
    of: (counts) => less(part(counts, 'accepted_rate', 'numerator'), part(counts, 'got_help_rate', 'numerator')),
  },
  {
    recipe: 'answered_in_time_rate',
    of: (counts) =>
      less(part(counts, 'accepted_rate', 'denominator'), part(counts, 'answered_in_time_rate', 'numerator')),
  },
  {
    recipe: 'silent_rate',
    of: (counts) =>
      less(
        part(counts, 'silent_rate', 'denominator'),
        part(counts, 'accepted_rate', 'denominator'),
        part(counts, 'silent_rate', 'numerator'),
      ),
  },
];

/** Which recipes are not told of this year, because between them and others stand fewer than the least group. */
export function heldBack(counts: CountsByRecipe, least: number): Set<Recipe> {
  const few = BETWEEN.filter(({ of }) => {
    const between = of(counts);
    return between !== null && between > 0 && between < least;
  });
  return new Set(few.map(({ recipe }) => recipe));
}

/** The region's whole year as a table of one place. Of a length of time the middle goes with how many it was taken of. */
export function totalTable(
  place: string,
  counts: RecipeCounts & { sent: number },
  unit: Indicator['unit'],
): CountedTable {
  const isLength = unit === 'days';
  const cell = {
    at: [place],
    count: isLength ? counts.denominator : counts.numerator,
    outOf: isLength ? counts.sent : counts.denominator,
    value: counts.value,
  };
  return {
    dimensions: [{ code: 'area', overlaps: false, nodes: [{ code: place, parent: null, population: null }] }],
    cells: [cell],
  };
}

/** The figure of such a table, worked out from what is told alone. */
export function totalFigure({ cells }: ReleasedTable, { unit, factor }: Pick<Indicator, 'unit' | 'factor'>): Figure {
  const [cell] = cells;
  if (cell === undefined) return MISSING;
  if (cell.count === null || cell.outOf === null) return HIDDEN;
  if (unit === 'days') return { numerator: null, denominator: null, value: cell.value, state: 'shown' };
  return figureOf(unit, { numerator: cell.count, denominator: cell.outOf, value: null }, factor);
}
