import { LOCALE_CHOICES, SelectField, TextField, usePage } from '@qantara/ui';

/** What every new account says of its owner. */
export function AccountFields() {
  const { t, locale } = usePage();
  return (
    <>
      <TextField name="displayName" label={t('identity.field.displayName')} width="medium" required />
      <TextField
        name="email"
        type="email"
        label={t('identity.field.email')}
        width="medium"
        autoComplete="off"
        required
      />
      <SelectField
        name="locale"
        label={t('identity.field.locale')}
        options={LOCALE_CHOICES}
        defaultValue={locale}
        required
      />
    </>
  );
}
