export { checkAnswers } from './answers/check-answers.ts';
export { questionsOf } from './body/questions-of.ts';
export { judgeAnswers, type Judged, type Judging } from './answers/judge-answers.ts';
export { answerInWords, pipeText } from './answers/pipe-text.ts';
export { isAnswered, PREFER_NOT_TO_SAY } from './answers/prefer-not-to-say.ts';
export { faultsOfBody } from './body/faults-of-body.ts';
export { readForm, type ReadForm, type ReadQuestion, type ReadSection } from './body/read-form.ts';
export { evaluate, FormulaFault, readExpression, type Expression } from './expression/index.ts';
