export { faultOfRow, numbersOf, type Known, type RowFault, type TakenRow } from './fault-of-row.ts';
export { byarOf, intervalOf, wilsonOf } from './interval-of.ts';
export { isStale } from './is-stale.ts';
export { periodIn } from './period-in.ts';
export { readSeriesText, type ReadSeries, type SeriesRow } from './read-series.ts';
export { overPeriod, yearToDate, type Said } from './over-period.ts';
