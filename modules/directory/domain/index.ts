export { askedMoment, regionClock, type AskedTime } from './search/asked-moment.ts';
export { boundsAround, distanceBetween, EARTH_RADIUS_KM, type Bounds, type Point } from './search/distance.ts';
export { DAYS_TO_BE_KEPT, FEWEST_TOLD, keptWords, toldCount, type KnownWord } from './search/gap-words.ts';
export { editDistance, letterPairsOf, nearestWord } from './search/nearest-word.ts';
export { appliesOn, calendarDay, isOpenAt, momentOf, type CalendarDay, type Moment } from './search/open-times.ts';
export {
  CAPACITY_HALF_LIFE_DAYS,
  CAPACITY_STEPS,
  CAPACITY_WORTH,
  capacityEdges,
  capacityStep,
  DISTANCE_RINGS_KM,
  distanceRing,
  rankOrder,
  type Ranked,
} from './search/rank-order.ts';
export { DENIES_WHEELCHAIR, NAMES_AMOUNT, SAYS_FREE, SAYS_WHEELCHAIR } from './search/said-words.ts';
export { FOLDING, searchColumnsOf, vocabularyOf, type Findable, type SearchColumns } from './search/search-columns.ts';
export { askedWordsOf, searchWordsOf, stemOf, tellingWordsOf } from './search/search-words.ts';
export { askedKeysOf, keptKeysOf, soundKeysOf } from './search/sound-keys.ts';
export { placesOfWords, standingReasons, wordAsWritten, type AskedWord, type FoundTexts } from './search/why-found.ts';
export { isFurther, matchCost, orderMatches } from './match-order.ts';
export { matchReasons, type Candidate, type Wanted } from './match-reasons.ts';
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
export { undoneBy, type PastChange, type Undoing } from './records/undone-by.ts';
export { DAY_CODES, weekdayOf } from './records/weekday.ts';
