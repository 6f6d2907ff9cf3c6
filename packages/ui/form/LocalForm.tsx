import type { FieldFault } from '@qantara/kernel';
import type { FormEvent, ReactNode } from 'react';
import { ErrorSummary } from './ErrorSummary.tsx';
import { FormContext } from './form-context.ts';
import { FormValues, type TypedValues } from './form-values.ts';

type LocalFormProps = {
  id: string;
  children: ReactNode;
  /** What the fields begin with, by name. */
  begin: TypedValues;
  /** What was wrong the last time, by the names of fields. */
  faults?: FieldFault[];
  labels?: Record<string, string>;
  onSend: (values: FormValues, intent: string) => void;
  /** Whenever something was typed. */
  onTyped?: (values: FormValues) => void;
};

const nothingWrong: FieldFault[] = [];

/** A form that is answered in the browser itself, where there may be no network; its fields are those of any other. */
export function LocalForm({ id, children, begin, faults = nothingWrong, labels, onSend, onTyped }: LocalFormProps) {
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const intent = submitter instanceof HTMLButtonElement ? submitter.value : '';
    const sent = new FormData(event.currentTarget);
    sent.set('intent', intent);
    onSend(new FormValues(sent), intent);
  };
  const onInput = (event: FormEvent<HTMLFormElement>) => onTyped?.(new FormValues(new FormData(event.currentTarget)));
  return (
    <form id={id} className="form" noValidate onSubmit={onSubmit} onInput={onInput}>
      <FormContext value={{ id, typed: begin, faults }}>
        {faults.length === 0 ? null : (
          <ErrorSummary
            formId={id}
            refusal={{ code: 'invalid_input', fields: faults, values: {} }}
            labels={labels ?? {}}
          />
        )}
        {children}
      </FormContext>
    </form>
  );
}
