import { FieldFrame } from './FieldFrame.tsx';
import { type FieldProps, useField } from './use-field.ts';

type FileFieldProps = Omit<FieldProps, 'defaultValue'> & {
  accept?: string;
  multiple?: boolean;
  capture?: 'environment';
};

/** A file to send; its form says `hasFiles`. */
export function FileField(props: FileFieldProps) {
  const { name, label, hint, required } = props;
  const field = useField(props);
  return (
    <FieldFrame field={field} label={label} hint={hint} required={required}>
      <input
        className="input file"
        id={field.id}
        name={name}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        capture={props.capture}
        required={required}
        aria-describedby={field.describedBy}
        aria-invalid={field.invalid}
      />
    </FieldFrame>
  );
}
