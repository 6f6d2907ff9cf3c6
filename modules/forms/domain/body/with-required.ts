import type { FormBody, Question } from '../../contract/index.ts';
import { FILE_KINDS } from '../answers/files-in-answers.ts';

type Asked = Pick<Question, 'kind' | 'isRequired'>;

/** A form in which of what is required only this stays so, also within groups. */
function withRequired(body: FormBody, staysRequired: (question: Asked) => boolean): FormBody {
  const isRequired = (question: Asked): boolean => question.isRequired && staysRequired(question);
  const asked = (question: Question): Question => {
    const inside = question.questions?.map((one) => ({ ...one, isRequired: isRequired(one) }));
    return { ...question, isRequired: isRequired(question), ...(inside === undefined ? {} : { questions: inside }) };
  };
  return { ...body, sections: body.sections.map((one) => ({ ...one, questions: one.questions.map(asked) })) };
}

/** A form as it is answered where no paper can be given: none is required there. What lacks one is judged by whoever takes the answers. */
export const withPapersLater = (body: FormBody): FormBody =>
  withRequired(body, ({ kind }) => !FILE_KINDS.includes(kind));

/** A form as it stands on paper, which cannot ask again: what was left empty is empty, though the form requires it. */
export const withoutRequired = (body: FormBody): FormBody => withRequired(body, () => false);
