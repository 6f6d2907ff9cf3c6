import { ChoiceItem } from './ChoiceItem.tsx';
import { GroupFrame } from './FieldFrame.tsx';
import type { Choice } from './SelectField.tsx';
import { type FieldProps, useField } from './use-field.ts';

type CheckboxGroupProps = Omit<FieldProps, 'defaultValue'> & {
  options: readonly Choice[];
  defaultValue?: readonly string[];
  inline?: boolean;
};

/** Any number of a few; it is sent as `name[]` and read back as a list. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const { name, label, hint, required, options } = props;
  const field = useField(props, true);
  const chosen = field.beginAll(`${name}[]`, props.defaultValue);
  return (
    <GroupFrame field={field} label={label} hint={hint} required={required}>
      <input type="hidden" name="_list" value={name} />
      <div className={props.inline === true ? 'choices inline' : 'choices'}>
        {options.map((choice, index) => (
          <ChoiceItem
            key={choice.value}
            id={`${field.id}-${index}`}
            type="checkbox"
            name={`${name}[]`}
            choice={choice}
            isChosen={chosen.includes(choice.value)}
          />
        ))}
      </div>
    </GroupFrame>
  );
}
