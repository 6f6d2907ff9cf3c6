import { usePage } from '../page/use-page.ts';
import { GroupFrame } from './FieldFrame.tsx';
import { type FieldProps, useField } from './use-field.ts';

const PARTS = ['day', 'month', 'year'] as const;

/** A day as three plain numbers, in the order people say it; the browser's own date field shows mm/dd in Arabic pages. */
export function DateField(
  props: Omit<FieldProps, 'defaultValue'> & { defaultValue?: string | null; isBirth?: boolean },
) {
  const { name, label, hint, required } = props;
  const { t } = usePage();
  const field = useField(props, true);
  const [year, month, day] = (props.defaultValue ?? '').split('-');
  const begin = { day, month, year };
  return (
    <GroupFrame field={field} label={label} hint={hint} required={required}>
      <input type="hidden" name="_date" value={name} />
      <div className="date-parts">
        {PARTS.map((part) => (
          <div key={part}>
            <label htmlFor={`${field.id}-${part}`}>{t(`ui.date.${part}`)}</label>
            <input
              className={part === 'year' ? 'input w-year' : 'input w-day'}
              id={`${field.id}-${part}`}
              name={`${name}.${part}`}
              type="text"
              inputMode="numeric"
              dir="ltr"
              required={required}
              maxLength={part === 'year' ? 4 : 2}
              autoComplete={props.isBirth === true ? `bday-${part}` : 'off'}
              defaultValue={field.begin(`${name}.${part}`, begin[part])}
              aria-invalid={field.invalid}
            />
          </div>
        ))}
      </div>
    </GroupFrame>
  );
}
