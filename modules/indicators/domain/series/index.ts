export { numbersOf, type Known, type RowFault, type TakenRow } from './place-of-row.ts';
export { byarOf, intervalOf, wilsonOf } from './interval-of.ts';
export { isStale } from './is-stale.ts';
export { periodIn } from './period-in.ts';
export { readSeriesText, type ReadSeries } from './read-series.ts';
export { type SeriesRow } from './row-of.ts';
export { sortRows } from './sort-rows.ts';
export { overPeriod, yearToDate, type Said } from './over-period.ts';
