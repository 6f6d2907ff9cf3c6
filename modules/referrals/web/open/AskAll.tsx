import { CommandForm, RadioGroup, SubmitButton, TextArea, usePage } from '@qantara/ui';
import { Priority } from '../../contract/index.ts';
import { ClassField } from '../ClassField.tsx';

/** Asking every partner who may help at once: the first who can takes it. */
export function AskAll() {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('referrals.ask_all.title')}</h2>
      <p>{t('referrals.ask_all.lead')}</p>
      <CommandForm id="ask-all">
        <RadioGroup
          name="priority"
          label={t('referrals.field.priority')}
          options={Priority.options.map((value) => ({ value, label: t(`referrals.priority.${value}`) }))}
          defaultValue="routine"
          inline
          required
        />
        <ClassField />
        <TextArea
          name="note"
          label={t('referrals.field.note')}
          hint={t('referrals.refer.note_hint')}
          rows={2}
          maxLength={2000}
        />
        <SubmitButton intent="ask_all" kind="plain">
          {t('referrals.ask_all.send')}
        </SubmitButton>
      </CommandForm>
    </section>
  );
}
