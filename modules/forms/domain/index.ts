export { checkAnswers, PREFER_NOT_TO_SAY, questionsOf } from './check-answers.ts';
