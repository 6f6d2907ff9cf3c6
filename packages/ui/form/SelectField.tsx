import { usePage } from '../page/use-page.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { type FieldProps, useField } from './use-field.ts';

/** One thing that can be chosen, in words. */
export type Choice = {
  value: string;
  label: string;
  hint?: string | undefined;
  /** Read out after the label, and not shown. */
  about?: string | undefined;
  /** In a list: the heading that it stands under. */
  group?: string;
};

function Option({ value, label }: Choice) {
  return <option value={value}>{label}</option>;
}

/** One of many, in the browser's own list. */
export function SelectField(props: FieldProps & { options: readonly Choice[]; emptyLabel?: string }) {
  const { name, label, hint, required, options } = props;
  const { t } = usePage();
  const field = useField(props);
  return (
    <FieldFrame field={field} label={label} hint={hint} required={required}>
      <select
        className="input select w-medium"
        id={field.id}
        name={name}
        required={required}
        defaultValue={field.begin(name, props.defaultValue) ?? ''}
        aria-describedby={field.describedBy}
        aria-invalid={field.invalid}
      >
        <option value="">{props.emptyLabel ?? t('ui.form.choose')}</option>
        {options
          .filter(({ group }) => group === undefined)
          .map((option) => (
            <Option key={option.value} {...option} />
          ))}
        {[...new Set(options.flatMap(({ group }) => group ?? []))].map((group) => (
          <optgroup key={group} label={group}>
            {options
              .filter((option) => option.group === group)
              .map((option) => (
                <Option key={option.value} {...option} />
              ))}
          </optgroup>
        ))}
      </select>
    </FieldFrame>
  );
}
