export {
  ELSEWHERE,
  HIDDEN,
  isOutcome,
  MISSING,
  OUTCOME_LAYOUT,
  outcomeFigure,
  outcomeTable,
  outcomeTableBy,
  type OutcomeCounts,
  type Places,
  WHOLE_YEAR,
} from './outcome-table.ts';
export { tellRows } from './told-rows.ts';
export { hasCuts, tellCuts } from './told-cuts.ts';
export { tellSeries, yearKey, yearsOfPlaces, type SaidNumber, type Stretch } from './told-series.ts';
export type { Place } from './told-places.ts';
export { heldBack, totalFigure, totalTable, type CountsByRecipe, type RecipeCounts } from './told-totals.ts';
export { ALL_NEEDS, wantedFigure, wantedTable } from './wanted-table.ts';
