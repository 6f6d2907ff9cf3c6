import { CommandForm, SubmitButton, usePage } from '@qantara/ui';
import { AskFields } from '../asking/AskFields.tsx';

/** Asking every partner who may help at once: the first who can takes it. */
export function AskAll() {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('referrals.ask_all.title')}</h2>
      <p>{t('referrals.ask_all.lead')}</p>
      <CommandForm id="ask-all" words="referrals">
        <AskFields rows={2} />
        <SubmitButton intent="ask_all" kind="plain">
          {t('referrals.ask_all.send')}
        </SubmitButton>
      </CommandForm>
    </section>
  );
}
