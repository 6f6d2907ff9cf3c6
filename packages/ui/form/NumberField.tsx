import { FieldFrame } from './FieldFrame.tsx';
import { type FieldProps, useField } from './use-field.ts';

/** A number, typed as text so that no wheel or arrow changes it by accident; `suffix` is its unit in words. */
export function NumberField(props: FieldProps & { suffix?: string; decimals?: boolean }) {
  const { name, label, hint, required, suffix } = props;
  const field = useField(props);
  return (
    <FieldFrame field={field} label={label} hint={hint} required={required}>
      <input type="hidden" name="_number" value={name} />
      <span className="affixed">
        <input
          className="input w-short"
          id={field.id}
          name={name}
          type="text"
          dir="ltr"
          inputMode={props.decimals === true ? 'decimal' : 'numeric'}
          autoComplete="off"
          required={required}
          defaultValue={field.begin(name, props.defaultValue)}
          aria-describedby={field.describedBy}
          aria-invalid={field.invalid}
        />
        {suffix === undefined ? null : <span className="affix">{suffix}</span>}
      </span>
    </FieldFrame>
  );
}
