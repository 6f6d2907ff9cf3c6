export { levelsOf, mayStandUnder } from './levels.ts';
export { inReadingOrder } from './reading-order.ts';
export { rollUp, type RolledUp } from './roll-up.ts';
export { rollUpTree } from './roll-up-tree.ts';
export { isStale } from './staleness.ts';
export { goalOf, progressOf, statusOf, type Aim } from './target-status.ts';
export { turnOf, type Turn } from './turned-curve.ts';
