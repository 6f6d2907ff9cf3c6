import { AnswerChannel, QuestionKind } from './form.ts';

export { AnswerChannel, Answers, FormBody, FormDefinition, FormResponse, Question, QuestionKind } from './form.ts';
export { formsRoutes } from './routes.ts';
export const enumMessages = { 'forms.channel': AnswerChannel };
/** How a question is asked is seen, not said. */
export const wordlessEnums = [QuestionKind];
