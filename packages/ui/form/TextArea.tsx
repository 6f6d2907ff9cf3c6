import { FieldFrame } from './FieldFrame.tsx';
import { type FieldProps, useField } from './use-field.ts';

/** Several lines of text. */
export function TextArea(props: FieldProps & { rows?: number; maxLength?: number }) {
  const { name, label, hint, required, rows = 5 } = props;
  const field = useField(props);
  return (
    <FieldFrame field={field} label={label} hint={hint} required={required}>
      <textarea
        className="input"
        id={field.id}
        name={name}
        rows={rows}
        dir="auto"
        required={required}
        maxLength={props.maxLength}
        defaultValue={field.begin(name, props.defaultValue)}
        aria-describedby={field.describedBy}
        aria-invalid={field.invalid}
      />
    </FieldFrame>
  );
}
