import { newId } from '@qantara/kernel';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useActionData } from 'react-router';
import { type FormAnswer, isFormAnswer, SWITCH_LANGUAGE } from './answer-form.ts';
import { ErrorSummary } from './ErrorSummary.tsx';
import { FormContext } from './form-context.ts';
import { labelsOf } from './labels-of.ts';

type CommandFormProps = {
  /** Names the form on its page; the ids of its fields begin with it. */
  id: string;
  children: ReactNode;
  /** Where it is sent, when that is not the page itself. */
  action?: string;
  hasFiles?: boolean;
  /** Labels of fields that other components hide from the summary of errors, by name. */
  labels?: Record<string, string>;
  className?: string;
};

/** Lets a form go once: a second press does nothing until the page is shown anew. */
function useSentOnce(): (event: FormEvent<HTMLFormElement>) => void {
  const isSent = useRef(false);
  useEffect(() => {
    const reset = () => {
      isSent.current = false;
    };
    window.addEventListener('pageshow', reset);
    return () => window.removeEventListener('pageshow', reset);
  }, []);
  return (event) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (submitter instanceof HTMLButtonElement && submitter.value === SWITCH_LANGUAGE) return;
    if (isSent.current) event.preventDefault();
    isSent.current = true;
  };
}

function answerTo(id: string, data: unknown): FormAnswer | null {
  return isFormAnswer(data) && (data.form === id || data.form === '') ? data : null;
}

function typedCommand(answer: FormAnswer | null): string | undefined {
  const typed = answer?.typed['commandId'];
  return typeof typed === 'string' ? typed : undefined;
}

/**
 * A form that does one thing once, with or without script. After a refusal it shows what was typed and why it was
 * refused; the same command keeps its id, so that a form sent twice has the effect of one.
 */
export function CommandForm({ id, children, action, hasFiles, labels, className }: CommandFormProps) {
  const answer = answerTo(id, useActionData());
  const [freshId] = useState(() => newId());
  const onSubmit = useSentOnce();
  const refusal = answer?.refusal ?? null;
  return (
    <form
      id={id}
      method="post"
      // Without script the browser itself goes to the form, where the summary of errors then is.
      action={action ?? `#${id}`}
      encType={hasFiles === true ? 'multipart/form-data' : undefined}
      className={className ?? 'form'}
      noValidate
      onSubmit={onSubmit}
    >
      <FormContext value={{ id, typed: answer?.typed ?? null, faults: refusal?.fields ?? [] }}>
        {refusal === null ? null : (
          <ErrorSummary formId={id} refusal={refusal} labels={{ ...labelsOf(children), ...labels }} />
        )}
        <input type="hidden" name="_form" value={id} />
        <input
          type="hidden"
          name="commandId"
          defaultValue={typedCommand(answer) ?? freshId}
          suppressHydrationWarning
        />
        {children}
      </FormContext>
    </form>
  );
}
