import { newId } from '@qantara/kernel';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useActionData } from 'react-router';
import { type FormAnswer, isFormAnswer, SWITCH_LANGUAGE } from './answer-form.ts';
import { ErrorSummary } from './ErrorSummary.tsx';
import { FormContext, type FormState } from './form-context.ts';
import type { TypedValues } from './form-values.ts';
import { labelsOf } from './labels-of.ts';

type CommandFormProps = {
  /** Names the form on its page; the ids of its fields begin with it. */
  id: string;
  children: ReactNode;
  /** Where it is sent: by default to the page itself, at the form, so that without script the browser shows the summary of errors. */
  action?: string;
  hasFiles?: boolean;
  /** Labels of fields that other components hide from the summary of errors, by name. */
  labels?: Record<string, string>;
  /** The module whose words (`<module>.field.<name>`) name fields that other components hide, where `labels` says nothing. */
  words?: string;
  /** What the fields begin with, by name, where nothing was typed yet. */
  begin?: TypedValues;
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

function stateOf(id: string, answer: FormAnswer | null, begin: TypedValues | undefined): FormState {
  return { id, typed: answer?.typed ?? begin ?? null, faults: answer?.refusal?.fields ?? [] };
}

// The command keeps its id through refusals. In the browser another id may be drawn than on the server: either serves.
function CommandId({ answer }: { answer: FormAnswer | null }) {
  const [freshId] = useState(() => newId());
  const typed = answer?.typed['commandId'];
  const id = typeof typed === 'string' ? typed : freshId;
  return <input type="hidden" name="commandId" defaultValue={id} suppressHydrationWarning />;
}

/**
 * A form that does one thing once, with or without script. After a refusal it shows what was typed and why it was
 * refused; the same command keeps its id, so that a form sent twice has the effect of one.
 */
export function CommandForm({
  id,
  children,
  action = `#${id}`,
  hasFiles,
  labels,
  words,
  begin,
  className = 'form',
}: CommandFormProps) {
  const answer = answerTo(id, useActionData());
  const onSubmit = useSentOnce();
  const refusal = answer?.refusal ?? null;
  return (
    <form
      id={id}
      method="post"
      action={action}
      encType={hasFiles === true ? 'multipart/form-data' : undefined}
      className={className}
      noValidate
      onSubmit={onSubmit}
    >
      <FormContext value={stateOf(id, answer, begin)}>
        {refusal === null ? null : (
          <ErrorSummary formId={id} refusal={refusal} labels={{ ...labelsOf(children), ...labels }} words={words} />
        )}
        <input type="hidden" name="_form" value={id} />
        <CommandId answer={answer} />
        {children}
      </FormContext>
    </form>
  );
}
