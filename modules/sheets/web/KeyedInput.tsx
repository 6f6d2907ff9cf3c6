import { useField, usePage, type Choice } from '@qantara/ui';
import type { KeyedField } from '../domain/index.ts';
import { useFieldWords } from './use-field-words.ts';

/** Where what was typed for a field stands in what is sent. */
export const TYPED = 'typed';

type Described = { 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };

function Control({ field, areas, described }: { field: KeyedField; areas: readonly Choice[]; described: Described }) {
  const { t } = usePage();
  const name = `${TYPED}.${field.path}`;
  const { id, begin } = useField({ name, label: '' });
  const given = { id, name, defaultValue: begin(name), ...described };
  if (field.question.kind === 'place')
    return (
      <select className="input select" {...given} defaultValue={begin(name) ?? ''}>
        <option value="">{t('sheets.key.empty')}</option>
        <option value="?">{t('sheets.key.illegible')}</option>
        {areas.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    );
  if (field.question.kind === 'long_text') return <textarea className="input" rows={3} dir="auto" {...given} />;
  return <input className="input" type="text" autoComplete="off" dir="auto" {...given} />;
}

/** One field of a sheet to be typed: its number as on paper, what it asks, and the figures that stand for its answers. */
export function KeyedInput({ field, areas }: { field: KeyedField; areas: readonly Choice[] }) {
  const { t, formats } = usePage();
  const { label, figures } = useFieldWords(field);
  const { id, messages } = useField({ name: `${TYPED}.${field.path}`, label });
  const notes = [figures === null ? null : `${id}-hint`, messages.length === 0 ? null : `${id}-error`];
  const describedBy = notes.filter((note) => note !== null).join(' ');
  return (
    <div className="keyed">
      <div>
        <label htmlFor={id}>
          {field.number === null ? null : <span className="keyed-number">{formats.number(field.number)}</span>}
          {label}
        </label>
        {figures === null ? null : (
          <p className="hint" id={`${id}-hint`}>
            {figures}
          </p>
        )}
        {messages.length === 0 ? null : (
          <p className="field-error" id={`${id}-error`}>
            <span className="vh">{t('ui.form.error')} </span>
            {messages.join(' ')}
          </p>
        )}
      </div>
      <Control
        field={field}
        areas={areas}
        described={{
          'aria-describedby': describedBy === '' ? undefined : describedBy,
          'aria-invalid': messages.length > 0 ? true : undefined,
        }}
      />
    </div>
  );
}
