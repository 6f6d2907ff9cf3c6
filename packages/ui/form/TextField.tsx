import type { HTMLInputAutoCompleteAttribute } from 'react';
import { FieldFrame } from './FieldFrame.tsx';
import { type FieldProps, useField } from './use-field.ts';

type TextFieldProps = FieldProps & {
  type?: 'text' | 'email' | 'url' | 'search' | 'time';
  width?: 'short' | 'medium' | 'full';
  autoComplete?: HTMLInputAutoCompleteAttribute;
  maxLength?: number;
  /** Codes and addresses read from start to end in Latin whatever the page's language. */
  latin?: boolean;
  /** What was written here before, offered while typing; anything else may be written too. */
  suggestions?: readonly string[];
};

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { name, label, hint, required, defaultValue, type = 'text', width = 'full', latin } = props;
  const { suggestions = [] } = props;
  const field = useField(props);
  const isLatin = latin ?? (type === 'email' || type === 'url');
  return (
    <FieldFrame field={field} label={label} hint={hint} required={required}>
      <input
        className={`input w-${width}`}
        id={field.id}
        name={name}
        type={type}
        dir={isLatin ? 'ltr' : 'auto'}
        required={required}
        maxLength={props.maxLength}
        autoComplete={props.autoComplete}
        list={suggestions.length === 0 ? undefined : `${field.id}-list`}
        defaultValue={field.begin(name, defaultValue)}
        aria-describedby={field.describedBy}
        aria-invalid={field.invalid}
      />
      {suggestions.length === 0 ? null : (
        <datalist id={`${field.id}-list`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion}>{suggestion}</option>
          ))}
        </datalist>
      )}
    </FieldFrame>
  );
}
