import { refuse, type FieldFault } from '@qantara/kernel';
import type { Answers, FormBody, Question } from '../contract/index.ts';

/** Every question may be answered with this, and then it is answered. */
export const PREFER_NOT_TO_SAY = 'prefer_not_to_say';

type Value = Answers[string];

const FITS: Record<Question['kind'], (value: Value, codes: string[]) => boolean> = {
  yes_no: (value) => value === 'yes' || value === 'no',
  one: (value, codes) => typeof value === 'string' && codes.includes(value),
  several: (value, codes) => Array.isArray(value) && value.every((code) => codes.includes(code)),
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  date: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)),
};

function faultOf(question: Question, value: Value | undefined): FieldFault | undefined {
  if (value === undefined || value === '') {
    return question.isRequired ? { path: question.code, code: 'required' } : undefined;
  }
  if (value === PREFER_NOT_TO_SAY) return undefined;
  const codes = question.choices.map((choice) => choice.code);
  const code =
    question.kind === 'date' ? 'not_date' : codes.length > 0 || question.kind === 'yes_no' ? 'not_a_choice' : 'invalid';
  return FITS[question.kind](value, codes) ? undefined : { path: question.code, code };
}

/** The questions of a form in order. */
export function questionsOf(body: FormBody): Question[] {
  return body.sections.flatMap((section) => section.questions);
}

/** The answers to this form, without what it does not ask. Refuses `invalid_input`, naming each question at fault. */
export function checkAnswers(body: FormBody, answers: Answers): Answers {
  const questions = questionsOf(body);
  const fields = questions.flatMap((question) => faultOf(question, answers[question.code]) ?? []);
  if (fields.length > 0) refuse('invalid_input', { fields });
  const kept = questions.flatMap((question) => {
    const value = answers[question.code];
    return value === undefined || value === '' ? [] : [[question.code, value] as const];
  });
  return Object.fromEntries(kept);
}
