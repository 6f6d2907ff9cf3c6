export { explainAccess, stepOfWay, type AccessFacts } from './explain-access.ts';
export { checkDecision, mayDecide } from './decide.ts';
export { localMoment, startOfDay } from './local-moment.ts';
export { findPatterns, usualOf, type Found, type JudgedOpening, type Surroundings } from './patterns.ts';
export { overBefore, RETENTION_RULES } from './retention-rules.ts';
export { THRESHOLDS } from './thresholds.ts';
