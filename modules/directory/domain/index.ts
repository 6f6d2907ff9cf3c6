export { editDistance, nearestWord } from './search/nearest-word.ts';
export { searchColumnsOf, vocabularyOf, type Findable, type SearchColumns } from './search/search-columns.ts';
export { askedWordsOf, searchWordsOf } from './search/search-words.ts';
export { matchCost, matchReasons, type Candidate, type Wanted } from './match-reasons.ts';
export { canonical, changesOf, type Change } from './records/changes-of.ts';
export type { FieldKind } from './records/field-kind.ts';
export { languageCodeOf } from './records/language-codes.ts';
export { mergeStatements, type Conflict, type Merged, type Statement } from './records/merge-statements.ts';
export {
  fieldsOf,
  modelOf,
  OBJECT_NAMES,
  OBJECTS,
  referenceOf,
  type AnyRow,
  type ObjectName,
  type Row,
} from './records/objects.ts';
export { CLOSED, openingsOf, type Opening } from './records/openings-of.ts';
export {
  HOME_OBJECTS,
  isText,
  PART_OBJECTS,
  STANDING_OBJECTS,
  UNCOMPARED,
  type Content,
  type DirectoryRecord,
  type HomeObject,
  type PartObject,
  type Parts,
  type StandingObject,
} from './records/record.ts';
export { addressLineOf, capacityOf, phoneKindOf } from './records/shown-of.ts';
export { DAY_CODES, weekdayOf } from './records/weekday.ts';
