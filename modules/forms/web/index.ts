export { answersOf } from './answering/answers-of.ts';
export { FormQuestions } from './answering/FormQuestions.tsx';
export { stepThrough } from './answering/step-through.ts';
export { typedOf } from './answering/typed-of.ts';
export { useSheet, type Sheet } from './answering/use-sheet.ts';
export { ConditionFields } from './writing/ConditionFields.tsx';
export { formulaOfFields } from './writing/condition-of.ts';
export { getDraft } from './writing/get-draft.ts';
export { FaultList } from './writing/FaultList.tsx';
