export { AGE_GROUPS, breakdownsOf, OF_A_PERSON, type PartBreakdown, type PublicBreakdown } from './breakdowns.ts';
export { codesOfPair, shownWith } from './closure-pair.ts';
export { byUrgency, pressureOf } from './gap-order.ts';
export { lacksOf, nextSteps, type EntrySaid, type Sheet } from './scorecard-advice.ts';
export { endAfter, lastDayOf, periodOf, stepHolding, stepsOf, wholeYearOf, yearOf } from './periods.ts';
export { takeawayOf, type Takeaway, type YearValue } from './takeaway.ts';
export { isPartner, isWordOfPeople } from './told-to-partners.ts';
export {
  hiddenPopulations,
  isToldOfPopulations,
  type PeopleIn,
  type Population,
  type Share,
} from './told-populations.ts';
export { monthsOf } from './series/is-stale.ts';
export { figureOf, hideRows, isSmall, LEAST_SHOWN, tellsOfFew } from './figures.ts';
export * from './released/index.ts';
