import type { FormBody, Question } from '../../contract/index.ts';

/** The questions of a form in order; a group stands before its own. */
export function questionsOf(body: FormBody): Question[] {
  return body.sections.flatMap((section) =>
    section.questions.flatMap((question) => [question, ...(question.questions ?? [])]),
  );
}
