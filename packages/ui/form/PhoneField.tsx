import { FieldFrame } from './FieldFrame.tsx';
import { type FieldProps, useField } from './use-field.ts';

/** A telephone number: written from its first digit in every language. */
export function PhoneField(props: FieldProps) {
  const { name, label, hint, required } = props;
  const field = useField(props);
  return (
    <FieldFrame field={field} label={label} hint={hint} required={required}>
      <input
        className="input w-medium phone"
        id={field.id}
        name={name}
        type="tel"
        dir="ltr"
        autoComplete="tel"
        required={required}
        defaultValue={field.begin(name, props.defaultValue)}
        aria-describedby={field.describedBy}
        aria-invalid={field.invalid}
      />
    </FieldFrame>
  );
}
