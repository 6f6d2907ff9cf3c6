export { checkAnswers } from './answers/check-answers.ts';
export { ENTRIES_ON_PAPER, numbersOf } from './body/numbers-of.ts';
export { questionsOf } from './body/questions-of.ts';
export { faultOfAnswer } from './answers/fault-of-answer.ts';
export { carryAnswers, type Carried } from './answers/carry-answers.ts';
export { FILE_KINDS, filesInAnswers, type FileAnswer } from './answers/files-in-answers.ts';
export { withoutRequired, withPapersLater } from './body/with-required.ts';
export { findNeeds, type FoundNeed } from './answers/find-needs.ts';
export { judgeAnswers, type Judged, type Judging } from './answers/judge-answers.ts';
export { answerInWords, pipeText } from './answers/pipe-text.ts';
export { isAnswered, PREFER_NOT_TO_SAY } from './answers/prefer-not-to-say.ts';
export { changeForm } from './body/change-body.ts';
export { faultsOfBody } from './body/faults-of-body.ts';
export { readForm, type ReadForm, type ReadQuestion, type ReadSection } from './body/read-form.ts';
export {
  answersNamedIn,
  COMPARISONS,
  evaluate,
  FormulaFault,
  readCondition,
  readExpression,
  writeCondition,
  type Comparison,
  type ConditionRow,
  type Expression,
  type SimpleCondition,
} from './expression/index.ts';
export * from './exchange/index.ts';
