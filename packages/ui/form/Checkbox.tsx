import { ChoiceItem } from './ChoiceItem.tsx';
import { FieldNotes } from './FieldFrame.tsx';
import { type FieldProps, useField } from './use-field.ts';

type CheckboxProps = Omit<FieldProps, 'defaultValue'> & {
  defaultChecked?: boolean;
  /** What it is about, for those who do not see what stands beside it. */
  about?: string;
};

/** One statement that is true when ticked. */
export function Checkbox(props: CheckboxProps) {
  const field = useField({ name: props.name, label: props.label });
  const isChosen = field.begin(props.name, props.defaultChecked === true ? 'true' : null) !== undefined;
  return (
    <div className="field" data-invalid={field.invalid}>
      <input type="hidden" name="_flag" value={props.name} />
      <FieldNotes field={field} hint={undefined} />
      <ChoiceItem
        id={field.id}
        type="checkbox"
        name={props.name}
        choice={{ value: 'true', label: props.label, hint: props.hint, about: props.about }}
        isChosen={isChosen}
        required={props.required}
        invalid={field.invalid}
        describedBy={field.describedBy}
      />
    </div>
  );
}
