import { AnswerChannel, QuestionKind } from './form.ts';

export { Answer, Answers, FormResponse, type SimpleAnswer } from './answers.ts';
export {
  AnswerChannel,
  Check,
  Choice,
  FormBody,
  FormDefinition,
  FormName,
  GroupedQuestion,
  Question,
  QuestionKind,
  Section,
  Term,
} from './form.ts';
export { formsRoutes } from './routes.ts';
export const enumMessages = { 'forms.channel': AnswerChannel, 'forms.kind': QuestionKind };
