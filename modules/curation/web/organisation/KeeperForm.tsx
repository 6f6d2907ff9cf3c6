import { CommandForm, LOCALE_CHOICES, PhoneField, RadioGroup, SubmitButton, TextField, usePage } from '@qantara/ui';
import type { Keeper } from '../../contract/index.ts';

/** Who at the organisation keeps its entries true, and how they are reached. */
export function KeeperForm({ keeper }: { keeper: Keeper | null }) {
  const { t, locale } = usePage();
  return (
    <CommandForm id="keeper">
      <TextField
        name="name"
        label={t('curation.field.contactName')}
        width="medium"
        maxLength={120}
        defaultValue={keeper?.name}
        required
      />
      <TextField
        name="role"
        label={t('curation.field.contactRole')}
        width="medium"
        maxLength={120}
        defaultValue={keeper?.role}
      />
      <TextField
        name="email"
        type="email"
        label={t('curation.field.contactEmail')}
        width="medium"
        maxLength={254}
        defaultValue={keeper?.email}
      />
      <PhoneField name="phone" label={t('curation.field.contactPhone')} defaultValue={keeper?.phone} />
      <RadioGroup
        name="locale"
        label={t('curation.field.locale')}
        hint={t('curation.keeper.locale_hint')}
        options={LOCALE_CHOICES}
        defaultValue={keeper?.locale ?? locale}
        inline
        required
      />
      <SubmitButton intent="keeper">{t('curation.keeper.save')}</SubmitButton>
    </CommandForm>
  );
}
