import { RecordClass } from '@qantara/people/contract';
import { RadioGroup, usePage } from '@qantara/ui';

/** For whoever works with few eyes: which of them may read this referral. */
export function ClassField() {
  const { t, can } = usePage();
  const held = RecordClass.options.filter((one) => one === 'ordinary' || can(`class:${one}`));
  if (held.length < 2) return null;
  return (
    <RadioGroup
      name="recordClass"
      label={t('referrals.field.recordClass')}
      hint={t('referrals.refer.class_hint')}
      options={held.map((value) => ({ value, label: t(`people.class.${value}`) }))}
      defaultValue="ordinary"
      required
    />
  );
}
