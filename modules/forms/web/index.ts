export { ANSWERS, answersOf, GIVEN } from './answering/answers-of.ts';
export { PaperNames } from './answering/FileAnswerField.tsx';
export { FormQuestions } from './answering/FormQuestions.tsx';
export { stepThrough } from './answering/step-through.ts';
export { typedOf } from './answering/typed-of.ts';
export { useSheet, type Sheet } from './answering/use-sheet.ts';
