import { CommandForm, SubmitButton, TextArea, usePage } from '@qantara/ui';

/** The second person agrees, or does not. */
export function SecondWord({ assentId }: { assentId: string }) {
  const { t } = usePage();
  return (
    <CommandForm id={`word-${assentId}`}>
      <input type="hidden" name="assentId" value={assentId} />
      <TextArea name="note" label={t('oversight.field.note')} />
      <div className="actions">
        <SubmitButton intent="agree">{t('oversight.second.agree')}</SubmitButton>
        <SubmitButton intent="refuse" kind="danger">
          {t('oversight.second.refuse')}
        </SubmitButton>
      </div>
    </CommandForm>
  );
}
