import { refuse } from '@qantara/kernel';
import type { FormAnswer, FormValues, TypedValues } from '@qantara/ui';

/** One thing a page, in this order; what was said before goes along in hidden fields and is kept nowhere. */
export const ASK_STEPS = ['needs', 'wants', 'contact'] as const;
export type AskStep = (typeof ASK_STEPS)[number] | 'done';

/** The fields that each step shows; everything else that was typed is carried along. */
export const FIELDS_OF: Record<AskStep, readonly string[]> = {
  needs: ['needs[]'],
  wants: ['wants[]'],
  contact: ['safeContact', 'contactKind', 'contactValue', 'contactNote', 'displayName', 'areaId'],
  done: [],
};

/** The step that a form says it is at; the first where it says nothing that we know. */
export function stepOf(given: unknown): AskStep {
  return given === 'wants' || given === 'contact' || given === 'done' ? given : 'needs';
}

/** The step before; the first stays the first. */
export function stepBefore(step: AskStep): AskStep {
  return step === 'contact' ? 'wants' : 'needs';
}

function chosen(typed: TypedValues, name: string): string[] {
  const value = typed[`${name}[]`];
  return value === undefined ? [] : [value].flat();
}

/** The same form at another step. A wish for help with what is no longer marked as hard goes, or it could not be sent. */
export function atStep(step: AskStep, typed: TypedValues): FormAnswer {
  const needs = chosen(typed, 'needs');
  const wants = chosen(typed, 'wants').filter((want) => needs.includes(want));
  return { kind: 'form-answer', form: 'ask', refusal: null, typed: { ...typed, 'wants[]': wants, step } };
}

/** What a step must have been given before the next. Refuses `invalid_input`. */
export function checkStep(step: AskStep, values: Pick<FormValues, 'all'>): void {
  if (step !== 'needs' && step !== 'wants') return;
  if (values.all(step).length === 0)
    refuse('invalid_input', { fields: [{ path: step, code: 'too_few', values: { limit: 1 } }] });
}
