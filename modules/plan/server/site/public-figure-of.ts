import type { Figure, FigureTable } from '@qantara/indicators/contract';
import { tellsOfFew } from '@qantara/indicators/domain';

/** What a source counted of a few people in a small place, or a bad year, is told to nobody, as on the page of the measure. */
export function publicFigureOf({ indicator, total }: FigureTable): Figure {
  if (indicator.recipe !== null || !tellsOfFew(total)) return total;
  return { numerator: null, denominator: null, value: null, state: 'suppressed' };
}
