import type { Answers, FormBody } from '../../contract/index.ts';
import { readForm } from '../body/read-form.ts';
import { judgeAnswers, type Judging } from './judge-answers.ts';

export type Carried = {
  answers: Answers;
  /** Codes of the earlier version whose answers the new one does not take, or not any more in this form. */
  left: string[];
};

/**
 * Answers to an earlier version as answers to this one: by the same code, or by the code that a question formerly had. What the new
 * version would refuse is left, and said, rather than bent.
 */
export function carryAnswers(answers: Answers, to: FormBody, given: Judging): Carried {
  const formerly = to.sections.flatMap(({ questions }) =>
    questions.map(({ code, formerly: old }) => [old ?? code, code]),
  );
  const renamed = Object.fromEntries(
    formerly.flatMap(([old = '', code = '']) => (Object.hasOwn(answers, old) ? [[code, answers[old]]] : [])),
  ) as Answers;
  const judged = judgeAnswers(readForm(to), renamed, { ...given, isDraft: true });
  const kept = new Set(Object.keys(judged.answers));
  const carried = formerly.filter(([, code = '']) => kept.has(code)).map(([old]) => old);
  return { answers: judged.answers, left: Object.keys(answers).filter((code) => !carried.includes(code)) };
}
