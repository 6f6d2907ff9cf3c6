import type { ReactNode } from 'react';
import { usePage } from '../page/use-page.ts';
import type { FieldState } from './use-field.ts';

type Frame = { field: FieldState; label: string; hint: string | undefined; required: boolean | undefined };

/** A label with the word that says a field may stay empty: most fields are needed, so it is the others that say so. */
export function LabelText({ label, required }: { label: string; required: boolean | undefined }) {
  const { t } = usePage();
  return (
    <>
      {label}
      {required === true ? null : <span className="optional"> {t('ui.form.optional')}</span>}
    </>
  );
}

/** The hint and the messages of a field, where `aria-describedby` finds them. */
export function FieldNotes({ field, hint }: Pick<Frame, 'field' | 'hint'>) {
  const { t } = usePage();
  return (
    <>
      {hint === undefined ? null : (
        <p className="hint" id={`${field.id}-hint`}>
          {hint}
        </p>
      )}
      {field.messages.length === 0 ? null : (
        <p className="field-error" id={`${field.id}-error`}>
          <span className="vh">{t('ui.form.error')} </span>
          {field.messages.join(' ')}
        </p>
      )}
    </>
  );
}

/** One control with its label, hint and messages. */
export function FieldFrame({ field, label, hint, required, children }: Frame & { children: ReactNode }) {
  return (
    <div className="field" data-invalid={field.invalid}>
      <label htmlFor={field.id}>
        <LabelText label={label} required={required} />
      </label>
      <FieldNotes field={field} hint={hint} />
      {children}
    </div>
  );
}

/** Several controls under one legend, with hint and messages. */
export function GroupFrame({ field, label, hint, required, children }: Frame & { children: ReactNode }) {
  return (
    <fieldset className="field" data-invalid={field.invalid} id={field.id} aria-describedby={field.describedBy}>
      <legend>
        <LabelText label={label} required={required} />
      </legend>
      <FieldNotes field={field} hint={hint} />
      {children}
    </fieldset>
  );
}
