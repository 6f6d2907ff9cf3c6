export { compareScreenings, type ComparedNeed, type NeedChange } from './compare-screenings.ts';
export { findingsOfList, findingsOfQuestions, isUrgent } from './findings.ts';
export { needAskedBy } from './need-asked-by.ts';
