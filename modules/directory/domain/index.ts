export { editDistance, nearestWord } from './nearest-word.ts';
export { searchColumnsOf, vocabularyOf, type Findable, type SearchColumns } from './search-columns.ts';
export { askedWordsOf, searchWordsOf } from './search-words.ts';
export { matchCost, matchReasons, type Candidate, type Wanted } from './match-reasons.ts';
