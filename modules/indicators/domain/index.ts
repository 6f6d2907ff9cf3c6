export { dayIn, periodOf, stepsOf, yearOf } from './periods.ts';
export { figureOf, LEAST_SHOWN, suppress } from './suppression.ts';
