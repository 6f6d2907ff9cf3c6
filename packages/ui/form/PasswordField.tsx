import { FieldFrame } from './FieldFrame.tsx';
import { type FieldProps, useField } from './use-field.ts';

/** A secret: it never comes back into a refused form. */
export function PasswordField(props: Omit<FieldProps, 'defaultValue'> & { isNew?: boolean }) {
  const field = useField(props);
  return (
    <FieldFrame field={field} label={props.label} hint={props.hint} required={props.required}>
      <input type="hidden" name="_secret" value={props.name} />
      <input
        className="input w-medium"
        id={field.id}
        name={props.name}
        type="password"
        dir="ltr"
        required={props.required}
        autoComplete={props.isNew === true ? 'new-password' : 'current-password'}
        aria-describedby={field.describedBy}
        aria-invalid={field.invalid}
      />
    </FieldFrame>
  );
}
