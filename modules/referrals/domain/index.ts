export { dueAt, nextLookAt } from './due-dates.ts';
export { isAnswer, isEnded, reasonsFor, stepsFor, take, type Taken } from './lifecycle.ts';
export { sideOf, type Parties } from './policy.ts';
