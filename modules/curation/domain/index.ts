export { endOfDay } from './end-of-day.ts';
export { applicable, isApplicable } from './applicable.ts';
export { dueAt, standingOf, USUAL_MONTHS } from './standing.ts';
