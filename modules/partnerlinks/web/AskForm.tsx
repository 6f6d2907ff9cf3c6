import { CommandForm, SubmitButton, TextArea, usePage } from '@qantara/ui';

/** Asking the other organisation, or answering it. */
export function AskForm({ id, label, hint }: { id: string; label: string; hint: string }) {
  const { t } = usePage();
  return (
    <CommandForm id={id}>
      <TextArea name="words" label={label} hint={hint} rows={2} maxLength={2000} required />
      <SubmitButton intent="ask" kind="plain">
        {t('partnerlinks.page.send_question')}
      </SubmitButton>
    </CommandForm>
  );
}
