export { breakdownsOf, type PublicBreakdown } from './breakdowns.ts';
export { codesOfPair, shownWith } from './closure-pair.ts';
export { byUrgency, pressureOf } from './gap-order.ts';
export { endAfter, lastDayOf, periodOf, stepsOf, wholeYearOf, yearOf } from './periods.ts';
export { figureOf, LEAST_SHOWN, suppress } from './suppression.ts';
