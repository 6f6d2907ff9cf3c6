import { ChoiceItem } from './ChoiceItem.tsx';
import { GroupFrame } from './FieldFrame.tsx';
import type { Choice } from './SelectField.tsx';
import { type FieldProps, useField } from './use-field.ts';

/** One of a few, all in sight. */
export function RadioGroup(props: FieldProps & { options: readonly Choice[]; inline?: boolean }) {
  const { name, label, hint, required, options } = props;
  const field = useField(props);
  const chosen = field.begin(name, props.defaultValue);
  return (
    <GroupFrame field={field} label={label} hint={hint} required={required}>
      <div className={props.inline === true ? 'choices inline' : 'choices'}>
        {options.map((choice, index) => (
          <ChoiceItem
            key={choice.value}
            id={`${field.id}-${index}`}
            type="radio"
            name={name}
            choice={choice}
            isChosen={choice.value === chosen}
            required={required}
          />
        ))}
      </div>
    </GroupFrame>
  );
}
