export { findingsOfList, findingsOfQuestions, isUrgent } from './findings.ts';
