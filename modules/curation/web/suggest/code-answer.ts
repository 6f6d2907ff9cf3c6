import { isFormAnswer, type FormAnswer } from '@qantara/ui';

/** The same form once it was sent: its code, which a change of language takes along. */
export function codeAnswer(form: string, code: string): FormAnswer {
  return { kind: 'form-answer', form, refusal: null, typed: { step: 'done', code } };
}

/** The code that a page has to show, where its form was sent. */
export function codeIn(answer: unknown): string | null {
  if (!isFormAnswer(answer) || answer.typed['step'] !== 'done') return null;
  return String(answer.typed['code'] ?? '');
}
