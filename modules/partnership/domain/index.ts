export { aroundCircle, type Point } from './circle.ts';
export { daysOpen } from './days-open.ts';
export { lateSteps, notLookedAt, standingOf } from './standing-of.ts';
export { tellPairs, type CountedPair } from './told-pairs.ts';
