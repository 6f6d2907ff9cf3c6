import { use } from 'react';
import { usePage } from '../page/use-page.ts';
import { faultsOf, fieldId, messageValues } from './field-faults.ts';
import { FormContext } from './form-context.ts';

/** What every field is told: its name in the input, its label in words, and how it begins. */
export type FieldProps = {
  name: string;
  label: string;
  hint?: string | undefined;
  required?: boolean | undefined;
  defaultValue?: string | number | null | undefined;
};

/** A field's place in its form: ids, messages, and the value with which it begins. */
export type FieldState = {
  id: string;
  messages: string[];
  describedBy: string | undefined;
  invalid: true | undefined;
  /** What was typed before under a name, or the given beginning. */
  begin: (name: string, otherwise?: string | number | null) => string | undefined;
  /** The boxes ticked before, or the given beginning. */
  beginAll: (name: string, otherwise?: readonly string[]) => readonly string[];
};

/** Wires a field to its form: what was typed, what was refused, and how assistive technology is told. */
export function useField(field: Pick<FieldProps, 'name' | 'label' | 'hint'>, withParts = false): FieldState {
  const { t } = usePage();
  const { id: formId, typed, faults } = use(FormContext);
  const id = fieldId(formId, field.name);
  const own = faultsOf(faults, field.name, withParts);
  const messages = own.map((fault) => t(`validation.${fault.code}`, messageValues(fault, field.label)));
  const describing = [
    ...(field.hint === undefined ? [] : [`${id}-hint`]),
    ...(messages.length > 0 ? [`${id}-error`] : []),
  ];
  return {
    id,
    messages,
    describedBy: describing.length > 0 ? describing.join(' ') : undefined,
    invalid: messages.length > 0 ? true : undefined,
    begin: (name, otherwise) => {
      const before = typed?.[name];
      if (typed !== null) return typeof before === 'string' ? before : undefined;
      return otherwise === null || otherwise === undefined ? undefined : String(otherwise);
    },
    beginAll: (name, otherwise = []) => {
      const before = typed?.[name];
      if (typed === null) return otherwise;
      return typeof before === 'string' ? [before] : (before ?? []);
    },
  };
}
