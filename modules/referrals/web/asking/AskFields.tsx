import { RadioGroup, TextArea, usePage } from '@qantara/ui';
import { Priority } from '../../contract/index.ts';
import { ClassField } from './ClassField.tsx';

/** What is said with whatever is asked of a partner, or of all: how urgent it is, how secret, and what they should know. */
export function AskFields({ rows }: { rows: number }) {
  const { t } = usePage();
  return (
    <>
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
        rows={rows}
        maxLength={2000}
      />
    </>
  );
}
