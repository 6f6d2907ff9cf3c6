import type { Choice } from './SelectField.tsx';

type ChoiceItemProps = {
  id: string;
  type: 'radio' | 'checkbox';
  name: string;
  choice: Choice;
  isChosen: boolean;
  required?: boolean | undefined;
  invalid?: true | undefined;
  describedBy?: string | undefined;
};

/** One round or square mark with its words; the whole line can be touched. */
export function ChoiceItem({ id, type, name, choice, isChosen, required, invalid, describedBy }: ChoiceItemProps) {
  const hintId = choice.hint === undefined ? undefined : `${id}-hint`;
  const describing = [describedBy, hintId].filter((part) => part !== undefined).join(' ');
  return (
    <div className="choice">
      <input
        id={id}
        type={type}
        name={name}
        value={choice.value}
        defaultChecked={isChosen}
        required={required}
        aria-describedby={describing === '' ? undefined : describing}
        aria-invalid={invalid}
      />
      <label htmlFor={id}>
        {choice.label}
        {choice.about === undefined ? null : <span className="vh"> ({choice.about})</span>}
      </label>
      {choice.hint === undefined ? null : (
        <p className="hint" id={hintId}>
          {choice.hint}
        </p>
      )}
    </div>
  );
}
