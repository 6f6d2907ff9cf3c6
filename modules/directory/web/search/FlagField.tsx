import { useField } from '@qantara/ui';

/** One thing that must be so, in the address only when it is asked: `free=true`. */
export function FlagField({ name, label, hint }: { name: string; label: string; hint?: string }) {
  const field = useField({ name, label, hint });
  return (
    <div className="choice">
      <input
        id={field.id}
        type="checkbox"
        name={name}
        value="true"
        defaultChecked={field.begin(name) === 'true'}
        aria-describedby={field.describedBy}
      />
      <label htmlFor={field.id}>{label}</label>
      {hint === undefined ? null : (
        <p className="hint" id={`${field.id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
