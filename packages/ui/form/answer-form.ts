import { type FieldFault, newId, Refusal, refusalStatus } from '@qantara/kernel';
import { data } from 'react-router';
import { PageRefusal } from '../page/page-refusal.ts';
import { FormValues, type TypedValues } from './form-values.ts';

/** The value of `intent` with which a form asks for its page in another language, nothing lost. */
export const SWITCH_LANGUAGE = 'switch-language';

/** What a form gets back when it was not accepted: why, and everything that was typed. */
export type FormAnswer = {
  kind: 'form-answer';
  form: string;
  refusal: null | { code: string; fields: FieldFault[]; values: Record<string, string | number> };
  typed: TypedValues;
};

/** Whether an action's data is the answer to a form. */
export function isFormAnswer(value: unknown): value is FormAnswer {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'form-answer';
}

/** What no form of ours sends (a body cut off, or of another kind) is the sender's fault, not a bug. */
async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new PageRefusal(new Refusal('invalid_input'));
  }
}

type AnsweredForm = ReturnType<typeof data<FormAnswer>>;

/**
 * Answers a posted form: `work` gets the values and the command's id and returns a redirect or data. A refusal inside
 * comes back as the same page with what was typed; anything else thrown is a bug and stays one.
 */
export async function answerForm<T>(
  request: Request,
  work: (values: FormValues, commandId: string) => Promise<T | Response>,
): Promise<T | Response | AnsweredForm> {
  const values = new FormValues(await readForm(request));
  const kept = { kind: 'form-answer', form: values.text('_form') ?? '', typed: values.typed() } as const;
  if (values.text('intent') === SWITCH_LANGUAGE) return data<FormAnswer>({ ...kept, refusal: null });
  try {
    return await work(values, values.text('commandId') ?? newId());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const refusal = { code: error.code, fields: error.fields, values: error.values };
    return data<FormAnswer>({ ...kept, refusal }, { status: refusalStatus(error.code) });
  }
}
