export { acceptedAnswers, answersOfMarks, readSheet } from './answers-of-marks.ts';
export { compareKeyings, type FieldDifference } from './compare-keyings.ts';
export { keyedFields, type KeyedField } from './keyed-fields.ts';
export { checkOpen, mayDecide, nextTurn, USUAL_RULE } from './keying-rules.ts';
export { ILLEGIBLE, readMark, type Mark, type Marks } from './read-mark.ts';
export { RANDOM_OF_CODE, readSheetCode, sheetCodeOf, writeSheetCode } from './sheet-code.ts';
