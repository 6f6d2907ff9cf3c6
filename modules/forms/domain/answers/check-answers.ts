import { refuse } from '@qantara/kernel';
import type { Answers, FormBody } from '../../contract/index.ts';
import { readForm } from '../body/read-form.ts';
import { judgeAnswers, type Judging } from './judge-answers.ts';

/** The answers to this form, without what it does not ask. Refuses `invalid_input`, naming each question at fault. */
export function checkAnswers(body: FormBody, answers: Answers, given: Judging): Answers {
  const judged = judgeAnswers(readForm(body), answers, given);
  if (judged.faults.length > 0) refuse('invalid_input', { fields: judged.faults });
  return judged.answers;
}
