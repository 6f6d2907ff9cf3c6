export { answersOf } from './answering/answers-of.ts';
export { FormQuestions } from './answering/FormQuestions.tsx';
export { stepThrough } from './answering/step-through.ts';
export { typedOf } from './answering/typed-of.ts';
export { useSheet, type Sheet } from './answering/use-sheet.ts';
