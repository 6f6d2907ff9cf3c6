export { tablesOf, type DocumentTable } from './document-tables.ts';
export { isDecided, leftOutOf, meaningOf, questionsOf, type Meaning } from './questions.ts';
export type { KnownHere } from './known-here.ts';
export { rawOfJson, rawOfTables, type Line, type ReadTable } from './raw-document.ts';
export { readDocument, type ReadPlan } from './read-document.ts';
export { detailsForDocument } from './document-details.ts';
