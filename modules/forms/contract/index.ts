import { ResponseState } from './answers.ts';
import { ExchangeCode, ExchangeFormat } from './exchange.ts';
import { AnswerChannel, QuestionKind } from './form.ts';
import { FormPurpose, FormState } from './writing.ts';

export {
  Answer,
  Answers,
  FormResponse,
  GiveAnswers,
  ListedResponse,
  ResponseState,
  type SimpleAnswer,
} from './answers.ts';
export {
  AnswerChannel,
  Check,
  Choice,
  FindingRule,
  FormBody,
  FormDefinition,
  FormName,
  GroupedQuestion,
  Question,
  QuestionKind,
  Section,
  Term,
  Undecided,
} from './form.ts';
export {
  BroughtFrom,
  ExchangeCode,
  ExchangeFormat,
  ExchangeNotice,
  FormFile,
  Instrument,
  MOST_FORM_FILE,
  WrittenFile,
} from './exchange.ts';
export { FormChange, FormPurpose, FormState, ListedForm, NewForm, QuestionPlace, WrittenForm } from './writing.ts';
export { formsRoutes } from './routes.ts';
export const enumMessages = {
  'forms.channel': AnswerChannel,
  'forms.responseState': ResponseState,
  'forms.exchange': ExchangeCode,
  'forms.format': ExchangeFormat,
  'forms.kind': QuestionKind,
  'forms.purpose': FormPurpose,
  'forms.state': FormState,
};
