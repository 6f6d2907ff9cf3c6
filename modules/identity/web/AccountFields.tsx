import { LOCALES } from '@qantara/kernel';
import { LOCALE_NAMES, PasswordField, SelectField, TextField, usePage } from '@qantara/ui';

/** What every new account says of its owner, and its first password. */
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
        options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
        defaultValue={locale}
        required
      />
      <PasswordField
        name="password"
        label={t('identity.field.password')}
        hint={t('identity.password.hint')}
        isNew
        required
      />
    </>
  );
}
