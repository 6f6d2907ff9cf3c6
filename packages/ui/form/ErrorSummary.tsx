import { useEffect, useRef } from 'react';
import { usePage } from '../page/use-page.ts';
import type { FormAnswer } from './answer-form.ts';
import { fieldId, messageValues } from './field-faults.ts';
import { labelAt, wordAt } from './labels-of.ts';

type ErrorSummaryProps = {
  formId: string;
  refusal: NonNullable<FormAnswer['refusal']>;
  labels: Record<string, string>;
  /** The module whose words name the fields that have no label here. */
  words?: string | undefined;
};

/** Why a form was not accepted, before everything else in it, each fault a link to its field. */
export function ErrorSummary({ formId, refusal, labels, words }: ErrorSummaryProps) {
  const { t } = usePage();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [refusal]);
  const faults = refusal.fields.map((fault) => ({ fault, field: labelAt(labels, fault.path) }));
  const wordOf = (path: string) =>
    (words === undefined ? undefined : wordAt(t, words, path)) ?? t('ui.form.this_field');
  return (
    <div className="notice danger error-summary" role="alert" tabIndex={-1} ref={box} id={`${formId}-errors`}>
      <h2>{t('ui.form.not_sent')}</h2>
      {faults.length === 0 ? <p>{t(`refusal.${refusal.code}`, refusal.values)}</p> : null}
      {faults.length === 0 ? null : (
        <ul>
          {faults.map(({ fault, field }) => (
            <li key={`${fault.path} ${fault.code}`}>
              <a href={`#${fieldId(formId, field?.name ?? fault.path)}`}>
                {t(`validation.${fault.code}`, messageValues(fault, field?.label ?? wordOf(fault.path)))}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>{t('ui.form.nothing_lost')}</p>
    </div>
  );
}
