import { usePage } from '@qantara/ui';

/** A code as it is handed to a person: large, alone, selected whole by one touch. Shown once, never again. */
export function AccessCode({ code }: { code: string }) {
  const { t } = usePage();
  return (
    <div className="access-code">
      <p>{t('screening.code.label')}</p>
      <bdi dir="ltr" className="code">
        {code}
      </bdi>
      <p className="hint">{t('screening.code.touch')}</p>
    </div>
  );
}
