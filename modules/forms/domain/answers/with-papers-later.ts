import type { FormBody, Question } from '../../contract/index.ts';
import { FILE_KINDS } from './files-in-answers.ts';

const isRequiredNow = ({ kind, isRequired }: Pick<Question, 'kind' | 'isRequired'>): boolean =>
  isRequired && !FILE_KINDS.includes(kind);

function later(question: Question): Question {
  const inside = question.questions?.map((one) => ({ ...one, isRequired: isRequiredNow(one) }));
  return { ...question, isRequired: isRequiredNow(question), ...(inside === undefined ? {} : { questions: inside }) };
}

/** A form as it is answered where no paper can be given: none is required there. What lacks one is judged by whoever takes the answers. */
export function withPapersLater(body: FormBody): FormBody {
  return { ...body, sections: body.sections.map((one) => ({ ...one, questions: one.questions.map(later) })) };
}
